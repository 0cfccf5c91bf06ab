import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { computedFigure, needSheet } from '../../../src/questions/needs/need-sheet.ts';
import { figure, figures, placed, planWithNeeds, row } from './sheet-scene.ts';

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

  it('says which figure the computed one is', () => {
    expect(computedFigure(row(2030, { missing: null }))).toMatchObject({ value: 78, figure: 'shortfall' });
    expect(computedFigure(row(2030, { missing: null, balance: 12 }))).toMatchObject({ value: 0, figure: 'shortfall' });
    expect(computedFigure(row(2030, { missing: null, balance: null }))).toMatchObject({ value: null, figure: 'none' });
    expect(computedFigure(undefined)).toEqual({ value: null, figure: 'none', demand: null, capacity: null });
  });
});
