import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { amendNeed } from '../../../src/plan/actions/amend-need.ts';
import { changeObject } from '../../../src/plan/actions/change-object.ts';
import { NOON, need, problemOf, smallPlan } from '../plan-fixtures.ts';

describe('amending a need', () => {
  const amended = () => {
    const plan = smallPlan();
    addNeed(plan, { need: need('n', { quantity: 40 }), at: NOON, by: 'x' });
    const reason = 'Neue Schülerzahlen';
    amendNeed(plan, {
      id: 'n',
      versionId: 'v1',
      fields: { quantity: 60 },
      at: '2027-01-01T08:00:00Z',
      by: 'y',
      reason,
    });
    return plan;
  };

  it('changes what it says and keeps the old wording with who, when and why', () => {
    const plan = amended();
    expect(plan.needs.n?.quantity).toBe(60);
    expect(plan.needVersions.v1).toMatchObject({
      needId: 'n',
      at: '2027-01-01T08:00:00Z',
      by: 'y',
      reason: 'Neue Schülerzahlen',
      content: { quantity: 40, title: 'Jugendraum' },
    });
  });

  it('is the only way to change what a need says', () => {
    const change = () => changeObject(amended(), { collection: 'needs', id: 'n', fields: { quantity: 1 } });
    expect(problemOf(change).code).toBe('plan.field-fixed');
  });

  it('asks for a reason', () => {
    const args = { id: 'n', versionId: 'v2', fields: { quantity: 1 }, at: NOON, by: 'y', reason: ' ' };
    expect(problemOf(() => amendNeed(amended(), args)).code).toBe('plan.object-invalid');
  });
});
