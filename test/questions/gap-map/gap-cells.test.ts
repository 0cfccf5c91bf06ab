import { describe, expect, it } from 'vitest';
import { CELL_STATES } from '../../../src/questions/gap-map/gap-calls.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { answerOf, kitaAt, pointOf, questionOf, ROW, townOf } from './small-town.ts';

const code = (state: (typeof CELL_STATES)[number], strength: number) => 1 + 3 * CELL_STATES.indexOf(state) + strength;

describe('cells of a service with places', () => {
  it('show the largest part and its strength: 10 of 10 served, 15 of 20 served, nobody, 30 of 30 out of reach', () => {
    const { cells } = answerOf(townOf(ROW, [kitaAt('a', 50, 25)]), questionOf('kita-u3', 300));
    expect(cells).toEqual({
      tells: 'places',
      columns: 4,
      rows: 1,
      codes: Uint8Array.of(code('served', 2), code('served', 1), 0, code('out-of-reach', 2)),
    });
  });

  it('take the worse of two equal parts: 10 of 20 served is in reach but no place', () => {
    const { cells } = answerOf(townOf(ROW, [kitaAt('a', 50, 20)]), questionOf('kita-u3', 300));
    expect(cells!.codes[1]).toBe(code('no-place', 0));
  });

  it('join points of one cell: 10 served and 30 out of reach are 75 % out of reach', () => {
    const points = [pointOf(20, 20, 10), pointOf(80, 80, 30), pointOf(150, 50, 1)];
    const { cells } = answerOf(townOf(points, [kitaAt('a', 20, 10)]), questionOf('kita-u3', 60));
    // The second point is √(60² + 60²) × 1.2 = 101.8 m away.
    expect(cells!.codes[0]).toBe(code('out-of-reach', 1));
  });

  it('say unknown where a figure is missing, nothing for people outside the city, and nothing where nobody lives', () => {
    const points = [pointOf(50, 50, null), pointOf(150, 50, 0), pointOf(1150, 50, 9)];
    const { cells } = answerOf(townOf(points, [kitaAt('a', 50, 20)]), questionOf('kita-u3', 2000));
    expect([cells!.codes[0], cells!.codes[1], cells!.codes[11]]).toEqual([code('unknown', 0), 0, 0]);
  });

  it('tell reach alone where no house states its places, and where the city has yet to set the rate', () => {
    const unstated = answerOf(townOf(ROW, [kitaAt('a', 50, null)]), questionOf('kita-u3', 300)).cells!;
    expect(unstated.tells).toBe('reach');
    expect([...unstated.codes]).toEqual([code('served', 2), code('served', 2), 0, code('out-of-reach', 2)]);
    const question = questionOf('kita-u3', 300);
    const unset = { ...question.indicator, rate: { ...question.indicator.rate, value: null } };
    expect(answerOf(townOf(ROW, [kitaAt('a', 50, 5)]), { ...question, indicator: unset }).cells).toEqual(unstated);
  });

  it('are unknown where people live but the ages asked for are in no band, and there are none without reach', () => {
    const ages = { from: 0.5, to: 40, bySchoolYear: false };
    const { cells } = answerOf(townOf(ROW, [kitaAt('a', 50, 5)]), questionOf('kita-u3', 300, {}, { target: ages }));
    expect([...cells!.codes]).toEqual([code('unknown', 0), code('unknown', 0), 0, code('unknown', 0)]);
    expect(answerOf(tinyCity(), questionOf('pflege', null)).cells).toBeNull();
  });
});

describe('cells of a service with m²', () => {
  it('tell who has the full rate in reach, who has less and who has none', () => {
    const city = tinyCity();
    const park = city.supplyAreas.filter(({ id }) => id === 'osm:way/1');
    // The park of 10,000 m² has its nearest access points 120 m (x 150) and 480 m from the two points: 600 + 1,200 persons compete.
    const points = [pointOf(150, 750, 100), pointOf(250, 1150, 200, { outside: false }), pointOf(950, 50, 50)];
    const ask = (rate: number) =>
      answerOf(
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

  it('tell reach alone where no area states its size', () => {
    const city = tinyCity();
    const park = { ...city.supplyAreas[0]!, usableSquareMeters: null };
    const question = questionOf('gruen-nah', 600, {}, { minAreaSquareMeters: null });
    const { cells, houses } = answerOf(townOf([pointOf(150, 750, 100)], [], { supplyAreas: [park] }), question);
    expect([cells!.tells, cells!.codes[0]]).toEqual(['reach', code('served', 2)]);
    expect(houses).toEqual([{ id: 'osm:way/1', load: 'none', capacity: null, taken: null }]);
  });
});
