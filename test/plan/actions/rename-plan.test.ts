import { describe, expect, it } from 'vitest';
import { renamePlan } from '../../../src/plan/actions/rename-plan.ts';
import { problemOf, smallPlan } from '../plan-fixtures.ts';

describe('renaming a plan', () => {
  it('changes name and description', () => {
    const plan = smallPlan();
    renamePlan(plan, { name: 'Kitas 2030', description: 'Entwurf' });
    expect([plan.header.name, plan.header.description]).toEqual(['Kitas 2030', 'Entwurf']);
  });

  it('refuses an empty name', () => {
    expect(problemOf(() => renamePlan(smallPlan(), { name: ' ', description: '' }))).toMatchObject({
      code: 'plan.header-invalid',
      params: { path: 'name' },
    });
  });
});
