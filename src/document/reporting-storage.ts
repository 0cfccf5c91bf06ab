import type { StorageAdapterInterface } from '@automerge/automerge-repo/slim';
import { type Problem, ProblemError, problem } from '../shared/problem.ts';

/**
 * A storage that says at once when a write fails. It still fails, with that problem, so that the repository knows what is not stored.
 */
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
        const full = problem('plan.storage-full', { detail: error instanceof Error ? error.message : String(error) });
        report(full);
        throw new ProblemError(full);
      }
    },
  };
}
