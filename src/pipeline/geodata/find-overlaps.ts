import type { Position } from 'geojson';
import { type Area, polygonsInUnits, polygonsOf } from '../../shared/geometry/area.ts';
import { boxesOverlap, boxOfGeometry } from '../../shared/geometry/box.ts';
import { edgesCross, edgesOf, edgesRunTogether, nearPairs } from '../../shared/geometry/find-invalidity.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { type AreaTester, createAreaTester } from '../../shared/geometry/side-of-area.ts';

/**
 * Overlaps nowhere deeper than this are left alone: neighbours whose shared border has a corner on one side only come out of rounding
 * to 1e-7° up to 2 cm apart.
 */
const HARMLESS_DEPTH_METERS = 0.05;

const METERS_PER_DEGREE = 111_000;

/** An area prepared for comparing it with its neighbours. */
class Outline {
  readonly area: Area;
  readonly tester: AreaTester;
  readonly #rings: readonly (readonly Position[])[];
  readonly #shrink: number;
  #inner: Position | null = null;

  constructor(area: Area, lat: number) {
    this.area = area;
    this.tester = createAreaTester(area);
    this.#rings = polygonsOf(area).flat();
    // Rounded, because the last bits of a cosine differ between engines.
    this.#shrink = Math.round(Math.cos((lat * Math.PI) / 180) * 1e4) / 1e4;
  }

  get inner(): Position {
    this.#inner ??= [...interiorPoint(this.area)];
    return this.#inner;
  }

  /** True if a corner lies inside `other` and farther than a harmless depth from its border. */
  reachesInto(other: Outline): boolean {
    return this.#rings.some((ring) =>
      ring.some((corner) => other.tester.sideOf(corner) === 'inside' && other.#isDeepInside(corner)),
    );
  }

  touchesInside(other: Outline): boolean {
    return this.#rings.some((ring) => ring.some((corner) => other.tester.sideOf(corner) === 'inside'));
  }

  #isDeepInside([lon, lat]: Position): boolean {
    const limit = (HARMLESS_DEPTH_METERS / METERS_PER_DEGREE) ** 2;
    for (const ring of this.#rings) {
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1] as [number, number];
        const [bx, by] = ring[i] as [number, number];
        const dx = (bx - ax) * this.#shrink;
        const dy = by - ay;
        const px = (lon! - ax) * this.#shrink;
        const py = lat! - ay;
        const t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
        if ((px - t * dx) ** 2 + (py - t * dy) ** 2 <= limit) return false;
      }
    }
    return true;
  }
}

/** Pairs of areas, as `i * count + j` with i < j, of which two edges cross, and of which two edges run together. */
function findMeetings(areas: readonly Area[]): { readonly crossing: Set<number>; readonly together: Set<number> } {
  const owners: number[] = [];
  const polygons = areas.flatMap((area, owner) => {
    const own = polygonsInUnits(polygonsOf(area));
    owners.push(...own.map(() => owner));
    return own;
  });
  const crossing = new Set<number>();
  const together = new Set<number>();
  for (const [e, f] of nearPairs(edgesOf(polygons))) {
    const [i, j] = [owners[e.polygon] as number, owners[f.polygon] as number];
    if (i === j) continue;
    const pair = Math.min(i, j) * areas.length + Math.max(i, j);
    if (edgesCross(e, f)) crossing.add(pair);
    if (edgesRunTogether(e, f)) together.add(pair);
  }
  return { crossing, together };
}

/**
 * Pairs of valid areas that share more than a border and 5 cm beside it, as places in the list, the smaller first, in order: a corner of
 * one lies inside the other; or a stretch of border is theirs with both insides on the same side; or their edges cross without any
 * corner inside; or one lies inside the other with all corners on its border. Outer rings must run counter-clockwise, holes clockwise
 * (as `repairArea` leaves them). How much they share is not said. Cost: n log n in the number of edges.
 */
export function findOverlaps(areas: readonly Area[]): [number, number][] {
  const boxes = areas.map((area) => boxOfGeometry(area)!);
  const outlines = areas.map((area, i) => new Outline(area, boxes[i]![1]));
  const { crossing, together } = findMeetings(areas);
  const overlap = (i: number, j: number): boolean => {
    const [a, b] = [outlines[i] as Outline, outlines[j] as Outline];
    const pair = i * areas.length + j;
    if (together.has(pair)) return true;
    if (a.touchesInside(b) || b.touchesInside(a)) return a.reachesInto(b) || b.reachesInto(a);
    return crossing.has(pair) || b.tester.sideOf(a.inner) === 'inside';
  };
  const pairs: [number, number][] = [];
  for (let i = 0; i < areas.length; i++) {
    for (let j = i + 1; j < areas.length; j++) {
      if (boxesOverlap(boxes[i]!, boxes[j]!) && overlap(i, j)) pairs.push([i, j]);
    }
  }
  return pairs;
}
