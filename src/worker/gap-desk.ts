import type { PublishedFigure } from '../city/types.ts';
import type { WalkProfile } from '../engine/network/walk-graph.ts';
import { DEFAULT_CATALOGUE } from '../indicators/default-catalogue.ts';
import { answerBands } from '../questions/gap-map/answer-bands.ts';
import { answerFlows } from '../questions/gap-map/answer-flows.ts';
import { answerGaps } from '../questions/gap-map/answer-gaps.ts';
import { answerRule } from '../questions/gap-map/answer-rule.ts';
import { answerYears } from '../questions/gap-map/answer-years.ts';
import { catchmentAreas } from '../questions/gap-map/catchment-areas.ts';
import { type CellFrame, createCellFrame } from '../questions/gap-map/cell-frame.ts';
import type { GapAnswer, GapCalls, GapQuestion } from '../questions/gap-map/gap-calls.ts';
import { statusFigures } from '../questions/gap-map/status-figures.ts';
import { type CityModel, createCityModel, type GapCity } from '../questions/gaps/city-model.ts';
import { createReachStore, type ReachStore } from '../questions/gaps/service-reach.ts';
import { houseGroupByService } from '../shared/services.ts';
import { lruCache } from './lru-cache.ts';
import { runSteps } from './run-steps.ts';
import type { CallContext } from './server.ts';

/** A city prepared for questions about gaps under one walking profile; distances are computed once per service and kept. */
interface Prepared {
  readonly model: CityModel;
  readonly reach: ReachStore;
  readonly frame: CellFrame;
}

/** Answers the questions about gaps of one city. Loaded with the first of them. */
export type GapDesk = {
  readonly [N in keyof GapCalls]: (
    input: GapCalls[N]['input'],
    context: CallContext,
  ) => GapCalls[N]['output'] | Promise<GapCalls[N]['output']>;
};

/** Between two searches ahead of their use: a question that comes meanwhile is answered first. */
const PAUSE_MILLISECONDS = 50;

/** Answers kept: going back and forth between two services or years costs nothing. */
const KEPT_ANSWERS = 24;

export function createGapDesk(city: GapCity & { readonly history: readonly PublishedFigure[] }): GapDesk {
  const prepared = new Map<WalkProfile, Prepared>();
  const answers = lruCache<GapAnswer>(KEPT_ANSWERS);

  const prepare = (profile: WalkProfile): Prepared => {
    const known = prepared.get(profile);
    if (known !== undefined) return known;
    const model = createCityModel(city, profile);
    const made = { model, reach: createReachStore(model), frame: createCellFrame(model) };
    prepared.set(profile, made);
    return made;
  };

  let warmed: Promise<void> | null = null;
  /** Distances of every other service, one after the other while nobody asks: changing the service then waits for no search. */
  const warmUp = (reach: ReachStore): Promise<void> => {
    warmed ??= (async () => {
      for (const { service, limitMeters, largestLimitMeters } of DEFAULT_CATALOGUE) {
        const meters = largestLimitMeters ?? limitMeters?.value ?? null;
        if (meters === null) continue;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
        if (houseGroupByService(service) === null) reach.areas(service, meters);
        else reach.houses(service, meters);
      }
    })();
    return warmed;
  };

  return {
    gaps(question: GapQuestion) {
      const key = JSON.stringify(question);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const { model, reach, frame } = prepare(question.request.profile);
      const answer = answerGaps(model, reach, question, frame);
      answers.set(key, answer);
      return answer;
    },
    async gapYears(question, context) {
      const { model, reach } = prepare(question.request.profile);
      const years = await runSteps(answerYears(model, reach, question, city.history), context, ({ done, of }) => ({
        what: question.request.service,
        doneBytes: done,
        totalBytes: of,
      }));
      void warmUp(reach);
      return years;
    },
    gapRule({ strict, ...question }) {
      const { model, reach } = prepare(question.request.profile);
      return answerRule(model, reach, question, strict);
    },
    gapFlows({ level, district, ...question }) {
      const { model, reach } = prepare(question.request.profile);
      return answerFlows(model, reach, question, level, district);
    },
    gapBands(input) {
      const { model } = prepare(input.stepFree ? 'step-free' : 'all');
      return answerBands(model, input);
    },
    gapStatus({ request, indicators }) {
      const { model, reach } = prepare(request.profile);
      return statusFigures(model, reach, indicators, request);
    },
    catchmentAreas: ({ service, year }) => catchmentAreas(city, service, year),
  };
}
