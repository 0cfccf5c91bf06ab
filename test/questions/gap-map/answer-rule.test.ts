import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { answerRule } from '../../../src/questions/gap-map/answer-rule.ts';
import type { GapQuestion } from '../../../src/questions/gap-map/gap-calls.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { kitaAt, pointOf, prepare, questionOf, townOf } from './small-town.ts';

function rule(city: CityContent, question: GapQuestion, strict = false) {
  const { model, reach } = prepare(city);
  return answerRule(model, reach, question, strict);
}

/** Children at 0, 120, 360 m (West) and 720 m (Ost) from a house at (50, 50), by air × 1.2. */
const ROW = [pointOf(50, 50, 10), pointOf(150, 50, 20), pointOf(350, 50, 30), pointOf(650, 50, 40)];

describe('the headline at other limits', () => {
  const { sensitivity, worstChange, strictMissing } = rule(
    townOf(ROW, [kitaAt('a', 50, 60)]),
    questionOf('kita-u3', 300),
  );

  it('stands at 225, 300 and 450 m: 30, 30 and 60 of 100 children find a place', () => {
    expect(sensitivity.map(({ factor, limitMeters, city }) => [factor, limitMeters, city.missing])).toEqual([
      [0.75, 225, 100 - 30],
      [1, 300, 100 - 30],
      [1.5, 450, 100 - 60],
    ]);
  });

  it('names the districts that lack most, and says when they change: at 450 m nobody in West lacks a place', () => {
    expect(sensitivity.map(({ worst }) => worst)).toEqual([['amt:2', 'amt:1'], ['amt:2', 'amt:1'], ['amt:2']]);
    expect(worstChange).toBe(true);
    expect(strictMissing).toBeNull();
  });

  it('does not change where the same districts lack, and never asks beyond the largest limit', () => {
    const question = questionOf('kita-u3', 300, {}, { largestLimitMeters: 400 });
    const short = rule(townOf(ROW, [kitaAt('a', 50, 25)]), question);
    expect(short.sensitivity.map(({ limitMeters }) => limitMeters)).toEqual([225, 300, 400]);
    expect(short.worstChange).toBe(false);
  });

  it('ranks by persons out of reach where nothing is counted missing', () => {
    const { sensitivity: unstated } = rule(townOf(ROW, [kitaAt('a', 50, null)]), questionOf('kita-u3', 300));
    // West: 30 beyond 300 m; Ost: 40.
    expect(unstated.map(({ worst }) => worst)).toEqual([['amt:2', 'amt:1'], ['amt:2', 'amt:1'], ['amt:2']]);
  });

  it('has nothing to vary where a model has no reach', () => {
    expect(rule(tinyCity(), questionOf('pflege', null))).toEqual({
      sensitivity: [],
      worstChange: false,
      strictMissing: null,
      waitingList: null,
    });
  });
});

describe('the strict shortage', () => {
  // a is 72 m from the first point and 48 m from the second, b 180 m and 60 m: the second takes a and leaves the first without.
  const town = townOf([pointOf(50, 50, 10), pointOf(150, 50, 10)], [kitaAt('a', 110, 10), kitaAt('b', 200, 10)]);

  it('is what stays missing under perfect distribution, on request', () => {
    const found = rule(town, questionOf('kita-u3', 100), true);
    expect(found.sensitivity[1]!.city.missing).toBe(10);
    expect(found.strictMissing).toBe(0);
    expect(rule(town, questionOf('kita-u3', 100)).strictMissing).toBeNull();
  });

  it('is no figure where the rate or all capacities are unknown', () => {
    const question = questionOf('kita-u3', 100);
    const unset = { ...question.indicator, rate: { ...question.indicator.rate, value: null } };
    expect(rule(town, { ...question, indicator: unset }, true).strictMissing).toBeNull();
    expect(rule(townOf(ROW, [kitaAt('a', 50, null)]), question, true).strictMissing).toBeNull();
  });
});

it('the rule shows the city row of the question itself and the published waiting list', () => {
  const city = tinyCity();
  const districtFigures = [
    { district: 'amt:1', service: 'kita-u3' as const, year: 2025, kind: 'waiting-list' as const, value: 7, source: 1 },
  ];
  const question = questionOf('kita-u3', null);
  const { model, reach } = prepare({ ...city, districtFigures });
  const found = answerRule(model, reach, question, false);
  const { result } = computeGaps(model, reach, question.indicator, question.request);
  expect(found.sensitivity[1]).toMatchObject({ limitMeters: 900, city: result.levels[0]![0] });
  expect(found.waitingList).toEqual({ year: 2025, value: 7, districtsWithoutFigure: 0 });
});
