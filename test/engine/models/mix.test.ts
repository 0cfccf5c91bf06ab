import { describe, expect, it } from 'vitest';
import { dissimilarity, locationQuotient } from '../../../src/engine/models/mix.ts';

describe('mix of an area', () => {
  it('is 0 where the group is spread like the rest and 100 where nobody shares an area', () => {
    expect(dissimilarity(Float64Array.of(100, 200), Float64Array.of(1000, 2000)).index).toBeCloseTo(0, 12);
    expect(dissimilarity(Float64Array.of(500, 0), Float64Array.of(500, 800)).index).toBeCloseTo(100, 12);
  });

  it('adds up on paper, leaves out small and unknown areas and counts them', () => {
    // Group 300 of 1,000 and 100 of 1,000: |300/400 − 700/1600| + |100/400 − 900/1600| = 0.3125 + 0.3125, × 50.
    const result = dissimilarity(Float64Array.of(300, 100, 50, NaN), Float64Array.of(1000, 1000, 299, 900));
    expect(result.index).toBeCloseTo(50 * (0.3125 + 0.3125), 12);
    expect([result.areasUsed, result.areasTooSmall, result.areasMissing]).toEqual([2, 1, 1]);
  });

  it('has no index without a group, and no quotient without inhabitants', () => {
    expect(dissimilarity(Float64Array.of(0, 0), Float64Array.of(500, 500)).index).toBeNull();
    expect(locationQuotient(10, 100, 50, 1000)).toBeCloseTo(2, 12);
    expect(locationQuotient(0, 0, 50, 1000)).toBeNull();
  });
});
