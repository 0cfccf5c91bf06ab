import '@automerge/automerge';
import { Repo, type StorageAdapterInterface } from '@automerge/automerge-repo/slim';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../src/document/memory-storage.ts';
import { createDocument, openDocument, type Signer } from '../../src/document/plan-document.ts';
import { createPlanStore } from '../../src/document/plan-store.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { addObject } from '../../src/plan/actions/add-object.ts';
import { renamePlan } from '../../src/plan/actions/rename-plan.ts';
import type { CityPlace } from '../../src/plan/readers/city-references.ts';
import type { CitySummary } from '../../src/questions/city-summary.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { createCityStore } from '../../src/state/city-store.ts';
import { createNoticeStore } from '../../src/state/notice-store.ts';
import type { IncomingFile } from '../../src/state/plan-files.ts';
import { createPlanMemory, type PlanMemory } from '../../src/state/plan-memory.ts';
import { createPlanSession } from '../../src/state/plan-session.ts';
import { createPlanStateStore } from '../../src/state/plan-store.ts';
import type { TabChannel, TabMessage } from '../../src/state/tab-channel.ts';
import { header, measure, scenario } from '../plan/plan-fixtures.ts';

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
  readonly later?: (work: () => void) => void;
}

/** The session over the open city Musterstadt, with plans kept in memory. */
function scene({
  storage = createMemoryStorage(),
  memory = localMemory(),
  tabs = tabsOfBrowser()(),
  edition = header.city.edition,
  ids = ['neu'],
  places = {},
  later = queueMicrotask,
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
    later,
    findPlaces: async (refs) => refs.map(({ id }) => places[id] ?? null),
    signer: () => ({ author: 'Stadtplanung', department: null }),
    firstName: (name) => `Plan ${name}`,
  });
  const identity = { id: 'musterstadt', name: 'Musterstadt' };
  city.setState({ phase: 'open', mapShown: true, summary: { edition, identity } as CitySummary });
  const shown = () => planState.getState().plan?.header.name ?? null;
  const said = () => notices.getState().notices.map(({ problem }) => problem.code);
  return {
    repo,
    session,
    store,
    planState,
    notices,
    city,
    clock,
    shown,
    said,
    refuse: (found: Problem) => refuse(found),
  };
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

describe('a change before the map is shown', () => {
  it('waits for the plan that is kept, rather than begin a second one', async () => {
    const storage = createMemoryStorage();
    const memory = localMemory();
    const before = scene({ storage, memory });
    await before.session.openFile(fileOf('eins', 'Erster'));
    await before.store.flush();
    const { session, store, city, shown } = scene({ storage, memory });
    city.setState({ mapShown: false });
    session.start();
    await rename(session, 'Umbenannt');
    expect(shown()).toBe('Umbenannt');
    city.setState({ mapShown: true });
    await session.refreshKept();
    expect(shown()).toBe('Umbenannt');
    expect((await store.list()).map(({ planId }) => planId)).toEqual(['eins']);
  });
});

const planner: Signer = { author: 'Geschäftsstelle', department: 'AGSP', at: '2026-03-01T09:00:00Z' };
const youth: Signer = { author: 'Kita-Planung', department: 'Jugendamt', at: '2026-03-01T10:00:00Z' };

const incoming = (name: string, bytes: Uint8Array, size = bytes.length): IncomingFile => ({
  name,
  size,
  bytes: async () => bytes,
});

/** A department's copy of a plan with another name in it. */
function renamedBy(file: Uint8Array, name: string, who: Signer): Uint8Array {
  const copy = openDocument(file, who);
  const label = { code: 'change.plan-renamed', params: { name } } as const;
  copy.apply(renamePlan, { name, description: '' }, { ...who, label });
  return copy.save();
}

describe('files taken in at once', () => {
  it('are reported by sender: what is new, changed and contradicts; the refused ones with their problem', async () => {
    const { session, shown, planState } = scene();
    const base = fileOf('eins', 'Erster');
    const reports = await session.openFiles([
      incoming('a', base),
      incoming('b', renamedBy(base, 'Wolf', planner)),
      incoming('c', renamedBy(base, 'Kurz', youth)),
      incoming('d', new TextEncoder().encode('{"a":1}')),
      incoming('e', new Uint8Array(), 100_000_000),
      incoming('f', fileOf('fremd', 'Fremder', 'anderswo')),
      incoming('g', base),
    ]);
    const sender = { author: 'Geschäftsstelle', department: 'AGSP', added: 0, changed: 1 };
    expect(reports.map((report) => [report.file, report.kind])).toEqual([
      ['a', 'opened'],
      ['b', 'merged'],
      ['c', 'merged'],
      ['d', 'refused'],
      ['e', 'refused'],
      ['f', 'refused'],
      ['g', 'merged'],
    ]);
    expect(reports[1]).toMatchObject({ senders: [sender], conflicts: 0, planName: 'Wolf' });
    expect(reports[2]).toMatchObject({
      senders: [{ ...sender, ...{ author: 'Kita-Planung', department: 'Jugendamt' } }],
      conflicts: 1,
    });
    expect(reports[6]).toMatchObject({ senders: [], conflicts: 0 });
    const codes = reports.flatMap((report) => (report.kind === 'refused' ? [report.problem.code] : []));
    expect(codes).toEqual(['plan.file-readable', 'plan.file-too-large', 'plan.other-city']);
    expect(['Wolf', 'Kurz']).toContain(shown());
    expect(planState.getState().phase).toBe('open');
  });

  it('leave the open plan open if it is one of them', async () => {
    const { session, shown } = scene();
    await session.openFile(fileOf('eins', 'Erster'));
    const file = session.saveFile()!.bytes;
    await session.openFiles([incoming('a', file), incoming('b', fileOf('zwei', 'Zweiter'))]);
    expect(shown()).toBe('Erster');
  });

  it('of changes alone find the plan they are made on, and say so where it is not here', async () => {
    const base = fileOf('eins', 'Erster');
    const sender = scene();
    await sender.session.openFiles([incoming('a', base)]);
    await sender.session.apply(
      renamePlan,
      { name: 'Neu', description: '' },
      { code: 'change.plan-renamed', params: { name: 'Neu' } },
    );
    const choice = { department: null, since: '2026-03-02T00:00:00Z' };
    expect(sender.session.changesSavedAt(null)).toBeNull();
    expect(sender.session.countChanges(choice)!.own).toBeGreaterThan(0);
    const { name, bytes } = sender.session.saveChanges(choice)!;
    expect(name).toBe('neu-aenderungen-2026-03-02.gemeinbedarf');
    expect(sender.session.changesSavedAt(null)).toBe('2026-03-02T10:00:00Z');

    const { session, shown } = scene();
    const [early] = await session.openFiles([incoming('c', bytes)]);
    expect(early).toMatchObject({
      kind: 'refused',
      problem: { code: 'plan.changes-without-plan', params: { name: 'Neu' } },
    });
    const [, late] = await session.openFiles([incoming('a', base), incoming('c', bytes)]);
    expect(late).toMatchObject({ kind: 'merged', planName: 'Neu' });
    expect(shown()).toBe('Neu');
  });

  it('are taken back by the version before, as a copy beside the merged plan', async () => {
    const { session, store, shown, planState } = scene({ ids: ['kopie'] });
    const base = fileOf('eins', 'Erster');
    const [, merged] = await session.openFiles([incoming('a', base), incoming('b', renamedBy(base, 'Wolf', planner))]);
    expect(shown()).toBe('Wolf');
    if (merged?.kind !== 'merged') throw new Error('not merged');
    await session.openVersion(merged.before, 'Davor');
    expect([shown(), planState.getState().plan?.header.planId]).toEqual(['Davor', 'kopie']);
    expect(planState.getState().plan?.header.copiedFrom?.planId).toBe('eins');
    expect((await store.list()).map(({ name }) => name).sort()).toEqual(['Davor', 'Wolf']);
  });
});

describe('conflicts', () => {
  it('are known soon after the merge, settled, and gone from the list', async () => {
    const { session, planState, shown } = scene();
    const base = fileOf('eins', 'Erster');
    await session.openFiles([
      incoming('a', base),
      incoming('b', renamedBy(base, 'Wolf', planner)),
      incoming('c', renamedBy(base, 'Kurz', youth)),
    ]);
    const { conflicts } = planState.getState();
    expect(conflicts.map((conflict) => conflict.kind === 'field' && conflict.field)).toEqual(['name']);
    session.settle([{ conflict: conflicts[0]!, value: 'Beide' }], {
      code: 'change.plan-renamed',
      params: { name: 'Beide' },
    });
    expect([shown(), planState.getState().conflicts]).toEqual(['Beide', []]);
    session.undo();
    expect(['Wolf', 'Kurz']).toContain(shown());
  });
});

describe('the plans of a browser', () => {
  it('open where they were left: the one open last, not the one changed last', async () => {
    const { memory, storage } = { memory: localMemory(), storage: createMemoryStorage() };
    const first = scene({ memory, storage, ids: ['a', 'b'] });
    await first.session.create('Alpha');
    await first.session.create('Beta');
    await rename(first.session, 'Beta 2');
    await first.session.openKept('a');
    await first.store.flush();
    const second = scene({ memory, storage });
    second.session.start();
    second.city.setState({ mapShown: true });
    await second.session.refreshKept();
    await rename(second.session, 'Alpha 2');
    expect([second.shown(), second.planState.getState().plan?.header.planId]).toEqual(['Alpha 2', 'a']);
    expect(
      second.planState
        .getState()
        .kept?.map(({ planId }) => planId)
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it('are copied with their history, and removed; the next one is opened then', async () => {
    const { session, planState, shown } = scene({ ids: ['a', 'b'] });
    await session.create('Alpha');
    await session.duplicate('a', 'Alpha (Kopie)');
    expect(shown()).toBe('Alpha (Kopie)');
    expect(session.history().map(({ label }) => label?.code)).toEqual(['change.created', 'change.created']);
    await session.forget('b');
    expect([shown(), planState.getState().kept?.map(({ planId }) => planId)]).toEqual(['Alpha', ['a']]);
    await expect(session.openKept('b')).rejects.toThrow('plan.not-kept');
  });

  it('are not looked through any more while they are being removed', async () => {
    const waiting: (() => void)[] = [];
    const { session, store, shown } = scene({ ids: ['a', 'b'], later: (work) => void waiting.push(work) });
    await session.create('Alpha');
    await session.create('Beta');
    await rename(session, 'Beta 2');
    expect(waiting.length).toBeGreaterThan(0);
    const { forget } = store;
    Object.assign(store, {
      forget: async (planId: string) => {
        await forget(planId);
        for (const work of waiting.splice(0)) work();
      },
    });
    await session.forget('b');
    expect(shown()).toBe('Alpha');
  });

  it('of another city wait until that city is opened, and name its folder', async () => {
    const memory = localMemory();
    memory.rememberFolder('anderswo', 'ordner');
    const { session, store, shown } = scene({ memory });
    await store.keep(fileOf('fern', 'Fern', 'anderswo'), planner);
    expect([await session.openKept('fern'), shown()]).toEqual(['ordner', null]);
  });

  it('are the same in all tabs: one made elsewhere opens where none is, one removed elsewhere closes with a word', async () => {
    const [join, storage] = [tabsOfBrowser(), createMemoryStorage()];
    const here = scene({ tabs: join(), storage, ids: ['a'] });
    const there = scene({ tabs: join(), storage });
    there.session.start();
    there.city.setState({ mapShown: true });
    await there.session.refreshKept();
    await here.session.create('Alpha');
    await there.session.openKept('a');
    expect(there.shown()).toBe('Alpha');
    await here.session.forget('a');
    await there.session.refreshKept();
    expect(there.said()).toContain('plan.forgotten-elsewhere');
  });
});

describe('a file', () => {
  it('is suggested after 25 changes without one, with their number; saving it ends that', async () => {
    const { session, planState, notices, said } = scene({ ids: ['a'] });
    await session.create('Alpha');
    for (let i = 1; i < 25; i++) {
      expect(said()).toEqual([]);
      await rename(session, `Alpha ${i}`);
    }
    const due = notices.getState().notices.map(({ problem }) => problem);
    // Made once and renamed 24 times.
    expect(due).toEqual([{ code: 'plan.export-due', params: { changes: 25, lastAt: null } }]);
    expect(session.saveFile()?.name).toBe('alpha-24-2026-03-02.gemeinbedarf');
    expect(planState.getState().unfiled).toEqual({ changes: 0, lastAt: '2026-03-02T10:00:00Z' });
  });

  it('is suggested a week after the last one, with the first change then', async () => {
    const { session, clock, said } = scene({ ids: ['a'] });
    await session.create('Alpha');
    session.saveFile();
    clock.now = '2026-03-09T09:59:59Z';
    await rename(session, 'Alpha 2');
    expect(said()).toEqual([]);
    clock.now = '2026-03-09T10:00:00Z';
    await rename(session, 'Alpha 3');
    expect(said()).toEqual(['plan.export-due']);
  });

  it('can be read as text by a circle, without what that may not see', async () => {
    const { session } = scene({ ids: ['a'] });
    await session.create('Alpha');
    const label = { code: 'change.added', params: { collection: 'scenarios', name: 'x' } } as const;
    await session.apply(addObject, { collection: 'scenarios', object: scenario('x') }, label);
    const agsp = await session.readableExport('agsp');
    const everyone = await session.readableExport('public');
    expect([agsp?.leftOut, everyone?.leftOut]).toEqual([0, 1]);
    expect(JSON.parse(agsp!.text).scenarios.x.name).toBe('Szenario x');
    expect([everyone?.name, JSON.parse(everyone!.text).scenarios]).toEqual(['alpha-2026-03-02.json', {}]);
  });
});

describe('another edition of the city', () => {
  const closing = { measure: measure('m1', { kind: 'close', houseId: 'h:1', position: null }), offers: [] };
  const label = { code: 'change.added', params: { collection: 'measures', name: 'm1' } } as const;
  const place = (lat: number): CityPlace => ({ name: 'Kita Hofgasse', position: [9.18, lat] });

  it('is said, compared with what was remembered of the earlier one, and carried over as a change that can be undone', async () => {
    const { memory, storage } = { memory: localMemory(), storage: createMemoryStorage() };
    const before = scene({ memory, storage, edition: 'alt', ids: ['a'], places: { 'h:1': place(48.78) } });
    await before.session.create('Alpha');
    const added = { code: 'change.added', params: { collection: 'scenarios', name: 'a' } } as const;
    await before.session.apply(addObject, { collection: 'scenarios', object: scenario('a') }, added);
    await before.session.apply(addMeasure, closing, label);
    expect(await before.session.compareEdition()).toBeNull();
    await before.store.flush();
    const after = scene({ memory, storage, edition: 'neu', places: { 'h:1': place(48.781) } });
    await after.session.openKept('a');
    expect(after.said()).toEqual(['plan.edition-differs']);
    const change = await after.session.compareEdition();
    // 0.001° of latitude are 111.2 m.
    expect(change?.moved.map(({ ref, meters, by }) => [ref.id, meters, by[0]?.id])).toEqual([['h:1', 111.2, 'm1']]);
    await after.session.carryOver();
    expect(after.planState.getState().plan?.header.city.edition).toBe('neu');
    expect(await after.session.compareEdition()).toBeNull();
    after.session.undo();
    expect(after.planState.getState().plan?.header.city.edition).toBe('alt');
  });
});

describe('the storage', () => {
  it('that refuses is said beside the plan, which goes on in memory', async () => {
    const { session, planState, refuse, said } = scene({ ids: ['a', 'b'] });
    await session.create('Alpha');
    const problem = { code: 'plan.storage-refused', params: { detail: 'policy' } } as const;
    refuse(problem);
    expect(planState.getState().saving).toEqual({ kind: 'memory', problem });
    await rename(session, 'Beta');
    expect([planState.getState().saving.kind, said()]).toEqual(['memory', ['plan.storage-refused']]);
  });
});

describe('a tab with an older program', () => {
  it('says that the plan was taken to a newer version elsewhere, goes on showing it and changes nothing', async () => {
    const { repo, session, planState, shown, said } = scene({ ids: ['a'] });
    await session.create('Alpha');
    await rename(session, 'Beta');
    const [documentId] = Object.keys(repo.handles) as (keyof typeof repo.handles)[];
    const newer = await repo.find<{ schemaVersion: number }>(documentId!);
    newer.change((draft) => {
      draft.schemaVersion += 1;
    });
    expect([planState.getState().phase, planState.getState().problem?.code]).toEqual([
      'outdated',
      'plan.version-newer',
    ]);
    expect(said()).toEqual(['plan.version-newer']);
    await expect(rename(session, 'Gamma')).rejects.toThrow('plan.version-newer');
    session.undo();
    expect(shown()).toBe('Beta');
  });

  it('counts a plan that was just opened from a file as being in one', async () => {
    const { session, planState } = scene();
    await session.openFile(fileOf('eins', 'Erster'));
    expect(planState.getState().unfiled.changes).toBe(0);
    await rename(session, 'Zweiter');
    expect(planState.getState().unfiled.changes).toBe(1);
  });
});
