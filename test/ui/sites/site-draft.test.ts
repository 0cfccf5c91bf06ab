import { describe, expect, it } from 'vitest';
import { siteRegister } from '../../../src/questions/sites/site-register.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { areaOfCorners, cornersText, rectangleAround } from '../../../src/ui/sites/area-text.ts';
import { changedSites } from '../../../src/ui/sites/changed-sites.ts';
import { readArea } from '../../../src/ui/sites/read-area.ts';
import { draftOfSite, EMPTY_DRAFT, editsOf, readSiteDraft, type SiteDraft } from '../../../src/ui/sites/site-draft.ts';
import { rectangle, tinyCity } from '../../fixtures/tiny-city.ts';
import { smallPlan } from '../../plan/plan-fixtures.ts';

const city = tinyCity();
const garden = siteRegister(city, { plan: null, scenarioId: null }, createDistrictLocator(city.districts)).sites[0]!;
const draft: SiteDraft = { ...EMPTY_DRAFT, name: 'Neu', geometry: rectangle(0, 0, 100, 100) };
const valuesOf = (change: Partial<SiteDraft>) => {
  const read = readSiteDraft({ ...draft, ...change }, 'de');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.values;
};
const problemsOf = (change: Partial<SiteDraft>) => {
  const read = readSiteDraft({ ...draft, ...change }, 'de');
  return 'problems' in read
    ? Object.fromEntries(Object.entries(read.problems).map(([field, found]) => [field, [found.code, found.params]]))
    : {};
};

describe('a form about a site', () => {
  it('reads numbers in the way of the language, to the letter', () => {
    expect(valuesOf({ dwellings: '1.250', subsidised: '12,5' })).toMatchObject({
      dwellings: 1250,
      subsidisedShare: 0.125,
    });
    expect(problemsOf({ dwellings: 'ca. 45' })).toEqual({ dwellings: ['site.number-invalid', { found: 'ca. 45' }] });
    expect(problemsOf({ subsidised: '120' })).toEqual({
      subsidised: ['site.number-outside', { found: 120, from: 0, to: 100 }],
    });
    expect(problemsOf({ firstYear: '31' })).toEqual({
      firstYear: ['site.year-invalid', { found: '31', from: 1990, to: 2120 }],
    });
    expect(problemsOf({ nextDate: '31.02.2027' })).toEqual({
      nextDate: ['site.date-invalid', { found: '31.02.2027' }],
    });
  });

  it('leaves what is empty missing, never 0', () => {
    expect(valuesOf({})).toMatchObject({
      dwellings: null,
      dwellingsLost: null,
      floorAreaSquareMeters: null,
      owner: null,
    });
    expect(valuesOf({ dwellings: '0' }).dwellings).toBe(0);
  });

  it('asks for a name and an area', () => {
    expect(problemsOf({ name: ' ', geometry: null })).toEqual({
      name: ['site.name-missing', {}],
      geometry: ['site.place-missing', {}],
    });
  });

  it('reads steps of occupancy that make a whole, and refuses others', () => {
    const { phases, firstOccupancy } = valuesOf({ phases: '2030: 60 %; 2029: 40', firstYear: '2035' });
    expect(phases).toEqual([
      { year: 2029, share: 0.4 },
      { year: 2030, share: 0.6 },
    ]);
    expect(firstOccupancy).toBe(2029);
    expect(problemsOf({ phases: '2029: 50; 2030: 40' })).toEqual({ phases: ['plan.phases-sum', { percent: 90 }] });
    expect(problemsOf({ phases: '2029 bis 2031' })).toEqual({
      phases: ['site.phases-invalid', { found: '2029 bis 2031' }],
    });
    expect(problemsOf({ phases: '2029: 50; 2029: 50' })).toHaveProperty('phases');
  });

  it('gives a site back as it is, and edits only what differs', () => {
    const first = draftOfSite(garden, 'de');
    expect(first).toMatchObject({
      dwellings: '120',
      subsidised: '30',
      phases: '2029: 50; 2030: 50',
      inForecast: 'no',
      nextDate: '30.11.2026',
    });
    const read = (change: Partial<SiteDraft>) => {
      const found = readSiteDraft({ ...first, ...change }, 'de');
      if ('problems' in found) throw new Error('unreadable');
      return found.values;
    };
    expect(editsOf(read({}), read({}))).toEqual({ edits: [], phasesChanged: false });
    const { edits, phasesChanged } = editsOf(read({}), read({ dwellings: '150', phases: '2029: 40; 2030: 60' }));
    expect(edits).toEqual([{ kind: 'site', field: 'dwellings', value: 150, circle: 'agsp', reason: null }]);
    expect(phasesChanged).toBe(true);
  });
});

describe('the area of a site', () => {
  it('is written as corners and read again', () => {
    const area = rectangle(0, 0, 100, 100);
    const read = readArea(cornersText(area), 25832);
    if ('problem' in read) throw new Error(read.problem.code);
    expect(cornersText(read.area)).toBe(cornersText(area));
  });

  it('is read from UTM pairs as well, and names the line that is no place', () => {
    const utm = '32U 500000 5400000\n32U 500100 5400000\n32U 500100 5400100';
    expect(readArea(utm, 25832)).toHaveProperty('area.type', 'Polygon');
    expect(readArea('48.75 9.0\nHauptstraße', 25832)).toEqual({
      problem: { code: 'site.coordinates-invalid', params: { found: 'Hauptstraße', line: 2 } },
    });
    expect(readArea('48.75 9.0\n48.76 9.0', 25832)).toHaveProperty('problem.code', 'site.corners-missing');
    expect(readArea(' \n', 25832)).toEqual({ area: null });
  });

  it('has at least three corners, and a rectangle has its metres', () => {
    expect(areaOfCorners([[9, 48]])).toBeNull();
    const ring = rectangleAround([9, 48.75], 200, 100).coordinates[0] as number[][];
    // 0.5 × 100 m of 111,195 m per degree to each side.
    expect(ring[2]![1]! - ring[0]![1]!).toBeCloseTo(100 / 111_195, 6);
    expect((ring[1]![0]! - ring[0]![0]!) * Math.cos((48.75 * Math.PI) / 180)).toBeCloseTo(200 / 111_195, 6);
  });
});

describe('sites changed since a day', () => {
  it('are those that the plan, its edits, answers or log touched', () => {
    const plan = smallPlan();
    const edit = { id: 'e', siteId: undefined, objectId: 'osm:7' };
    const of = { ...plan, edits: { e: edit } } as unknown as Parameters<typeof changedSites>[0];
    const history = [
      { at: '2026-02-27T10:00:00Z', touched: [{ collection: 'edits', id: 'e' }] },
      { at: '2026-03-02T10:00:00Z', touched: [{ collection: 'measures', id: 'm' }] },
    ];
    expect([...changedSites(of, history, '2026-02-27')]).toEqual(['osm:7']);
    expect([...changedSites(of, history, '2026-03-01')]).toEqual([]);
  });
});
