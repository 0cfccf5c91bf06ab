import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, plainCity } from './ask.ts';

describe('gaps of a service', () => {
  const city = plainCity();
  const inside = city.population.filter((point) => !point.outside);

  it('count the persons, the demand, the capacity and the balance on paper', () => {
    const { result } = ask(city, 'kita-u3');
    const row = result.levels[0]![0]!;
    const bands = city.identity.bands;
    const under3 = inside.reduce(
      (total, point) =>
        total +
        bands.reduce((all, band, b) => all + (band.to !== null && band.to <= 3 ? (point.persons[b] ?? 0) : 0), 0),
      0,
    );
    expect(row.persons).toBeCloseTo(under3, 6);
    expect(row.demand).toBeCloseTo(under3 * 0.62, 6);
    // Only Kita Bachgasse states U3 places: 20. Kita Löwenzahn and St. Michael state none.
    expect(row.capacity).toBe(20);
    expect([row.houses, row.housesWithoutCapacity]).toEqual([3, 2]);
    expect(row.balance).toBeCloseTo(20 - under3 * 0.62, 6);
    expect(row.supplyRate).toBeCloseTo((20 * 100) / under3, 6);
    expect(row.pointsMissing).toBe(1);
    expect(result.indicator).toBe('kita-u3@1');
  });

  it('reach more when the limit grows, and refuse a limit of 0 or beyond the largest', () => {
    const covered = [150, 300, 600, 900, 2000].map(
      (limitMeters) => ask(city, 'kita-ue3', { limitMeters }).result.levels[0]![0]!.personsWithinReach!,
    );
    for (let i = 1; i < covered.length; i++) expect(covered[i]!).toBeGreaterThanOrEqual(covered[i - 1]!);
    expect(() => ask(city, 'kita-ue3', { limitMeters: 0 })).toThrow('gap.limit-invalid');
    expect(() => ask(city, 'kita-ue3', { limitMeters: 2001 })).toThrow('gap.limit-too-large');
  });

  it('say keine Angabe where no house states its places, but still say who is within reach', () => {
    const { result } = ask({ ...city, houses: [house('x', 'Kita', 500, 500, [offer('kita-u3', null)])] }, 'kita-u3');
    const row = result.levels[0]![0]!;
    expect([row.capacity, row.balance, row.served, row.missing, row.supplyRate]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(row.personsWithinReach).toBeGreaterThan(0);
    expect(row.housesWithoutCapacity).toBe(1);
  });

  it('add sites from Aufstellungsbeschluss on, unless the forecast contains them, and grade the result assumed', () => {
    const base = tinyCity();
    const site = { ...base.sites[0]!, stage: 5 };
    const years = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
    const withSite = { ...plainCity(), identity: { ...base.identity, years }, sites: [site] };
    const demand = (c: CityContent, fromStage = 5) =>
      ask(c, 'kita-u3', { year: 2031, counts: { ...DEFAULT_COUNTS, sitesFromStage: fromStage } }).result;
    const without = demand({ ...withSite, sites: [] });
    expect(demand(withSite).levels[0]![0]!.demand!).toBeGreaterThan(without.levels[0]![0]!.demand!);
    expect(demand(withSite).grade).toBe('assumed');
    expect(demand(withSite, 6).levels[0]![0]!.demand).toBeCloseTo(without.levels[0]![0]!.demand!, 9);
    const all = {
      ...withSite,
      forecast: {
        containsNewHousing: 'all',
        listedSites: [],
        forecaster: null,
        date: null,
        validFromInhabitants: null,
        factors: {},
      },
    } as CityContent;
    expect(demand(all).levels[0]![0]!.demand).toBeCloseTo(without.levels[0]![0]!.demand!, 9);
  });

  it('say 0 for a target group of nobody, and keine Angabe where a share of nobody would be asked', () => {
    const nobody = { ...city, population: city.population.map((point) => ({ ...point, persons: [0, 0, 0, 0, 0, 0] })) };
    const row = ask(nobody, 'kita-u3').result.levels[0]![0]!;
    expect([row.persons, row.demand, row.served, row.missing]).toEqual([0, 0, 0, 0]);
    expect([row.capacity, row.free, row.balance]).toEqual([20, 20, 20]);
    expect([row.supplyRate, row.demandMet, row.coverage]).toEqual([null, null, null]);
  });

  it('use air distance × 1.2 and say so where there is no network', () => {
    const { result } = ask({ ...city, network: null }, 'kita-ue3');
    expect(result.airDistance).toBe(true);
    expect(result.grade).toBe('assumed');
    expect(result.levels[0]![0]!.pointsNotConnected).toBe(0);
  });

  it('lists a house in the middle of nowhere as serving nobody, and a year outside the package as an error', () => {
    const river = {
      ...city,
      houses: [
        house('river', 'Kita im Fluss', 5000, 5000, [offer('kita-u3', 50)], {
          outside: false,
          districts: [null, null],
        }),
      ],
    };
    const row = ask(river, 'kita-u3').result.levels[0]![0]!;
    expect([row.personsWithinReach, row.served, row.free]).toEqual([0, 0, 50]);
    for (const year of [1999, 2025.5, Number.NaN])
      expect(() => ask(city, 'kita-u3', { year })).toThrow('gap.year-outside');
  });

  it('measures playgrounds by reach alone', () => {
    const row = ask(city, 'spielplatz-0-6').result.levels[0]![0]!;
    expect([row.capacity, row.missing, row.balance]).toEqual([null, null, null]);
    expect(row.coverage).toBeGreaterThan(0);
    expect(row.coverage).toBeLessThan(1);
    expect(row.houses).toBe(2);
  });
});
