import { describe, expect, it } from 'vitest';
import {
  housesOf,
  housesOfYear,
  losersOf,
  ownScore,
  withoutCapacity,
} from '../../../src/questions/sites/impact-houses.ts';
import { surroundingsOf } from '../../../src/questions/sites/impact-surroundings.ts';
import { impactOf } from '../../../src/questions/sites/impact-years.ts';
import { at, house, offer } from '../../fixtures/tiny-city.ts';
import { gardenIn, oneKita, peopleOf, townWith, within } from './site-scene.ts';

const far = within('kita-u3', 2000);

describe('the houses around a site', () => {
  it('take the children of the site where there is room', () => {
    const { compared, pair } = gardenIn(oneKita(1000), far, 2031);
    const around = surroundingsOf(compared, far);
    const [kita, ...others] = housesOf(compared, 'kita-u3', [housesOfYear(pair, around)], around);
    expect(others).toEqual([]);
    const { demand } = impactOf(pair, around);
    expect(kita!.taken[0]! - kita!.takenWithout[0]!).toBeCloseTo(demand!, 2);
    expect(kita).toMatchObject({ name: 'Kita', capacity: [1000] });
    expect(withoutCapacity(pair, around)).toBe(0);
  });

  it('have no figures where they state no places, and are counted', () => {
    const { compared, pair } = gardenIn(oneKita(null), far, 2031);
    const around = surroundingsOf(compared, far);
    const [kita] = housesOf(compared, 'kita-u3', [housesOfYear(pair, around)], around);
    expect(kita!.capacity).toEqual([null]);
    expect(withoutCapacity(pair, around)).toBe(1);
  });

  it('are listed nearest first, with nothing in a year in which they are not there', () => {
    const houses = [
      house('later', 'Später', 650, 650, [{ ...offer('kita-u3', 50), from: '2030-01-01' }]),
      house('far', 'Fern', 50, 50, [offer('kita-u3', 20)]),
    ];
    const city = townWith({ houses });
    const { compared, pair } = gardenIn(city, far, 2031);
    const around = surroundingsOf(compared, far);
    const before = gardenIn(city, far, 2029).pair;
    const found = housesOf(
      compared,
      'kita-u3',
      [before, pair].map((year) => housesOfYear(year, around)),
      around,
    );
    expect(found.map(({ name, capacity }) => [name, capacity])).toEqual([
      ['Später', [null, 50]],
      ['Fern', [20, 20]],
    ]);
  });

  it('are the school of the catchment, nearer ones or not', () => {
    const grundschule = within('grundschule', 2000);
    const { compared, pair } = gardenIn(townWith(), grundschule, 2031);
    const around = surroundingsOf(compared, grundschule);
    const year = housesOfYear(pair, around);
    expect(year.schools.map((number) => compared.with.city.houses[number]!.id)).toEqual(['einrichtungen:gs-2']);
    expect(housesOf(compared, 'grundschule', [year], around).map(({ id }) => id)).toEqual(['einrichtungen:gs-2']);
  });
});

describe('who else loses by a site', () => {
  it('are the boroughs in which others miss more, the most first', () => {
    const { compared, pair } = gardenIn(oneKita(10), far, 2031);
    const losers = losersOf(compared, pair);
    const { missingOthers } = impactOf(pair, surroundingsOf(compared, far));
    expect(losers.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(missingOthers!, 1);
    expect(losers.map(({ amount }) => amount)).toEqual(losers.map(({ amount }) => amount).sort((a, b) => b - a));
    expect(losers.every(({ name }) => name === 'West' || name === 'Ost')).toBe(true);
    // With room for all nobody loses.
    const roomy = gardenIn(oneKita(1000), far, 2031);
    expect(losersOf(roomy.compared, roomy.pair)).toEqual([]);
  });

  it('share one park: everyone has its area divided by all who reach it', () => {
    const [park] = townWith().supplyAreas;
    const city = townWith({ supplyAreas: [{ ...park!, usableSquareMeters: 10_000, accessPoints: [at(500, 500)] }] });
    const green = within('gruen-nah', 1500);
    const { compared, pair } = gardenIn(city, green, 2031);
    const people = peopleOf(compared.with, green, 2031);
    const all = people.reduce((sum, persons) => sum + (Number.isNaN(persons) ? 0 : persons), 0);
    expect(ownScore(compared, pair)).toBeCloseTo(10_000 / all, 2);
  });
});
