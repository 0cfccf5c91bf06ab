import { describe, expect, it } from 'vitest';
import { explainSet } from '../../../src/questions/needs/explain-set.ts';
import type { NeedToBundle } from '../../../src/questions/needs/need-calls.ts';
import { problemOf } from '../../plan/plan-fixtures.ts';
import { FLAT, meetingAt as meeting, needAt, plotAt, questionOf } from './bundle-fixtures.ts';

describe('why needs do not fit', () => {
  const explain = (needs: readonly NeedToBundle[], land: readonly ReturnType<typeof plotAt>[]) =>
    explainSet(FLAT, land, { ...questionOf(needs), needIds: needs.map(({ id }) => id) });

  it('names everything that keeps them apart, with its numbers', () => {
    const needs = [
      needAt('a', 0, { service: 'kita-u3' }),
      needAt('b', 2500, { service: 'jugendtreff', neededBy: '2035-09-01' }),
    ];
    const { proposal, obstacles } = explain(needs, [plotAt('p', 0)]);
    expect(proposal).toBeNull();
    expect(obstacles).toEqual([
      { misfit: 'noise', needIds: ['a', 'b'] },
      { misfit: 'dates', needIds: ['a', 'b'], monthsApart: 60 },
      // 2,500 × 1.2 m.
      { misfit: 'distance', needIds: ['a', 'b'], walkMeters: 3000 },
    ]);
  });

  it('measures no farther than three times the walk', () => {
    const { obstacles } = explain([needAt('a', 0), meeting('b', 2501)], [plotAt('p', 0)]);
    expect(obstacles).toEqual([{ misfit: 'distance', needIds: ['a', 'b'], walkMeters: null }]);
  });

  it('names the largest place within reach of all', () => {
    const land = [plotAt('p', 0, { areaSquareMeters: 700 }), plotAt('q', 100, { areaSquareMeters: 900 })];
    expect(explain([needAt('a', 0), meeting('b', 100)], land).obstacles).toEqual([
      { misfit: 'area', needIds: ['a', 'b'], neededSquareMeters: 1000, placeSquareMeters: 900, placeName: 'Fläche q' },
    ]);
  });

  it('says what keeps a single need from being compared', () => {
    const { obstacles } = explain([needAt('a', 0, { neededBy: null }), meeting('b', 100)], [plotAt('p', 0)]);
    expect(obstacles).toEqual([{ misfit: 'blocked', needIds: ['a'], block: 'no-date' }]);
  });

  it('refuses fewer than two, and a need that there is not', () => {
    const question = questionOf([needAt('a', 0)]);
    expect(problemOf(() => explainSet(FLAT, [], { ...question, needIds: ['a', 'a'] })).code).toBe(
      'plan.bundle-too-small',
    );
    expect(problemOf(() => explainSet(FLAT, [], { ...question, needIds: ['a', 'z'] }))).toMatchObject({
      code: 'plan.object-unknown',
      params: { collection: 'needs', id: 'z' },
    });
  });
});
