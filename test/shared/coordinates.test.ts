import { describe, expect, it } from 'vitest';
import { haversineDecimeters, lonLat, metric, roundCentimeters, roundDegrees } from '../../src/shared/coordinates.ts';

describe('coordinates', () => {
  it('are rounded to 1e-7° and to centimetres as soon as they are made', () => {
    expect(lonLat(9.18000004, 48.77999996)).toEqual([9.18, 48.78]);
    expect(metric(513_000.004, 5_400_000.006)).toEqual([513_000, 5_400_000.01]);
    expect([roundDegrees(0.1 + 0.2), roundCentimeters(0.1 + 0.2)]).toEqual([0.3, 0.3]);
  });

  it('are as far apart as the great circle says, in whole decimetres', () => {
    // A degree along a meridian or the equator: 2 π × 6,371,008.8 m / 360 = 111,195.08 m.
    expect(haversineDecimeters(9, 48, 9, 49)).toBe(1_111_951);
    expect(haversineDecimeters(9, 0, 10, 0)).toBe(1_111_951);
    // At 60° north a degree of longitude is half as long.
    expect(haversineDecimeters(9, 60, 9.01, 60)).toBe(Math.round(1_111_951 / 200));
    expect(haversineDecimeters(9, 48, 9, 48)).toBe(0);
    // Half around the earth: π × 6,371,008.8 m.
    expect(haversineDecimeters(0, 0, 180, 0)).toBe(Math.round(Math.PI * 63_710_088));
  });
});
