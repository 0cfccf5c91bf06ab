import { useState } from 'react';
import type { Action } from '../../plan/actions/action.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import type { PlanSession } from '../../state/plan-session.ts';
import { useApp } from '../common/app-context.ts';

type Label = Parameters<PlanSession['apply']>[2];

/** Runs an action of the plan from a form: whether it is under way, and why it was refused. */
export function usePlanChange() {
  const { planSession } = useApp();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const apply = async <Args>(action: Action<Args>, args: Args, label: Label, done: () => void) => {
    setSaving(true);
    setProblem(null);
    try {
      await planSession.apply(action, args, label);
      done();
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setSaving(false);
    }
  };
  return { saving, problem, apply };
}
