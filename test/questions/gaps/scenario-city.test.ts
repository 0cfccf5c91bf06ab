import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import type { NewObject } from '../../../src/plan/actions/insert-object.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { effectiveSites } from '../../../src/plan/readers/effective-sites.ts';
import { scenarioFacilities } from '../../../src/plan/readers/scenario-facilities.ts';
import { applyScenario, PLAN_SOURCE } from '../../../src/questions/gaps/scenario-city.ts';
import { at, house, offer, rectangle, tinyCity } from '../../fixtures/tiny-city.ts';
import { measure, site, smallPlan } from '../../plan/plan-fixtures.ts';
import { ask, cityRow } from './ask.ts';

const YEARS = [2025, 2026, 2027, 2028, 2029, 2030, 2031];

/** Zehnblock with one Kita of 20 places U3 in the west and a school, nothing else. */
function baseCity(): CityContent {
  const city = tinyCity();
  return {
    ...city,
    identity: { ...city.identity, years: YEARS },
    forecast: null,
    sites: [],
    districtFigures: [],
    houses: [
      house('west', 'Kita West', 130, 420, [offer('kita-u3', 20), offer('kita-ue3', 40)]),
      house('gs-1', 'Grundschule am Markt', 440, 560, [offer('grundschule', 200)]),
      house('gs-2', 'Uferschule', 720, 540, [offer('grundschule', 150)]),
    ],
  };
}

const WEST = 'einrichtungen:west';
const places = (id: string, capacity: number | null) => ({
  id,
  service: 'kita-u3' as const,
  form: null,
  capacity,
  groups: null,
});
const position = (x: number, y: number): [number, number] => [at(x, y)[0], at(x, y)[1]];

function withMeasure(
  plan: Plan,
  id: string,
  more: Partial<NewObject<'measures'>>,
  ...offers: ReturnType<typeof places>[]
): Plan {
  addMeasure(plan, { measure: measure(id, { houseId: null, position: null, from: '2028-09-01', ...more }), offers });
  return plan;
}

function apply(city: CityContent, plan: Plan, id: string | null = 'a') {
  return applyScenario(city, scenarioFacilities(plan, id).changes, effectiveSites(plan, id, city.sites));
}

/** Capacity of a service in the whole city and in its two halves (West, Ost), per year. */
function capacities(city: ReturnType<typeof apply>['city'], years: readonly number[]) {
  return years.map((year) => {
    const { levels } = ask(city, 'kita-u3', { year }).result;
    return [levels[0]![0]!, ...levels[1]!].map((row) => row.capacity);
  });
}

describe('a city with the measures of a scenario', () => {
  it('is the base itself without measures, and leaves the base as it was', () => {
    const city = baseCity();
    const before = structuredClone(city.houses);
    const { city: same } = apply(city, smallPlan());
    expect(same.houses).toEqual(city.houses);
    const plan = withMeasure(smallPlan(), 'off', { kind: 'close', houseId: WEST });
    apply(city, plan);
    expect(city.houses).toEqual(before);
  });

  it('has a new house from its first day on, in the district it stands in, whatever the status of its measure', () => {
    for (const status of ['idea', 'planned', 'secured', 'built'] as const) {
      const plan = withMeasure(smallPlan(), 'k1', { position: position(820, 220), status }, places('o1', 30));
      const { city } = apply(baseCity(), plan);
      // 31 December 2027: 20 in the west; from 1 September 2028 on 30 more in the east.
      expect(capacities(city, [2027, 2028])).toEqual([
        [20, 20, 0],
        [20 + 30, 20, 30],
      ]);
      expect(city.houses.at(-1)).toMatchObject({
        id: 'k1',
        name: 'Kita k1',
        districts: ['amt:2', 'amt:21'],
        outside: false,
        source: PLAN_SOURCE,
        grade: status === 'built' || status === 'secured' ? 'official' : 'estimated',
      });
    }
    const dropped = withMeasure(smallPlan(), 'k1', { position: position(820, 220), status: 'dropped' }, places('o', 9));
    expect(apply(baseCity(), dropped).city.houses).toHaveLength(3);
  });

  it('enlarges and shrinks a house, never below nothing, and keeps missing places missing', () => {
    const enlarge = (id: string, capacity: number | null, more: Partial<NewObject<'measures'>> = {}) =>
      apply(
        baseCity(),
        withMeasure(smallPlan(), id, { kind: 'enlarge', houseId: WEST, ...more }, places('o', capacity)),
      ).city;
    expect(capacities(enlarge('m', 10), [2027, 2028]).map(([all]) => all)).toEqual([20, 20 + 10]);
    expect(capacities(enlarge('m', -15), [2027, 2028]).map(([all]) => all)).toEqual([20, 20 - 15]);
    expect(capacities(enlarge('m', -30), [2028]).map(([all]) => all)).toEqual([0]);
    expect(capacities(enlarge('m', null), [2027, 2028]).map(([all]) => all)).toEqual([20, null]);
    expect(capacities(enlarge('m', 10, { to: '2030-01-01' }), [2029, 2030]).map(([all]) => all)).toEqual([30, 20]);
  });

  it('does not make a house of a service out of places taken from it', () => {
    const city = { ...baseCity(), houses: [house('west', 'Kita West', 130, 420, [offer('kita-ue3', 40)])] };
    const plan = withMeasure(smallPlan(), 'm', { kind: 'enlarge', houseId: WEST }, places('o', -10));
    const row = cityRow(ask(apply(city, plan).city, 'kita-u3', { year: 2030 }));
    expect([row.houses, row.capacity, row.personsWithinReach]).toEqual([0, 0, 0]);
  });

  it('closes a house, or one of its services, and opens it again', () => {
    const closed = withMeasure(smallPlan(), 'off', { kind: 'close', houseId: WEST });
    const row = cityRow(ask(apply(baseCity(), closed).city, 'kita-u3', { year: 2028 }));
    expect([row.houses, row.capacity, row.personsWithinReach]).toEqual([0, 0, 0]);
    const part = withMeasure(smallPlan(), 'off', { kind: 'close', houseId: WEST }, places('o', null));
    const city = apply(baseCity(), part).city;
    expect(cityRow(ask(city, 'kita-u3', { year: 2028 })).capacity).toBe(0);
    expect(cityRow(ask(city, 'kita-ue3', { year: 2028 })).capacity).toBe(40);
    const again = withMeasure(closed, 'on', { kind: 'reopen', houseId: WEST, from: '2030-01-01' }, places('o2', 10));
    expect(capacities(apply(baseCity(), again).city, [2027, 2028, 2029, 2030]).map(([all]) => all)).toEqual([
      20, 0, 0, 10,
    ]);
    const ever = withMeasure(smallPlan(), 'off', { kind: 'close', houseId: WEST, from: null });
    expect(capacities(apply(baseCity(), ever).city, [2025]).map(([all]) => all)).toEqual([0]);
  });

  it('moves a house on a day with everything it offers then, and what changes later happens where it stands', () => {
    const plan = withMeasure(
      smallPlan(),
      'plus',
      { kind: 'enlarge', houseId: WEST, from: '2027-01-01' },
      places('o', 5),
    );
    withMeasure(plan, 'move', { kind: 'move', houseId: WEST, position: position(820, 220) });
    withMeasure(plan, 'more', { kind: 'enlarge', houseId: WEST, from: '2030-01-01' }, places('p', 7));
    const { city } = apply(baseCity(), plan);
    expect(capacities(city, [2026, 2027, 2028, 2029, 2030])).toEqual([
      [20, 20, 0],
      [25, 25, 0],
      [25, 0, 25],
      [25, 0, 25],
      [25 + 7, 0, 25 + 7],
    ]);
    expect(city.houses.map(({ id }) => id)).toEqual([WEST, 'einrichtungen:gs-1', 'einrichtungen:gs-2', 'move']);
    const back = withMeasure(plan, 'back', {
      kind: 'move',
      houseId: WEST,
      position: position(130, 420),
      from: '2029-06-01',
    });
    expect(capacities(apply(baseCity(), back).city, [2027, 2028, 2029, 2030])).toEqual([
      [25, 25, 0],
      [25, 0, 25],
      [25, 25, 0],
      [32, 32, 0],
    ]);
  });

  it('moves a school with its Schulbezirk: its pupils stay its pupils', () => {
    const plan = withMeasure(smallPlan(), 'move', {
      kind: 'move',
      houseId: 'einrichtungen:gs-1',
      position: position(140, 140),
    });
    const { city } = apply(baseCity(), plan);
    const pupils = (year: number) =>
      ask(city, 'grundschule', { year }).catchments!.rows.map((row) => [row.houseId, row.persons] as const);
    const [before] = pupils(2027);
    const after = pupils(2028);
    expect(before![0]).toBe('einrichtungen:gs-1');
    expect(after.find(([id]) => id === 'move')![1]).toBe(before![1]);
    const closed = withMeasure(smallPlan(), 'off', { kind: 'close', houseId: 'einrichtungen:gs-1' });
    const { catchments } = ask(apply(baseCity(), closed).city, 'grundschule', { year: 2028 });
    expect(catchments!.rows.map(({ houseId }) => houseId)).toEqual(['einrichtungen:gs-2']);
    expect(catchments!.personsWithoutHouse).toBeCloseTo(before![1]!, 9);
  });

  it('changes a house that another measure brings, in whatever order they are listed', () => {
    const plan = withMeasure(smallPlan(), 'k1', { position: position(820, 220) }, places('o1', 30));
    withMeasure(plan, 'plus', { kind: 'enlarge', houseId: 'k1', from: '2030-01-01' }, places('o2', 10));
    const { changes } = scenarioFacilities(plan, 'a');
    const reversed = applyScenario(baseCity(), [...changes].reverse(), []);
    expect(capacities(reversed.city, [2028, 2030]).map(([all]) => all)).toEqual([50, 60]);
  });

  it('names the measures whose house is not in the package', () => {
    const plan = withMeasure(smallPlan(), 'off', { kind: 'close', houseId: 'einrichtungen:gone' });
    const { city, measuresWithoutHouse } = apply(baseCity(), plan);
    expect(measuresWithoutHouse).toEqual(['off']);
    expect(city.houses).toEqual(baseCity().houses);
  });
});

describe('what measures can and cannot do', () => {
  const base = tinyCity();
  const town = { ...base, houses: base.houses.map((one) => ({ ...one, pools: [] })), forecast: null, sites: [] };
  const row = (city: ReturnType<typeof apply>['city']) => cityRow(ask(city, 'kita-ue3', { limitMeters: 400 }));
  const anywhere = { x: fc.integer({ min: 1, max: 999 }), y: fc.integer({ min: 1, max: 999 }), size: fc.nat(80) };
  const kitas = ['kita-1', 'kita-2', 'kita-3', 'kita-4'].map((key) => `einrichtungen:${key}`);
  const change = { measureId: 'm', from: null, status: 'planned' } as const;
  const offerOf = (capacity: number) => [{ service: 'kita-ue3' as const, form: null, capacity }];

  it('never lets coverage fall or missing places grow with a house or places more', () => {
    const before = row(town);
    fc.assert(
      fc.property(fc.record(anywhere), fc.constantFrom(...kitas), ({ x, y, size }, houseId) => {
        const built = {
          ...change,
          kind: 'add',
          houseId: 'm',
          name: 'neu',
          position: position(x, y),
          to: null,
        } as const;
        const more = row(applyScenario(town, [{ ...built, offers: offerOf(size) }], []).city);
        expect(more.personsWithinReach!).toBeGreaterThanOrEqual(before.personsWithinReach! - 1e-9);
        expect(more.missing!).toBeLessThanOrEqual(before.missing! + 1e-6);
        expect(more.capacity).toBe(before.capacity! + size);
        const larger = { ...change, kind: 'resize', houseId, to: null, offers: offerOf(size) } as const;
        expect(row(applyScenario(town, [larger], []).city).missing!).toBeLessThanOrEqual(before.missing! + 1e-6);
      }),
      { numRuns: 25 },
    );
  });

  it('gives back the same figures when a house is moved away and back', () => {
    const before = row(town);
    fc.assert(
      fc.property(fc.record(anywhere), fc.constantFrom(...kitas), ({ x, y }, houseId) => {
        const { position: home } = town.houses.find(({ id }) => id === houseId)!;
        const away = { ...change, kind: 'move', houseId, position: position(x, y) } as const;
        const back = { ...change, measureId: 'back', kind: 'move', houseId, position: home } as const;
        const { city } = applyScenario(town, [away, back], []);
        const after = row(city);
        for (const key of [
          'persons',
          'personsWithinReach',
          'served',
          'noPlace',
          'missing',
          'free',
          'capacity',
        ] as const)
          expect(after[key]).toBeCloseTo(before[key]!, 6);
        expect(after.houses).toBe(before.houses);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a city with the sites of a scenario', () => {
  const demand = (city: ReturnType<typeof apply>['city']) => cityRow(ask(city, 'kita-u3', { year: 2031 })).demand!;
  const own = () =>
    site('own', {
      geometry: structuredClone(rectangle(610, 810, 690, 890)) as NewObject<'sites'>['geometry'],
      stage: 5,
      firstOccupancy: 2028,
    });

  it('adds those of the plan and leaves out what the scenario leaves out', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'sites', object: own() });
    const edit = { kind: 'site', objectId: 'own', circle: 'agsp', reason: null } as const;
    editObject(plan, { ...edit, scenarioId: 'b', field: 'leftOut', value: true });
    const stock = demand(baseCity());
    const added = demand(apply(baseCity(), plan, 'a').city) - stock;
    expect(added).toBeGreaterThan(0);
    expect(demand(apply(baseCity(), plan, 'b').city)).toBeCloseTo(stock, 9);
    // Half as many dwellings, half the children.
    editObject(plan, { ...edit, scenarioId: 'a', field: 'dwellings', value: 150 });
    expect(demand(apply(baseCity(), plan, 'a').city) - stock).toBeCloseTo(added / 2, 9);
    expect(demand(apply(baseCity(), plan, null).city) - stock).toBeCloseTo(added, 9);
  });

  it('names sites whose phases make no whole', () => {
    const plan = smallPlan();
    addObject(plan, { collection: 'sites', object: own() });
    const phase = { id: 'base|own|2029', removed: null, siteId: 'own', scenarioId: null, year: 2029, share: 0.6 };
    plan.sitePhases[phase.id] = phase;
    const { sitesWithIncompletePhases, city } = apply(baseCity(), plan);
    expect(sitesWithIncompletePhases).toEqual(['own']);
    expect(city.sites[0]).toMatchObject({ id: 'own', source: PLAN_SOURCE, phases: [{ year: 2029, share: 0.6 }] });
    expect(Object.keys(city.sites[0]!)).not.toContain('leftOut');
  });
});
