import { describe, expect, it } from 'vitest';
import type { SocialIndicator } from '../../../src/city/types.ts';
import { shelterShare, socialNear } from '../../../src/questions/sites/site-people.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { pointOf } from '../gap-map/small-town.ts';

const city = tinyCity();
const OST = [
  { id: 'amt:2', name: 'Ost' },
  { id: 'amt:22', name: 'Ost-Nord' },
];
const figure = (district: string, year: number, numerator: number | null, denominator = 200) => ({
  district,
  year,
  numerator,
  denominator,
  masked: numerator === null,
});
const social = (...rows: SocialIndicator['rows'][number][]): SocialIndicator[] => [
  { id: 'sgb2', de: 'SGB II', en: 'SGB II', date: null, source: 0, rows },
];

describe('social figures around a place', () => {
  it('are those of its smallest district that has any, in the latest year, beside the same of the city', () => {
    const rows = social(
      figure('amt:22', 2024, 90),
      figure('amt:22', 2025, 50),
      figure('amt:21', 2025, 10),
      figure('amt:11', 2025, null),
      figure('amt:2', 2025, 60),
    );
    // 50 of 200; in the city (50 + 10) of (200 + 200), for one part is masked and one has no figure.
    expect(socialNear(city, rows, OST)).toEqual([
      { id: 'sgb2', de: 'SGB II', en: 'SGB II', year: 2025, district: 'Ost-Nord', share: 0.25, cityShare: 0.15 },
    ]);
  });

  it('fall back to the larger district, and are left out where nothing is known', () => {
    const rows = social(figure('amt:22', 2025, null), figure('amt:2', 2023, 60), figure('amt:1', 2023, 20));
    expect(socialNear(city, rows, OST)).toMatchObject([{ district: 'Ost', year: 2023, share: 0.3, cityShare: 0.2 }]);
    expect(socialNear(city, social(figure('amt:1', 2025, 20)), OST)).toEqual([]);
  });
});

describe('places for refugees around a place', () => {
  const shelter = (key: string, x: number, places: number | null) =>
    house(key, key, x, 50, [offer('unterkunft', places)]);
  // 3 × 60 people in the west, 60 in the east.
  const population = [50, 150, 250, 650].map((x) => pointOf(x, 50, 10));

  it('are its borough’s share of the city’s places beside its share of the people', () => {
    const houses = [shelter('a', 100, 30), shelter('b', 700, 90), shelter('c', 800, null)];
    expect(shelterShare({ houses, population }, OST)).toEqual({
      district: 'Ost',
      places: 120,
      share: 90 / 120,
      peopleShare: 60 / 240,
    });
  });

  it('are not known without places, people or a borough', () => {
    expect(shelterShare({ houses: [shelter('c', 800, null)], population }, OST)).toBe(null);
    expect(shelterShare({ houses: [shelter('a', 100, 30)], population: [] }, OST)).toBe(null);
    expect(shelterShare({ houses: [shelter('a', 100, 30)], population }, [])).toBe(null);
  });
});
