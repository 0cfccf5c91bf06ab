import type { PlanStore } from '../document/plan-store.ts';
import type { Problem } from '../shared/problem.ts';

/**
 * Where the latest changes are: nothing to say yet; on their way; written (`at`, ISO); in memory only, because the browser refuses to
 * store; or not written, because the storage is full.
 */
export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'memory' | 'full'; readonly problem: Problem };

export interface PlanSaver {
  /** The storage has refused to write: once and for all, or this time. */
  refuse(problem: Problem): void;
  /** Something changed: it is written at once, and what changes meanwhile right after. */
  save(store: PlanStore): Promise<void>;
}

/** Says what becomes of changes. `now` is the clock, ISO. */
export function createPlanSaver(say: (saving: Saving) => void, now: () => string): PlanSaver {
  let refused: Problem | null = null;
  let failed: Problem | null = null;
  let writing: Promise<void> | null = null;
  let again = false;

  const write = async (store: PlanStore) => {
    do {
      again = false;
      failed = null;
      // What goes wrong is reported by the storage itself.
      await store.flush().catch(() => {});
    } while (again);
    writing = null;
    if (refused === null) say(failed === null ? { kind: 'saved', at: now() } : { kind: 'full', problem: failed });
  };
  return {
    refuse: (problem) => {
      if (problem.code === 'plan.storage-refused') refused = problem;
      else failed = problem;
      say({ kind: refused === null ? 'full' : 'memory', problem });
    },
    save: (store) => {
      if (refused === null && writing === null) say({ kind: 'saving' });
      again = true;
      writing ??= write(store);
      return writing;
    },
  };
}
