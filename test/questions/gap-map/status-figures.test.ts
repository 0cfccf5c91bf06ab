import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { statusFigures } from '../../../src/questions/gap-map/status-figures.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { statusReport } from '../../../src/report/status-report.ts';
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
    offer('kita-u3', 15, { form: 'Krippe', status: 'planned', from: '2029-09-01' }),
    offer('kita-u3', 25, { status: 'planned' }),
    offer('kita-u3', 5, { form: 'Krippe', status: 'closed' }),
    offer('kita-u3', 5, { form: 'Krippe', status: 'idea' }),
    offer('kita-ue3', 40),
  ]),
  house('b', 'b', 150, 50, [
    offer('kita-u3', 12, { form: 'Krippe' }),
    offer('kita-u3', 3),
    offer('kita-u3', 8, { form: 'Krippe', status: 'secured', from: '2027-01-01' }),
    offer('kita-u3', null, { form: 'Krippe', status: 'secured', from: '2027-01-01' }),
    offer('kita-u3', 7, { to: '2025-12-31' }),
  ]),
  house('c', 'c', 650, 50, [offer('kita-u3', null, { form: 'VÖ' })]),
  house('aussen', 'aussen', 1150, 50, [offer('kita-u3', 99, { form: 'GT' })]),
];

const figure = (district: string, kind: 'waiting-list' | 'places-without-location', value: number | null) =>
  ({ district, service: 'kita-u3', year: 2025, kind, value, source: 0 }) as const;

describe('the figures of a report on the state of childcare', () => {
  const city = townOf(PEOPLE, HOUSES, {
    districtFigures: [
      figure('amt:1', 'places-without-location', 6),
      figure('amt:1', 'waiting-list', 9),
      figure('amt:2', 'waiting-list', null),
    ],
  });
  const found = report(city);
  const [west, ost] = found.districts;

  it('count children by single years of age where the bands can be cut, marked as estimated', () => {
    expect(found.ageGroups.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 6.5],
      [6.5, 10.5],
    ]);
    expect(found.estimated).toEqual([true, true, true, true, true]);
    // 60 / 3; the band 3–6 and an eighth of 6–10; seven eighths of it and a sixteenth of 10–18.
    const of60 = [20, 20, 20, 60 + 60 / 8, (60 * 7) / 8 + 60 / 16];
    const close = (factor: number) => of60.map((count) => expect.closeTo(count * factor, 9));
    expect(west!.personsByAge).toEqual(close(1));
    expect(ost!.personsByAge).toEqual(close(0.5));
    expect(found.city.personsByAge).toEqual(close(1.5));
  });

  it('list open places by form, offers without a form last', () => {
    expect(found.services.map(({ service, forms }) => [service, forms])).toEqual([
      ['kita-u3', ['Krippe', 'VÖ', null]],
      ['kita-ue3', []],
    ]);
    expect(west!.services[0]!.placesByForm).toEqual([20 + 12, 0, 3]);
    expect(ost!.services[0]!.placesByForm).toEqual([0, null, 0]);
    expect(found.city.services[0]!.placesByForm).toEqual([32, null, 3]);
  });

  it('list what is decided and what is planned with its year, those without a number apart', () => {
    expect(west!.services[0]!.decided).toEqual([
      { form: 'Krippe', year: 2027, places: 10 + 8 },
      { form: 'Krippe', year: 2027, places: null },
    ]);
    expect(west!.services[0]!.planned).toEqual([
      { form: 'Krippe', year: 2029, places: 15 },
      { form: null, year: null, places: 25 },
    ]);
    expect([ost!.services[0]!.decided, ost!.services[0]!.planned]).toEqual([[], []]);
  });

  it('count decided places as open once their year has come, planned ones where they are asked for', () => {
    const years = [2025, 2026, 2027];
    const later = report({ ...city, identity: { ...city.identity, years } }, { year: 2027 }).districts[0]!.services[0]!;
    expect([later.placesByForm[0], later.decided]).toEqual([20 + 12 + 10 + 8, []]);
    const counts = { ...REQUEST.counts, facilities: 'planned' } as const;
    const planned = report(city, { counts }).districts[0]!.services[0]!;
    expect([planned.placesByForm[2], planned.planned.length]).toEqual([3 + 25, 1]);
  });

  it('carry the sums and rates of the single questions, places without a location, and waiting lists', () => {
    const { model, reach } = prepare(city);
    const { levels } = computeGaps(model, reach, U3, { ...REQUEST, service: 'kita-u3', limitMeters: null }).result;
    const row = levels[1]![0]!;
    expect(west!.services[0]).toMatchObject({
      persons: 60,
      places: row.capacity,
      placesWithoutLocation: 6,
      supplyRate: row.supplyRate,
      housesWithoutPlaces: 0,
      waitingList: 9,
      waitingListYear: 2025,
      waitingListGaps: 0,
    });
    // 20 + 12 + 3 places in houses and 6 without a location.
    expect(row.capacity).toBe(20 + 12 + 3 + 6);
    expect(found.city.services[0]).toMatchObject({ placesWithoutLocation: 6, waitingList: 9, waitingListGaps: 1 });
    expect(ost!.services[0]).toMatchObject({ placesWithoutLocation: null, waitingList: null, housesWithoutPlaces: 1 });
    expect(found.services.map(({ hasWaitingList }) => hasWaitingList)).toEqual([true, false]);
    expect(found.services.map(({ targetPerHundred }) => targetPerHundred)).toEqual([100, 100]);
  });

  it('keep back small numbers of children, and a second one so that the city does not give it away', () => {
    const small = report(townOf([pointOf(50, 50, 60), pointOf(650, 50, 6)], HOUSES));
    // Ost: 2, 2, 2, 6.75, 5.6; below 5 are the first three ages.
    expect(small.districts.map(({ masked }) => masked)).toEqual([
      [true, true, true, false, false],
      [true, true, true, false, false],
    ]);
    expect(small.districts[1]!.personsByAge.slice(0, 3)).toEqual([null, null, null]);
    expect(small.city.masked).toEqual([false, false, false, false, false]);
  });

  it('say keine Angabe where nobody knows the children, and leave out ages that the bands cannot tell', () => {
    const unknown = report(townOf([pointOf(50, 50, 60), pointOf(650, 50, null)], HOUSES));
    expect(unknown.districts[1]!.personsByAge).toEqual([null, null, null, null, null]);
    const bands = [{ from: 0, to: 3 }, { from: 3, to: 18 }, ...tinyCity().identity.bands.slice(4)];
    const population = PEOPLE.map((point) => ({ ...point, persons: point.persons.slice(0, 4) }));
    const coarse = report(townOf(population, HOUSES, { identity: { ...tinyCity().identity, bands } }));
    expect(coarse.ageGroups.map(({ to }) => to)).toEqual([1, 2, 3]);
  });

  it('are empty where no house offers what is asked', () => {
    const nothing = report(townOf(PEOPLE, []));
    expect([nothing.services, nothing.ageGroups, nothing.city.services, nothing.city.personsByAge]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it('go into the report’s table as they are', () => {
    const table = statusReport(found, createTexts('de'));
    expect(table.rows.map(({ id }) => id)).toEqual(['amt:1', 'amt:2']);
    expect(table.total.cells['kita-u3-rate']).toBeCloseTo(found.city.services[0]!.supplyRate!, 9);
  });
});
