import { describe, expect, it } from 'vitest';
import { groupsOfHouse, groupsWithoutFigures, houseState, statedPlaces } from '../../src/questions/house-state.ts';
import { house, offer, tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const DAY = city.identity.referenceDate;

describe('the state of a house', () => {
  const stateOf = (...offers: Parameters<typeof offer>[2][]) =>
    houseState({ offers: offers.map((more) => offer('kita-u3', 10, more)) }, '2025-12-31');

  it('is the best of its offers on the day', () => {
    expect(stateOf({ status: 'idea' }, {})).toBe('existing');
    expect(stateOf({ status: 'idea' }, { status: 'planned' })).toBe('planned');
    expect(stateOf({ status: 'idea' })).toBe('idea');
    expect(stateOf({ status: 'closed' })).toBe('closed');
  });

  it('turns with the day: from is included, to is not', () => {
    expect(stateOf({ status: 'secured', from: '2026-01-01' })).toBe('planned');
    expect(stateOf({ status: 'secured', from: '2025-12-31' })).toBe('existing');
    expect(stateOf({ to: '2025-12-31' })).toBe('closed');
    expect(stateOf({ to: '2026-01-01' })).toBe('existing');
  });

  it('does not count closed offers as missing figures', () => {
    const found = groupsWithoutFigures(
      house('x', null, 0, 0, [offer('kita-u3', null, { status: 'closed' }), offer('jugendtreff', null)]),
      DAY,
    );
    expect(found).toEqual(['jugend']);
  });

  it('takes a pool as a figure for the services it serves', () => {
    const pool = { places: { value: 30, date: null }, weights: { 'kita-u3': 1 } };
    expect(groupsWithoutFigures(house('x', null, 0, 0, [offer('kita-u3', null)], { pools: [pool] }), DAY)).toEqual([]);
    expect(groupsWithoutFigures(house('x', null, 0, 0, [offer('sek-1', null)], { pools: [pool] }), DAY)).toEqual([
      'schule',
    ]);
  });

  it('shows each group once, in the order of the groups, and none of an offer that is closed', () => {
    const mixed = house('x', null, 0, 0, [
      offer('ganztag', 80),
      offer('kita-ue3', 40),
      offer('kita-u3', 20),
      offer('pflege', 64, { status: 'closed' }),
      offer('spielflaeche', null),
    ]);
    expect(groupsOfHouse(mixed, DAY)).toEqual(['kita', 'ganztag']);
  });

  it('knows the places stated in all: of the house, its pools and its offers, those available before those approved', () => {
    const placesOf = (key: string) => statedPlaces(city.houses.find(({ id }) => id === `einrichtungen:${key}`)!);
    expect(placesOf('kita-1')).toBe(60 + 20 + 40);
    expect(placesOf('kita-4')).toBe(75);
    expect(placesOf('kita-2')).toBeNull();
    const figure = (value: number) => ({ value, date: null });
    const understaffed = offer('kita-u3', 40, { capacityApproved: figure(40), capacityAvailable: figure(30) });
    expect(statedPlaces(house('x', null, 0, 0, [understaffed]))).toBe(30);
  });
});
