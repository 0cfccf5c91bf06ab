import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { asksForReason, setNeedStatus } from '../../../src/plan/actions/set-need-status.ts';
import { fileOfNeed } from '../../../src/plan/readers/needs.ts';
import type { NeedStatus } from '../../../src/plan/types/needs.ts';
import { NOON, need, problemOf, smallPlan } from '../plan-fixtures.ts';

const reported = () => {
  const plan = smallPlan();
  addNeed(plan, { need: need('n'), at: NOON, by: 'x' });
  return plan;
};
const step = (stepId: string, status: NeedStatus, reason: string | null = null) => ({
  id: 'n',
  stepId,
  status,
  at: NOON,
  by: 'AGSP',
  departmentId: null,
  reason,
});

describe('the status of a need', () => {
  it('goes step by step without a word, and each step is recorded', () => {
    const plan = reported();
    setNeedStatus(plan, step('1', 'checked'));
    setNeedStatus(plan, step('2', 'bundled'));
    expect(plan.needs.n?.status).toBe('bundled');
    expect(fileOfNeed(plan, 'n').steps.map(({ status }) => status)).toEqual(['reported', 'checked', 'bundled']);
  });

  it('skips a step only with a reason, which is kept', () => {
    const plan = reported();
    expect(problemOf(() => setNeedStatus(plan, step('1', 'decided', ' ')))).toMatchObject({
      code: 'plan.need-step-reason',
      params: { from: 'reported', to: 'decided' },
    });
    setNeedStatus(plan, step('1', 'decided', 'Eilentscheidung'));
    expect(plan.needSteps['1']?.reason).toBe('Eilentscheidung');
  });

  it('asks for a reason backwards and sideways too', () => {
    expect(asksForReason('checked', 'reported')).toBe(true);
    expect(asksForReason('checked', 'rejected')).toBe(true);
    expect(asksForReason('deferred', 'checked')).toBe(true);
    expect(asksForReason('implemented', 'settled')).toBe(true);
    expect(asksForReason('secured', 'implemented')).toBe(false);
  });
});
