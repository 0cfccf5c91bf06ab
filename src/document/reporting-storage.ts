import type { StorageAdapterInterface } from '@automerge/automerge-repo/slim';
import { type Problem, problem } from '../shared/problem.ts';

/** A storage that says at once when a write fails. The failure itself goes on to the repository, which then knows what is not stored. */
export function reportingStorage(
  storage: StorageAdapterInterface,
  report: (found: Problem) => void,
): StorageAdapterInterface {
  return {
    load: (key) => storage.load(key),
    remove: (key) => storage.remove(key),
    loadRange: (prefix) => storage.loadRange(prefix),
    removeRange: (prefix) => storage.removeRange(prefix),
    save: async (key, data) => {
      try {
        await storage.save(key, data);
      } catch (error) {
        report(problem('plan.storage-full', { detail: error instanceof Error ? error.message : String(error) }));
        throw error;
      }
    },
  };
}
