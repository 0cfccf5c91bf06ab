import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { putObject } from '../../../src/plan/actions/put-object.ts';
import { citySheet } from '../../../src/questions/needs/city-sheet.ts';
import { needSheet } from '../../../src/questions/needs/need-sheet.ts';
import { figure, figures, placed, planWithNeeds, row } from './sheet-scene.ts';

describe('the Bedarfsblatt of the city', () => {
  it('adds up its boroughs, needs of the whole city included; what one borough lacks is missing', () => {
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
});
