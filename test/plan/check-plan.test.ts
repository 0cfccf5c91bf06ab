import { describe, expect, it } from 'vitest';
import { checkPlan, readSchemaVersion } from '../../src/plan/check-plan.ts';
import { planWithKita, problemOf } from './plan-fixtures.ts';

describe('a plan from outside', () => {
  it('is taken as it is when it is whole', () => {
    const plan = planWithKita();
    expect(checkPlan(plan)).toBe(plan);
  });

  it('is refused with the object and field that are wrong', () => {
    const plan = planWithKita();
    Object.assign(plan.measures.k1!, { costEuro: 'ca. 45' });
    expect(problemOf(() => checkPlan(plan))).toMatchObject({
      code: 'plan.object-invalid',
      params: { collection: 'measures', id: 'k1', path: 'costEuro', found: '"ca. 45"', expected: 'number' },
    });
  });

  it('is refused where an object lies under another id, or a collection is missing', () => {
    const swapped = planWithKita();
    swapped.measures.other = swapped.measures.k1!;
    expect(problemOf(() => checkPlan(swapped))).toMatchObject({
      params: { path: 'id', found: 'k1', expected: 'other' },
    });
    const { needs: _, ...without } = planWithKita();
    expect(problemOf(() => checkPlan(without)).code).toBe('plan.file-not-a-plan');
  });

  it('is refused where a value does not fit the field it is for', () => {
    const plan = planWithKita();
    const edit = {
      id: 'e',
      removed: null,
      scenarioId: null,
      kind: 'site',
      objectId: 's',
      circle: 'agsp',
      reason: null,
    };
    Object.assign(plan.edits, { e: { ...edit, field: 'dwellings', value: 'viele' } });
    expect(problemOf(() => checkPlan(plan)).code).toBe('plan.object-invalid');
    Object.assign(plan.edits, { e: { ...edit, field: 'dwellings', value: 30 } });
    expect(checkPlan(plan).edits.e?.value).toBe(30);
    Object.assign(plan.edits, { e: { ...edit, field: 'constructor', value: 30 } });
    expect(problemOf(() => checkPlan(plan)).code).toBe('plan.object-invalid');
  });

  it('is refused by its version, with both numbers, or as something else', () => {
    expect(problemOf(() => checkPlan({ ...planWithKita(), schemaVersion: 7 }))).toMatchObject({
      code: 'plan.version-newer',
      params: { found: 7, known: 1 },
    });
    for (const other of [null, 'text', [], {}, { schemaVersion: '1' }])
      expect(problemOf(() => readSchemaVersion(other)).code).toBe('plan.file-not-a-plan');
    expect(problemOf(() => checkPlan({ ...planWithKita(), header: { planId: '' } }))).toMatchObject({
      code: 'plan.header-invalid',
      params: { path: 'planId' },
    });
  });
});
