import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import type { CitySummary } from '../../src/questions/city-summary.ts';
import type { GapAnswer, GapQuestion, GapYears } from '../../src/questions/gap-map/gap-calls.ts';
import { DEFAULT_COUNTS, type GapResult } from '../../src/questions/gaps/gap-request.ts';
import { type Problem, ProblemError, problem } from '../../src/shared/problem.ts';
import { createCatalogueStore } from '../../src/state/catalogue-store.ts';
import { createCityStore } from '../../src/state/city-store.ts';
import { createGapSession } from '../../src/state/gap-session.ts';
import { createGapStore, shownResult } from '../../src/state/gap-store.ts';
import { createNoticeStore } from '../../src/state/notice-store.ts';
import { createPlanStateStore } from '../../src/state/plan-store.ts';
import { createScenarioStore } from '../../src/state/scenario-store.ts';
import { createViewStore } from '../../src/state/view-store.ts';
import type { CallOptions, WorkerClient } from '../../src/worker/client.ts';

interface Asked {
  readonly name: string;
  readonly input: GapQuestion;
  readonly options: CallOptions;
  answer(output: unknown): Promise<void>;
  refuse(found: Problem): Promise<void>;
}

const ticks = async () => {
  for (let i = 0; i < 8; i++) await Promise.resolve();
};

const summary = {
  edition: '2026-01-01-abc',
  identity: { id: 'demo', years: [2025, 2026, 2027], levels: [{ level: 1 }] },
} as unknown as CitySummary;

function answerOf({ request }: GapQuestion, demand: number): GapAnswer {
  const result = { request, levels: [[{ id: 'demo', level: 0, demand }]] } as unknown as GapResult;
  return { result, cells: null, houses: [], catchments: null, personsWithoutHouse: null, waitingLists: null };
}

function scene() {
  const asked: Asked[] = [];
  const restarts: (() => void)[] = [];
  const client: WorkerClient = {
    call: (name, input, options = {}) =>
      new Promise<never>((resolve, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        asked.push({
          name,
          input: input as GapQuestion,
          options,
          answer: (output) => {
            resolve(output as never);
            return ticks();
          },
          refuse: (found) => {
            reject(new ProblemError(found));
            return ticks();
          },
        });
      }),
    onRestart: (listener) => {
      restarts.push(listener);
      return () => {};
    },
    close: () => {},
  };
  const view = createViewStore({}, { view: {}, unknownParts: [] });
  const city = createCityStore('demo');
  const notices = createNoticeStore();
  const gaps = createGapStore();
  const catalogue = createCatalogueStore(createPlanStateStore(), () => '2026-01-01');
  const scenarios = createScenarioStore();
  const session = createGapSession({ client, view, city, catalogue, scenarios, gaps, notices });
  session.start();
  const setGap = (change: object) => view.setState({ gap: { ...view.getState().gap, ...change } });
  return { asked, restarts, view, city, notices, gaps, scenarios, session, setGap };
}

let on: ReturnType<typeof scene>;
beforeEach(() => {
  on = scene();
});

const openCity = () => {
  on.city.setState({ phase: 'open', summary });
  on.city.setState({ mapShown: true });
  on.city.setState({ complete: true });
};

describe('the gap map’s question', () => {
  it('is asked once the map shows the city, not before', () => {
    on.city.setState({ phase: 'open', summary });
    expect(on.asked).toEqual([]);
    on.city.setState({ mapShown: true });
    expect(on.asked.map(({ name }) => name)).toEqual(['gaps']);
    expect(on.asked[0]!.input.request).toEqual({
      service: 'kita-u3',
      year: 2025,
      variant: 'middle',
      counts: DEFAULT_COUNTS,
      limitMeters: null,
      profile: 'all',
      scenarioId: null,
    });
    expect(on.asked[0]!.input.indicator).toEqual(DEFAULT_CATALOGUE[0]);
  });

  it('is asked where no map can be drawn too', () => {
    on.city.setState({ phase: 'open', summary, mapProblem: problem('app.no-webgl', {}) });
    expect(on.asked).toHaveLength(1);
  });

  it('asks for all years after its answer', async () => {
    openCity();
    await on.asked[0]!.answer(answerOf(on.asked[0]!.input, 100));
    expect(on.gaps.getState().answered!.answer.result.levels[0]![0]!.demand).toBe(100);
    expect(on.asked.map(({ name }) => name)).toEqual(['gaps', 'gapYears']);
  });

  it('leaves all years until every layer of the map is read', async () => {
    on.city.setState({ phase: 'open', summary, mapShown: true });
    await on.asked[0]!.answer(answerOf(on.asked[0]!.input, 100));
    expect(on.asked.map(({ name }) => name)).toEqual(['gaps']);
    on.city.setState({ complete: true });
    expect(on.asked.map(({ name }) => name)).toEqual(['gaps', 'gapYears']);
  });

  it('drops the older question for a newer one, and marks what is shown meanwhile as stale', async () => {
    openCity();
    await on.asked[0]!.answer(answerOf(on.asked[0]!.input, 100));
    on.setGap({ year: 2026 });
    on.setGap({ year: 2027 });
    const [second, third] = on.asked.filter(({ name }) => name === 'gaps').slice(1);
    expect(second!.options.signal?.aborted).toBe(true);
    expect(shownResult(on.gaps.getState())).toEqual({
      result: on.gaps.getState().answered?.answer.result,
      stale: true,
    });
    await third!.answer(answerOf(third!.input, 300));
    expect(shownResult(on.gaps.getState()).stale).toBe(false);
    expect(shownResult(on.gaps.getState()).result?.request.year).toBe(2027);
  });

  it('shows another year at once where its rows are known', async () => {
    openCity();
    const { input } = on.asked[0]!;
    await on.asked[0]!.answer(answerOf(input, 100));
    const rows = [2025, 2026, 2027].map((year) => ({
      year,
      variant: 'middle' as const,
      result: answerOf({ ...input, request: { ...input.request, year } }, year).result,
    }));
    await on.asked[1]!.answer({ rows, siteDwellings: [], history: [] } satisfies GapYears);
    on.setGap({ year: 2027 });
    const { result, stale } = shownResult(on.gaps.getState());
    expect(stale).toBe(false);
    expect(result!.levels[0]![0]!.demand).toBe(2027);
    // The rows of all years stay as they are: they do not depend on the year.
    expect(on.asked.map(({ name }) => name)).toEqual(['gaps', 'gapYears', 'gaps']);
  });

  it('keeps why there is no answer, until another question is asked', async () => {
    openCity();
    await on.asked[0]!.refuse(problem('gap.nothing-of-service', { service: 'kita-u3' }));
    expect(on.gaps.getState().problem?.code).toBe('gap.nothing-of-service');
    expect(shownResult(on.gaps.getState()).result).toBeNull();
    on.setGap({ service: 'hausarzt' });
    expect(on.gaps.getState().problem).toBeNull();
  });

  it('goes to the nearest year of the city and says so', () => {
    on.setGap({ year: 2050 });
    openCity();
    expect(on.view.getState().gap.year).toBe(2027);
    expect(on.notices.getState().notices.map(({ problem: found }) => found)).toEqual([
      { code: 'gap.year-outside', params: { found: 2050, first: 2025, last: 2027 } },
    ]);
    expect(on.asked.map(({ input }) => input.request.year)).toEqual([2027]);
  });

  it('shows its first service for one without a Kennwert', () => {
    on.setGap({ service: 'unterkunft' });
    openCity();
    expect(on.asked[0]!.input.request.service).toBe('kita-u3');
    expect(on.notices.getState().notices[0]!.problem.code).toBe('gap.service-unknown');
  });

  it('is asked again of a worker that was started anew', async () => {
    openCity();
    await on.asked[0]!.answer(answerOf(on.asked[0]!.input, 100));
    for (const restart of on.restarts) restart();
    expect(on.gaps.getState().answered).toBeNull();
    expect(on.asked.filter(({ name }) => name === 'gaps')).toHaveLength(2);
  });

  it('is not asked while the gap map is off', () => {
    on.view.setState({ gapShown: false });
    openCity();
    expect(on.asked).toEqual([]);
    on.view.setState({ gapShown: true });
    expect(on.asked).toHaveLength(1);
  });
});
