import { describe, expect, it } from 'vitest';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { rectangle, tinyCity } from '../../fixtures/tiny-city.ts';

describe('the points of a city', () => {
  it('sets the points of a site on a grid inside it, in the districts of the nearest cell', () => {
    const city = tinyCity();
    const large = { ...city.sites[0]!, geometry: rectangle(500, 500, 1000, 1000) };
    const { points } = createCityModel({ ...city, sites: [large] });
    const own = [...points.site.keys()].filter((p) => points.site[p] === 0);
    // 500 m × 500 m hold 5 × 5 points, 100 m apart.
    expect(own).toHaveLength(25);
    expect(own.reduce((sum, p) => sum + points.siteShare[p]!, 0)).toBeCloseTo(1, 12);
    for (const p of own) expect([points.districtOf[1]![p], points.districtOf[2]![p]]).toEqual([1, 3]);
  });

  it('keep those of the package in all scenarios, with what is missing as missing', () => {
    const city = tinyCity();
    const base = createCityModel(city);
    const other = createCityModel({ ...city, sites: [] }, 'all', base);
    expect(other.points.ofPackage).toBe(base.points.ofPackage);
    expect(other.points.count).toBe(other.points.packageCount);
    // Block (9, 9) states nobody; the persons of a site's points are none at the base year.
    expect(other.points.total[99]).toBeNaN();
    const own = [...base.points.site.keys()].filter((p) => base.points.site[p] === 0);
    expect(own.map((p) => base.points.total[p])).toEqual(own.map(() => 0));
    expect(base.points.x.subarray(0, 104)).toEqual(other.points.x);
    expect(createCityModel({ ...city, population: [...city.population] }, 'all', base).points.ofPackage).not.toBe(
      base.points.ofPackage,
    );
  });
});
