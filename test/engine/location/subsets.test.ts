import { describe, expect, it } from 'vitest';
import { countSubsets, subsetsOf } from '../../../src/engine/location/subsets.ts';

describe('subsets', () => {
  it('are listed in the order of their places, each once', () => {
    expect([...subsetsOf(['a', 'b', 'c', 'd'], 2)].map((set) => set.join(''))).toEqual([
      'ab',
      'ac',
      'ad',
      'bc',
      'bd',
      'cd',
    ]);
    expect([...subsetsOf([1, 2], 0)]).toEqual([[]]);
    expect([...subsetsOf([1, 2], 3)]).toEqual([]);
  });

  it('are counted without listing them', () => {
    // 8 × 7 × 6 / (1 × 2 × 3) = 56; 500 × 499 × 498 × 497 × 496 / 120 = 255,244,687,600.
    expect(countSubsets(8, 3)).toBe(56);
    expect(countSubsets(500, 5)).toBe(255_244_687_600);
    expect(countSubsets(3, 5)).toBe(0);
    expect(countSubsets(5000, 200)).toBe(Number.POSITIVE_INFINITY);
  });
});
