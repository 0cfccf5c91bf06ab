import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { changeObject } from '../../../src/plan/actions/change-object.ts';
import { basisOf, NO_PLAN_IN_USE, planForQuestions } from '../../../src/questions/measures/plan-basis.ts';
import { NOON, need, planWithKita, smallPlan } from '../../plan/plan-fixtures.ts';

const inUse = (plan: ReturnType<typeof smallPlan>) => ({ plan, catalogue: DEFAULT_CATALOGUE });

describe('what a plan says about the city', () => {
  it('is nothing without a plan, in an empty one, and in Bestand with measures of a scenario alone', () => {
    expect(basisOf(NO_PLAN_IN_USE, null)).toBe(null);
    expect(basisOf(inUse(smallPlan()), 'a')).toBe(null);
    expect(basisOf(inUse(planWithKita()), null)).toBe(null);
    expect(basisOf(inUse(planWithKita()), 'a')).toMatch(/^[0-9a-f]{16}$/);
  });

  it('has one key while nothing about the city changes, another when it does, and the first again when it is undone', () => {
    const plan = planWithKita();
    const before = basisOf(inUse(plan), 'a');
    addNeed(plan, { need: need('n1'), at: NOON, by: 'x' });
    expect(basisOf(inUse(plan), 'a')).toBe(before);
    changeObject(plan, { collection: 'measures', id: 'k1', fields: { from: '2031-09-01' } });
    expect(basisOf(inUse(plan), 'a')).not.toBe(before);
    changeObject(plan, { collection: 'measures', id: 'k1', fields: { from: '2029-09-01' } });
    expect(basisOf(inUse(plan), 'a')).toBe(before);
  });

  it('counts a Kennwert of one’s own, even without a plan', () => {
    const catalogue = DEFAULT_CATALOGUE.map((indicator) =>
      indicator.id === 'pflege' ? { ...indicator, version: 2 } : indicator,
    );
    expect(basisOf({ plan: null, catalogue }, null)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('a plan for questions', () => {
  it('holds measures and scenarios, and no needs, which the worker never asks for', () => {
    const plan = planWithKita();
    addNeed(plan, { need: need('n1'), at: NOON, by: 'x' });
    const asked = planForQuestions(plan);
    expect([Object.keys(asked.measures), Object.keys(asked.scenarios)]).toEqual([['k1'], ['a', 'b']]);
    expect([asked.needs, asked.needSteps, asked.departments]).toEqual([{}, {}, {}]);
    expect(basisOf(inUse(asked), 'a')).toBe(basisOf(inUse(plan), 'a'));
  });
});
