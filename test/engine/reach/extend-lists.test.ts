import { describe, expect, it } from 'vitest';
import { type Attachments, attachPoints, createEdgeIndex } from '../../../src/engine/network/attach.ts';
import { extendLists } from '../../../src/engine/reach/extend-lists.ts';
import { createReachFinder, type ReachLists } from '../../../src/engine/reach/reach-lists.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { gridCity } from '../towns.ts';

const list = (houses: readonly (readonly (readonly [point: number, decimeters: number])[])[]): ReachLists => ({
  houseCount: houses.length,
  offsets: Uint32Array.from([0, ...houses.map((_, i) => houses.slice(0, i + 1).flat().length)]),
  points: Uint32Array.from(houses.flat(), ([point]) => point),
  decimeters: Uint32Array.from(houses.flat(), ([, decimeters]) => decimeters),
});

describe('reach lists for other last points', () => {
  it('drop those that are gone, renumber those that stay, and take in those that are new, in the order of their numbers', () => {
    // Points 0–2 stay. Old: 3, 4. New: 3 = none of them, 4 and 5 = old 3.
    const known = list([
      [
        [1, 50],
        [0, 20],
        [3, 70],
        [4, 90],
      ],
      [[2, 10]],
    ]);
    const searched = list([
      [
        [1, 30],
        [0, 40],
      ],
    ]);
    expect(extendLists(known, { firstLast: 3, oldOf: Int32Array.of(-1, 3, 3), searched })).toEqual(
      list([
        [
          [1, 50],
          [0, 20],
          [3, 40],
          [4, 70],
          [5, 70],
        ],
        [
          [2, 10],
          [3, 30],
        ],
      ]),
    );
  });

  it('are, entry for entry, those of a search, on 60 random towns', () => {
    const graph = gridCity({ blocks: 6, blockMeters: 100 });
    const index = createEdgeIndex(graph);
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed);
      // Some stand too far from every street: they are reached by air.
      const scatter = (count: number) =>
        attachPoints(
          index,
          Float64Array.from({ length: count }, () => random.between(-350, 950)),
          Float64Array.from({ length: count }, () => random.between(-350, 950)),
        );
      const join = (...parts: readonly Attachments[]) =>
        attachPoints(
          index,
          Float64Array.from(parts.flatMap(({ x }) => [...x])),
          Float64Array.from(parts.flatMap(({ y }) => [...y])),
        );
      const [people, gone, kept, added, houses] = [scatter(20), scatter(2), scatter(2), scatter(3), scatter(5)];
      const options = { limitDecimeters: 4000, detourFactor: 1.2 };
      const find = (points: Attachments, targets: Attachments, lastFrom?: number) =>
        createReachFinder(graph, points, lastFrom === undefined ? options : { ...options, lastFrom }).findAll(targets);
      const extended = extendLists(find(join(people, gone, kept), houses, 20), {
        firstLast: 20,
        // Two of the new ones stand before those kept, one behind.
        oldOf: Int32Array.of(-1, -1, 22, 23, -1),
        searched: find(houses, added),
      });
      const [first, second, third] = [0, 1, 2].map((i) =>
        attachPoints(index, added.x.slice(i, i + 1), added.y.slice(i, i + 1)),
      );
      expect(extended).toEqual(find(join(people, first!, second!, kept, third!), houses, 20));
    }
  });
});
