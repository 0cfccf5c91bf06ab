import { describe, expect, it } from 'vitest';
import { collectPairs } from '../../../src/engine/models/pairs.ts';
import type { ReachLists } from '../../../src/engine/reach/reach-lists.ts';

/** Three houses: 0 reaches points 0 and 1, 1 reaches point 2, 2 reaches points 1 and 0. */
const lists: ReachLists = {
  houseCount: 3,
  offsets: Uint32Array.of(0, 2, 3, 5),
  points: Uint32Array.of(0, 1, 2, 1, 0),
  decimeters: Uint32Array.of(21, 10, 0, 30, 31),
};

const rowsOf = ({ points, houses, decimeters }: ReturnType<typeof collectPairs>) =>
  [...points].map((point, i) => [point, houses[i], decimeters[i]]);

describe('the pairs of houses and demand points', () => {
  it('are sorted by the metre that is begun, within it by house', () => {
    const pairs = collectPairs(lists, Uint32Array.of(0, 1, 2), 40);
    // ⌈dm / 10⌉: 0 → 0, 10 → 1, 21 → 3, 30 → 3, 31 → 4.
    expect(rowsOf(pairs)).toEqual([
      [2, 1, 0],
      [1, 0, 10],
      [0, 0, 21],
      [1, 2, 30],
      [0, 2, 31],
    ]);
    expect([...pairs.stepOffsets]).toEqual([0, 1, 2, 2, 4, 5]);
    expect(pairs.count).toBe(5);
  });

  it('reach to the limit and no decimetre further', () => {
    expect(rowsOf(collectPairs(lists, Uint32Array.of(2), 30))).toEqual([[1, 0, 30]]);
    expect(rowsOf(collectPairs(lists, Uint32Array.of(2), 29))).toEqual([]);
  });

  it('number the houses as they were asked for, not as the lists do', () => {
    expect(rowsOf(collectPairs(lists, Uint32Array.of(2, 1), 30))).toEqual([
      [2, 1, 0],
      [1, 0, 30],
    ]);
  });
});
