import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../../src/pipeline/population/apportion.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('splitting a whole number', () => {
  it('gives each its share where that is whole', () => {
    expect(apportion(12, [1, 2, 3])).toEqual([2, 4, 6]);
  });

  it('gives what is left to the largest remainders: 10 over 1:1:1 is 3⅓ each, the first gets the one over', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    // 7 × 2/9 = 1 rest 5, 7 × 3/9 = 2 rest 3, 7 × 4/9 = 3 rest 1: one is left, for the first.
    expect(apportion(7, [2, 3, 4])).toEqual([2, 2, 3]);
  });

  it('gives nothing where the weight or the number is 0', () => {
    expect(apportion(5, [0, 1, 0])).toEqual([0, 5, 0]);
    expect(apportion(0, [3, 1])).toEqual([0, 0]);
  });

  it('is exact where products leave the range of exact numbers', () => {
    expect(apportion(4_000_000_001, [6_000_000_000_000, 2_000_000_000_000])).toEqual([3_000_000_001, 1_000_000_000]);
  });

  it('refuses weights of nothing', () => {
    expect(() => apportion(5, [0, 0])).toThrow(RangeError);
    expect(() => apportion(5, [])).toThrow(RangeError);
  });

  it('adds up, and is off by less than one everywhere', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 40 })
      .filter((w) => sum(w) > 0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), weights, (total, given) => {
        const parts = apportion(total, given);
        expect(sum(parts)).toBe(total);
        given.forEach((weight, i) => {
          expect(Math.abs((parts[i] as number) - (total * weight) / sum(given))).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });
});
