import { describe, expect, it } from 'vitest';
import { DEFAULT_BUNDLE_RULES } from '../../../src/questions/needs/bundle-rules.ts';
import type { NeedToBundle } from '../../../src/questions/needs/need-calls.ts';
import { proposeBundles } from '../../../src/questions/needs/propose-bundles.ts';
import { FLAT, meetingAt as meeting, needAt, plotAt, questionOf } from './bundle-fixtures.ts';

const propose = (
  needs: readonly NeedToBundle[],
  land: readonly ReturnType<typeof plotAt>[],
  more: Parameters<typeof questionOf>[1] = {},
) => proposeBundles(FLAT, land, questionOf(needs, more));

describe('proposals of bundles', () => {
  const pair = [needAt('a', 0), meeting('b', 500)];

  it('join two uses that are strong together on the plot between them, with the walk to it', () => {
    const { proposals, compared, places, airDistance } = propose(pair, [plotAt('p', 200)]);
    expect({ compared, places, airDistance }).toEqual({ compared: 2, places: 1, airDistance: true });
    expect(proposals.length).toBe(1);
    // Air distance × 1.2: 200 × 1.2 = 240 and 300 × 1.2 = 360 metres.
    expect(proposals[0]).toMatchObject({
      key: 'a b',
      rule: 'strong',
      place: { kind: 'plot', id: 'p', areaSquareMeters: 3000, stacked: false },
      walkMeters: [240, 360],
      totals: { roomSquareMeters: 800, plotSquareMeters: 1000, sharedSquareMeters: 0 },
      pairs: [{ a: 'a', b: 'b', cell: 'strong', sameTarget: false, monthsApart: 0 }],
    });
  });

  it('need a place that is within the walk of both: 1,000 m on foot are 833 m of air distance', () => {
    expect(propose(pair, [plotAt('p', -330)]).proposals.length).toBe(1);
    expect(propose(pair, [plotAt('p', -340)]).proposals.length).toBe(0);
  });

  it('respect the search radius that a need states', () => {
    const near = needAt('a', 0, { place: { kind: 'point', position: [0, 0], searchRadiusMeters: 150 } });
    expect(propose([near, meeting('b', 500)], [plotAt('p', 200)]).proposals.length).toBe(0);
    expect(propose([near, meeting('b', 500)], [plotAt('p', 150)]).proposals.length).toBe(1);
  });

  it('allow three years between the dates, and not a month more', () => {
    const later = (neededBy: string) => [needAt('a', 0), meeting('b', 500, { neededBy })];
    expect(propose(later('2033-09-01'), [plotAt('p', 200)]).proposals.length).toBe(1);
    expect(propose(later('2033-10-01'), [plotAt('p', 200)]).proposals.length).toBe(0);
  });

  it('need the area of all less what they share', () => {
    const land = [plotAt('p', 200, { areaSquareMeters: 920 })];
    expect(propose(pair, land).proposals.length).toBe(0);
    // A tenth of 400 + 400 m² of rooms is shared: 1,000 − 80 = 920 m².
    const sharing = { rules: { ...DEFAULT_BUNDLE_RULES, sharedShare: 0.1 } };
    expect(propose(pair, land, sharing).proposals[0]?.totals).toMatchObject({
      plotSquareMeters: 920,
      roomSquareMeters: 720,
      sharedSquareMeters: 80,
    });
  });

  it('stand in storeys below 2,000 m²: rooms that ask for the ground floor must fit on it', () => {
    const low = (rooms: number) => [
      needAt('a', 0, { requirements: ['ground-floor'], roomSquareMeters: rooms }),
      meeting('b', 500, { requirements: ['ground-floor'], roomSquareMeters: 600 }),
    ];
    const land = [plotAt('p', 200, { areaSquareMeters: 1000 })];
    expect(propose(low(400), land).proposals[0]).toMatchObject({
      place: { stacked: true },
      groundFloorIds: ['a', 'b'],
    });
    expect(propose(low(401), land).proposals.length).toBe(0);
  });

  it('keep quiet and noise apart, and two needs for the very same service', () => {
    const quiet = needAt('q', 0, { service: 'pflege', requirements: ['quiet'] });
    const hall = needAt('s', 100, { service: 'sporthalle' });
    expect(propose([quiet, hall], [plotAt('p', 50)]).proposals.length).toBe(0);
    expect(propose([needAt('a', 0), needAt('b', 100)], [plotAt('p', 50)]).proposals.length).toBe(0);
    const kitas = [needAt('u', 0, { service: 'kita-u3' }), needAt('v', 100, { service: 'kita-ue3' })];
    expect(propose(kitas, [plotAt('p', 50)]).proposals[0]).toMatchObject({ rule: 'strong', pairs: [{ cell: 'same' }] });
  });

  it('put a need into one proposal only, the largest first', () => {
    const needs = [needAt('a', 0), meeting('b', 100), needAt('c', 200, { service: 'kita-ue3' })];
    const { proposals } = propose(needs, [plotAt('p', 100), plotAt('q', 150)]);
    // Kita and library are only "+": possible with zoning.
    expect(proposals.map(({ key, rule }) => [key, rule])).toEqual([['a b c', 'possible']]);
  });

  it('prefer the place that a need names, then plots that nobody has reserved, then short ways', () => {
    const named = [needAt('a', 0, { place: { kind: 'plot', plotId: 'far' } }), meeting('b', 500)];
    const land = [plotAt('far', 0), plotAt('near', 400)];
    expect(propose(named, land).proposals[0]).toMatchObject({ place: { id: 'far' }, walkMeters: [0, 600] });
    const reserved = [plotAt('x', 250, { reservedFor: 'Feuerwache' }), plotAt('y', 0)];
    expect(propose(pair, reserved).proposals[0]?.place.id).toBe('y');
    // From 100: 100 + 400 = 500 m of air; from 900: 900 + 400 = 1,300 m.
    expect(propose(pair, [plotAt('v', 700), plotAt('w', 100)]).proposals[0]?.place.id).toBe('w');
  });

  it('leave closed land and land without an area alone', () => {
    expect(propose(pair, [plotAt('p', 200, { isOpen: false })]).proposals.length).toBe(0);
    expect(propose(pair, [plotAt('p', 200, { areaSquareMeters: null })]).proposals.length).toBe(0);
  });

  it('say of every need that was not compared why', () => {
    const needs = [
      needAt('a', 0, { status: 'ranked' }),
      needAt('b', 0),
      needAt('c', 0, { combinable: false }),
      needAt('d', 0, { service: null }),
      needAt('e', 0, { place: { kind: 'city' } }),
      needAt('f', 0, { neededBy: null }),
      needAt('g', 0, { plotSquareMeters: null }),
      needAt('h', 0, { service: 'spielflaeche' }),
    ];
    expect(propose(needs, [], { bundledIds: ['b'] })).toMatchObject({
      compared: 0,
      blocked: { status: 1, bundled: 1, 'not-combinable': 1, 'no-use': 2, 'no-place': 1, 'no-date': 1, 'no-area': 1 },
    });
  });

  it('never contain a set that was refused', () => {
    const needs = [needAt('a', 0), meeting('b', 100), needAt('c', 200, { service: 'kita-ue3' })];
    const keys = (refused: readonly (readonly string[])[]) =>
      propose(needs, [plotAt('p', 100)], { refused }).proposals.map(({ key }) => key);
    expect(keys([['a', 'b', 'c']])).toEqual(['a b']);
    expect(keys([['a', 'b']])).toEqual(['b c']);
  });
});
