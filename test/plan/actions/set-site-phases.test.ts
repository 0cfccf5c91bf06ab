import { describe, expect, it } from 'vitest';
import { setSitePhases } from '../../../src/plan/actions/set-site-phases.ts';
import { NOON, problemOf, smallPlan } from '../plan-fixtures.ts';

const set = (phases: readonly { year: number; share: number }[]) => ({
  siteId: 's',
  scenarioId: null,
  phases,
  at: NOON,
  by: 'Stadtplanung',
});
const there = (plan: ReturnType<typeof smallPlan>) =>
  Object.values(plan.sitePhases)
    .filter(({ removed }) => removed === null)
    .map(({ year, share }) => [year, share]);

describe('setting the years of occupancy', () => {
  it('writes them, and removes those that are no more', () => {
    const plan = smallPlan();
    setSitePhases(plan, set([{ year: 2030, share: 0.5 }, { year: 2031, share: 0.5 }])); // biome-ignore format: one line
    setSitePhases(plan, set([{ year: 2031, share: 0.25 }, { year: 2032, share: 0.75 }])); // biome-ignore format: one line
    expect(there(plan)).toEqual([
      [2031, 0.25],
      [2032, 0.75],
    ]);
    expect(plan.sitePhases['base|s|2030']?.removed?.by).toBe('Stadtplanung');
    setSitePhases(plan, set([]));
    expect(there(plan)).toEqual([]);
  });

  it('refuses shares that make no whole, but not thirds', () => {
    expect(problemOf(() => setSitePhases(smallPlan(), set([{ year: 2030, share: 0.8 }])))).toMatchObject({
      code: 'plan.phases-sum',
      params: { percent: 80 },
    });
    setSitePhases(
      smallPlan(),
      set([2030, 2031, 2032].map((year) => ({ year, share: 0.333 + (year === 2030 ? 0.001 : 0) }))),
    );
  });
});
