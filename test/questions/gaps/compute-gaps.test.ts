import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { DEFAULT_COUNTS, type GapRow } from '../../../src/questions/gaps/gap-request.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { ask } from './ask.ts';

const sum = (rows: readonly GapRow[], key: keyof GapRow) =>
  rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);

/** Zehnblock without forecast, sites, shared pools and places without a location: what is left can be added up on paper. */
function plainCity(): CityContent {
  const city = tinyCity();
  const houses = city.houses.map((house) => ({ ...house, pools: [] }));
  return { ...city, houses, forecast: null, sites: [], districtFigures: [] };
}

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

  it('reach more when the limit grows, and refuse a limit of 0 or beyond the largest', () => {
    const covered = [150, 300, 600, 900, 2000].map(
      (limitMeters) => ask(city, 'kita-ue3', { limitMeters }).result.levels[0]![0]!.personsWithinReach!,
    );
    for (let i = 1; i < covered.length; i++) expect(covered[i]!).toBeGreaterThanOrEqual(covered[i - 1]!);
    expect(() => ask(city, 'kita-ue3', { limitMeters: 0 })).toThrow('gap.limit-invalid');
    expect(() => ask(city, 'kita-ue3', { limitMeters: 2001 })).toThrow('gap.limit-too-large');
  });

  it('tell how sure the places are: secured ones to come, planned ones, and approved ones without staff', () => {
    const figure = (value: number) => ({ value, date: '2025-03-01' });
    const houses = [
      house('a', 'Kita', 300, 300, [
        // 30 of 40 approved places have staff.
        offer('kita-u3', 40, { capacityApproved: figure(40), capacityAvailable: figure(30) }),
        offer('kita-u3', 10, { status: 'secured' }),
      ]),
      house('b', 'Kita', 600, 300, [offer('kita-u3', 20, { status: 'planned' })]),
    ];
    const row = (facilities: 'secured' | 'planned') =>
      ask({ ...city, houses }, 'kita-u3', { counts: { ...DEFAULT_COUNTS, facilities } }).result.levels[0]![0]!;
    const parts = ({ capacity, capacitySecured, capacityPlanned, capacityNotAvailable }: GapRow) => [
      capacity,
      capacitySecured,
      capacityPlanned,
      capacityNotAvailable,
    ];
    expect(parts(row('secured'))).toEqual([30 + 10, 10, 0, 40 - 30]);
    expect(parts(row('planned'))).toEqual([30 + 10 + 20, 10, 20, 40 - 30]);
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

  it('say keine Angabe for a need rate that the city has yet to set, and for ages that no band holds', () => {
    const meeting = ask(city, 'begegnung').result.levels[0]![0]!;
    expect([meeting.demand, meeting.missing]).toEqual([null, null]);
    expect(meeting.persons).toBeGreaterThan(0);
    const wide = {
      ...city,
      identity: {
        ...city.identity,
        bands: [
          { from: 0, to: 18 },
          { from: 18, to: null },
        ],
      },
    };
    const cut = { ...wide, population: wide.population.map((point) => ({ ...point, persons: [10, 50] })) };
    const row = ask(cut, 'kita-u3').result.levels[0]![0]!;
    expect([row.persons, row.demand, row.coverage]).toEqual([null, null, null]);
  });

  it('count a house from its opening on and until its closing', () => {
    const opened = {
      ...city,
      identity: { ...city.identity, years: [2025, 2026, 2027, 2028] },
      houses: [
        house('x', 'Kita', 500, 500, [
          offer('kita-u3', 30, { from: '2026-12-31', to: '2028-01-01', status: 'secured' }),
        ]),
      ],
    };
    const capacities = [2025, 2026, 2027, 2028].map(
      (year) => ask(opened, 'kita-u3', { year }).result.levels[0]![0]!.capacity,
    );
    expect(capacities).toEqual([0, 30, 30, 0]);
  });

  it('count planned houses and ideas only where asked', () => {
    const houses = (['existing', 'planned', 'idea', 'closed'] as const).map((status, i) =>
      house(status, status, 200 + 100 * i, 500, [offer('kita-u3', 10 ** i, { status })]),
    );
    const capacity = (facilities: 'secured' | 'planned' | 'ideas') =>
      ask({ ...city, houses }, 'kita-u3', { counts: { ...DEFAULT_COUNTS, facilities } }).result.levels[0]![0]!.capacity;
    expect([capacity('secured'), capacity('planned'), capacity('ideas')]).toEqual([1, 1 + 10, 1 + 10 + 100]);
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

  it('counts a playground in the district it lies in, and none that lies outside', () => {
    // Stadtpark (210, 710) in West-Nord, (810, 110) in Ost-Süd; one more beyond the border.
    const [, , node] = city.supplyAreas;
    const beyond = { ...node!, id: 'osm:node/9', outside: true };
    const { levels } = ask({ ...city, supplyAreas: [...city.supplyAreas, beyond] }, 'spielplatz-0-6').result;
    expect(levels.map((rows) => rows.map(({ houses }) => houses))).toEqual([[2], [1, 1], [0, 1, 1, 0]]);
  });

  it('puts pupils to the school of their Schulbezirk, wherever the nearest school is', () => {
    const { catchments } = ask(city, 'grundschule');
    expect(catchments!.withoutCatchments).toBe(false);
    const rows = catchments!.rows;
    const total = rows.reduce((all, row) => all + row.persons, 0) + catchments!.personsWithoutHouse;
    expect(total).toBeCloseTo(ask(city, 'grundschule').result.levels[0]![0]!.persons!, 6);
    for (const row of rows) {
      expect(row.balance).toBeCloseTo(row.capacity! - row.demand!, 9);
      expect(row.capacityZuege).toBeCloseTo(row.capacity! / 100, 9);
    }
  });

  it('takes the nearest school, says so and grades it assumed where the package has no Schulbezirke', () => {
    const { catchments, result } = ask({ ...city, catchments: [] }, 'grundschule');
    expect(catchments!.withoutCatchments).toBe(true);
    expect(result.grade).toBe('assumed');
  });

  it('shares green among those who reach it: m² per person, m² lacking against the rate', () => {
    // One park of 10,000 m² within 2,000 m of everyone in a town of N persons: everyone has 10,000 / N.
    const inhabitants = city.population.filter((p) => p.total !== null).reduce((all, p) => all + p.total!, 0);
    const { areaScores, result } = ask(city, 'gruen-nah', { limitMeters: 2000 }, { largestLimitMeters: 3000 });
    expect(areaScores![50]).toBeCloseTo(10_000 / inhabitants, 6);
    const row = result.levels[0]![0]!;
    expect(row.missing).toBeCloseTo(row.persons! * Math.max(0, 6 - 10_000 / inhabitants), 3);
    // The park is larger than 5,000 m²; asked for more than it has, nothing counts.
    expect(ask(city, 'gruen-nah', {}, { minAreaSquareMeters: 10_001 }).result.levels[0]![0]!.houses).toBe(0);
  });
});
