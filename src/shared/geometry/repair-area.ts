import type { Position } from 'geojson';
import { type Area, areaFromPolygons, polygonsFromUnits, polygonsInUnits, polygonsOf, type Rings } from './area.ts';
import { combine } from './boolean-operations.ts';
import { findInvalidity, type Invalidity } from './find-invalidity.ts';

/**
 * What was done to an area:
 * - `closed`: a ring did not end where it began
 * - `positions-dropped`: the same position twice in a row
 * - `rings-dropped`: a ring without an area of its own
 * - otherwise what {@link findInvalidity} found and a union of the polygons with themselves put right
 */
export type Repair = 'closed' | 'positions-dropped' | 'rings-dropped' | Invalidity;

export interface RepairedArea {
  /** `null` if nothing is left or the repair does not come to an end. */
  readonly area: Area | null;
  /** Empty if the area was in order. In the order of {@link Repair}. */
  readonly repairs: readonly Repair[];
}

const MAX_ROUNDS = 8;

/** Pieces a repair leaves behind below this size (in units of 1e-7°, about half a square metre) are noise, not places. */
const CRUMB_SQUARE_UNITS = 5000;

/** Signed area in the unit of the coordinates; positive if counter-clockwise. */
function signedArea(ring: readonly Position[]): number {
  const [originX, originY] = (ring[0] ?? [0, 0]) as [number, number];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    twice += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return twice / 2;
}

/** A ring: closed, no position twice in a row, wound as asked. `null` if no area is left. */
function tidyRing(ring: readonly Position[], isHole: boolean, repairs: Set<Repair>): Position[] | null {
  const tidy: Position[] = [];
  for (const position of ring) {
    const before = tidy.at(-1);
    if (before !== undefined && before[0] === position[0] && before[1] === position[1])
      repairs.add('positions-dropped');
    else tidy.push(position);
  }
  const [first, last] = [tidy[0], tidy.at(-1)];
  if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])) {
    repairs.add('closed');
    tidy.push([...first]);
  }
  if (tidy.length < 4) {
    repairs.add('rings-dropped');
    return null;
  }
  const isClockwise = signedArea(tidy) < 0;
  return isClockwise === isHole ? tidy : tidy.reverse();
}

/** Like {@link tidyRing} for whole polygons; a polygon without outer ring goes with its holes. */
function tidyPolygons(polygons: readonly Rings[], repairs: Set<Repair>): Position[][][] {
  return polygons.flatMap((rings) => {
    const tidy = rings.map((ring, index) => tidyRing(ring, index > 0, repairs));
    return tidy[0] ? [tidy.filter((ring) => ring !== null)] : [];
  });
}

function dropCrumbs(polygons: readonly Rings[]): Rings[] {
  const isPlace = (ring: readonly Position[] | undefined) =>
    ring !== undefined && Math.abs(signedArea(ring)) >= CRUMB_SQUARE_UNITS;
  return polygons.filter((rings) => isPlace(rings[0])).map((rings) => rings.filter(isPlace));
}

/**
 * Makes an area valid on the grid of 1e-7°: rings closed, outer rings counter-clockwise and holes clockwise (RFC 7946), doubled positions
 * and empty rings dropped; where edges cross, rings meet themselves, holes lie outside or parts overlap, the union of the polygons with
 * themselves is taken (every part that a ring runs around belongs to the area: both wings of a bow-tie), rounded, and looked at again.
 * A valid area comes back with its positions unchanged but for the rounding. Same result in every engine: whole numbers and decimal
 * arithmetic only. Cost: {@link findInvalidity}; a union takes about 50 µs per position.
 */
export function repairArea(area: Area): RepairedArea {
  const repairs = new Set<Repair>();
  let polygons: readonly Rings[] = tidyPolygons(polygonsInUnits(polygonsOf(area)), repairs);
  let invalidity = findInvalidity(polygons);
  for (let round = 0; invalidity !== null && round < MAX_ROUNDS; round++) {
    repairs.add(invalidity);
    polygons = dropCrumbs(tidyPolygons(combine('union', polygons, []), new Set()));
    invalidity = findInvalidity(polygons);
  }
  const isSound = invalidity === null && polygons.length > 0;
  return { area: isSound ? areaFromPolygons(polygonsFromUnits(polygons)) : null, repairs: [...repairs] };
}

/** What is wrong with an area in the coordinates it has (degrees or metres, not rounded): tells defects of a source from those that only rounding makes. */
export function findDefects(area: Area): readonly Repair[] {
  const repairs = new Set<Repair>();
  const invalidity = findInvalidity(tidyPolygons(polygonsOf(area), repairs));
  return invalidity === null ? [...repairs] : [...repairs, invalidity];
}
