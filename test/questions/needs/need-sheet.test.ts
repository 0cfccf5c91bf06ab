import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { setNeedStatus } from '../../../src/plan/actions/set-need-status.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { citySheet } from '../../../src/questions/needs/city-sheet.ts';
import { horizonOf, horizonsWithin } from '../../../src/questions/needs/horizon-figures.ts';
import type { HorizonFigures, HorizonRow } from '../../../src/questions/needs/need-calls.ts';
import { computedFigure, needSheet } from '../../../src/questions/needs/need-sheet.ts';
import { NOON, need, smallPlan } from '../../plan/plan-fixtures.ts';

const row = (year: number, more: Partial<HorizonRow> = {}): HorizonRow => ({
  districtId: 'd:1',
  service: 'jugendtreff',
  year,
  persons: 2000,
  demand: 228.04,
  capacity: 150,
  missing: 78.04,
  balance: -78.04,
  personsWithinReach: 1500,
  ...more,
});
const figures = (rows: readonly HorizonRow[]): HorizonFigures => ({
  scenarioId: null,
  variant: 'middle',
  counts: DEFAULT_COUNTS,
  years: [2030, 2035],
  rows,
  indicators: [],
  without: [],
});

/** Four needs of one borough and one of the whole city. */
function planWithNeeds() {
  const plan = smallPlan();
  const add = (id: string, more: Parameters<typeof need>[1]) =>
    addNeed(plan, { need: need(id, { reason: 'so', ...more }), at: NOON, by: 'x' });
  add('early', { neededBy: '2029-09-01', quantity: 40 });
  add('late', { neededBy: '2034-09-01', quantity: 25 });
  add('undated', { quantity: null });
  add('refused', { neededBy: '2029-09-01', quantity: 500 });
  add('city', { place: { kind: 'city' }, quantity: 999 });
  const step = { id: 'refused', stepId: 's', at: NOON, by: 'x', departmentId: null, reason: 'nein' };
  setNeedStatus(plan, { ...step, status: 'rejected' });
  return plan;
}

const placed = ['early', 'late', 'undated', 'refused'].map((id) => ({ id, districtId: 'd:1', land: null }));
const figure = {
  circle: 'council',
  districtId: 'd:1',
  service: 'jugendtreff',
  year: 2030,
  kind: 'agreed',
  value: 60,
  unit: 'places',
  on: '2026-06-24',
  reference: null,
  explanation: 'Auf ganze Gruppen.',
  by: 'AGSP',
} as const;

describe('the Bedarfsblatt', () => {
  const sheetOf = (plan = planWithNeeds()) =>
    needSheet({
      plan,
      figures: figures([row(2030), row(2035, { missing: 90.4 })]),
      placed: [...placed, { id: 'city', districtId: null, land: null }],
      catalogue: DEFAULT_CATALOGUE,
      districtId: 'd:1',
    });

  it('has four figures per service and horizon, those that nobody has stated missing', () => {
    const { rows, version, on, cityWide } = sheetOf();
    expect({ version, on, cityWide }).toEqual({ version: 0, on: null, cityWide: 1 });
    expect(rows.map(({ service, year }) => `${service} ${year}`)).toEqual(['jugendtreff 2030', 'jugendtreff 2035']);
    expect(rows[0]).toMatchObject({
      unit: 'places',
      computed: { value: 78, figure: 'missing', demand: 228, capacity: 150 },
      // Needed by the end of 2030: the early one with 40, and one that states neither date nor quantity.
      reported: { value: 40, needIds: ['early', 'undated'], needsWithoutQuantity: 1, needsWithoutDate: 1 },
      agreed: null,
      decided: null,
    });
    // By the end of 2035 both: 40 + 25.
    expect(rows[1]!.reported.value).toBe(65);
  });

  it('explains the difference from each known figure to the next', () => {
    const plan = planWithNeeds();
    putObject(plan, { collection: 'agreedFigures', object: figure });
    const decided = { ...figure, kind: 'decided', value: 60, on: '2026-07-09', reference: 'GRDrs 1/2026' } as const;
    putObject(plan, { collection: 'agreedFigures', object: decided });
    const { rows, version, on } = sheetOf(plan);
    expect({ version, on }).toEqual({ version: 2, on: '2026-07-09' });
    expect(rows[0]!.steps).toEqual([
      { from: 'computed', to: 'reported', difference: 40 - 78 },
      { from: 'reported', to: 'agreed', difference: 60 - 40 },
      { from: 'agreed', to: 'decided', difference: 0 },
    ]);
    expect(rows[1]!.steps).toEqual([{ from: 'computed', to: 'reported', difference: 65 - 90 }]);
  });

  it('compares only figures of one unit', () => {
    const plan = planWithNeeds();
    putObject(plan, { collection: 'agreedFigures', object: { ...figure, unit: 'houses', value: 2 } });
    expect(sheetOf(plan).rows[0]!.steps.map(({ to }) => to)).toEqual(['reported']);
  });

  it('of the whole city adds up its boroughs, needs of the whole city included; what one borough lacks is missing', () => {
    const plan = planWithNeeds();
    putObject(plan, { collection: 'agreedFigures', object: figure });
    putObject(plan, {
      collection: 'agreedFigures',
      object: { ...figure, districtId: 'd:2', value: 25, on: '2026-07-01' },
    });
    const given = figures([row(2030), row(2030, { districtId: 'd:2', missing: 21.96 }), row(2035)]);
    const sheets = ['d:1', 'd:2'].map((districtId) =>
      needSheet({ plan, figures: given, placed, catalogue: DEFAULT_CATALOGUE, districtId }),
    );
    const { rows, districts, on } = citySheet(plan, sheets);
    expect({ districts, on }).toEqual({ districts: 2, on: '2026-07-01' });
    // 78.04 and 21.96 as tenths of a place: 78 + 22; demand 228 twice.
    expect(rows[0]).toMatchObject({
      service: 'jugendtreff',
      year: 2030,
      computed: { value: 100, figure: 'missing', demand: 456, capacity: 300 },
      agreed: { value: 60 + 25, districts: 2 },
      decided: { value: null, districts: 0 },
    });
    // The early one of the borough and that of the whole city, without a date.
    expect(rows[0]!.reported.value).toBe(40 + 999);
    // The second borough has no figure of 2035.
    expect(rows[1]).toMatchObject({ year: 2035, computed: { value: null, figure: 'none', demand: null } });
  });

  it('says which figure the computed one is', () => {
    expect(computedFigure(row(2030, { missing: null }))).toMatchObject({ value: 78, figure: 'shortfall' });
    expect(computedFigure(row(2030, { missing: null, balance: 12 }))).toMatchObject({ value: 0, figure: 'shortfall' });
    expect(computedFigure(row(2030, { missing: null, balance: null }))).toMatchObject({ value: null, figure: 'none' });
    expect(computedFigure(undefined)).toEqual({ value: null, figure: 'none', demand: null, capacity: null });
  });
});

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
