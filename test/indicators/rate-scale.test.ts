import { describe, expect, it } from 'vitest';
import { rateScale, scaled } from '../../src/indicators/rate-scale.ts';

describe('the scale of a rate', () => {
  it('is per 100 persons, per 10,000 for houses, per person for areas; scaled back it is the same number', () => {
    expect([rateScale('places'), rateScale('houses'), rateScale('square-meters')]).toEqual([100, 10_000, 1]);
    for (const rate of [0.57, 0.114, 0.059, 0.265]) expect(scaled(scaled(rate, 100), 1 / 100)).toBe(rate);
  });
});
