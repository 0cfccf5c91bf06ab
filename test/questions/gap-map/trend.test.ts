import { describe, expect, it } from 'vitest';
import { answerYears } from '../../../src/questions/gap-map/answer-years.ts';
import type { GapYears } from '../../../src/questions/gap-map/gap-calls.ts';
import { trendKey, trends } from '../../../src/questions/gap-map/trend.ts';
import type { GapResult, GapRow } from '../../../src/questions/gaps/gap-request.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { pointOf, prepare, questionOf, townOf } from './small-town.ts';

/** 10 places from the start, 30 more in 2029, 50 more in 2034; 100 children who stay 100. */
function yearsOf(): GapYears {
  const opening = (year: string, places: number) =>
    offer('kita-u3', places, { from: `${year}-09-01`, status: 'secured' });
  const houses = [house('a', 'a', 50, 50, [offer('kita-u3', 10), opening('2029', 30), opening('2034', 50)])];
  const { identity } = tinyCity();
  const years = Array.from({ length: 11 }, (_, i) => 2025 + i);
  const { model, reach } = prepare(townOf([pointOf(50, 50, 100)], houses, { identity: { ...identity, years } }));
  const running = answerYears(model, reach, questionOf('kita-u3', 900));
  for (;;) {
    const step = running.next();
    if (step.done === true) return step.value;
  }
}

const balance = (row: GapRow) => row.balance;
const city = { level: 0, id: 'zehnblock' };
const years = yearsOf();

describe('the trend of districts', () => {
  it('is the change after 5 and 10 years: 30 places more in 2030, 80 more in 2035', () => {
    const found = trends(years, 2025, 'middle', balance);
    expect(found.get(trendKey(city))).toEqual({ after5: 30, after10: 80 });
    expect(found.get(trendKey({ level: 1, id: 'amt:1' }))).toEqual({ after5: 30, after10: 80 });
    expect(found.get(trendKey({ level: 1, id: 'amt:2' }))).toEqual({ after5: 0, after10: 0 });
  });

  it('is not known beyond the last year, nor for a figure that one of the years does not have', () => {
    expect(trends(years, 2029, 'middle', balance).get(trendKey(city))).toEqual({ after5: 50, after10: null });
    expect(trends(years, 2025, 'middle', () => null).get(trendKey(city))).toEqual({ after5: null, after10: null });
    expect(trends(years, 2024, 'middle', balance).size).toBe(0);
  });

  it('is not known between years that rest on another Kennwert, limit, capacity basis, network or on no Schulbezirke', () => {
    const request = years.rows[0]!.result.request;
    const others: Partial<GapResult>[] = [
      { indicator: 'kita-u3@2' },
      { limitMeters: 600 },
      { request: { ...request, counts: { ...request.counts, capacity: 'approved' } } },
      { request: { ...request, profile: 'step-free' } },
      { airDistance: false },
      { withoutCatchments: true },
    ];
    for (const other of others) {
      const rows = years.rows.map((row) => (row.year === 2030 ? { ...row, result: { ...row.result, ...other } } : row));
      expect(trends({ rows }, 2025, 'middle', balance).get(trendKey(city))).toEqual({ after5: null, after10: 80 });
    }
  });
});
