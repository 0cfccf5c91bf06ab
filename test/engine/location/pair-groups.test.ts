import { describe, expect, it } from 'vitest';
import { endSteps, groupPairs, keepPairs, stepOfPairs } from '../../../src/engine/location/pair-groups.ts';
import { knownOf } from './random-towns.ts';

describe('pairs by point and by house', () => {
  // Point 0 (8 children) reaches house 0 (5 places) at 10 m and house 1 (9 places) at 20 m; point 1 (4 children) reaches house 1 at
  // 20 m too. House 0 takes 5 of point 0, house 1 the other 3 and the 4 of point 1: 9 − 7 = 2 places stay free.
  const known = knownOf(Float64Array.of(8, 4), [
    { points: [0], decimeters: [100], places: 5 },
    { points: [0, 1], decimeters: [200, 200], places: 9 },
  ]);
  const { pairs, allocation } = known;
  const steps = stepOfPairs(pairs, 1);
  const byPoint = groupPairs(pairs.points, known.demand, allocation.flow, steps);
  const byHouse = groupPairs(pairs.houses, known.capacity, allocation.flow, steps);

  it('know what is left before each pair and in the end', () => {
    expect([...steps]).toEqual([10, 20, 20, 0]);
    expect([...byPoint.before]).toEqual([8, 3, 4]);
    expect([...byPoint.rest]).toEqual([0, 0]);
    expect([...byHouse.before]).toEqual([5, 9, 9]);
    expect([...byHouse.rest]).toEqual([0, 2]);
    expect([...byHouse.first]).toEqual([0, 1, 1]);
  });

  it('know the last step before which something is left', () => {
    expect([...endSteps(byPoint, steps, 1e-9)]).toEqual([20, 20]);
    expect([...endSteps(byHouse, steps, 1e-9)]).toEqual([10, Number.POSITIVE_INFINITY]);
    const nobody = groupPairs(new Uint32Array(0), Float64Array.of(0, 3), new Float64Array(0), steps);
    expect([...endSteps(nobody, steps, 1e-9)]).toEqual([-1, Number.POSITIVE_INFINITY]);
  });

  it('can be kept in part', () => {
    const kept = keepPairs(byHouse, (pair) => pair !== 1);
    expect([...kept.offsets]).toEqual([0, 1, 2]);
    expect([...kept.pairs]).toEqual([0, 2]);
  });
});
