import { describe, expect, it } from 'vitest';
import { changeObject } from '../../../src/plan/actions/change-object.ts';
import { removeObject } from '../../../src/plan/actions/remove-object.ts';
import { NOON, planWithKita, problemOf } from '../plan-fixtures.ts';

describe('changing an object', () => {
  it('sets the fields named and no others', () => {
    const plan = planWithKita();
    const before = structuredClone(plan.measures.k1!);
    changeObject(plan, { collection: 'measures', id: 'k1', fields: { costEuro: 4_200_000, funding: 'unfunded' } });
    expect(plan.measures.k1).toEqual({ ...before, costEuro: 4_200_000, funding: 'unfunded' });
  });

  it('renames a scenario', () => {
    const plan = planWithKita();
    changeObject(plan, { collection: 'scenarios', id: 'a', fields: { name: 'Plan A' } });
    expect(plan.scenarios.a?.name).toBe('Plan A');
  });

  it('refuses what an object is about, a value that does not fit, and an object that is removed', () => {
    const plan = planWithKita();
    expect(
      problemOf(() => changeObject(plan, { collection: 'measures', id: 'k1', fields: { scenarioId: 'b' } })),
    ).toMatchObject({ code: 'plan.field-fixed', params: { collection: 'measures', field: 'scenarioId' } });
    expect(
      problemOf(() => changeObject(plan, { collection: 'measures', id: 'k1', fields: { costEuro: -1 } })).code,
    ).toBe('plan.object-invalid');
    expect(
      problemOf(() => changeObject(plan, { collection: 'measures', id: 'k1', fields: { needId: 'n' } })),
    ).toMatchObject({ code: 'plan.reference-unknown', params: { collection: 'needs', id: 'n' } });
    removeObject(plan, { collection: 'scenarios', id: 'b', at: NOON, by: 'x', why: 'y' });
    expect(problemOf(() => changeObject(plan, { collection: 'scenarios', id: 'b', fields: { name: 'B' } })).code).toBe(
      'plan.object-removed',
    );
  });
});
