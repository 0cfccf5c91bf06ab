import { describe, expect, it } from 'vitest';
import { ageWeights, personsOfAges, schoolAges } from '../../../src/engine/population/ages.ts';

const bands = [
  { from: 0, to: 3 },
  { from: 3, to: 6 },
  { from: 6, to: 10 },
  { from: 10, to: 25 },
  { from: 25, to: null },
];

describe('persons of an age interval', () => {
  it('are whole bands where they fit', () => {
    expect(ageWeights(bands, { from: 0, to: 3 })).toEqual({
      weights: Float64Array.of(1, 0, 0, 0, 0),
      totalWeight: 0,
      estimated: false,
    });
    expect([...ageWeights(bands, { from: 3, to: 10 })!.weights]).toEqual([0, 1, 1, 0, 0]);
    expect([...ageWeights(bands, { from: 25, to: null })!.weights]).toEqual([0, 0, 0, 0, 1]);
  });

  it('cut a closed band of at most ten years in proportion, and say so', () => {
    // 3 to under 6.5: the whole band 3–<6 and half a year of the four of 6–<10.
    const weights = ageWeights(bands, { from: 3, to: 6.5 })!;
    expect([...weights.weights]).toEqual([0, 1, 0.5 / 4, 0, 0]);
    expect(weights.estimated).toBe(true);
  });

  it('are missing where a wide or open band would have to be cut, or no band covers the ages', () => {
    expect(ageWeights(bands, { from: 12, to: 18 })).toBeNull();
    expect(ageWeights(bands, { from: 65, to: null })).toBeNull();
    expect(
      ageWeights(
        [
          { from: 0, to: 3 },
          { from: 3, to: 6 },
        ],
        { from: 3, to: 6.5 },
      ),
    ).toBeNull();
    expect(ageWeights([], { from: 0, to: 3 })).toBeNull();
  });

  it('are the total for all ages, even where bands leave a remainder', () => {
    const weights = ageWeights([{ from: 0, to: 6 }], { from: 0, to: null })!;
    expect([...personsOfAges(weights, [Float64Array.of(10, 20)], () => Float64Array.of(100, NaN))]).toEqual([100, NaN]);
  });

  it('are missing at a point whose band is missing, and only there', () => {
    const weights = ageWeights(
      [
        { from: 0, to: 3 },
        { from: 3, to: 6 },
      ],
      { from: 0, to: 3 },
    )!;
    const bands = [Float64Array.of(4, NaN), Float64Array.of(NaN, 7)];
    expect([...personsOfAges(weights, bands, () => Float64Array.of(50, 60))]).toEqual([4, NaN]);
  });

  it('grow with the factors of their place; points without a place keep their persons', () => {
    const weights = ageWeights(
      [
        { from: 0, to: 2 },
        { from: 2, to: 6 },
      ],
      { from: 0, to: 3 },
    )!;
    const bands = [Float64Array.of(10, 10, 10), Float64Array.of(8, 8, 8)];
    const scale = { factors: [Float64Array.of(1, 2), Float64Array.of(0.5, 1)], of: Uint32Array.of(1, 0) };
    const none = () => new Float64Array(3);
    // The first band and a quarter of the second: 10 × 2 + 8 × 1 / 4, 10 × 1 + 8 × 0.5 / 4, 10 + 8 / 4.
    expect([...personsOfAges(weights, bands, none, scale)]).toEqual([22, 11, 12]);
  });

  it('follow the school cut-off of the city', () => {
    expect(schoolAges({ from: 6.5, to: 10.5 }, '06-30')).toEqual({ from: 6.5, to: 10.5 });
    expect(schoolAges({ from: 6.5, to: 10.5 }, '09-30')).toEqual({ from: 6.25, to: 10.25 });
  });
});
