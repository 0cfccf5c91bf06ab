import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../src/city/types.ts';
import { describeDistrict } from '../../src/questions/describe-district.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const describeById = (wanted: string, of: CityContent = city) =>
  describeDistrict(of, of.districts.find(({ id }) => id === wanted)!);

describe('a district', () => {
  const details = describeById('amt:11');

  it('adds up its demand points', () => {
    // Blocks (c, r) with c, r < 5: 20 + 5 × ((c + 2r) mod 10), but 3 in (0, 0).
    let expected = 3 - 20;
    for (let row = 0; row < 5; row++)
      for (let column = 0; column < 5; column++) expected += 20 + 5 * ((column + 2 * row) % 10);
    expect(details.inhabitants).toBe(expected);
    expect(details.bands.map(({ persons }) => persons)).toEqual(
      [0.05, 0.05, 0.1, 0.1, 0.5, 0.2].map((share) => Math.round(expected * share)),
    );
    expect(details.populationGrade).toBe('official');
  });

  it('knows its place in the city and its houses', () => {
    expect(details.parentName).toBe('West');
    expect(describeById('amt:1').children).toEqual([
      { id: 'amt:12', name: 'West-Nord' },
      { id: 'amt:11', name: 'West-Süd' },
    ]);
    // Kita Bachgasse (130, 420) and Hort Südstadt (260, 140).
    expect(details.houseCount).toBe(2);
    expect(details.areaSquareMeters).toBeCloseTo(500 * 500, 0);
  });

  it('counts demand points without a figure instead of taking them as nobody', () => {
    expect(describeById('amt:22').unknownPoints).toBe(1);
    expect(details.unknownPoints).toBe(0);
  });

  it('has no figures, not zero, where no demand point knows any', () => {
    const unknown: CityContent = {
      ...city,
      population: city.population.map((point) => ({ ...point, total: null, persons: point.persons.map(() => null) })),
    };
    const found = describeById('amt:11', unknown);
    expect(found.inhabitants).toBeNull();
    expect(found.inhabitantsMasked).toBe(false);
    expect(found.bands[0]).toEqual({ band: { from: 0, to: 3 }, persons: null, masked: false });
    expect(found.unknownPoints).toBe(25);
    expect(found.populationGrade).toBeNull();
  });

  it('keeps a small count back together with a second one, so that no difference gives it away', () => {
    const bands = [2, 30, 40, 50, 200, 60];
    const small: CityContent = {
      ...city,
      population: [
        { ...city.population[0]!, id: 'a', districts: ['amt:1', 'amt:11'], total: 382, persons: bands },
        {
          ...city.population[0]!,
          id: 'b',
          districts: ['amt:1', 'amt:12'],
          total: 410,
          persons: [30, 30, 40, 50, 200, 60],
        },
      ],
    };
    const found = describeById('amt:11', small);
    expect(found.bands.map(({ masked }) => masked)).toEqual([true, true, false, false, false, false]);
    expect(found.bands.map(({ persons }) => persons)).toEqual([null, null, 40, 50, 200, 60]);
    // The neighbour's figures of the same ages would give them away against the sum of the Stadtbezirk.
    expect(describeById('amt:12', small).bands.map(({ masked }) => masked)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
