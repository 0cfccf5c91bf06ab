import type { Indicator } from '../indicators/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { visibleObjects } from '../plan/readers/visible-objects.ts';
import { basisOf, type PlanInUse, planForQuestions } from '../questions/measures/plan-basis.ts';
import type { ScenarioState } from './scenario-store.ts';

/** What questions need of a plan. Loaded with the first plan: what reads plans is not needed before. */
export function readScenarios(
  plan: Plan,
  catalogue: readonly Indicator[],
): { readonly inUse: PlanInUse; readonly state: ScenarioState } {
  const inUse = { plan: planForQuestions(plan), catalogue };
  const known = new Map<string | null, string | null>();
  return {
    inUse,
    state: {
      ready: true,
      scenarios: visibleObjects(plan, 'scenarios').map(({ id, name }) => ({ id, name })),
      basisOf: (scenarioId) => {
        const found = known.has(scenarioId) ? known.get(scenarioId)! : basisOf(inUse, scenarioId);
        known.set(scenarioId, found);
        return found;
      },
    },
  };
}
