import { describe, expect, it } from 'vitest';
import { nextVersion } from '../../../src/plan/readers/next-version.ts';
import { addKita, SHIPPED } from '../indicator-fixtures.ts';
import { NOON, smallPlan } from '../plan-fixtures.ts';

describe('the next version of an indicator', () => {
  it('follows the highest number given, withdrawn ones included; the first is 1', () => {
    const plan = smallPlan();
    expect(nextVersion(null, SHIPPED, 'kita-u3')).toBe(2);
    expect(nextVersion(plan, SHIPPED, 'tagespflege')).toBe(1);
    addKita(plan, 0.7);
    expect(nextVersion(plan, SHIPPED, 'kita-u3')).toBe(3);
    plan.indicatorVersions['kita-u3@2']!.removed = { at: NOON, by: 'x', why: null };
    expect(nextVersion(plan, SHIPPED, 'kita-u3')).toBe(3);
    expect(nextVersion(plan, SHIPPED, 'kita-ue3')).toBe(2);
  });
});
