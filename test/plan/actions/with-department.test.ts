import { describe, expect, it } from 'vitest';
import { reportNeed } from '../../../src/plan/actions/report-need.ts';
import { withDepartment } from '../../../src/plan/actions/with-department.ts';
import { NOON, need, problemOf, smallPlan } from '../plan-fixtures.ts';

const sign = { at: NOON, by: 'Sozialplanung' };

describe('an action that brings its department along', () => {
  it('adds a department that the plan does not know yet, before it acts', () => {
    const plan = smallPlan();
    withDepartment(reportNeed)(plan, {
      department: { id: 'soziales', name: 'Sozialamt', short: '50', contactRole: null },
      args: { need: need('n1', { departmentId: 'soziales' }), attachments: [], ...sign },
    });
    expect([plan.departments.soziales?.name, plan.needs.n1?.departmentId]).toEqual(['Sozialamt', 'soziales']);
  });

  it('refuses a department that neither the plan nor the change knows', () => {
    const args = { need: need('n1', { departmentId: 'nobody' }), attachments: [], ...sign };
    expect(problemOf(() => withDepartment(reportNeed)(smallPlan(), { department: null, args }))).toMatchObject({
      code: 'plan.reference-unknown',
      params: { collection: 'departments', id: 'nobody' },
    });
  });

  it('leaves a department of that id as it is', () => {
    const plan = smallPlan();
    withDepartment(reportNeed)(plan, {
      department: { id: 'jugend', name: 'anders', short: null, contactRole: null },
      args: { need: need('n1'), attachments: [], ...sign },
    });
    expect(plan.departments.jugend?.name).toBe('Amt jugend');
  });
});
