import { describe, expect, it } from 'vitest';
import { flowsBetweenDistricts, sumByDistrict } from '../../../src/engine/models/districts.ts';

describe('district sums', () => {
  it('add up to the city, leave out what lies outside, and keep missing values missing', () => {
    const districtOf = Int32Array.of(0, 1, 0, -1);
    expect([...sumByDistrict(Float64Array.of(1, 2, 4, 8), districtOf, 3)]).toEqual([1 + 4, 2, 0]);
    expect([...sumByDistrict(Float64Array.of(1, NaN, 4, 8), districtOf, 3)]).toEqual([5, NaN, 0]);
  });

  it('say who uses whose places', () => {
    const pairs = { points: Uint32Array.of(0, 0, 1), houses: Uint32Array.of(0, 1, 1) };
    const flows = flowsBetweenDistricts(Float64Array.of(3, 2, 7), pairs, Int32Array.of(0, 1), Int32Array.of(0, 1), 2);
    // From 0 into 0: 3, from 0 into 1: 2, from 1 into 1: 7.
    expect([...flows]).toEqual([3, 2, 0, 7]);
  });
});
