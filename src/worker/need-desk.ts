import type { SocialIndicator } from '../city/types.ts';
import { NO_PLAN_IN_USE, type PlanInUse } from '../questions/measures/plan-basis.ts';
import { type Land, landOf, type NeedCity } from '../questions/needs/bundle-places.ts';
import { explainSet } from '../questions/needs/explain-set.ts';
import { horizonFigures } from '../questions/needs/horizon-figures.ts';
import type { HorizonFigures, NeedCalls } from '../questions/needs/need-calls.ts';
import { needGround } from '../questions/needs/need-ground.ts';
import { proposeBundles } from '../questions/needs/propose-bundles.ts';
import { locatorOf } from '../shared/geometry/district-locator.ts';
import { lruCache } from './lru-cache.ts';
import type { PlanModels } from './plan-models.ts';
import { runSteps } from './run-steps.ts';
import type { CallContext } from './server.ts';

/** Answers the questions about needs of several departments in one city. Loaded with the first of them. */
export type NeedDesk = {
  readonly [N in keyof NeedCalls]: (
    input: NeedCalls[N]['input'],
    context: CallContext,
  ) => NeedCalls[N]['output'] | Promise<NeedCalls[N]['output']>;
};

/** Answers under the plan that was in use when the question was asked. */
export type NeedDeskUnder = (inUse: PlanInUse | null) => NeedDesk;

/** Figures of all services kept: back to a scenario, or undo, costs nothing. */
const KEPT_FIGURES = 4;

export function createNeedDesk(
  city: NeedCity & { readonly social: readonly SocialIndicator[] },
  models: PlanModels,
): NeedDeskUnder {
  const locator = locatorOf(city.districts);
  const known = lruCache<HorizonFigures>(KEPT_FIGURES);
  // No plan changes the walking network: it is searched as the city has it.
  const network = () => models.prepare(NO_PLAN_IN_USE, null, 'all').model;

  return (given) => {
    const inUse = given ?? NO_PLAN_IN_USE;
    const land = (scenarioId: string | null): readonly Land[] => landOf(city, inUse.plan, scenarioId);
    return {
      bundleProposals: (question) => proposeBundles(network(), land(question.scenarioId), question),
      bundleVerdict: (question) => explainSet(network(), land(question.scenarioId), question),
      needGround: (input) => needGround(city, inUse.plan, locator, input),
      async horizonFigures(input, context) {
        const { model, reach, state } = models.prepare(inUse, input.scenarioId, 'all');
        const key = JSON.stringify([state, input.variant, input.counts, input.years, inUse.catalogue]);
        const found = known.get(key);
        if (found !== undefined) return found;
        const steps = horizonFigures(model, reach, inUse.catalogue, input);
        const figures = await runSteps(steps, context, (share) => ({ what: '', doneBytes: share, totalBytes: 1 }));
        known.set(key, figures);
        return figures;
      },
    };
  };
}
