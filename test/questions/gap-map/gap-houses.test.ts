import { describe, expect, it } from 'vitest';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { answerOf, kitaAt, pointOf, questionOf, ROW, townOf } from './small-town.ts';

describe('houses of a service', () => {
  it('are under 85 %, near, and over where somebody within reach had to go farther or found no place', () => {
    const loadOf = (places: number | null) =>
      answerOf(townOf(ROW, [kitaAt('a', 50, places)]), questionOf('kita-u3', 300)).houses[0];
    // 30 children within 300 m.
    expect(loadOf(40)).toEqual({ id: 'einrichtungen:a', load: 'under', capacity: 40, taken: 30 });
    expect(loadOf(35)!.load).toBe('near');
    expect(loadOf(30)!.load).toBe('near');
    expect(loadOf(29)).toEqual({ id: 'einrichtungen:a', load: 'over', capacity: 29, taken: 29 });
    expect(loadOf(null)).toEqual({ id: 'einrichtungen:a', load: 'unknown', capacity: null, taken: null });
  });

  it('are over too if those turned away find a place farther on', () => {
    const { houses } = answerOf(townOf(ROW, [kitaAt('a', 50, 8), kitaAt('b', 150, 100)]), questionOf('kita-u3', 300));
    // The 2 children of (50, 50) without a place in a go 120 m to b, as do the 20 there and the 30 of (350, 50).
    expect(houses.map(({ load, taken }) => [load, taken])).toEqual([
      ['over', 8],
      ['under', 52],
    ]);
  });

  it('have no load where a model has no takers, and none outside the city', () => {
    const playgrounds = answerOf(tinyCity(), questionOf('spielplatz-0-6', 300)).houses;
    expect(playgrounds).toEqual([
      { id: 'osm:way/2', load: 'none', capacity: 600, taken: null },
      { id: 'osm:node/3', load: 'none', capacity: null, taken: null },
    ]);
    const care = answerOf(tinyCity(), questionOf('pflege', null)).houses;
    expect(care).toEqual([{ id: 'einrichtungen:pflege-1', load: 'none', capacity: 64, taken: null }]);
    const outside = answerOf(tinyCity(), questionOf('kita-ue3', 900)).houses.at(-1);
    expect(outside).toEqual({ id: 'einrichtungen:kita-aussen', load: 'none', capacity: null, taken: null });
  });

  it('hold the demand of their Schulbezirk for schools', () => {
    const town = townOf([pointOf(50, 50, 90), pointOf(750, 50, 160)], tinyCity().houses);
    const { houses, catchments, personsWithoutHouse } = answerOf(town, questionOf('grundschule', 1000));
    // Bands 6–<10 and 10–<18 hold 90 each: 6.5–<10.5 is 3.5 / 4 of the first and 0.5 / 8 of the second = 84.375 and 150.
    expect(houses).toEqual([
      { id: 'einrichtungen:gs-1', load: 'under', capacity: 200, taken: 84.375 },
      { id: 'einrichtungen:gs-2', load: 'near', capacity: 150, taken: 150 },
    ]);
    expect(catchments!.map(({ balance }) => balance)).toEqual([200 - 84.375, 0]);
    expect(personsWithoutHouse).toBe(0);
  });
});
