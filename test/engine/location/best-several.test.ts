import { describe, expect, it } from 'vitest';
import { findBestSeveral, type SeveralResult } from '../../../src/engine/location/best-several.ts';
import { subsetsOf } from '../../../src/engine/location/subsets.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { knownOf, newHouses, randomSmallTown, type SmallTown, servedIn } from './random-towns.ts';
import { finish } from './solve.ts';
import { CITY_S, syntheticCity } from './synthetic-city.ts';

/** Gain of some plots of a small town, by the full allocation. */
function gainOf({ demand, houses, plots }: SmallTown, set: readonly number[]): number {
  return servedIn(demand, [...houses, ...set.map((plot) => plots[plot]!)]) - servedIn(demand, houses);
}

function bestByTryingAll(town: SmallTown, most: number): number {
  let best = 0;
  for (let size = 1; size <= most; size++) {
    for (const set of subsetsOf([...town.plots.keys()], size)) best = Math.max(best, gainOf(town, set));
  }
  return best;
}

function solve(town: SmallTown, most: number, more: object = {}): SeveralResult {
  return finish(findBestSeveral(knownOf(town.demand, town.houses), newHouses(town.plots), { most, ...more }));
}

/** Makes the search go its way for large cases: nothing is tried as a whole, neighbourhoods of three. */
const AS_IF_LARGE = { tryAllUpTo: 0, neighbourhoods: [3], enoughShare: 0 };

describe('the best of several plots', () => {
  it('finds two plots that help only together, which the sum of single gains would miss', () => {
    // One child each at points 0, 1, 2; houses A and B with one place. Point 0 has A (100 m), point 1 would rather have A (200 m) but
    // goes to B (250 m), point 2 reaches only A (280 m) and has no place. Plot X (150 m from point 1) alone: point 1 comes, B is empty,
    // nobody gains. Plot Y (50 m from point 0) alone: point 0 comes, point 1 takes A, B is empty, nobody gains. Both: A is left for
    // point 2. So gain(X) + gain(Y) = 0, gain(X and Y) = 1.
    const town: SmallTown = {
      demand: Float64Array.of(1, 1, 1),
      houses: [
        { points: [0, 1, 2], decimeters: [1000, 2000, 2800], places: 1 },
        { points: [1], decimeters: [2500], places: 1 },
      ],
      plots: [
        { points: [1], decimeters: [1500], places: 1 },
        { points: [0], decimeters: [500], places: 1 },
      ],
    };
    expect(gainOf(town, [0])).toBeCloseTo(0, 9);
    expect(gainOf(town, [1])).toBeCloseTo(0, 9);
    expect(solve(town, 2)).toEqual({ chosen: [0, 1], gain: 1, bound: 1, gapShare: 0, triedAll: true });
    expect(solve(town, 2, AS_IF_LARGE).bound).toBeGreaterThanOrEqual(1);
  });

  it('knows that one house more can leave more people without a place where two are equally far', () => {
    // Points A and B (1 child each) share house 1 (1 place, 100 m); B may also go to house 2 (200 m). A house with 0.01 places at 100 m
    // from A lets A ask for half a place only: house 1 gives A 1/3 instead of 1/2 in the first round, and B, who has house 2, 2/3.
    const base: SmallTown = {
      demand: Float64Array.of(1, 1),
      houses: [
        { points: [0, 1], decimeters: [1000, 1000], places: 1 },
        { points: [1], decimeters: [2000], places: 1 },
      ],
      plots: [{ points: [0], decimeters: [1000], places: 0.01 }],
    };
    // Served before: 1/2 + 1. After: 1/3 + 0.01 + 1.
    expect(gainOf(base, [0])).toBeCloseTo(1 / 3 + 0.01 - 1 / 2, 6);
    expect(solve(base, 1).chosen).toEqual([]);
  });

  it('equals trying all sets on 200 random small towns, with and without ties', () => {
    const random = seededRandom(41);
    for (let round = 0; round < 200; round++) {
      const town = randomSmallTown(random, round % 2 === 0 ? 'none' : 'many');
      const most = 1 + (round % 3);
      const result = solve(town, most);
      expect(result.triedAll).toBe(true);
      expect(result.gain).toBeCloseTo(bestByTryingAll(town, most), 2);
      expect(result.bound).toBe(result.gain);
      expect(gainOf(town, result.chosen)).toBeCloseTo(result.gain, 2);
    }
  });

  it('stays between value and bound when it may not try all sets, on 200 random small towns', () => {
    const random = seededRandom(42);
    let best = 0;
    let found = 0;
    let bound = 0;
    let sumBelowBest = 0;
    for (let round = 0; round < 200; round++) {
      const town = randomSmallTown(random, round % 2 === 0 ? 'none' : 'many');
      const most = 2 + (round % 3);
      const result = solve(town, most, AS_IF_LARGE);
      const truth = bestByTryingAll(town, most);
      // Proven without ties; with ties it has not been seen to fail.
      expect(result.bound).toBeGreaterThanOrEqual(truth - 1e-3);
      expect(result.gain).toBeLessThanOrEqual(truth + 1e-3);
      expect(gainOf(town, result.chosen)).toBeCloseTo(result.gain, 2);
      const singles = [...town.plots.keys()].map((plot) => gainOf(town, [plot])).sort((a, b) => b - a);
      if (singles.slice(0, most).reduce((sum, gain) => sum + gain, 0) < truth - 1e-3) sumBelowBest++;
      best += truth;
      found += result.gain;
      bound += result.bound;
    }
    expect(found / best).toBeGreaterThan(0.99);
    expect(bound / best).toBeLessThan(1.1);
    // In several towns the sum of single gains would have been no bound.
    expect(sumBelowBest).toBeGreaterThan(0);
  });

  it('is within 10 % of its bound for 5 of 500 plots of the reference city, short of places or not', () => {
    for (const placesPer100 of [90, 105, 120]) {
      const city = syntheticCity({ ...CITY_S, placesPer100, seed: 3 });
      const result = finish(findBestSeveral(city.known, city.plots, { most: 5 }));
      console.log(`S, ${placesPer100} places per 100: gain ${result.gain}, at most ${result.bound}`);
      expect(result.chosen).toHaveLength(5);
      expect(result.gain).toBeLessThanOrEqual(5 * city.size);
      expect(result.bound / result.gain).toBeLessThan(1.1);
    }
  });

  it('chooses nothing where nobody is without a place', () => {
    const town: SmallTown = {
      demand: Float64Array.of(5),
      houses: [{ points: [0], decimeters: [100], places: 5 }],
      plots: [{ points: [0], decimeters: [50], places: 5 }],
    };
    const nothing = { chosen: [], gain: 0, bound: 0, gapShare: 0 };
    expect(solve(town, 3)).toEqual({ ...nothing, triedAll: true });
    expect(solve(town, 3, AS_IF_LARGE)).toMatchObject(nothing);
    expect(solve({ ...town, plots: [] }, 3)).toEqual({ ...nothing, triedAll: true });
  });
});
