import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  candidateOf,
  candidatesOf,
  isJoinable,
  pairCell,
  pairOf,
  pairsOf,
  placeKey,
} from '../../../src/questions/needs/bundle-candidates.ts';
import { landById } from '../../../src/questions/needs/bundle-places.ts';
import type { NeedToBundle } from '../../../src/questions/needs/need-calls.ts';
import { meetingAt, needAt, plotAt, questionOf } from './bundle-fixtures.ts';

const land = [plotAt('p', 200)];
const candidate = (need: NeedToBundle) => candidateOf(need, new Set(), landById(land)) as Candidate;

describe('a need to compare with others', () => {
  it('has its place, its month, its sizes and how far around it is looked for', () => {
    // September 2030: 2030 × 12 + 9.
    expect(candidate(needAt('a', 30))).toMatchObject({
      position: [30, 0],
      month: 24_369,
      plotSquareMeters: 500,
      roomSquareMeters: 400,
      radiusMeters: Number.POSITIVE_INFINITY,
      namedPlace: null,
      isQuiet: false,
    });
    const named = candidate(
      needAt('b', 0, { place: { kind: 'plot', plotId: 'p' }, roomSquareMeters: null, requirements: ['quiet'] }),
    );
    expect(named).toMatchObject({
      position: [200, 0],
      namedPlace: placeKey(land[0]!),
      roomSquareMeters: 0,
      isQuiet: true,
    });
    expect(placeKey({ kind: 'site', id: 'p' })).not.toBe(placeKey(land[0]!));
  });

  it('is kept out by the first thing that stands against it', () => {
    const why = (more: Partial<NeedToBundle>, bundled: readonly string[] = []) =>
      candidateOf(needAt('a', 0, more), new Set(bundled), landById(land));
    expect(why({ status: 'ranked', neededBy: null }, ['a'])).toBe('bundled');
    expect(why({ status: 'ranked', neededBy: null })).toBe('status');
    expect(why({ combinable: false, service: null })).toBe('not-combinable');
    expect(why({ service: null, place: { kind: 'city' } })).toBe('no-use');
    expect(why({ place: { kind: 'plot', plotId: 'unknown' } })).toBe('no-place');
    expect([why({ neededBy: null }), why({ plotSquareMeters: null })]).toEqual(['no-date', 'no-area']);
  });

  it('stands among the others by id, and those left out are counted', () => {
    const needs = [needAt('c', 0), needAt('a', 0), needAt('b', 0, { neededBy: null })];
    const { candidates, blocked } = candidatesOf(questionOf(needs), land);
    expect([candidates.map(({ need }) => need.id), blocked]).toEqual([['a', 'c'], { 'no-date': 1 }]);
  });
});

describe('a pair of needs', () => {
  const library = candidate(needAt('a', 0, { targetGroup: 'alle' }));
  const meeting = candidate(meetingAt('b', 0, { targetGroup: 'alle', neededBy: '2029-12-31' }));
  const hall = candidate(needAt('s', 0, { service: 'sporthalle' }));

  it('is judged by its uses, by quiet against noise, and not joined for the very same service', () => {
    expect(pairCell(library, meeting)).toBe('strong');
    expect(pairCell(library, candidate(needAt('z', 0)))).toBe('neutral');
    const quiet = candidate(needAt('q', 0, { service: 'bibliothek', requirements: ['quiet'] }));
    expect([pairCell(quiet, hall), pairCell(hall, quiet)]).toEqual(['conflict', 'conflict']);
    expect((['strong', 'possible', 'same', 'neutral', 'conflict'] as const).map(isJoinable)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('says its target group and how many months its dates lie apart', () => {
    // December 2029 to September 2030.
    expect(pairOf(library, meeting)).toEqual({ a: 'a', b: 'b', cell: 'strong', sameTarget: true, monthsApart: 9 });
    expect(pairOf(library, hall).sameTarget).toBe(false);
    expect(pairsOf([1, 2, 3])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });
});
