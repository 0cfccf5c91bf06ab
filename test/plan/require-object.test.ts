import { describe, expect, it } from 'vitest';
import { removeObject } from '../../src/plan/actions/remove-object.ts';
import { requireObject, requireReferences } from '../../src/plan/require-object.ts';
import { NOON, planWithKita, problemOf } from './plan-fixtures.ts';

describe('an object that must be there', () => {
  it('is found, or refused with what it is and its id', () => {
    const plan = planWithKita();
    expect(requireObject(plan, 'measures', 'k1').name).toBe('Kita k1');
    expect(problemOf(() => requireObject(plan, 'measures', 'k9'))).toMatchObject({
      code: 'plan.object-unknown',
      params: { collection: 'measures', id: 'k9' },
    });
    expect(problemOf(() => requireObject(plan, 'measures', 'toString')).code).toBe('plan.object-unknown');
    removeObject(plan, { collection: 'measures', id: 'k1', at: NOON, by: 'x', why: 'y' });
    expect(problemOf(() => requireObject(plan, 'measures', 'k1')).code).toBe('plan.object-removed');
  });

  it('may be a site or plot of the city package, but no scenario from elsewhere', () => {
    const plan = planWithKita();
    requireReferences(plan, 'measures', { siteId: 'package:1', plotId: 'package:2', needId: null });
    expect(problemOf(() => requireReferences(plan, 'measures', { scenarioId: 'package:1' }))).toMatchObject({
      code: 'plan.reference-unknown',
      params: { collection: 'scenarios', id: 'package:1' },
    });
  });
});
