import '@automerge/automerge';
import { Repo, type StorageAdapterInterface } from '@automerge/automerge-repo/slim';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../src/document/memory-storage.ts';
import { createDocument } from '../../src/document/plan-document.ts';
import { createPlanStore } from '../../src/document/plan-store.ts';
import { renamePlan } from '../../src/plan/actions/rename-plan.ts';
import type { CityPlace } from '../../src/plan/readers/city-references.ts';
import type { CitySummary } from '../../src/questions/city-summary.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { createCityStore } from '../../src/state/city-store.ts';
import { createNoticeStore } from '../../src/state/notice-store.ts';
import { createPlanMemory, type PlanMemory } from '../../src/state/plan-memory.ts';
import { createPlanSession } from '../../src/state/plan-session.ts';
import { createPlanStateStore } from '../../src/state/plan-store.ts';
import type { TabChannel, TabMessage } from '../../src/state/tab-channel.ts';
import { header } from '../plan/plan-fixtures.ts';

const repos: Repo[] = [];
afterEach(async () => {
  await Promise.all(repos.splice(0).map((repo) => repo.shutdown()));
});

/** A plan file of a city; plans of one id have one origin. */
function fileOf(planId: string, name: string, cityId = 'musterstadt'): Uint8Array {
  return createDocument({ ...header, planId, name, city: { ...header.city, id: cityId } }, null).save();
}

/** Local storage of a browser. */
function localMemory() {
  const items = new Map<string, string>();
  return createPlanMemory(() => ({
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }));
}

/** Tabs that hear each other at once. */
function tabsOfBrowser() {
  const listeners: ((message: TabMessage) => void)[] = [];
  return (): TabChannel => {
    let own: ((message: TabMessage) => void) | null = null;
    return {
      post: (message) => {
        for (const listener of listeners) if (listener !== own) listener(message);
      },
      listen: (listener) => {
        own = listener;
        listeners.push(listener);
      },
    };
  };
}

interface SceneOptions {
  readonly storage?: StorageAdapterInterface;
  readonly memory?: PlanMemory;
  readonly tabs?: TabChannel;
  readonly edition?: string;
  readonly ids?: string[];
  readonly places?: Readonly<Record<string, CityPlace>>;
}

/** The session over the open city Musterstadt, with plans kept in memory. */
function scene({
  storage = createMemoryStorage(),
  memory = localMemory(),
  tabs = tabsOfBrowser()(),
  edition = header.city.edition,
  ids = ['neu'],
  places = {},
}: SceneOptions = {}) {
  const repo = new Repo({ storage, network: [] });
  repos.push(repo);
  let minute = 0;
  const store = createPlanStore(repo, storage, () => `2026-03-02T10:${String(minute++).padStart(2, '0')}:00Z`);
  const city = createCityStore('musterstadt');
  const planState = createPlanStateStore();
  const notices = createNoticeStore();
  const clock = { now: '2026-03-02T10:00:00Z' };
  let refuse: (found: Problem) => void = () => {};
  const session = createPlanSession({
    city,
    planState,
    notices,
    memory,
    tabs,
    openStore: async (report) => {
      refuse = report;
      return store;
    },
    loadDocuments: () => import('../../src/document/plan-document.ts'),
    newId: () => ids.shift()!,
    now: () => clock.now,
    later: (work) => queueMicrotask(work),
    findPlaces: async (refs) => refs.map(({ id }) => places[id] ?? null),
    signer: () => ({ author: 'Stadtplanung', department: null }),
    firstName: (name) => `Plan ${name}`,
  });
  const identity = { id: 'musterstadt', name: 'Musterstadt' };
  city.setState({ phase: 'open', mapShown: true, summary: { edition, identity } as CitySummary });
  const shown = () => planState.getState().plan?.header.name ?? null;
  const said = () => notices.getState().notices.map(({ problem }) => problem.code);
  return { session, store, planState, notices, city, clock, shown, said, refuse: (found: Problem) => refuse(found) };
}

const rename = (session: ReturnType<typeof scene>['session'], name: string) =>
  session.apply(renamePlan, { name, description: '' }, { code: 'change.plan-renamed', params: { name } });

describe('opening a plan file', () => {
  it('keeps the plan and shows it, in place of the one that was open', async () => {
    const { session, store, planState, shown, said } = scene();
    await session.openFile(fileOf('eins', 'Erster'));
    expect([shown(), planState.getState().phase]).toEqual(['Erster', 'open']);
    await session.openFile(fileOf('zwei', 'Zweiter'));
    expect(shown()).toBe('Zweiter');
    expect((await store.list()).map(({ planId }) => planId).sort()).toEqual(['eins', 'zwei']);
    expect(said()).toEqual([]);
  });

  it('follows the plan from then on, and keeps own changes when the same file is opened again', async () => {
    const { session, planState, shown } = scene();
    const file = fileOf('eins', 'Erster');
    await session.openFile(file);
    await rename(session, 'Mein Plan');
    expect(shown()).toBe('Mein Plan');
    expect(planState.getState().undoLabel).toEqual({ code: 'change.plan-renamed', params: { name: 'Mein Plan' } });
    await session.openFile(file);
    expect(shown()).toBe('Mein Plan');
    session.undo();
    expect(shown()).toBe('Erster');
  });

  it('refuses a plan of another city with a sentence; nothing is kept and the open plan stays', async () => {
    const { session, store, planState, shown, said } = scene();
    await session.openFile(fileOf('eins', 'Erster'));
    await session.openFile(fileOf('fremd', 'Fremder', 'anderswo'));
    expect(said()).toEqual(['plan.other-city']);
    expect([shown(), planState.getState().phase]).toEqual(['Erster', 'open']);
    expect((await store.list()).map(({ planId }) => planId)).toEqual(['eins']);
    await rename(session, 'Weiter');
    expect(shown()).toBe('Weiter');
  });

  it('refuses what is no plan, and a file that is cut off', async () => {
    const { session, shown, said } = scene();
    await session.openFile(new Uint8Array([1, 2, 3]));
    expect(said()).toEqual(['plan.file-not-a-plan']);
    const file = fileOf('eins', 'Erster');
    await session.openFile(file.slice(0, file.length - 20));
    expect(said()).toEqual(['plan.file-not-a-plan', 'plan.file-damaged']);
    expect(shown()).toBeNull();
  });
});
