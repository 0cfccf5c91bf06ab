import { describe, expect, it } from 'vitest';
import { localVersions } from '../../../src/plan/readers/local-versions.ts';
import { addKita, decide, SHIPPED } from '../indicator-fixtures.ts';
import { NOON, smallPlan } from '../plan-fixtures.ts';

describe('the local versions of an indicator', () => {
  it('are those after the shipped one, after the decided one, and never those withdrawn', () => {
    const plan = smallPlan();
    expect(localVersions(plan, SHIPPED, 'kita-u3')).toEqual([]);
    for (const rate of [0.7, 0.75, 0.8]) addKita(plan, rate);
    expect(localVersions(plan, SHIPPED, 'kita-u3')).toEqual(['kita-u3@2', 'kita-u3@3', 'kita-u3@4']);
    decide(plan, ['kita-u3@2']);
    expect(localVersions(plan, SHIPPED, 'kita-u3')).toEqual(['kita-u3@3', 'kita-u3@4']);
    plan.indicatorVersions['kita-u3@3']!.removed = { at: NOON, by: 'x', why: null };
    expect(localVersions(plan, SHIPPED, 'kita-u3')).toEqual(['kita-u3@4']);
    expect(localVersions(plan, SHIPPED, 'kita-ue3')).toEqual([]);
  });
});
