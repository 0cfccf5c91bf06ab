import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../../src/city/types.ts';
import { residentsOfAges, siteResidents } from '../../../src/engine/sites/site-residents.ts';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { GapCity } from '../../../src/questions/gaps/city-model.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { areaOfForecast, findForecastSites } from '../../../src/questions/gaps/forecast-sites.ts';
import { cityInScenario } from '../../../src/questions/gaps/scenario-of-plan.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { smallPlan } from '../../plan/plan-fixtures.ts';
import { ask, cityRow } from './ask.ts';

const tiny = tinyCity();
const YEARS = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
/** 120 dwellings in Ost-Nord (amt:22), half of them occupied in 2029, half in 2030. */
const garden = { ...tiny.sites[0]!, stage: 5, dwellingsLost: null };

/** Zehnblock with the garden alone and a forecast that lists some of its dwellings; factors 1 for each of the given districts. */
function town(listed: number, more: Partial<Forecast> = {}): GapCity {
  return {
    ...tiny,
    identity: { ...tiny.identity, years: YEARS },
    districtFigures: [],
    sites: [garden],
    forecast: {
      containsNewHousing: 'listed',
      listedSites: [{ siteId: garden.id, dwellings: listed }],
      forecaster: null,
      date: null,
      validFromInhabitants: null,
      factors: {},
      ...more,
    },
  };
}

type Change = readonly [field: 'leftOut' | 'firstOccupancy' | 'dwellings', value: unknown];

function planWith(...changes: readonly Change[]): Plan {
  const plan = smallPlan();
  for (const [field, value] of changes) {
    const edit = { scenarioId: 'a', kind: 'site', objectId: garden.id, field, value, circle: 'agsp', reason: null };
    editObject(plan, edit as Parameters<typeof editObject>[1]);
  }
  return plan;
}

const askIn = (city: GapCity, year: number, changes: readonly Change[], scenarioId: string | null = 'a') => {
  const details = ask(cityInScenario(city, planWith(...changes), scenarioId).city, 'kita-u3', { year, scenarioId });
  const districts = Object.fromEntries(details.result.levels[2]!.map((row) => [row.id, row.persons!]));
  return { city: cityRow(details).persons!, districts, sites: details.result.sites, grade: details.result.grade };
};
/** Children under 3 of the garden by the cohort model alone, first occupied `late` years later. */
const children = (year: number, late = 0) => {
  const phases = garden.phases.map((phase) => ({ ...phase, year: phase.year + late }));
  return residentsOfAges(siteResidents({ ...garden, phases }, 'middle', year, 1)!, 0, { from: 0, to: 3 });
};

describe('a site that the forecast contains', () => {
  const bestand = askIn(town(120), 2031, [], null);

  it('changes nothing in Bestand, nor in a scenario that leaves it as it is', () => {
    expect(bestand.sites).toBeNull();
    expect(askIn(town(120), 2031, [])).toEqual(bestand);
  });

  it('comes out of the forecast of its district where a scenario leaves it out', () => {
    expect(children(2031)).toBeGreaterThan(5);
    const without = askIn(town(120), 2031, [['leftOut', true]]);
    expect(without.city).toBeCloseTo(bestand.city - children(2031), 6);
    expect(without.districts['amt:22']).toBeCloseTo(bestand.districts['amt:22']! - children(2031), 6);
    expect(without.districts['amt:21']).toBe(bestand.districts['amt:21']);
    expect(without.sites).toMatchObject({ sites: 0, mode: 'added', persons: 0 });
    expect(without.sites!.outOfForecast).toEqual({ sites: 1, persons: expect.closeTo(children(2031), 6) });
    expect(without.sites!.difference).toBeCloseTo(-children(2031), 6);
    expect(without.grade).toBe('assumed');
  });

  it('comes out with the part that the forecast lists: 90 of 120 dwellings are three quarters', () => {
    const without = askIn(town(90), 2031, [['leftOut', true]]);
    expect(without.city).toBeCloseTo(bestand.city - 0.75 * children(2031), 6);
    // As it is, the other quarter comes on top.
    expect(askIn(town(90), 2031, []).city).toBeCloseTo(bestand.city + 0.25 * children(2031), 6);
  });

  it('is missing for as long as a scenario delays it, and then brings its children at their younger age', () => {
    // First occupied in 2031 instead of 2029, the second half a year later, as in the base.
    const delayed = (year: number) => askIn(town(120), year, [['firstOccupancy', 2031]]);
    expect(delayed(2028).sites).toBeNull();
    expect(delayed(2030).city).toBeCloseTo(askIn(town(120), 2030, [], null).city - children(2030), 6);
    const now = children(2031, 2);
    expect(now).toBeGreaterThan(0);
    expect(delayed(2031).city).toBeCloseTo(bestand.city - children(2031) + now, 6);
  });

  it('comes out with the dwellings that a scenario has less, and more come on top', () => {
    // 60 of 120 dwellings: half of its children; 240: as many again.
    expect(askIn(town(120), 2031, [['dwellings', 60]]).city).toBeCloseTo(bestand.city - children(2031) / 2, 6);
    const larger = askIn(town(120), 2031, [['dwellings', 240]]);
    expect(larger.city).toBeCloseTo(bestand.city + children(2031), 6);
    expect(larger.sites!.outOfForecast).toBeUndefined();
  });

  it('is no single site of a forecast that contains no or all new housing', () => {
    for (const containsNewHousing of ['none', 'all'] as const) {
      const without = askIn(town(120, { containsNewHousing }), 2031, [['leftOut', true]]);
      expect(without.city).toBeCloseTo(bestand.city, 6);
      expect(without.sites).toBeNull();
    }
  });

  it('leaves the area that the forecast speaks of: a large district where it has no factors for small ones', () => {
    const flat = Object.fromEntries(['low', 'middle', 'high'].map((v) => [v, [[], [], [], [], [], []]]));
    const large = town(120, { factors: { 'amt:2': flat } as never });
    const without = askIn(large, 2031, [['leftOut', true]]);
    const [south, north] = [bestand.districts['amt:21']!, bestand.districts['amt:22']!];
    const share = children(2031) / (south + north);
    expect(without.districts['amt:21']).toBeCloseTo(south * (1 - share), 6);
    expect(without.districts['amt:22']).toBeCloseTo(north * (1 - share), 6);
    const model = createCityModel(large);
    const [found] = findForecastSites(large, [garden], [], () => ['amt:2', 'amt:22']);
    expect(areaOfForecast(model, found!).district).toBe(model.districts[1]!.ids.indexOf('amt:2'));
  });

  it('is found by what a scenario changes about who lives there, not by its name or stage', () => {
    const at = () => ['amt:2', 'amt:22'];
    const found = (change: object) => findForecastSites(town(120), [garden], [{ ...garden, ...change }], at).length;
    expect([found({ name: 'Garten', stage: 9 }), found({ dwellings: 119 }), found({ dwellingType: 'EFH' })]).toEqual([
      0, 1, 1,
    ]);
    // One that the forecast does not contain is none, unless it is said to be in it.
    const other = { ...garden, id: 'other' };
    expect(findForecastSites(town(120), [other], [], at)).toEqual([]);
    expect(findForecastSites(town(120), [{ ...other, inForecast: true }], [], at).length).toBe(1);
  });
});
