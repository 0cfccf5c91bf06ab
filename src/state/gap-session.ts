import type { Indicator } from '../indicators/indicator.ts';
import type { CitySummary } from '../questions/city-summary.ts';
import type {
  CatchmentArea,
  GapBands,
  GapCalls,
  GapFlows,
  GapQuestion,
  GapRule,
} from '../questions/gap-map/gap-calls.ts';
import type { GapRequest, GapResult } from '../questions/gaps/gap-request.ts';
import type { MeasureDraft } from '../questions/measures/measure-draft.ts';
import { problem } from '../shared/problem.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { CatalogueStore } from './catalogue-store.ts';
import { problemOf } from './city-session.ts';
import type { CityStore } from './city-store.ts';
import { type GapStore, NO_GAPS, questionKey, yearsKey } from './gap-store.ts';
import { addNotice, type NoticeStore } from './notice-store.ts';
import type { ScenarioStore } from './scenario-store.ts';
import { FIRST_GAP_VIEW, type GapView } from './view-state.ts';
import type { ViewStore } from './view-store.ts';

/** Asks the worker about gaps: the question of the view whenever it changes, and what panels want to know beside it. */
export interface GapSession {
  start(): void;
  rule(question: GapQuestion, strict: boolean, signal: AbortSignal): Promise<GapRule>;
  flows(question: GapQuestion, level: number, district: string | null, signal: AbortSignal): Promise<GapFlows>;
  /** Figures of the Sachstandsbericht. */
  status(
    request: GapRequest,
    indicators: readonly Indicator[],
    signal: AbortSignal,
  ): Promise<GapCalls['gapStatus']['output']>;
  bands(input: GapCalls['gapBands']['input'], signal: AbortSignal): Promise<GapBands>;
  catchmentAreas(question: GapQuestion, signal: AbortSignal): Promise<readonly CatchmentArea[]>;
  /** The rows that another Kennwert would give, to be shown before it is accepted. */
  preview(question: GapQuestion, signal: AbortSignal): Promise<GapResult>;
  /**
   * Answers the question with a measure that the plan does not hold (so): while it is dragged. The newest wins, at most one is under way,
   * and what is shown is always a whole answer. `null` = the plan's own again.
   */
  showDraft(draft: MeasureDraft | null): void;
}

interface Parts {
  readonly client: WorkerClient;
  readonly view: ViewStore;
  readonly city: CityStore;
  readonly catalogue: CatalogueStore;
  readonly scenarios: ScenarioStore;
  readonly gaps: GapStore;
  readonly notices: NoticeStore;
}

/** The question that a view asks of a city, every open choice filled in; `null` if no Kennwert of the service is known. */
export function questionOf(
  gap: GapView,
  { identity }: Pick<CitySummary, 'identity'>,
  indicators: readonly Indicator[],
  scenarioId: string | null = null,
): GapQuestion | null {
  const indicator = indicators.find(({ service }) => service === gap.service);
  if (indicator === undefined) return null;
  const { service, variant, counts, limitMeters, profile } = gap;
  return {
    indicator,
    request: {
      service,
      year: gap.year ?? identity.years[0]!,
      variant,
      counts,
      limitMeters,
      profile,
      scenarioId,
    },
  };
}

/** The nearest sensible view of a city for what a link asks of it, and the problems to be said. */
export function sensibleGapView(
  gap: GapView,
  { identity }: Pick<CitySummary, 'identity'>,
  services: readonly string[],
) {
  const problems = [];
  let sensible = gap;
  const { years } = identity;
  if (!services.includes(gap.service)) {
    problems.push(problem('gap.service-unknown', { found: gap.service, known: services.join(', ') }));
    sensible = { ...sensible, service: FIRST_GAP_VIEW.service };
  }
  const [first, last] = [years[0]!, years.at(-1)!];
  if (gap.year !== null && !years.includes(gap.year)) {
    problems.push(problem('gap.year-outside', { found: gap.year, first, last }));
    sensible = { ...sensible, year: Math.min(last, Math.max(first, gap.year)) };
  }
  const levels = identity.levels.map(({ level }) => level);
  const deepest = levels.at(-1) ?? 0;
  if (gap.level > deepest) sensible = { ...sensible, level: deepest };
  return { gap: sensible, problems };
}

export function createGapSession({ client, view, city, catalogue, scenarios, gaps, notices }: Parts): GapSession {
  let asking = new AbortController();
  let askingYears = new AbortController();
  let askedYears: string | null = null;
  let draft: MeasureDraft | null = null;
  let isPreviewing = false;

  /** All years of what is shown. The first map's layers come before them: both would wait for the same processor. */
  const askYears = async () => {
    const { complete, mapProblem } = city.getState();
    const { answered } = gaps.getState();
    if (answered === null || draft !== null || (!complete && mapProblem === null)) return;
    const { question } = answered;
    const key = yearsKey(question);
    if (askedYears === key) return;
    askingYears.abort();
    askingYears = new AbortController();
    askedYears = key;
    const { signal } = askingYears;
    try {
      const data = await client.call('gapYears', question, { signal });
      gaps.setState({ years: { key, data } });
    } catch {
      // The question itself says what is wrong; without rows of all years the axis stays empty.
      if (!signal.aborted) askedYears = null;
    }
  };

  const ask = async (question: GapQuestion) => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    gaps.setState({ question, problem: null });
    try {
      const answer = await client.call('gaps', question, { signal });
      gaps.setState({ answered: { question, answer } });
      performance.mark('gb:gaps');
      void askYears();
    } catch (thrown) {
      if (!signal.aborted) gaps.setState({ problem: problemOf(thrown) });
    }
  };

  /** Asks with the newest draft, and again while there is a newer one. */
  const preview = async () => {
    if (isPreviewing) return;
    isPreviewing = true;
    for (let asked = draft; asked !== null; ) {
      const { question: before } = gaps.getState();
      if (before === null) break;
      asking.abort();
      const question = { ...before, preview: asked };
      try {
        const found = await client.call('gapPreview', question);
        const answer = { ...found, houses: found.houses ?? gaps.getState().answered?.answer.houses ?? [] };
        // A draft that is gone by now is not shown any more: the plan's own answer is on its way.
        if (draft !== null) gaps.setState({ question, answered: { question, answer }, problem: null });
        performance.mark('gb:preview');
      } catch {
        // The committed change says what is wrong.
      }
      if (draft === asked) break;
      asked = draft;
    }
    isPreviewing = false;
  };

  const forget = () => {
    asking.abort();
    askingYears.abort();
    askedYears = null;
    draft = null;
    gaps.setState(NO_GAPS);
  };

  const look = () => {
    const { summary, phase, mapShown, mapProblem } = city.getState();
    if (phase !== 'open' || summary === null || !view.getState().gapShown) return;
    // The first map waits for no figure.
    if (!mapShown && mapProblem === null) return;
    const { indicators } = catalogue.getState();
    const sensible = sensibleGapView(
      view.getState().gap,
      summary,
      indicators.map(({ service }) => service),
    );
    for (const found of sensible.problems) addNotice(notices, found);
    if (sensible.gap !== view.getState().gap) {
      // The view tells when it has changed, which asks again.
      view.setState({ gap: sensible.gap });
      return;
    }
    const { scenarioId } = view.getState();
    const plans = scenarios.getState();
    // Whose link names a scenario sees no other figures first.
    if (scenarioId !== null && !plans.ready) return;
    if (scenarioId !== null && !plans.scenarios.some(({ id }) => id === scenarioId)) {
      const known = plans.scenarios.map(({ name }) => name).join(', ');
      addNotice(notices, problem('gap.scenario-unknown', { found: scenarioId, known }));
      view.setState({ scenarioId: null });
      return;
    }
    if (draft !== null) return;
    const basis = plans.basisOf(scenarioId);
    const plain = questionOf(sensible.gap, summary, indicators, scenarioId);
    const question = plain === null || basis === null ? plain : { ...plain, basis };
    const asked = gaps.getState().question;
    if (question === null || (asked !== null && questionKey(asked) === questionKey(question))) return;
    void ask(question);
  };

  return {
    start() {
      view.subscribe((now, before) => {
        if (now.cityId !== before.cityId) forget();
        else if (now.gap !== before.gap || now.gapShown !== before.gapShown || now.scenarioId !== before.scenarioId)
          look();
      });
      catalogue.subscribe(look);
      scenarios.subscribe(look);
      city.subscribe((now, before) => {
        if (now.summary === null && before.summary !== null) forget();
        look();
        if (now.complete !== before.complete) void askYears();
      });
      client.onRestart(() => {
        forget();
        look();
      });
    },
    rule: (question, strict, signal) => client.call('gapRule', { ...question, strict }, { signal }),
    flows: (question, level, district, signal) => client.call('gapFlows', { ...question, level, district }, { signal }),
    status: (request, indicators, signal) => client.call('gapStatus', { request, indicators }, { signal }),
    bands: (input, signal) => client.call('gapBands', input, { signal }),
    catchmentAreas: ({ request: { service, year, scenarioId } }, signal) =>
      client.call('catchmentAreas', { service, year, scenarioId }, { signal }),
    showDraft(next) {
      draft = next;
      if (next === null) look();
      else void preview();
    },
    preview: async (question, signal) => (await client.call('gaps', question, { signal })).result,
  };
}
