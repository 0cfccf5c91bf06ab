import { describe, expect, it } from 'vitest';
import type { Plot as CityPlot } from '../../../src/city/types.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import { type BasePlot, effectivePlots } from '../../../src/plan/readers/effective-plots.ts';
import { smallPlan, square } from '../plan-fixtures.ts';

const base: CityPlot & BasePlot = {
  id: 'p',
  name: 'Schulstraße',
  geometry: square(9, 48),
  use: 'Schule',
  owner: 'Stadt',
  areaSquareMeters: 4000,
  reservedFor: null,
  reservedUntil: null,
  source: 0,
  grade: 'official',
};

describe('the plots of a scenario', () => {
  it('are those of the package with what the plan sets, and those of the plan', () => {
    const plan = smallPlan();
    const { source: _, id: __, ...facts } = base;
    addObject(plan, {
      collection: 'plots',
      object: { ...facts, id: 'own', circle: 'agsp', planningRight: 'B-Plan 7' },
    });
    const edit = { objectId: 'p', circle: 'agsp', reason: null, scenarioId: 'a', kind: 'plot' } as const;
    editObject(plan, { ...edit, field: 'reservedFor', value: 'Kita West' });
    const found = effectivePlots(plan, 'a', [base]);
    expect(found.map(({ id, origin, planningRight }) => [id, origin, planningRight])).toEqual([
      ['own', 'plan', 'B-Plan 7'],
      ['p', 'package', null],
    ]);
    expect(found[1]).toMatchObject({ reservedFor: 'Kita West', edited: ['reservedFor'], use: 'Schule' });
    expect(effectivePlots(plan, null, [base])[1]).toMatchObject({ reservedFor: null, edited: [] });
  });
});
