import { describe, expect, it } from 'vitest';
import { horizonFigures, horizonOf, horizonsWithin } from '../../../src/questions/needs/horizon-figures.ts';
import { kitaAt, prepare, questionOf, ROW, townOf } from '../gap-map/small-town.ts';

describe('horizons', () => {
  it('are 2030 and 2035 within the years of the package, else its last year', () => {
    expect(horizonsWithin([2025, 2030, 2035, 2040])).toEqual([2030, 2035]);
    expect(horizonsWithin([2029, 2030, 2031])).toEqual([2030]);
    expect(horizonsWithin([2016])).toEqual([2016]);
  });

  it('belong to a day by the first that is not before it', () => {
    expect(
      ['2027-09-01', '2030-12-31', '2031-01-01', '2044-01-01', null].map((day) => horizonOf(day, [2030, 2035])),
    ).toEqual([2030, 2030, 2035, 2035, 2030]);
  });
});

describe('the figures of the horizons', () => {
  it('are those of every service and year by borough; a service that the city has nothing of is named', () => {
    // Children 10, 20, 0 and 30 in West, a Kita with 15 places beside the first of them, reach 100 m.
    const { model, reach } = prepare(townOf(ROW, [kitaAt('alt', 50, 15)]));
    const { indicator, request } = questionOf('kita-u3', null);
    const near = { ...indicator, limitMeters: { ...indicator.limitMeters!, value: 100 } };
    const none = questionOf('bibliothek', null).indicator;
    const { variant, counts } = request;
    const running = horizonFigures(model, reach, [near, none], {
      scenarioId: null,
      variant,
      counts,
      years: [2025],
      basis: null,
    });
    const shares: number[] = [];
    let step = running.next();
    for (; step.done !== true; step = running.next()) shares.push(step.value);
    expect(shares).toEqual([0.5, 1]);
    const { rows, without, indicators } = step.value;
    expect(rows.find(({ districtId }) => districtId === 'amt:1')).toEqual({
      districtId: 'amt:1',
      service: 'kita-u3',
      year: 2025,
      persons: 60,
      demand: 60,
      capacity: 15,
      // The Kita serves the 10 beside it; 20 and 30 are out of reach.
      missing: 50,
      balance: 15 - 60,
      personsWithinReach: 10,
    });
    expect([without, indicators]).toEqual([['bibliothek'], ['kita-u3@1', 'bibliothek@1']]);
  });
});
