import { beforeEach, describe, expect, it } from 'vitest';
import type { CitySummary } from '../../src/questions/city-summary.ts';
import type { ObjectDetails } from '../../src/questions/describe-object.ts';
import { type Problem, ProblemError, problem } from '../../src/shared/problem.ts';
import { createCitySession } from '../../src/state/city-session.ts';
import { createCityStore } from '../../src/state/city-store.ts';
import { createNoticeStore } from '../../src/state/notice-store.ts';
import { createViewStore } from '../../src/state/view-store.ts';
import type { CallOptions, WorkerClient } from '../../src/worker/client.ts';

interface Asked {
  readonly name: string;
  readonly input: unknown;
  readonly options: CallOptions;
  answer(output: unknown): Promise<void>;
  refuse(problem: Problem): Promise<void>;
}

const summary = { edition: '2026-01-01-abc' } as CitySummary;
const details = { kind: 'house' } as ObjectDetails;
const ticks = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

function scene() {
  const asked: Asked[] = [];
  const restarts: (() => void)[] = [];
  const client: WorkerClient = {
    call: (name, input, options = {}) =>
      new Promise<never>((resolve, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        asked.push({
          name,
          input,
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
  const session = createCitySession({ client, view, city, notices, packageUrl: (id) => `http://host/city/${id}/` });
  session.start();
  return { asked, restarts, view, city, notices, session };
}

let on: ReturnType<typeof scene>;
beforeEach(() => {
  on = scene();
});

describe('opening a city', () => {
  it('asks for its folder, shows what is being read, and holds the summary', async () => {
    expect(on.asked.map(({ name, input }) => [name, input])).toEqual([
      ['openCity', { baseUrl: 'http://host/city/demo/' }],
    ]);
    on.asked[0]!.options.onProgress?.({ what: 'manifest.json', doneBytes: 1, totalBytes: 2 });
    expect(on.city.getState().progress).toEqual({ what: 'manifest.json', doneBytes: 1, totalBytes: 2 });
    await on.asked[0]!.answer(summary);
    expect(on.city.getState()).toMatchObject({
      phase: 'open',
      summary,
      complete: false,
      progress: null,
      problem: null,
    });
  });

  it('tells a city that is not there from a damaged one', async () => {
    await on.asked[0]!.refuse(problem('city.file-missing', { file: 'manifest.json' }));
    expect(on.city.getState().problem).toEqual({ code: 'app.city-not-built', params: { city: 'demo' } });
    on.view.setState({ cityId: 'atlantis' });
    await on.asked[1]!.refuse(problem('city.file-missing', { file: 'manifest.json' }));
    expect(on.city.getState().problem).toEqual({ code: 'app.city-unknown', params: { city: 'atlantis' } });
    on.session.reopen();
    await on.asked[2]!.refuse(problem('city.file-missing', { file: 'districts.fgb' }));
    expect(on.city.getState()).toMatchObject({
      phase: 'failed',
      problem: { code: 'city.file-missing', params: { file: 'districts.fgb' } },
    });
  });

  it('forgets the older of two openings', async () => {
    on.view.setState({ cityId: 'berlin' });
    await on.asked[0]!.answer({ edition: 'old' });
    expect(on.city.getState()).toMatchObject({ phase: 'loading', cityId: 'berlin', summary: null });
  });

  it('fills in the counts when the rest is read', async () => {
    await on.asked[0]!.answer(summary);
    const rest = on.session.loadRest();
    await on.asked[1]!.answer({ edition: 'full' });
    await rest;
    expect(on.city.getState()).toMatchObject({ complete: true, summary: { edition: 'full' } });
  });

  it('fails with the reason when a layer cannot be read', async () => {
    await on.asked[0]!.answer(summary);
    const rest = on.session.loadRest();
    await on.asked[1]!.refuse(problem('city.file-missing', { file: 'population.fgb' }));
    await rest;
    expect(on.city.getState()).toMatchObject({ phase: 'failed', problem: { code: 'city.file-missing' } });
  });
});

describe('selecting an object', () => {
  const ref = { kind: 'house', id: 'osm:n1' } as const;

  it('waits for the city, then describes what the link selects', async () => {
    on.view.setState({ selection: ref });
    expect(on.asked).toHaveLength(1);
    await on.asked[0]!.answer(summary);
    expect(on.asked[1]).toMatchObject({ name: 'describe', input: ref });
    await on.asked[1]!.answer(details);
    expect(on.city.getState().selected).toEqual({ ref, details, problem: null });
  });

  it('drops the answer to an older question', async () => {
    await on.asked[0]!.answer(summary);
    on.view.setState({ selection: ref });
    const newer = { kind: 'plot', id: 'p1' } as const;
    on.view.setState({ selection: newer });
    await on.asked[1]!.answer(details);
    expect(on.city.getState().selected).toEqual({ ref: newer, details: null, problem: null });
  });

  it('says that a link names an object which the city does not have, and selects nothing', async () => {
    await on.asked[0]!.answer(summary);
    on.view.setState({ selection: ref });
    await on.asked[1]!.answer(null);
    expect(on.view.getState().selection).toBeNull();
    expect(on.city.getState().selected).toBeNull();
    expect(on.notices.getState().notices.map((notice) => notice.problem.code)).toEqual(['app.object-unknown']);
  });

  it('asks again after the worker was restarted, and says so once', async () => {
    await on.asked[0]!.answer(summary);
    on.view.setState({ selection: ref });
    await on.asked[1]!.refuse(problem('app.worker-crashed', { detail: '' }));
    expect(on.city.getState().selected?.problem?.code).toBe('app.worker-crashed');
    on.restarts[0]!();
    on.restarts[0]!();
    expect(on.notices.getState().notices).toHaveLength(1);
    await on.asked.at(-1)!.answer(details);
    expect(on.city.getState().selected).toEqual({ ref, details, problem: null });
  });
});
