import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { statusFigures } from '../../../src/questions/gap-map/status-figures.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { pointOf, prepare, questionOf, townOf } from './small-town.ts';

const U3 = questionOf('kita-u3', null).indicator;
const UE3 = questionOf('kita-ue3', null).indicator;
const { service: _service, limitMeters: _limit, ...REQUEST } = questionOf('kita-u3', null).request;

function report(city: CityContent, request: Partial<typeof REQUEST> = {}) {
  const { model, reach } = prepare(city);
  return statusFigures(model, reach, [U3, UE3, questionOf('ganztag', null).indicator], { ...REQUEST, ...request });
}

/** 60 children of every band in West, 30 in Ost; bands 0–3, 3–6, 6–10, 10–18. */
const PEOPLE = [pointOf(50, 50, 60), pointOf(650, 50, 30)];

const HOUSES = [
  house('a', 'a', 50, 50, [
    offer('kita-u3', 20, { form: 'Krippe' }),
    offer('kita-u3', 10, { form: 'Krippe', status: 'secured', from: '2027-09-01' }),
    offer('kita-u3', 10, { form: 'Krippe', status: 'planned', from: '2029-09-01' }),
    offer('kita-u3', 5, { form: 'Krippe', status: 'closed' }),
    offer('kita-ue3', 40),
  ]),
  house('b', 'b', 150, 50, [
    offer('kita-u3', 12, { form: 'Krippe' }),
    offer('kita-u3', null, { form: 'Krippe' }),
    offer('kita-u3', 7, { to: '2025-12-31' }),
  ]),
  house('c', 'c', 650, 50, [offer('kita-u3', null, { form: 'VÖ' })]),
  house('aussen', 'aussen', 1150, 50, [offer('kita-u3', 99)]),
];

describe('the figures of a report on the state of childcare', () => {
  const city = townOf(PEOPLE, HOUSES, {
    districtFigures: [
      { district: 'amt:1', service: 'kita-u3', year: 2025, kind: 'places-without-location', value: 6, source: 0 },
      { district: 'amt:1', service: 'kita-u3', year: 2025, kind: 'waiting-list', value: 9, source: 0 },
      { district: 'amt:2', service: 'kita-u3', year: 2025, kind: 'waiting-list', value: null, source: 0 },
    ],
  });
  const found = report(city);
  const [west, ost] = found.districts;

  it('count children by single years of age where the bands can be cut, marked as estimated', () => {
    expect(found.ages).toEqual([
      { from: 0, to: 1, estimated: true },
      { from: 1, to: 2, estimated: true },
      { from: 2, to: 3, estimated: true },
      { from: 3, to: 6.5, estimated: true },
      { from: 6.5, to: 10.5, estimated: true },
    ]);
    // 60 / 3; the band 3–6 and an eighth of 6–10; seven eighths of it and a sixteenth of 10–18.
    const of60 = [20, 20, 20, 60 + 60 / 8, (60 * 7) / 8 + 60 / 16];
    west!.children.forEach((count, age) => expect(count).toBeCloseTo(of60[age]!, 9));
    ost!.children.forEach((count, age) => expect(count).toBeCloseTo(of60[age]! / 2, 9));
    found.city.children.forEach((count, age) => expect(count).toBeCloseTo(of60[age]! * 1.5, 9));
  });

  it('list places by form and status, decided ones with their year, without what is given up, over or outside', () => {
    const krippe = { service: 'kita-u3', form: 'Krippe', offersWithoutFigure: 0, opens: null };
    expect(west!.places).toEqual([
      { ...krippe, status: 'existing', houses: 2, places: 20 + 12, offersWithoutFigure: 1 },
      { ...krippe, status: 'secured', opens: 2027, houses: 1, places: 10 },
      { ...krippe, status: 'planned', opens: 2029, houses: 1, places: 10 },
      { ...krippe, service: 'kita-ue3', form: null, status: 'existing', houses: 1, places: 40 },
    ]);
    expect(ost!.places).toEqual([
      { ...krippe, form: 'VÖ', status: 'existing', houses: 1, places: null, offersWithoutFigure: 1 },
    ]);
    expect(found.city.places.length).toBe(5);
  });

  it('call decided places open once their year has come', () => {
    const years = [2025, 2026, 2027];
    const later = report({ ...city, identity: { ...city.identity, years } }, { year: 2027 });
    expect(later.districts[0]!.places[1]).toMatchObject({ status: 'secured', opens: null, places: 10 });
  });

  it('carry the rates of the single questions, places without a location, and waiting lists', () => {
    const { model, reach } = prepare(city);
    const { levels } = computeGaps(model, reach, U3, { ...REQUEST, service: 'kita-u3', limitMeters: null }).result;
    expect(found.results.map(({ request }) => request.service)).toEqual(['kita-u3', 'kita-ue3']);
    expect(west!.rates[0]).toEqual({
      service: 'kita-u3',
      indicator: 'kita-u3@1',
      persons: 60,
      capacity: levels[1]![0]!.capacity,
      placesWithoutLocation: 6,
      supplyRate: levels[1]![0]!.supplyRate,
      targetRate: 100,
      balance: levels[1]![0]!.balance,
      housesWithoutCapacity: 1,
      waitingList: { year: 2025, value: 9, districtsWithoutFigure: 0 },
    });
    expect(found.city.rates[0]!.waitingList).toEqual({ year: 2025, value: 9, districtsWithoutFigure: 1 });
    expect(ost!.rates[0]).toMatchObject({ placesWithoutLocation: null, waitingList: null });
    expect([found.city.rates[0]!.placesWithoutLocation, found.city.rates[1]!.placesWithoutLocation]).toEqual([6, null]);
  });

  it('keep back small numbers of children, and a second one so that the city does not give it away', () => {
    const small = report(townOf([pointOf(50, 50, 60), pointOf(650, 50, 6)], HOUSES));
    // Ost: 2, 2, 2, 6.75, 5.6; below 5 are the first three ages.
    expect(small.districts.map(({ masked }) => masked)).toEqual([
      [true, true, true, false, false],
      [true, true, true, false, false],
    ]);
    expect(small.districts[1]!.children.slice(0, 3)).toEqual([null, null, null]);
    expect(small.city.masked).toEqual([false, false, false, false, false]);
  });

  it('say keine Angabe where nobody knows the children, and leave out ages that the bands cannot tell', () => {
    const unknown = report(townOf([pointOf(50, 50, 60), pointOf(650, 50, null)], HOUSES));
    expect(unknown.districts[1]!.children).toEqual([null, null, null, null, null]);
    const bands = [{ from: 0, to: 3 }, { from: 3, to: 18 }, ...tinyCity().identity.bands.slice(4)];
    const population = PEOPLE.map((point) => ({ ...point, persons: point.persons.slice(0, 4) }));
    const coarse = report(townOf(population, HOUSES, { identity: { ...tinyCity().identity, bands } }));
    expect(coarse.ages.map(({ to }) => to)).toEqual([1, 2, 3]);
  });

  it('are empty of rates where no house offers what is asked', () => {
    const nothing = report(townOf(PEOPLE, []));
    expect([nothing.results, nothing.city.places, nothing.city.rates, nothing.city.children]).toEqual([[], [], [], []]);
  });
});
