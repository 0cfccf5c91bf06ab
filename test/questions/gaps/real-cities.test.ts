import { beforeAll, expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import type { CityContent, House } from '../../../src/city/types.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import type { GapDetails } from '../../../src/questions/gaps/compute-gaps.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import { readRealCity } from '../../pipeline/build/real-city.ts';
import { describeWithShared } from '../../shared-folder.ts';
import { cityRow, indicatorOf, requestOf } from './ask.ts';
import { plainNearest } from './plain-reach.ts';

describeWithShared('Neubrandenburg, by a second, plain search', () => {
  let city: CityContent;
  beforeAll(async () => {
    city = (await readRealCity('neubrandenburg')).content;
  }, 300_000);

  it('has as many inhabitants within 300, 500, 900 and 1,500 m of a Kita', () => {
    // The Zensus grid knows no ages of Kita children: everyone counts.
    const indicator = indicatorOf('kita-ue3', { target: { from: 0, to: null, bySchoolYear: false } });
    const model = createCityModel(city);
    const reach = createReachStore(model);
    const kitas = city.houses.filter((house) => house.offers.some(({ service }) => service === 'kita-ue3'));
    const inside = city.population.filter(({ outside }) => !outside);
    const nearest = plainNearest(
      city.network!,
      city.identity.epsg,
      inside.map(({ position }) => position),
      kitas.map(({ position }) => position),
      15_000,
    );
    const shares = [300, 500, 900, 1500].map((limitMeters) => {
      const details = computeGaps(model, reach, indicator, requestOf(city, 'kita-ue3', { limitMeters }));
      const row = cityRow(details);
      const covered = inside.reduce((sum, { total }, p) => sum + (nearest[p]! <= limitMeters * 10 ? total! : 0), 0);
      expect(row.personsWithinReach).toBeCloseTo(covered, 6);
      expect(row.houses).toBe(kitas.filter((house) => !house.outside).length);
      // No Kita states its places there: who is covered is known, what lacks is not.
      expect([row.capacity, row.missing]).toEqual([null, null]);
      return row.coverage!;
    });
    const inhabitants = inside.reduce((sum, { total }) => sum + total!, 0);
    expect(cityRow(computeGaps(model, reach, indicator, requestOf(city, 'kita-ue3'))).persons).toBe(inhabitants);
    for (let i = 1; i < shares.length; i++) expect(shares[i]!).toBeGreaterThan(shares[i - 1]!);
    console.log(
      `Neubrandenburg, inhabitants within 300, 500, 900, 1,500 m of a Kita: ${shares.map((s) => s.toFixed(3))}`,
    );
  });
});

interface Sums {
  persons: number;
  within: number;
  served: number;
  capacity: number;
  houses: number;
  withoutCapacity: number;
}

/** Children per point: those of the bands that lie in the ages asked for. */
function childrenAt(city: CityContent, from: number, to: number): number[] {
  const bands = [...city.identity.bands.keys()].filter((b) => {
    const band = city.identity.bands[b]!;
    return band.from >= from && band.to !== null && band.to <= to;
  });
  return city.population.map(({ persons }) =>
    bands.some((b) => persons[b] === null) ? Number.NaN : bands.reduce((sum, b) => sum + persons[b]!, 0),
  );
}

function placesOf(house: House, service: 'kita-u3' | 'kita-ue3'): number | null {
  const figures = house.offers
    .filter((offer) => offer.service === service)
    .map((offer) => offer.capacityAvailable.value ?? offer.capacityApproved.value);
  return figures.some((value) => value === null) ? null : figures.reduce((sum: number, value) => sum + value!, 0);
}

/**
 * Berlin's Kitas by Bezirk from the tables of the package: every child against every Kita by air distance × 1.2 (the package has no
 * network), places given out metre by metre as `engine.md` § 4 says, on plain objects.
 */
function plainBerlin(city: CityContent, service: 'kita-u3' | 'kita-ue3', children: readonly number[], rate: number) {
  const projection = projectionOf(city.identity.epsg);
  const at = ([lon, lat]: House['position']) => projection.forward(lon, lat);
  const kitas = city.houses.filter((house) => house.offers.some((offer) => offer.service === service));
  const spots = kitas.map((house) => at(house.position));
  const room = kitas.map((house) => (house.outside ? null : placesOf(house, service)));
  const left = children.map((count, p) => (Number.isNaN(count) || city.population[p]!.outside ? 0 : count * rate));
  const wanted = [...left];
  const isNear: boolean[] = [];
  const steps: { p: number; k: number }[][] = Array.from({ length: 901 }, () => []);
  city.population.forEach((point, p) => {
    const [x, y] = at(point.position);
    isNear.push(false);
    spots.forEach(([kx, ky], k) => {
      if (Math.abs(x - kx) > 750.1 || Math.abs(y - ky) > 750.1) return;
      const decimeters = Math.round(Math.sqrt((x - kx) ** 2 + (y - ky) ** 2) * 1.2 * 10);
      if (decimeters > 9000) return;
      isNear[p] = true;
      if (room[k] !== null && left[p]! > 0) steps[Math.ceil(decimeters / 10)]!.push({ p, k });
    });
  });
  for (const step of steps) giveOut(step, left, room as number[]);
  const sums = new Map<string, Sums>();
  const of = (id: string) => {
    const found = sums.get(id) ?? { persons: 0, within: 0, served: 0, capacity: 0, houses: 0, withoutCapacity: 0 };
    sums.set(id, found);
    return found;
  };
  city.population.forEach(({ districts, outside }, p) => {
    if (outside || districts[0] === null || Number.isNaN(children[p]!)) return;
    const sum = of(districts[0]!);
    sum.persons += children[p]!;
    if (isNear[p]) sum.within += children[p]!;
    sum.served += wanted[p]! - left[p]!;
  });
  kitas.forEach((house) => {
    if (house.districts[0] === null) return;
    const sum = of(house.districts[0]!);
    const places = placesOf(house, service);
    sum.houses++;
    if (places === null) sum.withoutCapacity++;
    else sum.capacity += places;
  });
  return sums;
}

/** Everyone of a step divides what is left over the Kitas of the step with room; full ones serve all askers alike; until nothing moves. */
function giveOut(step: readonly { p: number; k: number }[], left: number[], room: number[]): void {
  for (;;) {
    const open = step.filter(({ p, k }) => left[p]! > 1e-9 && room[k]! > 1e-9);
    if (open.length === 0) return;
    const choices = new Map<number, number>();
    for (const { p } of open) choices.set(p, (choices.get(p) ?? 0) + 1);
    const asks = open.map(({ p, k }) => ({ p, k, ask: left[p]! / choices.get(p)! }));
    const asked = new Map<number, number>();
    for (const { k, ask } of asks) asked.set(k, (asked.get(k) ?? 0) + ask);
    const share = new Map([...asked].map(([k, sum]) => [k, Math.min(1, room[k]! / sum)]));
    for (const { p, k, ask } of asks) {
      left[p] = left[p]! - ask * share.get(k)!;
      room[k] = room[k]! - ask * share.get(k)!;
    }
  }
}

describeWithShared('Berlin, by a second, plain computation from the tables of its package', () => {
  let city: CityContent;
  let ask: (service: 'kita-u3' | 'kita-ue3', change?: Parameters<typeof indicatorOf>[1]) => GapDetails;
  beforeAll(async () => {
    city = (await readRealCity('berlin')).content;
    const model = createCityModel(city);
    const reach = createReachStore(model);
    ask = (service, change) => computeGaps(model, reach, indicatorOf(service, change), requestOf(city, service));
  }, 300_000);

  const ue3 = { target: { from: 3, to: 6, bySchoolYear: false } };
  const cases = [
    ['kita-u3', 0, 3, 0.62, {}],
    ['kita-ue3', 3, 6, 1, ue3],
  ] as const;
  for (const [service, from, to, rate, change] of cases) {
    it(`has the same children, places, reach and children served in every Bezirk: ${service}`, () => {
      const children = childrenAt(city, from, to);
      const plain = plainBerlin(city, service, children, rate);
      const { levels, grade, airDistance } = ask(service, change).result;
      expect([airDistance, grade]).toEqual([true, 'assumed']);
      const bezirke = levels[1]!;
      expect(bezirke.map(({ id }) => id)).toEqual([...plain.keys()].sort());
      expect(bezirke).toHaveLength(12);
      for (const row of bezirke) {
        const sum = plain.get(row.id)!;
        expect([row.houses, row.housesWithoutCapacity, row.capacity]).toEqual([
          sum.houses,
          sum.withoutCapacity,
          sum.capacity,
        ]);
        expect(row.persons).toBeCloseTo(sum.persons, 6);
        expect(row.personsWithinReach).toBeCloseTo(sum.within, 6);
        expect(row.served).toBeCloseTo(sum.served, 3);
        expect(row.balance).toBeCloseTo(sum.capacity - sum.persons * rate, 6);
        expect(row.supplyRate).toBeCloseTo((sum.capacity * 100) / sum.persons, 6);
      }
      const whole = levels[0]![0]!;
      expect(whole.missing! - whole.free!).toBeCloseTo(whole.demand! - whole.capacity!, 3);
      expect(whole.served! + whole.noPlace! + whole.outOfReach!).toBeCloseTo(whole.demand!, 3);
    });
  }

  it('has no figure for Ü3 up to school age: the table ends at 6 years', () => {
    const row = cityRow(ask('kita-ue3'));
    expect([row.persons, row.demand, row.missing, row.coverage]).toEqual([null, null, null, null]);
    expect(row.capacity).toBeGreaterThan(0);
  });
});

for (const id of ['neubrandenburg', 'koeln', 'berlin'] as const) {
  describeWithShared(`The figures of ${id}`, () => {
    it('add up: every level to the city, what is served and what is not to the demand', async () => {
      const { content: city } = await readRealCity(id);
      const model = createCityModel(city);
      const reach = createReachStore(model);
      let answered = 0;
      for (const service of ['kita-u3', 'kita-ue3', 'hausarzt', 'spielplatz-0-6'] as const) {
        const isThere =
          city.supplyAreas.some((area) => area.services.includes(service)) ||
          city.houses.some((house) => house.offers.some((offer) => offer.service === service));
        if (!isThere) continue;
        const { levels } = computeGaps(model, reach, indicatorOf(service), requestOf(city, service)).result;
        const whole = levels[0]![0]!;
        if (whole.persons !== null && whole.personsWithinReach! > 0) answered++;
        for (const rows of levels.slice(1)) {
          for (const key of ['persons', 'capacity', 'personsWithinReach', 'served', 'free'] as const) {
            const parts = rows.reduce((sum, row) => sum + (row[key] ?? 0), 0);
            expect([key, Math.abs(parts - (whole[key] ?? 0)) < 0.001]).toEqual([key, true]);
          }
        }
        // Köln's smallest areas leave out ground where nobody lives: playgrounds lie there, too.
        const houses = (levels[1] ?? levels[0]!).reduce((sum, row) => sum + row.houses, 0);
        expect(houses).toBe(whole.houses);
        for (const row of levels.flat()) {
          if (row.served === null) continue;
          expect(row.served + row.noPlace! + row.outOfReach!).toBeCloseTo(row.demand!, 3);
        }
        if (whole.missing !== null && whole.free !== null)
          expect(whole.missing - whole.free).toBeCloseTo(whole.demand! - whole.capacity!, 3);
      }
      expect(answered).toBeGreaterThan(0);
    }, 300_000);
  });
}
