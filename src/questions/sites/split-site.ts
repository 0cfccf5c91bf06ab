import {
  type Area,
  areaFromPolygons,
  polygonsFromUnits,
  polygonsInUnits,
  polygonsOf,
  type Rings,
} from '../../shared/geometry/area.ts';
import { combine } from '../../shared/geometry/boolean-operations.ts';
import { fail } from '../../shared/problem.ts';

/** Where the cut runs: across the site from north to south (a western and an eastern part), or from west to east. */
export type CutDirection = 'west-east' | 'south-north';

/** Room around the area in units of 1e-7°, so that no cut runs along its edge. */
const EDGE = 10;
const STEPS = 32;

/** Twice the area of polygons in square units, outer rings less holes. */
function doubleArea(polygons: readonly Rings[]): number {
  let sum = 0;
  for (const rings of polygons) {
    rings.forEach((ring, nth) => {
      let own = 0;
      for (let i = 1; i < ring.length; i++) own += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
      sum += nth === 0 ? Math.abs(own) : -Math.abs(own);
    });
  }
  return sum;
}

/**
 * Cuts an area by a straight line so that the western (southern) part has a share (0–1, exclusive) of it. The cut is on whole units of
 * 1e-7°, so both parts meet exactly. Throws `site.split-share` for a share that leaves nothing of one part.
 */
export function splitArea(area: Area, share: number, direction: CutDirection): readonly [Area, Area] {
  const axis = direction === 'west-east' ? 0 : 1;
  const whole = polygonsInUnits(polygonsOf(area));
  const corners = whole.flat(2);
  const least = [0, 1].map((a) => Math.min(...corners.map((corner) => corner[a]!)) - EDGE);
  const most = [0, 1].map((a) => Math.max(...corners.map((corner) => corner[a]!)) + EDGE);
  /** What of the area lies between two values of the axis. */
  const between = (from: number, to: number): Rings[] => {
    const [west, south] = axis === 0 ? [from, least[1]!] : [least[0]!, from];
    const [east, north] = axis === 0 ? [to, most[1]!] : [most[0]!, to];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return combine('intersection', whole, [[[ring]]]);
  };
  const [start, end] = [least[axis]!, most[axis]!];
  const total = doubleArea(whole);
  let [low, high] = [start, end];
  for (let step = 0; step < STEPS && high - low > 1; step++) {
    const middle = Math.floor((low + high) / 2);
    if (doubleArea(between(start, middle)) < share * total) low = middle;
    else high = middle;
  }
  const parts = [between(start, high), between(high, end)];
  if (parts.some((part) => doubleArea(part) <= 0))
    return fail('site.split-share', { percent: Math.round(share * 100) });
  const [first, second] = parts.map((part) => areaFromPolygons(polygonsFromUnits(part)));
  return [first!, second!];
}

/** An amount in two parts that add up to it; whole where the amount is whole. `null` stays `null`. */
export function splitAmount(amount: number | null, share: number): readonly [number | null, number | null] {
  if (amount === null) return [null, null];
  const first = Number.isInteger(amount) ? Math.round(amount * share) : amount * share;
  return [first, amount - first];
}
