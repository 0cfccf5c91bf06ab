import { describe, expect, it } from 'vitest';
import { findBestAnywhere } from '../../../src/engine/location/best-anywhere.ts';
import { finish } from './solve.ts';
import { CITY_S, gainsOfNodes, syntheticCity } from './synthetic-city.ts';

const SMALL = { side: 30, points: 300, houses: 12, plots: 1, limitDecimeters: 4000 };

describe('the best place anywhere', () => {
  it('finds the list that computing every node gives', () => {
    for (const placesPer100 of [70, 100, 130]) {
      const city = syntheticCity({ ...SMALL, placesPer100, seed: 4 });
      const gains = gainsOfNodes(city).map((gain) => Math.round(gain * 1000) / 1000);
      const meters = (a: number, b: number) =>
        Math.hypot(city.graph.x[a]! - city.graph.x[b]!, city.graph.y[a]! - city.graph.y[b]!) / 100;
      const expected: number[] = [];
      for (const node of [...gains.keys()].sort((a, b) => gains[b]! - gains[a]! || a - b)) {
        if (city.graph.componentSize[node]! < 50 || expected.length === 4 || gains[node]! <= 0) continue;
        if (expected.every((other) => meters(node, other) >= 200)) expected.push(node);
      }
      const result = finish(
        findBestAnywhere(city.graph, city.points, city.finder, city.known, {
          size: city.size,
          limitDecimeters: SMALL.limitDecimeters,
          count: 4,
          apartMeters: 200,
          mostComputed: 5000,
        }),
      );
      expect(result.proven).toBe(true);
      expect(result.places.map(({ gain }) => gain)).toEqual(expected.map((node) => gains[node]));
      expect(result.bound).toBeGreaterThanOrEqual(Math.max(...gains));
      expect(result.computed).toBeLessThanOrEqual(city.graph.nodeCount);
    }
  });

  it('says what it may have missed when it may compute only a few nodes', () => {
    const city = syntheticCity({ ...SMALL, placesPer100: 130, seed: 5 });
    const best = Math.max(...gainsOfNodes(city));
    const result = finish(
      findBestAnywhere(city.graph, city.points, city.finder, city.known, {
        size: city.size,
        limitDecimeters: SMALL.limitDecimeters,
        mostComputed: 6,
      }),
    );
    expect(result.computed).toBe(6);
    expect(result.proven).toBe(false);
    expect(result.bound).toBeGreaterThanOrEqual(best - 1e-3);
  });

  it('proves ten places in the reference city that fill up, among 150,000 nodes', () => {
    const city = syntheticCity({ ...CITY_S, placesPer100: 95, plots: 1, seed: 6 });
    const options = { size: city.size, limitDecimeters: CITY_S.limitDecimeters };
    const start = performance.now();
    const result = finish(findBestAnywhere(city.graph, city.points, city.finder, city.known, options));
    console.log(`anywhere in S: ${result.computed} nodes computed, ${Math.round(performance.now() - start)} ms`);
    expect(result.places).toHaveLength(10);
    expect(result.places.every(({ gain }) => gain === city.size)).toBe(true);
    expect(result.proven).toBe(true);
  });

  it('finds nothing where nobody is without a place', () => {
    const city = syntheticCity({ ...SMALL, placesPer100: 100, seed: 7 });
    const known = { ...city.known, demand: new Float64Array(city.known.demand.length) };
    const nobody = {
      ...known,
      allocation: {
        ...known.allocation,
        served: known.demand,
        taken: known.capacity.map(() => 0),
        flow: known.allocation.flow.map(() => 0),
      },
    };
    const options = { size: 20, limitDecimeters: SMALL.limitDecimeters };
    expect(finish(findBestAnywhere(city.graph, city.points, city.finder, nobody, options))).toEqual({
      places: [],
      computed: 0,
      bound: 0,
      proven: true,
    });
  });
});
