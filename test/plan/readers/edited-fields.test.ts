import { describe, expect, it } from 'vitest';
import { editObject } from '../../../src/plan/actions/edit-object.ts';
import { editedFields } from '../../../src/plan/readers/edited-fields.ts';
import { smallPlan } from '../plan-fixtures.ts';

describe('edits over the base', () => {
  it('come per object, those of the scenario last, and of one kind only', () => {
    const plan = smallPlan();
    const common = { objectId: 'x', circle: 'agsp', reason: null } as const;
    editObject(plan, { ...common, scenarioId: 'a', kind: 'site', field: 'stage', value: 9 });
    editObject(plan, { ...common, scenarioId: null, kind: 'site', field: 'stage', value: 6 });
    editObject(plan, { ...common, scenarioId: null, kind: 'plot', field: 'use', value: 'Kita' });
    expect(
      editedFields(plan, 'site', 'a')
        .get('x')
        ?.map(({ value }) => value),
    ).toEqual([6, 9]);
    expect(
      editedFields(plan, 'site', null)
        .get('x')
        ?.map(({ value }) => value),
    ).toEqual([6]);
    expect(
      editedFields(plan, 'plot', null)
        .get('x')
        ?.map(({ field }) => field),
    ).toEqual(['use']);
  });
});
