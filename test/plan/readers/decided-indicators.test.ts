import { describe, expect, it } from 'vitest';
import { decidedIndicators, isDecided } from '../../../src/plan/readers/decided-indicators.ts';
import { addKita, decide, SHIPPED } from '../indicator-fixtures.ts';
import { NOON, smallPlan } from '../plan-fixtures.ts';

describe('the decided indicators', () => {
  const versionOf = (plan: ReturnType<typeof smallPlan>) =>
    decidedIndicators(plan, SHIPPED).find(({ id }) => id === 'kita-u3')?.version;

  it('are the shipped ones, in their order, where nothing is decided', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    expect(decidedIndicators(plan, SHIPPED)).toEqual(SHIPPED);
    expect(isDecided(plan, { id: 'kita-u3', version: 2 })).toBe(false);
  });

  it('follow the newest decision by its day, not by the order in which decisions were written', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    addKita(plan, 0.75);
    decide(plan, ['kita-u3@3'], 'd1', '2026-05-01');
    decide(plan, ['kita-u3@2'], 'd2', '2026-03-12');
    expect(versionOf(plan)).toBe(3);
    expect([2, 3].map((version) => isDecided(plan, { id: 'kita-u3', version }))).toEqual([false, true]);
  });

  it('forget a decision that was taken out', () => {
    const plan = smallPlan();
    addKita(plan, 0.7);
    decide(plan, ['kita-u3@2']);
    plan.decisions.d1!.removed = { at: NOON, by: 'x', why: null };
    expect(versionOf(plan)).toBe(1);
  });
});
