import type { CityContent, House } from '../city/types.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Plan } from '../plan/plan.ts';
import { answerOf } from '../questions/gap-map/answer-gaps.ts';
import type { GapAnswer, GapQuestion } from '../questions/gap-map/gap-calls.ts';
import type { GapCity } from '../questions/gaps/city-model.ts';
import { computeGaps } from '../questions/gaps/compute-gaps.ts';
import { offerCounts } from '../questions/gaps/gap-supply.ts';
import { type CatchmentGrid, catchmentGrid } from '../questions/measures/catchment-grid.ts';
import { compareAll } from '../questions/measures/compare-all.ts';
import { createDragPreview, type DragPreview } from '../questions/measures/drag-preview.ts';
import type { HouseBrief, MeasureCalls, MeasureEffect, PreviewAnswer } from '../questions/measures/measure-calls.ts';
import {
  effectOf,
  type MeasureToWeigh,
  measuresToWeigh,
  planWithMeasures,
} from '../questions/measures/measure-effects.ts';
import { createPlaceQuality } from '../questions/measures/place-quality.ts';
import { basisOf, NO_PLAN_IN_USE, type PlanInUse } from '../questions/measures/plan-basis.ts';
import { placeFacts, plotBriefs, plotsInPlan } from '../questions/measures/plot-list.ts';
import { proposeCatchment } from '../questions/measures/propose-catchment.ts';
import { suggestAnywhere, suggestPlots, suggestSeveral } from '../questions/measures/suggest-places.ts';
import { lonLat } from '../shared/coordinates.ts';
import { locatorOf } from '../shared/geometry/district-locator.ts';
import { fail, ProblemError } from '../shared/problem.ts';
import type { ServiceId } from '../shared/services.ts';
import { lruCache } from './lru-cache.ts';
import type { PlanModels } from './plan-models.ts';
import { runSteps } from './run-steps.ts';
import type { CallContext } from './server.ts';

/** Answers questions about measures of one city. Loaded with the first of them. */
export type MeasureDesk = {
  readonly [N in keyof MeasureCalls]: (
    input: MeasureCalls[N]['input'],
    context: CallContext,
  ) => MeasureCalls[N]['output'] | Promise<MeasureCalls[N]['output']>;
};

/** Answers under the plan that was in use when the question was asked. */
export type MeasureDeskUnder = (inUse: PlanInUse | null) => MeasureDesk;

/** Effects kept: after a change only the changed measure is weighed again. */
const KEPT_EFFECTS = 2000;

type DraggedQuestion = MeasureCalls['gapPreview']['input'];

interface Dragging {
  readonly first: GapAnswer;
  /** `null` = every place is worked out as a whole. */
  readonly moved: DragPreview | null;
}

type Effects = Record<string, readonly MeasureEffect[]>;

export function createMeasureDesk(
  city: GapCity & Pick<CityContent, 'plots' | 'context'>,
  models: PlanModels,
): MeasureDeskUnder {
  const locator = locatorOf(city.districts);
  const qualityAt = createPlaceQuality(city);
  const known = lruCache<MeasureEffect>(KEPT_EFFECTS);
  /** What is being dragged: everything but its place. */
  let dragging: { readonly key: string; readonly inUse: PlanInUse; readonly at: Dragging } | null = null;
  let grid: CatchmentGrid | null = null;
  const houseById = new Map(city.houses.map((house) => [house.id, house]));
  const servicesOf = (id: string) => houseById.get(id)?.offers.map(({ service }) => service) ?? [];

  /** The answer with a draft where it stands; and how to answer, for less, with it elsewhere. */
  const beginDrag = (inUse: PlanInUse, question: DraggedQuestion): Dragging => {
    const { request, indicator, preview } = question;
    const { model, reach, frame } = models.prepare(inUse, request.scenarioId, request.profile, preview);
    const { catalogue } = inUse;
    const details = computeGaps(model, reach, indicator, request, { catalogue });
    const first = answerOf(model, details, question, frame);
    const rate = indicator.rate.value;
    const largestMeters = indicator.largestLimitMeters ?? details.result.limitMeters ?? 0;
    const parts = { model, reach, frame, locator, details, rate, largestMeters };
    return { first, moved: createDragPreview(parts, preview.measure.id) };
  };

  const preview = (inUse: PlanInUse, question: DraggedQuestion): PreviewAnswer => {
    const { measure, offers } = question.preview;
    const key = JSON.stringify([question.request, question.indicator, offers, { ...measure, position: null }]);
    const isSame = dragging !== null && dragging.inUse === inUse && dragging.key === key;
    const { position } = measure;
    if (isSame && dragging!.at.moved !== null && position !== null) {
      const { first, moved } = dragging!.at;
      return { ...first, ...moved(lonLat(...position)), houses: null };
    }
    const at = beginDrag(inUse, question);
    dragging = { key, inUse, at };
    return at.first;
  };

  /** What one measure does for one service, against the scenario's sites without any measure but the one it rests on. */
  const weigh = (
    { plan, catalogue }: PlanInUse & { readonly plan: Plan },
    { request }: GapQuestion,
    measure: MeasureToWeigh,
    indicator: Indicator,
  ): MeasureEffect => {
    const { profile } = request;
    const scenarioId = request.scenarioId!;
    const before = planWithMeasures(plan, scenarioId, (id) => id === measure.restsOn);
    const after = planWithMeasures(plan, scenarioId, (id) => id === measure.restsOn || id === measure.id);
    const basis = basisOf({ plan: after, catalogue }, scenarioId);
    const key = JSON.stringify([basis, measure.id, { ...request, service: indicator.service }, indicator]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const prepare = (part: Plan) => models.prepareOnce(part, scenarioId, profile);
    const effect = effectOf(prepare(before), prepare(after), indicator, request, catalogue);
    known.set(key, effect);
    return effect;
  };

  function* weighAll(inUse: PlanInUse, question: GapQuestion): Generator<number, Effects> {
    const { scenarioId } = question.request;
    const { plan, catalogue } = inUse;
    const effects: Effects = {};
    if (plan === null || scenarioId === null) return effects;
    const measures = measuresToWeigh(plan, scenarioId, servicesOf);
    for (const [i, measure] of measures.entries()) {
      const own: MeasureEffect[] = [];
      for (const service of measure.services) {
        const indicator = catalogue.find((record) => record.service === service);
        own.push(
          (indicator === undefined ? null : tryToWeigh({ ...inUse, plan }, question, measure, indicator)) ?? {
            service,
            closes: null,
            places: null,
          },
        );
        yield i / measures.length;
      }
      effects[measure.id] = own;
    }
    return effects;
  }

  /** `null` where the city has no figures for the service. */
  const tryToWeigh = (...args: Parameters<typeof weigh>): MeasureEffect | null => {
    try {
      return weigh(...args);
    } catch (thrown) {
      if (thrown instanceof ProblemError) return null;
      throw thrown;
    }
  };

  return (given) => {
    const inUse = given ?? NO_PLAN_IN_USE;
    const plotsOf = (scenarioId: string | null) => plotsInPlan(inUse.plan, scenarioId, city.plots);
    return {
      houseBriefs: ({ ids, year }) => ids.flatMap((id) => briefOf(houseById.get(id), year)),
      plotList: ({ scenarioId }) => plotBriefs(city, locator, plotsOf(scenarioId)),
      placeAt: ({ position, scenarioId }) => placeFacts(city, locator, plotsOf(scenarioId), position),
      gapPreview: (question) => preview(inUse, question),
      catchmentGround({ request, indicator, preview: { measure, offers } }) {
        const draft = { measure: { ...measure, catchment: null }, offers };
        const state = models.prepare(inUse, request.scenarioId, request.profile, draft);
        const demand = proposeCatchment(state, indicator, request, measure.id);
        grid ??= catchmentGrid(city);
        return demand === null || grid === null ? null : { grid, demand };
      },
      measureEffects: (question, context) =>
        runSteps(weighAll(inUse, question), context, (share) => ({ what: '', doneBytes: share, totalBytes: 1 })),
      compareAll({ question: { request }, other, indicators, years }, context) {
        const prepare = (scenarioId: string | null) => models.prepare(inUse, scenarioId, request.profile);
        const two = { one: prepare(request.scenarioId), other: prepare(other) };
        const steps = compareAll(two, indicators, request, years, inUse.catalogue);
        return runSteps(steps, context, (share) => ({ what: '', doneBytes: share, totalBytes: 1 }));
      },
      async suggestPlaces({ question, kind, offers, leastSquareMeters, most }, context) {
        const { request, preview } = question;
        const state = models.prepare(inUse, request.scenarioId, request.profile, preview);
        const catalogue = inUse.catalogue.map((record) =>
          record.service === question.indicator.service ? question.indicator : record,
        );
        const all = kind === 'anywhere' ? [] : plotBriefs(city, locator, plotsOf(request.scenarioId));
        const plots = all.filter(
          ({ areaSquareMeters }) => leastSquareMeters === null || (areaSquareMeters ?? 0) >= leastSquareMeters,
        );
        if (offers.length === 0) return fail('measure.missing', { what: 'places' });
        const input = { state, request, offers, catalogue, plots, locator, most, qualityAt };
        const steps = { plots: suggestPlots, several: suggestSeveral, anywhere: suggestAnywhere }[kind](input);
        return runSteps(steps, context, ({ share }) => ({ what: kind, doneBytes: share, totalBytes: 1 }));
      },
    };
  };
}

function briefOf(house: House | undefined, year: number): HouseBrief[] {
  if (house === undefined) return [];
  const counts = { facilities: 'ideas', sitesFromStage: 0, capacity: 'approved' } as const;
  const places = new Map<ServiceId, number | null>();
  for (const offer of house.offers) {
    if (!offerCounts(offer, year, counts)) continue;
    const { value } = offer.capacityApproved;
    const before = places.get(offer.service);
    places.set(offer.service, value === null || before === null ? null : (before ?? 0) + value);
  }
  const days = house.offers.map(({ from }) => from);
  const opens = days.includes(null) ? null : ([...(days as string[])].sort()[0] ?? null);
  const offers = [...places].map(([service, value]) => ({ service, places: value }));
  const { id, name, position, outside } = house;
  return [{ id, name, position, outside, offers, opens }];
}
