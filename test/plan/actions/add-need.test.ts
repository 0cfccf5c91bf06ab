import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { NOON, need, problemOf, smallPlan } from '../plan-fixtures.ts';

describe('reporting a need', () => {
  it('begins as reported, with the first line of its record', () => {
    const plan = smallPlan();
    addNeed(plan, { need: need('n'), at: NOON, by: 'Fachamt' });
    expect(plan.needs.n?.status).toBe('reported');
    expect(Object.values(plan.needSteps)).toEqual([
      {
        id: 'n.reported',
        needId: 'n',
        status: 'reported',
        at: NOON,
        by: 'Fachamt',
        departmentId: 'jugend',
        reason: null,
        order: 'a0',
        removed: null,
      },
    ]);
  });

  it('is refused for a department that the plan does not know', () => {
    const args = { need: need('n', { departmentId: 'zirkus' }), at: NOON, by: 'x' };
    expect(problemOf(() => addNeed(smallPlan(), args))).toMatchObject({
      code: 'plan.reference-unknown',
      params: { collection: 'departments', id: 'zirkus' },
    });
  });
});
