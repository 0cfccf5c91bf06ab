import { describe, expect, it } from 'vitest';
import type { GapRow } from '../../../src/questions/gaps/gap-request.ts';
import { rowsOfSums, sumGaps } from '../../../src/questions/gaps/gap-rows.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, cityRow, plainCity } from './ask.ts';

const sum = (rows: readonly GapRow[], key: keyof GapRow) =>
  rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);

describe('the rows of a result', () => {
  const city = plainCity();

  it('keep the sums: served + no place + out of reach = demand, missing − free = demand − capacity, districts = city', () => {
    for (const service of ['kita-u3', 'kita-ue3'] as const) {
      const { levels } = ask(city, service).result;
      for (const row of levels.flat()) {
        if (row.served === null) continue;
        expect(row.served + row.noPlace! + row.outOfReach!).toBeCloseTo(row.demand!, 6);
      }
      const whole = levels[0]![0]!;
      expect(whole.missing! - whole.free!).toBeCloseTo(whole.demand! - whole.capacity!, 6);
      for (const rows of levels.slice(1)) {
        for (const key of [
          'persons',
          'demand',
          'served',
          'capacity',
          'free',
          'houses',
          'personsWithinReach',
        ] as const) {
          expect(sum(rows, key)).toBeCloseTo(Number(whole[key]), 6);
        }
      }
    }
  });

  it('stay without figures where no cell knows the ages, also beside a site', () => {
    // 100 cells lie in the city, four beyond its border.
    const population = city.population.map((point) => ({ ...point, persons: point.persons.map(() => null) }));
    const sites = tinyCity().sites.map((site) => ({ ...site, stage: 1 }));
    for (const given of [[], sites]) {
      const row = cityRow(
        ask({ ...city, population, sites: given, identity: { ...city.identity, bands: [] } }, 'kita-u3'),
      );
      expect(row).toMatchObject({ persons: null, demand: null, missing: null, pointsMissing: 100 });
    }
  });

  it('counts a playground in the district it lies in, and none that lies outside', () => {
    // Stadtpark (210, 710) in West-Nord, (810, 110) in Ost-Süd; one more beyond the border.
    const [, , node] = city.supplyAreas;
    const beyond = { ...node!, id: 'osm:node/9', outside: true };
    const { levels } = ask({ ...city, supplyAreas: [...city.supplyAreas, beyond] }, 'spielplatz-0-6').result;
    expect(levels.map((rows) => rows.map(({ houses }) => houses))).toEqual([[2], [1, 1], [0, 1, 1, 0]]);
  });

  it('count places without a location in the district that states them and above it, not below', () => {
    // Zehnblock states 12 places in Kindertagespflege for West; Kita Bachgasse in West-Süd has 20.
    const { levels } = ask({ ...city, districtFigures: tinyCity().districtFigures }, 'kita-u3').result;
    expect(levels[0]![0]!.capacity).toBe(20 + 12);
    expect(levels[1]!.find(({ id }) => id === 'amt:1')!.capacity).toBe(20 + 12);
    expect(levels[2]!.find(({ id }) => id === 'amt:11')!.capacity).toBe(20);
  });

  it('say which points lie within the limit of a border beyond which nothing is known', () => {
    const inside = {
      ...city,
      population: city.population.filter(({ outside }) => !outside),
      houses: city.houses.filter(({ outside }) => !outside),
    };
    // Within 100 m of the edge lies the outermost ring of blocks: 10 × 10 − 8 × 8, without the unknown block (9, 9).
    expect(cityRow(ask(inside, 'kita-u3', { limitMeters: 100 })).pointsAtBorder).toBe(100 - 64 - 1);
    expect(cityRow(ask(city, 'kita-u3', { limitMeters: 100 })).pointsAtBorder).toBe(0);
  });

  it('are made of sums that can be changed before', () => {
    const { figures } = ask(city, 'kita-u3');
    const all = sumGaps(figures);
    expect(all.map((level) => level.length)).toEqual([1, 2, 4]);
    const whole = all[0]![0]!;
    expect([whole.points, whole.pointsMissing, whole.capacity]).toEqual([100, 1, 20]);
    const served = whole.served;
    const [[row]] = rowsOfSums(figures, [[{ ...whole, served: served - 1 }], all[1]!, all[2]!]) as [[GapRow]];
    expect(row.missing).toBeCloseTo(whole.demand - served + 1, 9);
  });
});
