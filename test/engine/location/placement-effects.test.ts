import { describe, expect, it } from 'vitest';
import { createPlacementEffects, type PlacementEffect } from '../../../src/engine/location/placement-effects.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { knownOf, newHouses, randomSmallTown } from './random-towns.ts';

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
const freedAt = ({ freed }: PlacementEffect, key: number) => freed.amounts[freed.keys.indexOf(key)] ?? 0;

describe('the effect of new houses', () => {
  it('tells gained places from places given up elsewhere', () => {
    // House 0 (10 places) serves points 0 (6) and 1 (2) and keeps 2 places free: its pairs stand for themselves. House 1 (3 places) is
    // full with point 2 (5 children, 2 without a place): it counts as a whole.
    const known = knownOf(Float64Array.of(6, 2, 5), [
      { points: [0, 1], decimeters: [500, 600], places: 10 },
      { points: [2], decimeters: [500], places: 3 },
    ]);
    // The new house (9 places) is nearer for points 0 and 2: 6 move, and of point 2 the first 3 of 5 … all 9 places are taken.
    const effect = createPlacementEffects(known, 1)(newHouses([{ points: [0, 2], decimeters: [100, 200], places: 9 }]));
    // 6 + 3 = 9 taken. House 0 loses 6; house 1 keeps 2 of point 2's 5 and has 1 place free. Gain = 9 − 6 − 1 = 2: all are served.
    expect(effect.taken).toBeCloseTo(9, 9);
    expect(effect.gain).toBeCloseTo(2, 9);
    const pairOfPoint0 = known.pairs.points.indexOf(0);
    expect([...effect.freed.keys]).toEqual([pairOfPoint0, known.pairs.count + 1]);
    expect(effect.freed.amounts[0]).toBeCloseTo(6, 9);
    expect(effect.freed.amounts[1]).toBeCloseTo(1, 9);
  });

  it('adds up: taken = gain + freed, on 200 random towns', () => {
    const random = seededRandom(31);
    for (let round = 0; round < 200; round++) {
      const town = randomSmallTown(random, round % 2 === 0 ? 'none' : 'many');
      const effectOf = createPlacementEffects(knownOf(town.demand, town.houses), 3);
      const { gain, taken, freed } = effectOf(newHouses(town.plots.slice(0, 3)));
      if (round % 2 === 0) expect(gain + total(freed.amounts)).toBeCloseTo(taken, 4);
      expect(taken).toBeLessThanOrEqual(town.plots.slice(0, 3).reduce((sum, plot) => sum + plot.places, 0) + 1e-6);
    }
  });

  it('never takes fewer places with fewer rivals, nor frees fewer with more, where no point has two houses in the same metre', () => {
    const random = seededRandom(32);
    for (let round = 0; round < 200; round++) {
      const town = randomSmallTown(random, 'none');
      const effectOf = createPlacementEffects(knownOf(town.demand, town.houses), 3);
      const plots = newHouses(town.plots);
      const [a, b, c] = [plots[0]!, plots[1]!, plots[2]!];
      const all = effectOf([a, b, c]);
      const parts = [effectOf([a, b]), effectOf([c])];
      expect(all.taken).toBeLessThanOrEqual(parts[0]!.taken + parts[1]!.taken + 1e-5);
      expect(all.gain).toBeGreaterThanOrEqual(Math.max(parts[0]!.gain, parts[1]!.gain) - 1e-5);
      for (const part of parts) {
        for (const key of part.freed.keys) expect(freedAt(all, key)).toBeGreaterThanOrEqual(freedAt(part, key) - 1e-5);
      }
    }
  });
});
