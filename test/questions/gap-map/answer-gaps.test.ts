import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerGaps } from '../../../src/questions/gap-map/answer-gaps.ts';
import { createCellFrame } from '../../../src/questions/gap-map/cell-frame.ts';
import { CELL_STRENGTHS } from '../../../src/questions/gap-map/gap-calls.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { answerOf, kitaAt, pointOf, prepare, questionOf, ROW, townOf } from './small-town.ts';

it('the published waiting lists of the service come with the answer, where the package has any', () => {
  const list = { service: 'kita-u3', year: 2025, kind: 'waiting-list', value: 7, source: 0 } as const;
  const town = townOf(ROW, [kitaAt('a', 50, 8)], { districtFigures: [{ ...list, district: 'amt:1' }] });
  expect(answerOf(town, questionOf('kita-u3', 300)).waitingLists).toEqual({
    year: 2025,
    byDistrict: new Map([['amt:1', 7]]),
  });
  expect(answerOf(tinyCity(), questionOf('kita-u3', 300)).waitingLists).toBeNull();
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
      places.map((count, i) => kitaAt(`k${i}`, 30 + 190 * i, count)),
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
        const { houses, result } = answerOf(cityOf(children, places), questionOf('kita-u3', limit));
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
