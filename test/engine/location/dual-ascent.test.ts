import { describe, expect, it } from 'vitest';
import { raiseDual } from '../../../src/engine/location/dual-ascent.ts';

describe('dual ascent', () => {
  it('climbs a concave function with corners to its top and keeps the best', () => {
    // min(x, 4 − x) + min(y, 2): its top is 2 + 2 at x = 2, y ≥ 2.
    const compute = (at: Float64Array, slope: Float64Array) => {
      slope[0] = at[0]! < 2 ? 1 : -1;
      slope[1] = at[1]! < 2 ? 1 : 0;
      return Math.min(at[0]!, 4 - at[0]!) + Math.min(at[1]!, 2);
    };
    const range = { lower: new Float64Array(2), upper: Float64Array.of(10, 10) };
    const { value, multipliers } = raiseDual(new Float64Array(2), compute, { ...range, target: 4.5, rounds: 500 });
    expect(value).toBeGreaterThan(3.99);
    expect(value).toBeLessThanOrEqual(4);
    expect(compute(multipliers, new Float64Array(2))).toBe(value);
  });

  it('stays within the range of its multipliers', () => {
    const compute = (at: Float64Array, slope: Float64Array) => {
      slope[0] = 1;
      return at[0]!;
    };
    const range = { lower: new Float64Array(1), upper: Float64Array.of(3) };
    expect(raiseDual(new Float64Array(1), compute, { ...range, target: 100, rounds: 50 }).value).toBe(3);
  });
});
