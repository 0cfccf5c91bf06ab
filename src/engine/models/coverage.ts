import { UNREACHED } from '../network/bounded-search.ts';
import type { ReachLists } from '../reach/reach-lists.ts';

/**
 * Distance in decimetres from every demand point to the nearest of some houses (numbers into the lists); {@link UNREACHED} where none
 * lies within the lists' limit. O(entries of the houses).
 */
export function nearestDecimeters(lists: ReachLists, houses: Uint32Array, pointCount: number): Uint32Array {
  const nearest = new Uint32Array(pointCount).fill(UNREACHED);
  const { offsets, points, decimeters } = lists;
  for (const house of houses) {
    const end = offsets[house + 1]!;
    for (let e = offsets[house]!; e < end; e++) {
      const p = points[e]!;
      if (decimeters[e]! < nearest[p]!) nearest[p] = decimeters[e]!;
    }
  }
  return nearest;
}

/** Sums `amount` over the points whose nearest house lies within the limit (inclusive). Branch-free; amounts must not be NaN. */
export function sumWithin(nearest: Uint32Array, limitDecimeters: number, amount: Float64Array): number {
  let sum = 0;
  for (let p = 0; p < nearest.length; p++) sum += amount[p]! * Number(nearest[p]! <= limitDecimeters);
  return sum;
}
