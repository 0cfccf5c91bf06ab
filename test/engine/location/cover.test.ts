import { describe, expect, it } from 'vitest';
import {
  coverByCosts,
  coverByReach,
  coveredWeight,
  groupByCover,
  groupsBySite,
} from '../../../src/engine/location/cover.ts';
import { listsOf } from './random-towns.ts';
import { toMatrix } from './reference.ts';

// Sites 0 and 1 cover clients 0 and 2, site 1 alone client 1, nobody client 3.
const matrix = toMatrix([
  [5, 10],
  [11, 3],
  [1, 1],
  [20, Infinity],
]);
const weights = Float64Array.of(4, 2, 3, 7);

describe('cover', () => {
  it('includes the limit itself', () => {
    const cover = coverByCosts(matrix, 10);
    expect([...cover.offsets]).toEqual([0, 2, 3, 5, 5]);
    expect([...cover.sites]).toEqual([0, 1, 1, 0, 1]);
  });

  it('is the same from reach lists', () => {
    const lists = listsOf([
      { points: [0, 1, 2, 3], decimeters: [5, 11, 1, 20], places: 0 },
      { points: [2, 1, 0], decimeters: [1, 3, 10], places: 0 },
    ]);
    expect(coverByReach(lists, 4, 10)).toEqual(coverByCosts(matrix, 10));
  });

  it('groups clients with the same sites and counts whom nobody covers', () => {
    const groups = groupByCover(coverByCosts(matrix, 10), weights);
    expect([...groups.weights]).toEqual([7, 2]);
    expect([...groups.groupByClient]).toEqual([0, 1, 0, -1]);
    expect([...groups.offsets]).toEqual([0, 2, 3]);
    expect([...groups.sites]).toEqual([0, 1, 1]);
    expect(groups.uncoverable).toEqual({ clients: 1, weight: 7 });
    expect(groupsBySite(groups)).toEqual({ offsets: Uint32Array.of(0, 1, 3), groups: Uint32Array.of(0, 0, 1) });
    expect(coveredWeight(groups, [])).toBe(0);
    expect(coveredWeight(groups, [0])).toBe(7);
    expect(coveredWeight(groups, [0, 1])).toBe(9);
  });
});
