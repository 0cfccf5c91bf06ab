import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { answerGaps } from '../../../src/questions/gap-map/answer-gaps.ts';
import { createCellFrame } from '../../../src/questions/gap-map/cell-frame.ts';
import { CELL_STATES, CELL_STRENGTHS, type GapQuestion } from '../../../src/questions/gap-map/gap-calls.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { pointOf, prepare, questionOf, townOf } from './small-town.ts';

function answer(city: CityContent, question: GapQuestion) {
  const { model, reach } = prepare(city);
  return answerGaps(model, reach, question, createCellFrame(model));
}

const code = (state: (typeof CELL_STATES)[number], strength: number) => 1 + 3 * CELL_STATES.indexOf(state) + strength;
const kita = (key: string, x: number, places: number | null) => house(key, key, x, 50, [offer('kita-u3', places)]);

/** Children 10, 20, 0 and 30 at 0, 120, 240 and 360 m (air × 1.2) from a house at (50, 50). */
const ROW = [pointOf(50, 50, 10), pointOf(150, 50, 20), pointOf(250, 50, 0), pointOf(350, 50, 30)];

describe('cells of a service with places', () => {
  it('show the largest part and its strength: 10 of 10 served, 15 of 20 served, nobody, 30 of 30 out of reach', () => {
    const { cells } = answer(townOf(ROW, [kita('a', 50, 25)]), questionOf('kita-u3', 300));
    expect(cells).toEqual({
      tells: 'places',
      columns: 4,
      rows: 1,
      codes: Uint8Array.of(code('served', 2), code('served', 1), 0, code('out-of-reach', 2)),
    });
  });

  it('take the worse of two equal parts: 10 of 20 served is in reach but no place', () => {
    const { cells } = answer(townOf(ROW, [kita('a', 50, 20)]), questionOf('kita-u3', 300));
    expect(cells!.codes[1]).toBe(code('no-place', 0));
  });

  it('join points of one cell: 10 served and 30 out of reach are 75 % out of reach', () => {
    const points = [pointOf(20, 20, 10), pointOf(80, 80, 30), pointOf(150, 50, 1)];
    const { cells } = answer(townOf(points, [kita('a', 20, 10)]), questionOf('kita-u3', 60));
    // The second point is √(60² + 60²) × 1.2 = 101.8 m away.
    expect(cells!.codes[0]).toBe(code('out-of-reach', 1));
  });

  it('say unknown where a figure is missing, nothing for people outside the city, and nothing where nobody lives', () => {
    const points = [pointOf(50, 50, null), pointOf(150, 50, 0), pointOf(1150, 50, 9)];
    const { cells } = answer(townOf(points, [kita('a', 50, 20)]), questionOf('kita-u3', 2000));
    expect([cells!.codes[0], cells!.codes[1], cells!.codes[11]]).toEqual([code('unknown', 0), 0, 0]);
  });

  it('tell reach alone where no house states its places, and where the city has yet to set the rate', () => {
    const unstated = answer(townOf(ROW, [kita('a', 50, null)]), questionOf('kita-u3', 300)).cells!;
    expect(unstated.tells).toBe('reach');
    expect([...unstated.codes]).toEqual([code('served', 2), code('served', 2), 0, code('out-of-reach', 2)]);
    const question = questionOf('kita-u3', 300);
    const unset = { ...question.indicator, rate: { ...question.indicator.rate, value: null } };
    expect(answer(townOf(ROW, [kita('a', 50, 5)]), { ...question, indicator: unset }).cells).toEqual(unstated);
  });

  it('are unknown where people live but the ages asked for are in no band, and there are none without reach', () => {
    const ages = { from: 0.5, to: 40, bySchoolYear: false };
    const { cells } = answer(townOf(ROW, [kita('a', 50, 5)]), questionOf('kita-u3', 300, {}, { target: ages }));
    expect([...cells!.codes]).toEqual([code('unknown', 0), code('unknown', 0), 0, code('unknown', 0)]);
    expect(answer(tinyCity(), questionOf('pflege', null)).cells).toBeNull();
  });
});

describe('cells of a service with m²', () => {
  it('tell who has the full rate in reach, who has less and who has none', () => {
    const city = tinyCity();
    const park = city.supplyAreas.filter(({ id }) => id === 'osm:way/1');
    // The park of 10,000 m² has its nearest access points 120 m (x 150) and 480 m from the two points: 600 + 1,200 persons compete.
    const points = [pointOf(150, 750, 100), pointOf(250, 1150, 200, { outside: false }), pointOf(950, 50, 50)];
    const ask = (rate: number) =>
      answer(
        townOf(points, [], { supplyAreas: park }),
        questionOf('gruen-nah', 600, {}, { rate: { ...questionOf('gruen-nah', 1).indicator.rate, value: rate } }),
      ).cells!;
    const codesAt = (cells: ReturnType<typeof ask>) =>
      [...cells.codes].filter((found) => found > 0).map((found) => CELL_STATES[Math.floor((found - 1) / 3)]);
    // 10,000 / 1,800 = 5.6 m² per person.
    expect(ask(5).tells).toBe('area');
    expect(codesAt(ask(5))).toEqual(['served', 'served', 'out-of-reach']);
    expect(codesAt(ask(6))).toEqual(['no-place', 'no-place', 'out-of-reach']);
  });
});

describe('houses of a service', () => {
  it('are under 85 %, near, and over where somebody within reach had to go farther or found no place', () => {
    const loadOf = (places: number | null) =>
      answer(townOf(ROW, [kita('a', 50, places)]), questionOf('kita-u3', 300)).houses[0];
    // 30 children within 300 m.
    expect(loadOf(40)).toEqual({ id: 'einrichtungen:a', load: 'under', capacity: 40, taken: 30 });
    expect(loadOf(35)!.load).toBe('near');
    expect(loadOf(30)!.load).toBe('near');
    expect(loadOf(29)).toEqual({ id: 'einrichtungen:a', load: 'over', capacity: 29, taken: 29 });
    expect(loadOf(null)).toEqual({ id: 'einrichtungen:a', load: 'unknown', capacity: null, taken: null });
  });

  it('are over too if those turned away find a place farther on', () => {
    const { houses } = answer(townOf(ROW, [kita('a', 50, 8), kita('b', 150, 100)]), questionOf('kita-u3', 300));
    // The 2 children of (50, 50) without a place in a go 120 m to b, as do the 20 there and the 30 of (350, 50).
    expect(houses.map(({ load, taken }) => [load, taken])).toEqual([
      ['over', 8],
      ['under', 52],
    ]);
  });

  it('have no load where a model has no takers, and none outside the city', () => {
    const playgrounds = answer(tinyCity(), questionOf('spielplatz-0-6', 300)).houses;
    expect(playgrounds).toEqual([
      { id: 'osm:way/2', load: 'none', capacity: 600, taken: null },
      { id: 'osm:node/3', load: 'none', capacity: null, taken: null },
    ]);
    const care = answer(tinyCity(), questionOf('pflege', null)).houses;
    expect(care).toEqual([{ id: 'einrichtungen:pflege-1', load: 'none', capacity: 64, taken: null }]);
    const outside = answer(tinyCity(), questionOf('kita-ue3', 900)).houses.at(-1);
    expect(outside).toEqual({ id: 'einrichtungen:kita-aussen', load: 'none', capacity: null, taken: null });
  });

  it('hold the demand of their Schulbezirk for schools', () => {
    const town = townOf([pointOf(50, 50, 90), pointOf(750, 50, 160)], tinyCity().houses);
    const { houses, catchments, personsWithoutHouse } = answer(town, questionOf('grundschule', 1000));
    // Bands 6–<10 and 10–<18 hold 90 each: 6.5–<10.5 is 3.5 / 4 of the first and 0.5 / 8 of the second = 84.375 and 150.
    expect(houses).toEqual([
      { id: 'einrichtungen:gs-1', load: 'under', capacity: 200, taken: 84.375 },
      { id: 'einrichtungen:gs-2', load: 'near', capacity: 150, taken: 150 },
    ]);
    expect(catchments!.map(({ balance }) => balance)).toEqual([200 - 84.375, 0]);
    expect(personsWithoutHouse).toBe(0);
  });
});

it('the published waiting lists of the service come with the answer, where the package has any', () => {
  const list = { service: 'kita-u3', year: 2025, kind: 'waiting-list', value: 7, source: 0 } as const;
  const town = townOf(ROW, [kita('a', 50, 8)], { districtFigures: [{ ...list, district: 'amt:1' }] });
  expect(answer(town, questionOf('kita-u3', 300)).waitingLists).toEqual({
    year: 2025,
    byDistrict: new Map([['amt:1', 7]]),
  });
  expect(answer(tinyCity(), questionOf('kita-u3', 300)).waitingLists).toBeNull();
});

describe('cells and rows of random towns', () => {
  const town = fc.record({
    children: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 10 }),
    places: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
    limit: fc.integer({ min: 60, max: 900 }),
  });
  const cityOf = (children: readonly number[], places: readonly number[]) =>
    townOf(
      children.map((count, i) => pointOf(50 + 100 * i, 50, count)),
      places.map((count, i) => kita(`k${i}`, 30 + 190 * i, count)),
    );

  it('follow from each other: the parts behind the cells add up to the row, and each cell shows its largest part', () => {
    fc.assert(
      fc.property(town, ({ children, places, limit }) => {
        const city = cityOf(children, places);
        const { model, reach } = prepare(city);
        const question = questionOf('kita-u3', limit);
        const { cells, result } = answerGaps(model, reach, question, createCellFrame(model));
        const { allocation, nearest } = computeGaps(model, reach, question.indicator, question.request);
        const sums = [0, 0, 0];
        children.forEach((count, p) => {
          const served = allocation!.served[p]!;
          const within = nearest[p]! <= limit * 10;
          const parts = [served, within ? count - served : 0, within ? 0 : count - served];
          parts.forEach((part, i) => {
            sums[i]! += part;
          });
          if (count === 0) return expect(cells!.codes[p]).toBe(0);
          const state = Math.floor((cells!.codes[p]! - 1) / 3);
          const strength = (cells!.codes[p]! - 1) % 3;
          expect(parts[state]).toBeCloseTo(Math.max(...parts), 6);
          const share = parts[state]! / count;
          expect(share).toBeGreaterThanOrEqual((CELL_STRENGTHS[strength - 1] ?? 0) - 1e-6);
          expect(share).toBeLessThan((CELL_STRENGTHS[strength] ?? 1.1) + 1e-6);
        });
        const row = result.levels[0]![0]!;
        expect(sums[0]).toBeCloseTo(row.served!, 6);
        expect(sums[1]).toBeCloseTo(row.noPlace!, 6);
        expect(sums[2]).toBeCloseTo(row.outOfReach!, 6);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('take no more places than there are, and as many as are served', () => {
    fc.assert(
      fc.property(town, ({ children, places, limit }) => {
        const { houses, result } = answer(cityOf(children, places), questionOf('kita-u3', limit));
        for (const { taken, capacity, load } of houses) {
          expect(taken!).toBeLessThanOrEqual(capacity! + 1e-9);
          if (load === 'over') expect(taken!).toBeCloseTo(capacity!, 6);
        }
        expect(houses.reduce((sum, { taken }) => sum + taken!, 0)).toBeCloseTo(result.levels[0]![0]!.served!, 6);
      }),
      { seed: 4, numRuns: 60 },
    );
  });
});
