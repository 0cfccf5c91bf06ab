import { Repo, type StorageAdapterInterface } from '@automerge/automerge-repo/slim';
import { BroadcastChannelNetworkAdapter } from '@automerge/automerge-repo-network-broadcastchannel';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../src/document/memory-storage.ts';
import type { PlanDocument } from '../../src/document/plan-document.ts';
import { createPlanStore } from '../../src/document/plan-store.ts';
import { header } from '../plan/plan-fixtures.ts';
import { copyFor, documentWithKita, planner, setCost, youth } from './document-fixtures.ts';

const repos: Repo[] = [];
afterEach(async () => {
  await Promise.all(repos.splice(0).map((repo) => repo.shutdown()));
});

/** A tab of the browser: its own repository on the storage that all tabs share. */
function openTab(storage: StorageAdapterInterface, channelName: string | null = null) {
  const network = channelName === null ? [] : [new BroadcastChannelNetworkAdapter({ channelName, peerWaitMs: 20 })];
  const repo = new Repo({ storage, network });
  repos.push(repo);
  let minute = 0;
  return createPlanStore(repo, storage, () => `2026-03-02T10:${String(minute++).padStart(2, '0')}:00Z`);
}

const until = (document: PlanDocument, holds: () => boolean) =>
  new Promise<void>((resolve) => {
    const check = () => {
      if (holds()) resolve();
    };
    document.subscribe(check);
    check();
  });

describe('the plans a browser keeps', () => {
  it('are there again in the next session, with every change and its history', async () => {
    const storage = createMemoryStorage();
    const first = openTab(storage);
    const { document, merged } = await first.keep(documentWithKita().save(), planner);
    expect(merged).toBeNull();
    setCost(document, 5);
    await first.flush();
    const second = openTab(storage);
    expect(await second.list()).toEqual([
      {
        planId: header.planId,
        name: 'Kitas West',
        cityId: 'musterstadt',
        cityName: 'Musterstadt',
        changedAt: '2026-03-02T10:01:00Z',
      },
    ]);
    const again = await second.open(header.planId, youth);
    expect(again?.plan).toEqual(document.plan);
    expect(again?.history()).toEqual(document.history());
  });

  it('are stored as soon as they are taken in, without another change', async () => {
    const storage = createMemoryStorage();
    const { document } = await openTab(storage).keep(documentWithKita().save(), planner);
    const again = await openTab(storage).open(header.planId, youth);
    expect(again?.plan).toEqual(document.plan);
  });

  it('are open for this session where the storage is full', async () => {
    const storage = createMemoryStorage();
    let isFull = false;
    const small: StorageAdapterInterface = {
      load: (key) => storage.load(key),
      loadRange: (prefix) => storage.loadRange(prefix),
      remove: (key) => storage.remove(key),
      removeRange: (prefix) => storage.removeRange(prefix),
      // The repository writes its own id at some moment.
      save: (key, data) =>
        isFull && key[0] !== 'storage-adapter-id'
          ? Promise.reject(new Error('quota exceeded'))
          : storage.save(key, data),
    };
    const store = openTab(small);
    isFull = true;
    const { document } = await store.keep(documentWithKita().save(), planner);
    isFull = false;
    expect(document.plan.header.planId).toBe(header.planId);
    expect(await store.list()).toEqual([]);
  });

  it('take a file of the same origin into the plan that is there', async () => {
    const store = openTab(createMemoryStorage());
    const original = documentWithKita();
    const theirs = copyFor(original);
    const { document } = await store.keep(original.save(), planner);
    setCost(theirs, 8, youth);
    const { document: same, merged } = await store.keep(theirs.save(), planner);
    expect(same).toBe(document);
    expect(merged?.touched).toEqual([{ collection: 'measures', id: 'k1', fields: ['costEuro'] }]);
    expect(document.plan.measures.k1?.costEuro).toBe(8);
  });

  it('are none where nothing was kept, or it was forgotten', async () => {
    const store = openTab(createMemoryStorage());
    expect(await store.open(header.planId, planner)).toBeNull();
    await store.keep(documentWithKita().save(), planner);
    await store.forget(header.planId);
    expect(await store.list()).toEqual([]);
    expect(await store.open(header.planId, planner)).toBeNull();
  });
});

describe('two tabs', () => {
  it('follow each other, and neither undoes what the other did', async () => {
    const storage = createMemoryStorage();
    const left = openTab(storage, 'two-tabs');
    const { document: mine } = await left.keep(documentWithKita().save(), planner);
    await left.flush();
    const right = openTab(storage, 'two-tabs');
    const theirs = (await right.open(header.planId, youth))!;
    setCost(mine, 5);
    await until(theirs, () => theirs.plan.measures.k1?.costEuro === 5);
    expect(theirs.undoLabel).toBeNull();
    setCost(theirs, 8, youth);
    await until(mine, () => mine.plan.measures.k1?.costEuro === 8);
    expect(mine.undo(planner)?.left).toEqual([{ collection: 'measures', id: 'k1', field: 'costEuro' }]);
    expect(mine.plan).toEqual(theirs.plan);
    theirs.undo(youth);
    await until(mine, () => mine.plan.measures.k1?.costEuro === 5);
  });
});
