import type { PublishedFigure } from '../city/types.ts';
import { planForCircle } from '../plan/readers/circles.ts';
import { answerBands } from '../questions/gap-map/answer-bands.ts';
import { answerFlows } from '../questions/gap-map/answer-flows.ts';
import { answerGaps } from '../questions/gap-map/answer-gaps.ts';
import { answerRule } from '../questions/gap-map/answer-rule.ts';
import { answerYears } from '../questions/gap-map/answer-years.ts';
import { catchmentAreas } from '../questions/gap-map/catchment-areas.ts';
import type { GapAnswer, GapCalls, GapQuestion } from '../questions/gap-map/gap-calls.ts';
import { statusFigures } from '../questions/gap-map/status-figures.ts';
import type { GapCity } from '../questions/gaps/city-model.ts';
import type { ReachStore } from '../questions/gaps/service-reach.ts';
import { NO_PLAN_IN_USE, type PlanInUse } from '../questions/measures/plan-basis.ts';
import { houseGroupByService } from '../shared/services.ts';
import { lruCache } from './lru-cache.ts';
import { createPlanModels, type PlanModels } from './plan-models.ts';
import { runSteps } from './run-steps.ts';
import type { CallContext } from './server.ts';

/** Answers the questions about gaps of one city. Loaded with the first of them. */
export type GapDesk = {
  readonly [N in keyof GapCalls]: (
    input: GapCalls[N]['input'],
    context: CallContext,
  ) => GapCalls[N]['output'] | Promise<GapCalls[N]['output']>;
};

/** Answers under the plan that was in use when the question was asked. */
export type GapDeskUnder = (inUse: PlanInUse | null) => GapDesk;

/** Between two searches ahead of their use: a question that comes meanwhile is answered first. */
const PAUSE_MILLISECONDS = 50;

/** Answers kept: going back and forth between two services or years costs nothing. */
const KEPT_ANSWERS = 24;

/** The plan as a circle may see it. */
function forCircle(inUse: PlanInUse, circle: GapQuestion['circle']): PlanInUse {
  const { plan } = inUse;
  return plan === null || circle === undefined ? inUse : { ...inUse, plan: planForCircle(plan, circle).plan };
}

/** `models` may be shared with other desks of the city: what is prepared for one is there for the other. */
export function createGapDesk(
  city: GapCity & { readonly history: readonly PublishedFigure[] },
  models: PlanModels = createPlanModels(city),
): GapDeskUnder {
  const answers = lruCache<GapAnswer>(KEPT_ANSWERS);

  let warmed: Promise<void> | null = null;
  /** Distances of every other service, one after the other while nobody asks: changing the service then waits for no search. */
  const warmUp = (reach: ReachStore, { catalogue }: PlanInUse): Promise<void> => {
    warmed ??= (async () => {
      for (const { service, limitMeters, largestLimitMeters } of catalogue) {
        const meters = largestLimitMeters ?? limitMeters?.value ?? null;
        if (meters === null) continue;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
        if (houseGroupByService(service) === null) reach.areas(service, meters);
        else reach.houses(service, meters);
      }
    })();
    return warmed;
  };

  return (given) => {
    const inUse = given ?? NO_PLAN_IN_USE;
    const { catalogue } = inUse;
    const prepare = ({ request, preview, circle }: Pick<GapQuestion, 'request' | 'preview' | 'circle'>) =>
      models.prepare(forCircle(inUse, circle), request.scenarioId, request.profile, preview);
    return {
      gaps(question: GapQuestion) {
        const { model, reach, frame, state } = prepare(question);
        const { request, indicator } = question;
        const key = `${state} ${JSON.stringify([request, indicator])}`;
        const known = state === null ? undefined : answers.get(key);
        if (known !== undefined) return known;
        const answer = answerGaps(model, reach, question, frame, catalogue);
        if (state !== null) answers.set(key, answer);
        return answer;
      },
      async gapYears(question, context) {
        const { model, reach } = prepare(question);
        const steps = answerYears(model, reach, question, city.history, catalogue);
        const years = await runSteps(steps, context, ({ done, of }) => ({
          what: question.request.service,
          doneBytes: done,
          totalBytes: of,
        }));
        void warmUp(reach, inUse);
        return years;
      },
      gapRule({ strict, ...question }) {
        const { model, reach } = prepare(question);
        return answerRule(model, reach, question, strict, catalogue);
      },
      gapFlows({ level, district, ...question }) {
        const { model, reach } = prepare(question);
        return answerFlows(model, reach, question, level, district, catalogue);
      },
      gapBands({ scenarioId = null, ...input }) {
        const { model } = models.prepare(inUse, scenarioId, input.stepFree ? 'step-free' : 'all');
        return answerBands(model, input);
      },
      gapStatus({ request, indicators }) {
        const { model, reach } = models.prepare(inUse, request.scenarioId, request.profile);
        return statusFigures(model, reach, indicators, request, catalogue);
      },
      catchmentAreas({ service, year, scenarioId = null }) {
        return catchmentAreas(models.prepare(inUse, scenarioId, 'all').model.city, service, year);
      },
    };
  };
}
