import { describe, expect, it } from 'vitest';
import { reportNeed } from '../../../src/plan/actions/report-need.ts';
import { withDepartment } from '../../../src/plan/actions/with-department.ts';
import { NOON, need, problemOf, smallPlan } from '../plan-fixtures.ts';

const sign = { at: NOON, by: 'Sozialplanung' };
const file = (bytes: readonly number[]) => ({
  id: 'f1',
  name: 'skizze.pdf',
  mediaType: 'application/pdf' as const,
  bytes: Uint8Array.from(bytes),
  ...sign,
});

describe('reporting a need', () => {
  it('brings its attachments and a department that the plan does not know yet', () => {
    const plan = smallPlan();
    withDepartment(reportNeed)(plan, {
      department: { id: 'soziales', name: 'Sozialamt', short: '50', contactRole: null },
      args: { need: need('n1', { departmentId: 'soziales' }), attachments: [file([0x25, 0x50, 0x44, 0x46])], ...sign },
    });
    expect(plan.departments.soziales?.name).toBe('Sozialamt');
    expect(plan.needs.n1?.status).toBe('reported');
    expect(plan.attachments.f1).toMatchObject({ needId: 'n1', name: 'skizze.pdf' });
  });

  it('refuses a file that may run, whatever kind it claims to be', () => {
    const plan = smallPlan();
    const args = { need: need('n1'), attachments: [file([0x4d, 0x5a, 0x90, 0x00])], ...sign };
    expect(problemOf(() => reportNeed(plan, args)).code).toBe('plan.attachment-kind');
  });
});
