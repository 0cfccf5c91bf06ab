import { describe, expect, it } from 'vitest';
import { createPlaceQuality } from '../../../src/questions/measures/place-quality.ts';
import { at, tinyCity } from '../../fixtures/tiny-city.ts';

const tiny = tinyCity();

describe('how a place lies', () => {
  it('is said by the way to stop, green and supermarket as the crow flies', () => {
    // The stop stands at (500, 520), the supermarket at (420, 480): 3-4-5 triangles to (800, 920) and (420, 880).
    expect(createPlaceQuality(tiny)(at(800, 920)).stopMeters).toBe(500);
    expect(createPlaceQuality(tiny)(at(420, 880)).supermarketMeters).toBe(400);
    expect(createPlaceQuality({ ...tiny, supplyAreas: [] })(at(500, 520))).toEqual({
      verdict: 'good',
      stopMeters: 0,
      greenMeters: null,
      supermarketMeters: 89,
    });
  });

  it('is poor where neither is near, and goes no farther than two kilometres', () => {
    const far = createPlaceQuality(tiny)(at(5000, 5000));
    expect(far).toMatchObject({ verdict: 'poor', stopMeters: 2000, greenMeters: 2000 });
  });

  it('is keine Angabe where the package knows neither', () => {
    expect(createPlaceQuality({ ...tiny, context: [], supplyAreas: [] })(at(0, 0))).toEqual({
      verdict: null,
      stopMeters: null,
      greenMeters: null,
      supermarketMeters: null,
    });
  });
});
