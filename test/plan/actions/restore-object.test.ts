import { describe, expect, it } from 'vitest';
import { restoreObject } from '../../../src/plan/actions/restore-object.ts';
import { planWithKita, problemOf } from '../plan-fixtures.ts';

describe('restoring an object', () => {
  it('that never was is refused', () => {
    expect(problemOf(() => restoreObject(planWithKita(), { collection: 'measures', id: 'k7' }))).toMatchObject({
      code: 'plan.object-unknown',
      params: { collection: 'measures', id: 'k7' },
    });
  });

  it('that is there changes nothing', () => {
    const plan = planWithKita();
    restoreObject(plan, { collection: 'measures', id: 'k1' });
    expect(plan).toEqual(planWithKita());
  });
});
