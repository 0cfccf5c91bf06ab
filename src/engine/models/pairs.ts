import type { ReachLists } from '../reach/reach-lists.ts';

/**
 * All (demand point, house) pairs of one service within its limit, sorted by distance step. A step is one metre: ⌈decimetres / 10⌉.
 * The pairs of step s are `stepOffsets[s] … stepOffsets[s + 1]`. Houses are numbered as in `houses` of {@link collectPairs}.
 */
export interface Pairs {
  readonly count: number;
  readonly points: Uint32Array;
  readonly houses: Uint32Array;
  readonly decimeters: Uint32Array;
  readonly stepOffsets: Uint32Array;
}

/** Width of a distance step in decimetres. */
export const STEP_DECIMETERS = 10;

/**
 * Collects the pairs of some houses (numbers into the reach lists, in the order in which results name them) with d ≤ limit (inclusive)
 * and sorts them by step in O(pairs + steps). Within a step the order is that of the houses, then of their lists.
 */
export function collectPairs(lists: ReachLists, houses: Uint32Array, limitDecimeters: number): Pairs {
  const steps = Math.ceil(limitDecimeters / STEP_DECIMETERS) + 1;
  const stepOffsets = new Uint32Array(steps + 1);
  const { offsets, points: reached, decimeters: ways } = lists;
  for (const house of houses) {
    for (let e = offsets[house]!; e < offsets[house + 1]!; e++) {
      const dm = ways[e]!;
      if (dm <= limitDecimeters) stepOffsets[(((dm + 9) / 10) | 0) + 1]!++;
    }
  }
  for (let s = 0; s < steps; s++) stepOffsets[s + 1]! += stepOffsets[s]!;
  const count = stepOffsets[steps]!;
  const next = stepOffsets.slice();
  const points = new Uint32Array(count);
  const pairHouses = new Uint32Array(count);
  const decimeters = new Uint32Array(count);
  for (let h = 0; h < houses.length; h++) {
    const house = houses[h]!;
    for (let e = offsets[house]!; e < offsets[house + 1]!; e++) {
      const dm = ways[e]!;
      if (dm > limitDecimeters) continue;
      const at = next[((dm + 9) / 10) | 0]!++;
      points[at] = reached[e]!;
      pairHouses[at] = h;
      decimeters[at] = dm;
    }
  }
  return { count, points, houses: pairHouses, decimeters, stepOffsets };
}
