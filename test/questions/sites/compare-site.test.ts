import { describe, expect, it } from 'vitest';
import { compareSite, yearPair } from '../../../src/questions/sites/compare-site.ts';
import { garden, gardenIn, oneKita, peopleOf, QUESTION, townWith, within } from './site-scene.ts';

describe('a city with a site and without it', () => {
  it('counts the site in one whatever its stage and not in the other, and leaves the city given as it is', () => {
    const city = townWith({ sites: [{ ...garden, stage: 1, infill: true, sideState: 'dormant' }] });
    const compared = compareSite(city, city.sites[0]!);
    expect(compared.with.city.sites[0]).toMatchObject({ stage: 14, infill: false, sideState: null });
    expect(compared.without.city.sites[0]).toMatchObject({ sideState: 'abandoned' });
    expect(city.sites[0]).toMatchObject({ stage: 1, infill: true, sideState: 'dormant' });
    expect(compared.number).toBe(0);
  });

  it('adds a site that is only tried behind those of the city', () => {
    const city = townWith({ sites: [garden] });
    const compared = compareSite(city, { ...garden, id: 'tried' });
    expect([compared.number, compared.with.city.sites.length]).toEqual([1, 2]);
  });

  it('knows whether the forecast has it already, and takes it out of the listed ones', () => {
    const forecast = {
      ...townWith().forecast!,
      containsNewHousing: 'listed' as const,
      listedSites: [{ siteId: garden.id, dwellings: 120 }],
    };
    const listed = compareSite(townWith({ forecast }), garden);
    expect(listed.inForecast).toBe(true);
    expect(listed.with.city.forecast!.listedSites).toEqual([]);
    expect(compareSite(townWith(), garden).inForecast).toBe(false);
  });

  it('is one and the same before anybody moves in; afterwards it differs by the people of the site alone', () => {
    const indicator = within('kita-u3', 2000);
    const before = gardenIn(oneKita(10), indicator, 2028).pair;
    expect(before.with).toBe(before.without);
    const { compared, pair } = gardenIn(oneKita(10), indicator, 2031);
    const without = peopleOf(compared.without, indicator, 2031);
    const more = peopleOf(compared.with, indicator, 2031).map((persons, p) => persons - without[p]!);
    const { points } = compared.with;
    const changed = more.flatMap((value, p) => (Math.abs(value) > 1e-9 ? [points.site[p]] : []));
    expect(changed.length).toBeGreaterThan(0);
    expect(new Set(changed)).toEqual(new Set([compared.number]));
    const { from, persons } = pair.with.atSites;
    expect([...persons]).toEqual(peopleOf(compared.with, indicator, 2031).slice(from));
  });

  it('goes on after the last year of the package where it ends before the children come to school, and only there', () => {
    const years = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
    const yearsOf = (forecast: null | undefined, firstOccupancy: number | null) =>
      compareSite(townWith(forecast === null ? { forecast } : {}), { ...garden, firstOccupancy, phases: [] }).with.city
        .identity.years;
    const late = [2032, 2033, 2036, 2039, 2043, 2047, 2062];
    expect(yearsOf(null, 2032)).toEqual([...years, ...late]);
    expect(yearsOf(null, 2025)).toEqual([...years, 2032, 2036, 2040, 2055]);
    expect(yearsOf(null, 2024)).toEqual(years);
    expect(yearsOf(null, null)).toEqual(years);
    expect(yearsOf(undefined, 2032)).toEqual([...years, ...late]);
  });

  it('then has the people of the site beside those who are known last', () => {
    const city = townWith({ ...oneKita(10), forecast: null });
    const late = { ...garden, firstOccupancy: 2032, phases: [] };
    const compared = compareSite(city, late);
    const persons = (year: number) => {
      const { without, with: counting } = yearPair(compared, within('kita-u3', 2000), QUESTION, year, 'middle');
      return [without.result.levels[0]![0]!.persons!, counting.result.levels[0]![0]!.persons!] as const;
    };
    const [before, same] = persons(2031);
    expect(same).toBe(before);
    const [without, counting] = persons(2036);
    expect(without).toBe(before);
    expect(counting).toBeGreaterThan(without);
  });
});
