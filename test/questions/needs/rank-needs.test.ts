import { describe, expect, it } from 'vitest';
import { type RankEntry, rankNeeds, scoreOf, weightChanges } from '../../../src/questions/needs/rank-needs.ts';
import { DEFAULT_WEIGHTS, type RankPart } from '../../../src/questions/needs/rank-parts.ts';

const entry = (
  id: string,
  urgency: 'duty' | 'should' | 'wish',
  values: Partial<Record<RankPart, number>>,
): RankEntry => ({
  need: { id, urgency, departmentId: 'jugend' },
  parts: Object.fromEntries(
    (['unserved', 'affected', 'priority', 'time', 'readiness'] as const).map((part) => {
      const value = values[part] ?? null;
      return [part, { figure: value, value }];
    }),
  ) as RankEntry['parts'],
});

const places = (list: ReturnType<typeof rankNeeds>) =>
  list.map(
    ({
      entry: {
        need: { id },
      },
    }) => id,
  );

describe('the score', () => {
  it('is the weighted mean of the parts that are known: what is missing is no 0', () => {
    // (3 × 0.5 + 2 × 1) / (3 + 2) = 0.7
    expect(scoreOf(entry('a', 'duty', { unserved: 0.5, time: 1 }).parts, DEFAULT_WEIGHTS)).toBe(0.7);
    // With a part of 0 it is (3 × 0.5 + 2 × 1 + 2 × 0) / 7 = 0.5
    expect(scoreOf(entry('a', 'duty', { unserved: 0.5, time: 1, affected: 0 }).parts, DEFAULT_WEIGHTS)).toBe(0.5);
  });

  it('is none where no part is known, or none of them weighs', () => {
    expect(scoreOf(entry('a', 'duty', {}).parts, DEFAULT_WEIGHTS)).toBeNull();
    expect(scoreOf(entry('a', 'duty', { time: 1 }).parts, { ...DEFAULT_WEIGHTS, time: 0 })).toBeNull();
  });
});

describe('the joint list', () => {
  const entries = [
    entry('wish', 'wish', { time: 1 }),
    entry('low', 'should', { time: 0.2 }),
    entry('high', 'should', { time: 0.9 }),
    entry('none', 'should', {}),
    entry('duty', 'duty', { time: 0.1 }),
  ];

  it('has urgency first, then the score; without a score behind those of its urgency', () => {
    expect(places(rankNeeds(entries, DEFAULT_WEIGHTS, []))).toEqual(['duty', 'high', 'low', 'none', 'wish']);
  });

  it('puts what was set by hand at its place, and says where the rule has it', () => {
    const list = rankNeeds(entries, DEFAULT_WEIGHTS, [{ needId: 'wish', rank: 2 }]);
    expect(places(list)).toEqual(['duty', 'wish', 'high', 'low', 'none']);
    expect(list[1]).toMatchObject({ place: 2, placeByRule: 5 });
    expect(list[2]).toMatchObject({ place: 3, placeByRule: 2 });
  });

  it('puts places without a number first, in their order, and those beyond the end last', () => {
    const hand = [
      { needId: 'low', rank: null },
      { needId: 'wish', rank: null },
      { needId: 'duty', rank: 99 },
      { needId: 'gone', rank: 1 },
    ];
    expect(places(rankNeeds(entries, DEFAULT_WEIGHTS, hand))).toEqual(['low', 'wish', 'high', 'none', 'duty']);
  });

  it('breaks ties by id', () => {
    const equal = ['b', 'a', 'c'].map((id) => entry(id, 'duty', { time: 0.5 }));
    expect(places(rankNeeds(equal, DEFAULT_WEIGHTS, []))).toEqual(['a', 'b', 'c']);
  });

  it('names the places that change when one weight changes by half', () => {
    const two = [entry('a', 'duty', { unserved: 0.8, time: 0.2 }), entry('b', 'duty', { unserved: 0.2, time: 0.9 })];
    const weights = { ...DEFAULT_WEIGHTS, unserved: 2, time: 2 };
    // a: (2 × 0.8 + 2 × 0.2) / 4 = 0.5; b: (2 × 0.2 + 2 × 0.9) / 4 = 0.55.
    expect(places(rankNeeds(two, weights, []))).toEqual(['b', 'a']);
    const changes = weightChanges(two, weights, []);
    expect(changes.length).toBe(10);
    const moved = (part: RankPart, factor: number) =>
      changes.find((change) => change.part === part && change.factor === factor)!.moved;
    // unserved 3: a (3 × 0.8 + 2 × 0.2) / 5 = 0.56; b (3 × 0.2 + 2 × 0.9) / 5 = 0.48.
    expect(moved('unserved', 1.5)).toEqual([
      { needId: 'a', from: 2, to: 1 },
      { needId: 'b', from: 1, to: 2 },
    ]);
    expect(moved('unserved', 0.5)).toEqual([]);
    // time 1: a (2 × 0.8 + 0.2) / 3 = 0.6; b (2 × 0.2 + 0.9) / 3 = 0.43.
    expect(moved('time', 0.5).length).toBe(2);
    expect(moved('affected', 0.5)).toEqual([]);
  });
});
