import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { createCityModel, type GapCity, type GapSite } from '../../../src/questions/gaps/city-model.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import { compareSite } from '../../../src/questions/sites/compare-site.ts';
import { createKeptSides, type KeptSides } from '../../../src/questions/sites/kept-sides.ts';
import { siteImpacts } from '../../../src/questions/sites/site-impact.ts';
import { demoCity } from '../../pipeline/demo/demo-cities.ts';
import { garden, townWith } from './site-scene.ts';

const INDICATORS = DEFAULT_CATALOGUE.filter(({ model }) => model !== 'count');

function compare(city: GapCity, site: GapSite, base: ReturnType<typeof baseOf> | null, kept: KeptSides | null) {
  const question = { catalogue: DEFAULT_CATALOGUE, counts: DEFAULT_COUNTS, variant: 'middle' as const };
  const steps = siteImpacts(compareSite(city, site, base, kept), INDICATORS, question);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function baseOf(city: GapCity) {
  const model = createCityModel(city);
  return { model, reach: createReachStore(model) };
}

/** Counts what is worked out and what was known. */
function counting(kept: KeptSides) {
  const count = { asked: 0, made: 0 };
  const counted: KeptSides = {
    of(model, question, make) {
      count.asked++;
      return kept.of(model, question, (isKept) => {
        count.made++;
        return make(isKept);
      });
    },
  };
  return { count, counted };
}

describe('kept sides of comparisons', () => {
  it('change no figure of any site, whatever was compared before, and spare half of the work and more', () => {
    const city = demoCity(0.1);
    const base = baseOf(city);
    const { count, counted } = counting(createKeptSides(base.model));
    const sites = city.sites.filter(({ dwellings }) => dwellings !== null);
    const variants = [...sites, { ...sites[0]!, dwellings: 77 }, { ...sites[1]!, dwellingsLost: 12 }, sites[0]!];
    expect(variants.length).toBeGreaterThan(4);
    for (const [i, site] of variants.entries()) {
      const before = { ...count };
      expect(compare(base.model.city, site, base, counted)).toEqual(compare(city, site, null, null));
      if (i > 0) expect(count.made - before.made).toBeLessThanOrEqual((count.asked - before.asked) / 2);
    }
  });

  it('are none for a site that is only tried: its points are no points of the city', () => {
    const city = townWith({ sites: [garden] });
    const base = baseOf(city);
    const { count, counted } = counting(createKeptSides(base.model));
    const tried = { ...garden, id: 'tried' };
    expect(compare(base.model.city, tried, base, counted)).toEqual(compare(city, tried, null, null));
    expect(count.made).toBe(count.asked);
    expect(count.asked).toBeGreaterThan(0);
  });

  it('are not taken for another rule, another way of counting or other houses', () => {
    const city = townWith({ sites: [garden] });
    const base = baseOf(city);
    const kept = createKeptSides(base.model);
    const { count, counted } = counting(kept);
    const [indicator] = INDICATORS.filter(({ service }) => service === 'kita-u3');
    const run = (change: { rate?: number; counts?: typeof DEFAULT_COUNTS; in?: GapCity }) => {
      const rule = { ...indicator!, rate: { ...indicator!.rate, value: change.rate ?? 0.5 } };
      const { model, reach } = change.in === undefined ? base : baseOf(change.in);
      const counts = change.counts ?? DEFAULT_COUNTS;
      const question = { catalogue: DEFAULT_CATALOGUE, counts, variant: 'middle' as const };
      const before = count.made;
      const steps = siteImpacts(compareSite(model.city, garden, { model, reach }, counted), [rule], question);
      while (!steps.next().done);
      return count.made - before;
    };
    const first = run({});
    expect(run({})).toBeLessThan(first);
    expect(run({ rate: 0.6 })).toBe(first);
    expect(run({ counts: { ...DEFAULT_COUNTS, capacity: 'approved' } })).toBe(first);
    const closed = { ...city, houses: city.houses.slice(1) };
    // Another city keeps nothing here: its second comparison is as long as its first.
    expect(run({ in: closed })).toBe(run({ in: closed }));
  });
});
