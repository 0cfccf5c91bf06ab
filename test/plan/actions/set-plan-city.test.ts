import { describe, expect, it } from 'vitest';
import { setPlanCity } from '../../../src/plan/actions/set-plan-city.ts';
import { header, problemOf, smallPlan } from '../plan-fixtures.ts';

describe('carrying a plan over', () => {
  it('names the new edition of its city', () => {
    const plan = smallPlan();
    setPlanCity(plan, { city: { ...header.city, edition: '2026-12-31-bbbbbbbbbbbb' } });
    expect(plan.header.city.edition).toBe('2026-12-31-bbbbbbbbbbbb');
  });

  it('is refused for another city', () => {
    expect(problemOf(() => setPlanCity(smallPlan(), { city: { ...header.city, id: 'koeln' } }))).toMatchObject({
      code: 'plan.other-city',
      params: { found: 'koeln', expected: 'musterstadt' },
    });
  });
});
