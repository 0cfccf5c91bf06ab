import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityContent, Pool } from '../../../src/city/types.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { POOL_USES } from '../../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, cityRow, indicatorOf, requestOf } from './ask.ts';

/** A town of 100 children under 3 and 80 of 3 to under 6.5, all in one block with one Kita; one U3 place needs two places of the pool. */
function poolCity(u3: number, ue3: number, pools: readonly Pool[]): CityContent {
  const base = tinyCity();
  const block = base.population.find(({ id }) => id === 'grid:1-4')!;
  return {
    ...base,
    identity: {
      ...base.identity,
      bands: [
        { from: 0, to: 3 },
        { from: 3, to: 6.5 },
      ] as never,
      years: [2025],
    },
    forecast: null,
    sites: [],
    districtFigures: [],
    population: [{ ...block, total: 180, persons: [100, 80] }],
    houses: [house('k', 'Kita', 130, 420, [offer('kita-u3', u3), offer('kita-ue3', ue3)], { pools })],
  };
}

const pool = (places: number | null): Pool => ({
  places: { value: places, date: null },
  weights: { 'kita-u3': 2, 'kita-ue3': 1 },
});
const capacity = (city: CityContent, service: 'kita-u3' | 'kita-ue3', pools?: (typeof POOL_USES)[number]) =>
  cityRow(ask(city, service, pools === undefined ? {} : { pools })).capacity!;

describe('places that two services share', () => {
  // U3 needs 100 × 0.62 = 62 places, Ü3 80 × 1.
  it('are split in proportion to what each lacks in the whole city', () => {
    // U3 lacks 62 − 22 = 40, Ü3 80 − 60 = 20: of a pool of 30, x and y places with x / y = 40 / 20 and 2 x + y = 30.
    const city = poolCity(22, 60, [pool(30)]);
    expect(capacity(city, 'kita-u3')).toBeCloseTo(22 + 12, 9);
    expect(capacity(city, 'kita-ue3')).toBeCloseTo(60 + 6, 9);
    const { pools } = ask(city, 'kita-u3').result;
    expect(pools).toMatchObject({ houses: 1, use: 'split' });
    expect(pools!.lacking['kita-u3']).toBeCloseTo(40, 9);
    expect(pools!.lacking['kita-ue3']).toBeCloseTo(20, 9);
  });

  it('go wholly to the service that lacks places if the other has enough, and in equal parts if nothing lacks', () => {
    const enough = poolCity(70, 60, [pool(30)]);
    expect([capacity(enough, 'kita-u3'), capacity(enough, 'kita-ue3')]).toEqual([70, 60 + 30]);
    const both = poolCity(70, 90, [pool(30)]);
    expect([capacity(both, 'kita-u3'), capacity(both, 'kita-ue3')]).toEqual([70 + 15 / 2, 90 + 15]);
  });

  it('can be asked for at both extremes, which the result always states', () => {
    const city = poolCity(22, 60, [pool(30)]);
    const [split, all, none] = POOL_USES.map((use) => capacity(city, 'kita-u3', use));
    expect([all, none]).toEqual([22 + 30 / 2, 22]);
    expect(split).toBeGreaterThan(none!);
    for (const use of POOL_USES) {
      const { pools } = ask(city, 'kita-u3', { pools: use }).result;
      expect(pools!.use).toBe(use);
      expect(pools!.capacity.split).toBeCloseTo(12, 9);
      expect([pools!.capacity.all, pools!.capacity.none]).toEqual([15, 0]);
    }
  });

  it('are the sole user’s whole where the other service is not offered that year', () => {
    const city = poolCity(22, 60, [pool(30)]);
    const [kita] = city.houses;
    const only = { ...city, houses: [{ ...kita!, offers: [kita!.offers[0]!] }] };
    expect(capacity(only, 'kita-u3', 'none')).toBe(22 + 15);
    expect(ask(only, 'kita-u3').result.pools).toBeNull();
  });

  it('stay missing where their number is missing, and count beside offers without figures', () => {
    expect(cityRow(ask(poolCity(22, 60, [pool(null)]), 'kita-u3')).capacity).toBeNull();
    const bare = poolCity(22, 60, [pool(30)]);
    const [kita] = bare.houses;
    const houses = [{ ...kita!, offers: [offer('kita-u3', null), offer('kita-ue3', 60)] }];
    // Nothing fixed for U3: it lacks 62, Ü3 20; 2 x + y = 30 and x / y = 62 / 20.
    expect(capacity({ ...bare, houses }, 'kita-u3')).toBeCloseTo((30 * 62) / (2 * 62 + 20), 9);
  });

  it('are split as before where a split is kept, and by the catalogue that is given', () => {
    const before = poolCity(22, 60, [pool(30)]);
    const kept = ask(before, 'kita-u3').poolSplit;
    const after = poolCity(62, 60, [pool(30)]);
    const model = createCityModel(after);
    const reach = createReachStore(model);
    const ofIndicator = (options: Parameters<typeof computeGaps>[4]) =>
      cityRow(computeGaps(model, reach, indicatorOf('kita-u3'), requestOf(after, 'kita-u3'), options)).capacity;
    expect(ofIndicator({})).toBe(62);
    expect(ofIndicator({ poolSplit: kept })).toBeCloseTo(62 + 12, 9);
    // With half the need for Ü3 places (40 of the 60 there are) all goes to U3, which lacks 62 − 22.
    const half = { ...indicatorOf('kita-ue3'), rate: { ...indicatorOf('kita-ue3').rate, value: 0.5 } };
    const beforeModel = createCityModel(before);
    const catalogue = DEFAULT_CATALOGUE.map((record) => (record.id === 'kita-ue3' ? half : record));
    const details = computeGaps(
      beforeModel,
      createReachStore(beforeModel),
      indicatorOf('kita-u3'),
      requestOf(before, 'kita-u3'),
      { catalogue },
    );
    expect(cityRow(details).capacity).toBe(22 + 15);
  });

  it('never count twice, and keep the sums, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(150), fc.nat(150), fc.nat(200), (u3, ue3, places) => {
        const city = poolCity(u3, ue3, [pool(places)]);
        const rows = (['kita-u3', 'kita-ue3'] as const).map((service) => cityRow(ask(city, service)));
        const used = (rows[0]!.capacity! - u3) * 2 + (rows[1]!.capacity! - ue3);
        expect(used).toBeCloseTo(places, 6);
        for (const row of rows) expect(row.missing! - row.free!).toBeCloseTo(row.demand! - row.capacity!, 6);
      }),
      { numRuns: 40 },
    );
  });
});
