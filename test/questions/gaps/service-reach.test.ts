import { describe, expect, it } from 'vitest';
import { createCityModel, type GapCity } from '../../../src/questions/gaps/city-model.ts';
import {
  createReachStore,
  DETOUR_FACTOR,
  type ReachStore,
  type ServiceReach,
} from '../../../src/questions/gaps/service-reach.ts';
import { at, house, offer } from '../../fixtures/tiny-city.ts';
import { demoCity } from '../../pipeline/demo/demo-cities.ts';
import { plainCity } from './ask.ts';

/** Points and metres of a list, by point, to ten metres: each edge of the street is rounded to decimetres. */
function listed({ lists }: ServiceReach, list: number): [number, number][] {
  const entries = [...lists.points.subarray(lists.offsets[list]!, lists.offsets[list + 1]!)].map(
    (point, i): [number, number] => [point, Math.round(lists.decimeters[lists.offsets[list]! + i]! / 100) * 10],
  );
  return entries.sort(([a], [b]) => a - b);
}

describe('the reach of a service', () => {
  const city: GapCity = plainCity();
  /** Two points on the street y = 400, at 150 and 450 m. */
  const street: GapCity = {
    ...city,
    population: [
      city.population.find(({ id }) => id === 'grid:1-4')!,
      city.population.find(({ id }) => id === 'grid:4-4')!,
    ].map((point, i) => ({ ...point, position: at(150 + 300 * i, 400) })),
    houses: [
      house('hort', 'Hort', 150, 400, [offer('ganztag', 40)]),
      house('west', 'Kita', 250, 400, [offer('kita-u3', 10)]),
      house('idea', 'Kita', 450, 400, [offer('kita-u3', 10, { status: 'idea' })]),
    ],
  };

  it('has a list for each house of the service, whatever its status, and none for the others', () => {
    const reach = createReachStore(createCityModel(street)).houses('kita-u3', 250);
    expect([...reach.numbers]).toEqual([1, 2]);
    expect([...reach.listOf]).toEqual([-1, 0, 1]);
    expect(listed(reach, 0)).toEqual([
      [0, 100],
      [1, 200],
    ]);
    expect(listed(reach, 1)).toEqual([[1, 0]]);
  });

  it('of an area begins at the entrance next to each point', () => {
    const park = { ...city.supplyAreas[0]!, accessPoints: [at(150, 400), at(350, 400), at(250, 400)] };
    const reach = createReachStore(createCityModel({ ...street, supplyAreas: [park] })).areas('gruen-nah', 500);
    expect(listed(reach, 0)).toEqual([
      [0, 0],
      [1, 100],
    ]);
  });

  it('is air distance with a detour where there is no network', () => {
    const store = createReachStore(createCityModel({ ...street, network: null }));
    expect(listed(store.houses('kita-u3', 250), 0)).toEqual([
      [0, 100 * DETOUR_FACTOR],
      [1, 200 * DETOUR_FACTOR],
    ]);
    expect([...store.pointsNotConnected]).toEqual([0, 0]);
  });

  it('is kept, and in a scenario searched anew only where houses came or moved: the same as searched from nothing', () => {
    const model = createCityModel(street);
    const base = createReachStore(model);
    const first = base.houses('kita-u3', 250);
    expect(base.houses('kita-u3', 250)).toBe(first);
    const [hort, west, idea] = street.houses;
    const changed: GapCity = {
      ...street,
      houses: [
        idea!,
        hort!,
        { ...west!, position: at(350, 400) },
        house('new', 'Kita', 150, 400, [offer('kita-u3', 5)]),
      ],
    };
    const scenario = createCityModel(changed, 'all', model);
    const reach = createReachStore(scenario, base).houses('kita-u3', 250);
    expect([...reach.numbers]).toEqual([0, 2, 3]);
    expect([0, 1, 2].map((list) => listed(reach, list))).toEqual([
      [[1, 0]],
      [
        [0, 200],
        [1, 100],
      ],
      [[0, 0]],
    ]);
    expect(reach.lists).toEqual(createReachStore(scenario).houses('kita-u3', 250).lists);
  });

  it('is searched from new sites alone where sites come, go or move: the same as searched from nothing', () => {
    const city = demoCity(0.01);
    const [first, second, ...others] = city.sites;
    const model = createCityModel({ ...city, sites: [second!, ...others] });
    const base = createReachStore(model);
    const asked = [
      (store: ReachStore) => store.houses('kita-u3', 1000),
      (store: ReachStore) => store.houses('hausarzt', 1500),
      (store: ReachStore) => store.areas('gruen-nah', 800),
    ];
    for (const ask of asked) ask(base);
    const moved = { ...second!, geometry: first!.geometry };
    const closed = city.houses.slice(3);
    for (const scenario of [
      { ...city, sites: [second!, ...others, first!] },
      { ...city, sites: [first!, ...others] },
      { ...city, sites: [moved, ...others], houses: closed },
      { ...city, sites: [] },
    ]) {
      const other = createCityModel(scenario, 'all', model);
      expect(other.points).not.toBe(model.points);
      expect(other.points).toEqual(createCityModel(scenario).points);
      const store = createReachStore(other, base);
      const plain = createReachStore(createCityModel(scenario));
      for (const ask of asked) expect(ask(store)).toEqual(ask(plain));
      expect(store.attached).toEqual(plain.attached);
    }
  });
});
