import { describe, expect, it } from 'vitest';
import { findLeastEnough, type Verdict } from '../../../src/engine/location/bisection.ts';

/** Runs a search whose costs from `enough` on are enough; counts the questions. */
function search(costs: readonly number[], enough: number, verdict: (cost: number) => Verdict) {
  let asked = 0;
  const work = findLeastEnough(costs, function* (cost): Generator<number, Verdict, boolean> {
    asked++;
    const isEnough = yield cost;
    return isEnough ? verdict(cost) : false;
  });
  let step = work.next();
  while (step.done !== true) step = work.next(step.value >= enough);
  return { found: step.value, asked };
}

describe('bisection', () => {
  it('finds the least cost that is enough with few questions', () => {
    const costs = Array.from({ length: 1000 }, (_, i) => i * 3);
    for (const enough of [0, 1, 300, 2997]) {
      const { found, asked } = search(costs, enough, (cost) => ({ needed: cost }));
      expect(found).toBe(Math.ceil(enough / 3) * 3);
      expect(asked).toBeLessThanOrEqual(10);
    }
  });

  it('uses what an answer really needed', () => {
    // The first answer, for 10, shows that 4 would do: next is asked 2, then 3.
    expect(search([1, 2, 3, 4, 10, 20, 30, 40], 4, () => ({ needed: 4 }))).toEqual({ found: 4, asked: 3 });
  });

  it('returns Infinity where nothing is enough, and null where that could not be found out', () => {
    expect(search([1, 2, 3], 9, () => false).found).toBe(Infinity);
    expect(search([], 9, () => false).found).toBe(Infinity);
    expect(search([1, 2, 3], 1, () => null).found).toBe(null);
  });
});
