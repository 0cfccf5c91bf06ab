import { describe, expect, it } from 'vitest';
import { boundNodes } from '../../../src/engine/location/node-bounds.ts';
import { attachPoints, createEdgeIndex } from '../../../src/engine/network/attach.ts';
import { townGraph } from '../towns.ts';
import { knownOf } from './random-towns.ts';
import { gainsOfNodes, syntheticCity } from './synthetic-city.ts';

const SMALL = { side: 30, points: 300, houses: 12, plots: 1, limitDecimeters: 4000 };

describe('the bounds of nodes', () => {
  it('has a bound at every node that its gain keeps, in towns short of places or not', () => {
    for (const placesPer100 of [60, 90, 130]) {
      for (const seed of [1, 2, 3]) {
        const city = syntheticCity({ ...SMALL, placesPer100, seed });
        const gains = gainsOfNodes(city);
        const { bound, guess } = boundNodes(city.graph, city.points, city.known, SMALL.limitDecimeters, city.size);
        for (let node = 0; node < gains.length; node++) {
          expect(bound[node]).toBeGreaterThanOrEqual(gains[node]! - 1e-3);
          expect(bound[node]).toBeLessThanOrEqual(city.size);
          expect(guess[node]).toBeLessThanOrEqual(bound[node]!);
        }
      }
    }
  });

  it('count who has no place within the limit and who would leave a full house that others need', () => {
    // A street of 60 nodes, 10 m apart. House 0 stands at node 0 with 5 places: they go to the 5 children at node 5 (50 m); of the 6
    // children at node 9 (90 m) none has a place, and of the 2 children at node 50, whom nobody reaches, neither.
    const nodes = Array.from({ length: 60 }, (_, i) => [i * 10, 0] as const);
    const graph = townGraph(
      nodes,
      nodes.slice(1).map((_, i) => ({ a: i, b: i + 1 })),
    );
    const points = attachPoints(createEdgeIndex(graph), Float64Array.of(50, 90, 500), Float64Array.of(0, 0, 0));
    const known = knownOf(Float64Array.of(5, 6, 2), [{ points: [0, 1], decimeters: [500, 900], places: 5 }]);
    const { bound, guess } = boundNodes(graph, points, known, 1000, 9);
    // Node 9: 6 without a place, and 5 who would rather come (40 m instead of 50 m), whose places the 6 could have: min(9, 6 + 5) = 9;
    // 11 would come for 9 places: 11 × 9 / 11 = 9. Node 16: 70 m from node 9, 110 m from node 5: 6. Node 30: nobody. Node 45: 2.
    expect([9, 16, 30, 45].map((node) => bound[node])).toEqual([9, 6, 0, 2]);
    expect([9, 16, 30, 45].map((node) => guess[node])).toEqual([9, 6, 0, 2]);
  });
});
