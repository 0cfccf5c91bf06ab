import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityContent, Forecast, Site } from '../../../src/city/types.ts';
import { DEFAULT_SITE_PARAMETERS, residentsOfAges, siteResidents } from '../../../src/engine/sites/site-residents.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import type { GapCity, GapSite } from '../../../src/questions/gaps/city-model.ts';
import { siteCounts } from '../../../src/questions/gaps/gap-sites.ts';
import { cityInScenario } from '../../../src/questions/gaps/scenario-of-plan.ts';
import { rectangle, tinyCity } from '../../fixtures/tiny-city.ts';
import { smallPlan } from '../../plan/plan-fixtures.ts';
import { ask, cityRow } from './ask.ts';

const YEAR = 2031;

/** Zehnblock with some sites and a forecast that says what it contains and no more (factors 1). */
function town(contains: Forecast['containsNewHousing'] | null, sites: readonly GapSite[], listed = 0): GapCity {
  const city: CityContent = tinyCity();
  return {
    ...city,
    identity: { ...city.identity, years: [2025, 2026, 2027, 2028, 2029, 2030, YEAR] },
    districtFigures: [],
    sites,
    forecast:
      contains === null
        ? null
        : {
            containsNewHousing: contains,
            listedSites: listed === 0 ? [] : [{ siteId: 'bauvorhaben:1', dwellings: listed }],
            forecaster: null,
            date: null,
            validFromInhabitants: null,
            factors: {},
          },
  };
}

/** 120 dwellings in Ost-Nord, first occupied in 2029 and 2030. */
const garden: GapSite = { ...tinyCity().sites[0]!, stage: 5 };
const persons = (city: GapCity, more: Parameters<typeof ask>[2] = {}) => {
  const details = ask(city, 'kita-u3', { year: YEAR, ...more });
  const districts = Object.fromEntries(details.result.levels[2]!.map((row) => [row.id, row.persons!]));
  return { city: cityRow(details).persons!, districts, sites: details.result.sites };
};
/** Children under 3 of the site in 2031, by the cohort model alone. */
const brought = residentsOfAges(siteResidents(garden, 'middle', YEAR, 1)!, 0, { from: 0, to: 3 });
const stock = persons(town(null, [])).city;

describe('sites and the forecast', () => {
  it('count from their stage on, § 34 cases from the building permission, never while they rest', () => {
    const at = (stage: number, infill = false, sideState: Site['sideState'] = null) =>
      siteCounts({ stage, infill, sideState }, 5);
    expect([at(4), at(5), at(10, true), at(11, true), at(9, false, 'dormant')]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('come on top of a forecast that contains no new housing, and of none', () => {
    expect(brought).toBeGreaterThan(5);
    for (const contains of [null, 'none'] as const) {
      const found = persons(town(contains, [garden]));
      expect(found.city).toBeCloseTo(stock + brought, 6);
      expect(found.sites).toMatchObject({ sites: 1, mode: 'added', basis: 'gross', personsGaveWay: 0 });
      expect(found.sites!.persons).toBeCloseTo(brought, 9);
      expect(found.sites!.difference).toBeCloseTo(brought, 9);
    }
  });

  it('come on top of a forecast that lists sites only with what it does not list', () => {
    // 90 of the 120 dwellings are in the forecast: a quarter comes on top. More than it has: nothing does.
    expect(persons(town('listed', [garden], 90)).city).toBeCloseTo(stock + brought / 4, 6);
    expect(persons(town('listed', [garden], 150))).toMatchObject({ city: stock, sites: null });
    expect(persons(town('listed', [{ ...garden, id: 'other', inForecast: true }], 90)).sites).toBeNull();
    expect(persons(town('listed', [{ ...garden, id: 'other' }], 90)).city).toBeCloseTo(stock + brought, 6);
  });

  it('move people between districts where the forecast contains all, and the difference is shown', () => {
    const found = persons(town('all', [garden]));
    expect(found.city).toBeCloseTo(stock, 6);
    expect(found.sites).toMatchObject({ mode: 'moved' });
    expect(found.sites!.difference).toBeCloseTo(brought, 9);
    expect(found.sites!.personsFromCity).toBeCloseTo(brought, 9);
    const before = persons(town('all', [])).districts;
    const scale = (stock - brought) / stock;
    expect(found.districts['amt:11']).toBeCloseTo(before['amt:11']! * scale, 6);
    expect(found.districts['amt:22']).toBeCloseTo(before['amt:22']! * scale + brought, 6);
  });

  it('leave the city’s total as it is, whatever is built, if the forecast contains all new housing', () => {
    const anySite = fc.record({
      west: fc.integer({ min: 0, max: 900 }),
      south: fc.integer({ min: 0, max: 900 }),
      stage: fc.integer({ min: 5, max: 14 }),
      dwellings: fc.integer({ min: 0, max: 5000 }),
      dwellingsLost: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
      first: fc.integer({ min: 2020, max: 2034 }),
      dwellingType: fc.constantFrom('MFH' as const, 'EFH' as const, 'mixed' as const, null),
    });
    const anySites = fc.array(anySite, { maxLength: 4 });
    fc.assert(
      fc.property(anySites, fc.constantFrom(2026, 2029, YEAR), (drawn, year) => {
        const sites = drawn.map(({ west, south, first, ...more }, i) => ({
          ...garden,
          ...more,
          id: `site:${i}`,
          geometry: rectangle(west, south, west + 90, south + 90),
          phases: [{ year: first, share: 1 }],
        }));
        const row = persons(town('all', sites), { year });
        expect(row.city).toBeCloseTo(stock, 6);
        for (const value of Object.values(row.districts)) expect(value).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('whose first occupants came before the base year are in its population already', () => {
    const old = {
      ...garden,
      phases: [
        { year: 2020, share: 0.5 },
        { year: 2025, share: 0.5 },
      ],
    };
    expect(persons(town(null, [old])).city).toBeCloseTo(stock, 9);
  });

  it('are occupied in their first year where no phases are stated; without year or dwellings they are counted, not guessed', () => {
    const one = { ...garden, phases: [], firstOccupancy: 2029 };
    const all = { ...garden, phases: [{ year: 2029, share: 1 }] };
    expect(persons(town(null, [one])).city).toBeCloseTo(persons(town(null, [all])).city, 9);
    const noYear = { ...garden, phases: [], firstOccupancy: null };
    const noSize = { ...garden, id: 'x', dwellings: null, floorAreaSquareMeters: null };
    const { city, sites } = persons(town(null, [noYear, noSize]));
    expect(city).toBeCloseTo(stock, 9);
    expect(sites).toMatchObject({ sites: 0, sitesWithoutFigures: 2, difference: 0 });
  });

  it('make those who live in their cells give way, up to all of them', () => {
    // Block (6, 8) has 20 + 5 × (22 mod 10) = 30 persons, 1.5 of them under 3. Five dwellings lost are 5 × 2.4 = 12 persons, 40 %.
    const lost = (dwellingsLost: number) => persons(town(null, [{ ...garden, dwellingsLost }]));
    const rate = DEFAULT_SITE_PARAMETERS.residentsPerDwelling.middle;
    expect(lost(5).sites!.personsGaveWay).toBeCloseTo((1.5 * 5 * rate) / 30, 9);
    expect(lost(5).city).toBeCloseTo(stock + brought - (1.5 * 5 * rate) / 30, 6);
    expect(lost(500).sites!.personsGaveWay).toBeCloseTo(1.5, 9);
    // Nobody has gone before the first phase begins.
    const before = persons(town(null, [{ ...garden, dwellingsLost: 5 }]), { year: 2028 });
    expect(before.city).toBeCloseTo(stock, 9);
  });

  it('smaller than a cell take those who give way from the nearest one', () => {
    const small = { ...garden, geometry: rectangle(605, 805, 620, 820), dwellingsLost: 500 };
    expect(persons(town(null, [small])).sites!.personsGaveWay).toBeCloseTo(1.5, 9);
  });

  it('take movers from inside the city out of the other districts: net for the city, gross for a dossier', () => {
    const internalShare = { low: 0.2, middle: 0.4, high: 0.6 };
    const city = town(null, [{ ...garden, internalShare }]);
    const net = persons(city);
    expect(net.city).toBeCloseTo(stock + 0.6 * brought, 6);
    expect(net.sites).toMatchObject({ basis: 'net' });
    expect(net.sites!.personsFromCity).toBeCloseTo(0.4 * brought, 9);
    const before = persons(town(null, [])).districts;
    // Nobody comes from the site's own district; the other three lose in proportion.
    expect(net.districts['amt:22']).toBeCloseTo(before['amt:22']! + brought, 6);
    const others = stock - before['amt:22']!;
    expect(net.districts['amt:11']).toBeCloseTo(before['amt:11']! * (1 - (0.4 * brought) / others), 6);
    const gross = persons(city, { movers: 'gross' });
    expect(gross.city).toBeCloseTo(stock + brought, 6);
    expect(gross.sites).toMatchObject({ basis: 'gross', personsFromCity: 0 });
    // One site without a share, and the whole is gross.
    const mixed = persons(
      town(null, [
        { ...garden, internalShare },
        { ...garden, id: 'x' },
      ]),
    );
    expect(mixed.sites).toMatchObject({ basis: 'gross', personsFromCity: 0 });
  });

  it('follow the parameters a plan sets for them, those of the scenario last', () => {
    const plan = smallPlan();
    const put = (parameter: string, middle: number, scenarioId: string | null) =>
      putObject(plan, {
        collection: 'siteParameters',
        object: { siteId: garden.id, scenarioId, parameter, low: null, middle, high: null, reason: null },
      });
    put('internalShare', 0.5, null);
    put('residentsPerDwelling', 3, 'a');
    put('favouriteColour', 7, null);
    const inScenario = (id: string | null) => cityInScenario(town(null, [garden]), plan, id);
    expect(inScenario('a').parametersUnknown).toEqual([`${garden.id}|favouriteColour`]);
    expect(persons(inScenario('b').city).city).toBeCloseTo(stock + brought / 2, 6);
    expect(persons(inScenario('a').city).city).toBeCloseTo(stock + (brought / 2) * (3 / 2.4), 6);
  });

  it('count in the low variant with how likely and how late their stage is, in the others fully and in time', () => {
    const plan = smallPlan();
    const { low } = DEFAULT_SITE_PARAMETERS.residentsPerDwelling;
    const lostLow = (1.5 * 5 * low) / 30;
    putObject(plan, {
      collection: 'stageSettings',
      object: { stage: garden.stage, probability: 0.6, delayYears: 1, reason: null },
    });
    const city = cityInScenario(town(null, [{ ...garden, dwellingsLost: 5 }]), plan, null).city;
    // Phases of 2029 and 2030 become 2030 and 2031.
    const late = garden.phases.map(({ year, share }) => ({ year: year + 1, share }));
    const children = residentsOfAges(siteResidents({ ...garden, phases: late }, 'low', YEAR, 1)!, 0, {
      from: 0,
      to: 3,
    });
    expect(persons(city, { variant: 'low' }).city).toBeCloseTo(stock + 0.6 * (children - lostLow), 6);
    expect(persons(city, { variant: 'low', year: 2029 }).city).toBeCloseTo(stock, 9);
    expect(persons(city).city).toBeCloseTo(persons(town(null, [{ ...garden, dwellingsLost: 5 }])).city, 9);
  });
});
