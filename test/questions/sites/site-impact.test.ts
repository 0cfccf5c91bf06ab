import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import { createCityModel, type GapCity, type GapSite } from '../../../src/questions/gaps/city-model.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import type { PoolSplit } from '../../../src/questions/gaps/gap-pools.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import { sideOf } from '../../../src/questions/sites/city-side.ts';
import { compareSite, yearPair } from '../../../src/questions/sites/compare-site.ts';
import { addedBy } from '../../../src/questions/sites/impact-years.ts';
import type { SiteImpact } from '../../../src/questions/sites/site-calls.ts';
import { siteImpacts } from '../../../src/questions/sites/site-impact.ts';
import { ProblemError } from '../../../src/shared/problem.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { house, offer, rectangle, tinyCity } from '../../fixtures/tiny-city.ts';
import { demoCity } from '../../pipeline/demo/demo-cities.ts';
import { ask, indicatorOf } from '../gaps/ask.ts';

/** Zehnblock over seven years; 120 dwellings in Ost-Nord, first occupied in 2029 and 2030, still in an early stage. */
function town(change: Partial<GapCity> = {}): GapCity {
  const city = tinyCity();
  return { ...city, identity: { ...city.identity, years: [2025, 2026, 2027, 2028, 2029, 2030, 2031] }, ...change };
}

const garden: GapSite = tinyCity().sites[0]!;

function impactOf(
  city: GapCity,
  service: ServiceId,
  site: GapSite = garden,
  change: Partial<Indicator> = {},
): SiteImpact {
  const steps = siteImpacts(compareSite(city, site), [indicatorOf(service, change)], {
    catalogue: DEFAULT_CATALOGUE,
    counts: DEFAULT_COUNTS,
    variant: 'middle',
  });
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    const [answer] = step.value;
    if ('problem' in answer!) throw new ProblemError(answer.problem);
    return answer!.impact;
  }
}

const year = (impact: SiteImpact, at: number) => impact.years.find((found) => found.year === at)!;

/** One Kita for the whole town, nobody else: what the site takes is missing elsewhere. */
const oneKita = (places: number) =>
  town({ houses: [house('kita', 'Kita', 500, 500, [offer('kita-u3', places)])], districtFigures: [] });
const FAR = { limitMeters: { ...indicatorOf('kita-u3').limitMeters!, value: 2000 } };

describe('what a site does to its surroundings', () => {
  it('is nothing before anybody moves in', () => {
    const impact = impactOf(town(), 'kita-u3');
    for (const at of [2025, 2026, 2027, 2028]) {
      expect(year(impact, at)).toMatchObject({ persons: 0, demand: 0 });
      expect(addedBy(year(impact, at))).toBe(0);
    }
    expect(year(impact, 2031).persons).toBeGreaterThan(5);
  });

  it('counts the site whatever its stage: the comparison asks what it would do', () => {
    expect(garden.stage).toBe(4);
    expect(ask(town({ sites: [garden] }), 'kita-u3', { year: 2031 }).result.sites).toBeNull();
    expect(year(impactOf(town(), 'kita-u3'), 2031).demand).toBeGreaterThan(3);
  });

  it('is its whole demand where all places are taken already: what is missing more in the city is what it requires', () => {
    const impact = impactOf(oneKita(10), 'kita-u3', garden, FAR);
    const { demand, missing, missingWithout, missingOwn, missingOthers } = year(impact, 2031);
    // Everyone reaches the one Kita within 2 km, so the surroundings are the whole town.
    expect(missing! - missingWithout!).toBeCloseTo(demand!, 2);
    // What its own people miss and what others miss more make the same sum.
    expect(missingOwn! + missingOthers!).toBeCloseTo(demand!, 2);
    expect(impact).toMatchObject({ around: 'reach', firstYear: 2029, grade: 'assumed' });
    // The package ends before: the peak of U3, four years after the last dwellings are occupied.
    expect(impact.worst!.year).toBe(2034);
    expect(impact.worst!.low).toBeLessThan(impact.worst!.value);
    expect(impact.worst!.high).toBeGreaterThan(impact.worst!.value);
  });

  it('names the districts in which others lose a place', () => {
    const impact = impactOf(oneKita(10), 'kita-u3', garden, FAR);
    const others = year(impact, 2031).missingOthers!;
    expect(impact.losers.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(others, 1);
    expect(impact.losers.every(({ id }) => id.startsWith('amt:'))).toBe(true);
  });

  it('is nothing where there is room enough, and fills the houses in reach', () => {
    const impact = impactOf(oneKita(1000), 'kita-u3', garden, FAR);
    expect(impact).toMatchObject({ firstYear: null, worst: null, losers: [] });
    expect(impact.houses).toHaveLength(1);
    const [kita] = impact.houses;
    // In every year the Kita has as many children more as the site requires places.
    impact.years.forEach(({ demand }, i) => {
      expect(kita!.taken[i]! - kita!.takenWithout[i]!).toBeCloseTo(demand!, 2);
    });
    expect(kita!.capacity.at(-1)).toBe(1000);
    // From (650, 850) to (500, 500) along the streets: about 150 + 350 m.
    expect(kita!.meters).toBeGreaterThan(400);
    expect(kita!.meters).toBeLessThan(600);
  });

  it('goes to the school whose catchment it lies in, never to the nearest', () => {
    const impact = impactOf(town(), 'grundschule');
    expect(impact.around).toBe('catchment');
    expect(impact.houses.map(({ id }) => id)).toEqual(['einrichtungen:gs-2']);
    const [school] = impact.houses;
    impact.years.forEach(({ demand }, i) => {
      expect(school!.taken[i]! - school!.takenWithout[i]!).toBeCloseTo(demand!, 2);
    });
  });

  it('is the balance of the area where a service is planned for it, and persons beyond the limit where it is only reached', () => {
    const balance = impactOf(town(), 'sek-1');
    expect(balance).toMatchObject({ around: 'area', aroundName: 'Zehnblock' });
    const { missing, missingWithout, demand } = year(balance, 2031);
    expect(missing! - missingWithout!).toBeLessThanOrEqual(demand! + 0.001);
    const library = impactOf(town(), 'bibliothek');
    expect(year(library, 2031)).toMatchObject({ missing: 0, missingOwn: 0 });
    // No library within 200 m: all of them are beyond it.
    const near = { limitMeters: { ...indicatorOf('bibliothek').limitMeters!, value: 200 } };
    const beyond = year(impactOf(town(), 'bibliothek', garden, near), 2031);
    expect(beyond.missing).toBeCloseTo(beyond.persons, 3);
  });

  it('says so where the forecast contains the site, and shows it once more', () => {
    const forecast = {
      ...tinyCity().forecast!,
      containsNewHousing: 'listed' as const,
      listedSites: [{ siteId: garden.id, dwellings: 120 }],
    };
    const impact = impactOf(town({ forecast }), 'kita-u3');
    expect(impact.inForecast).toBe(true);
    expect(year(impact, 2031).demand).toBeGreaterThan(3);
    expect(impactOf(town(), 'kita-u3').inForecast).toBe(false);
  });

  it('is the same for a site of the city and for one that is only tried', () => {
    const tried = { ...garden, id: 'tried', geometry: rectangle(610, 810, 690, 890) };
    const without = town({ sites: [] });
    expect(impactOf(without, 'kita-u3', tried).years).toEqual(impactOf(town({ sites: [garden] }), 'kita-u3').years);
  });

  it('leaves a service without a stated rate without figures', () => {
    const impact = impactOf(town(), 'ganztag');
    expect(year(impact, 2031)).toMatchObject({ demand: null, missing: null });
    expect(impact.worst).toBeNull();
  });

  it('is equal whether distances are searched anew or taken from an earlier model', () => {
    const city = town();
    const model = createCityModel(city);
    const base = { model, reach: createReachStore(model) };
    const again = compareSite(city, garden, base);
    const indicator = indicatorOf('kita-u3');
    const question = {
      catalogue: DEFAULT_CATALOGUE,
      counts: DEFAULT_COUNTS,
      variant: 'middle' as const,
    };
    const run = (steps: ReturnType<typeof siteImpacts>) => {
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value;
    };
    expect(run(siteImpacts(again, [indicator], question))).toEqual(
      run(siteImpacts(compareSite(city, garden), [indicator], question)),
    );
  });

  it('compares the same figures that the gap map computes from scratch for each of the two cities', () => {
    const city = demoCity(0.02);
    const site = city.sites.find(({ dwellings, phases }) => dwellings !== null && phases.length > 0)!;
    const compared = compareSite(city, site);
    const question = { catalogue: DEFAULT_CATALOGUE, counts: DEFAULT_COUNTS };
    const at = city.identity.years.at(-1)!;
    const plain = (from: GapCity, indicator: Indicator, poolSplit: PoolSplit | null | undefined) => {
      const model = createCityModel(from);
      const { service } = indicator;
      const request = { counts: question.counts, service, year: at, variant: 'middle', movers: 'gross' } as const;
      const whole = { ...request, limitMeters: null, profile: 'all', scenarioId: null } as const;
      const options = { catalogue: DEFAULT_CATALOGUE, ...(poolSplit === undefined ? {} : { poolSplit }) };
      return computeGaps(model, createReachStore(model), indicator, whole, options);
    };
    for (const service of ['kita-ue3', 'grundschule', 'gruen-nah', 'sporthalle', 'hausarzt'] as const) {
      const indicator = indicatorOf(service);
      const pair = yearPair(compared, indicator, question, at, 'middle');
      const without = plain(compared.without.city, indicator, undefined);
      const counting = plain(compared.with.city, indicator, without.poolSplit);
      for (const [found, expected] of [
        [pair.without, without],
        [pair.with, counting],
      ] as const) {
        expect(found).toEqual(sideOf(expected, compared.with.points));
      }
      expect(pair.with.atSites.persons).not.toEqual(pair.without.atSites.persons);
    }
  });
});
