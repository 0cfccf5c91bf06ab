import { describe, expect, it } from 'vitest';
import { joinLists, joinTargets } from '../../../src/engine/reach/join-lists.ts';

/** Entrances 0 and 1 lead into park 0, entrance 2 into park 2; park 1 has none. */
const ownerOf = Uint32Array.of(0, 0, 2);

describe('the lists of access points', () => {
  it('make one list for each area, with the nearest access of each point, and the last points behind', () => {
    const lists = {
      houseCount: 3,
      offsets: Uint32Array.of(0, 3, 5, 6),
      // Point 4 is one of the last: it stands behind, though the first entrance finds it first.
      points: Uint32Array.of(4, 1, 0, 0, 2, 1),
      decimeters: Uint32Array.of(10, 20, 90, 30, 40, 5),
    };
    expect(joinLists(lists, ownerOf, 3, { pointCount: 5, lastFrom: 3 })).toEqual({
      houseCount: 3,
      offsets: Uint32Array.of(0, 4, 4, 5),
      points: Uint32Array.of(1, 0, 2, 4, 1),
      decimeters: Uint32Array.of(20, 30, 40, 10, 5),
    });
  });

  it('that lead to access points lead to their areas, each at its nearest one', () => {
    const lists = {
      houseCount: 2,
      offsets: Uint32Array.of(0, 3, 4),
      points: Uint32Array.of(1, 0, 2, 2),
      decimeters: Uint32Array.of(70, 50, 60, 8),
    };
    expect(joinTargets(lists, ownerOf)).toEqual({
      houseCount: 2,
      offsets: Uint32Array.of(0, 2, 3),
      points: Uint32Array.of(0, 2, 2),
      decimeters: Uint32Array.of(50, 60, 8),
    });
  });
});
