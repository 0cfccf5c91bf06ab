import wasmUrl from '@automerge/automerge/automerge.wasm?url';
import { initializeWasm, Repo, type StorageAdapterInterface } from '@automerge/automerge-repo/slim';
import { BroadcastChannelNetworkAdapter } from '@automerge/automerge-repo-network-broadcastchannel';
import { IndexedDBStorageAdapter } from '@automerge/automerge-repo-storage-indexeddb';
import { type Problem, ProblemError, problem } from '../shared/problem.ts';
import { createMemoryStorage } from './memory-storage.ts';
import { createPlanStore, type PlanStore } from './plan-store.ts';
import { reportingStorage } from './reporting-storage.ts';

const DATABASE = 'gemeinbedarf';

/**
 * The browser's plans: kept in IndexedDB, live between tabs over a BroadcastChannel. Loads the document library (1.1 MB), so call it after
 * the first map. Where storing is refused, everything works in memory and `plan.storage-refused` is reported; a write that fails later
 * (full) is reported as `plan.storage-full`.
 */
export async function openBrowserStore(report: (found: Problem) => void): Promise<PlanStore> {
  await initializeWasm(wasmUrl);
  const storage = await openStorage(report);
  const network =
    'BroadcastChannel' in globalThis ? [new BroadcastChannelNetworkAdapter({ channelName: DATABASE })] : [];
  return createPlanStore(new Repo({ storage, network }), storage, () => new Date().toISOString());
}

async function openStorage(report: (found: Problem) => void): Promise<StorageAdapterInterface> {
  try {
    await tryDatabase();
    // The repository writes in the background and lets failures go unheard; these have been said by then.
    addEventListener('unhandledrejection', (event) => {
      if (event.reason instanceof ProblemError && event.reason.problem.code === 'plan.storage-full')
        event.preventDefault();
    });
    return reportingStorage(new IndexedDBStorageAdapter(DATABASE), report);
  } catch (error) {
    report(problem('plan.storage-refused', { detail: error instanceof Error ? error.message : String(error) }));
    return createMemoryStorage();
  }
}

/** Opens a database and closes it: private windows and policies refuse here, where it can be caught. */
function tryDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`${DATABASE}-probe`, 1);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
