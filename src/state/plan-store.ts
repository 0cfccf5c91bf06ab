import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChangeLabel } from '../document/change-info.ts';
import type { Conflict } from '../document/conflicts.ts';
import type { HistoryEntry } from '../document/history.ts';
import type { KeptPlan } from '../document/plan-store.ts';
import type { Plan } from '../plan/plan.ts';
import type { Problem } from '../shared/problem.ts';
import type { Saving } from './plan-saver.ts';

/** What two people set without knowing of each other. */
export type PlanConflict = Conflict;

/** A line of a plan's history. */
export type PlanChange = HistoryEntry;

/** The open plan as the screens read it; changed through the plan session alone. */
export interface PlanState {
  /** `null` = none is open: the city as it is (Bestand) with the shipped Kennwerte. */
  readonly plan: Plan | null;
  /** `outdated`: another tab has taken the plan to a newer version of the program; it can still be read here. */
  readonly phase: 'closed' | 'opening' | 'open' | 'outdated' | 'failed';
  readonly undoLabel: ChangeLabel | null;
  readonly redoLabel: ChangeLabel | null;
  readonly problem: Problem | null;
  /** To be settled by a person; known a moment after the plan is open. */
  readonly conflicts: readonly Conflict[];
  readonly lastChange: HistoryEntry | null;
  /** Changes that no saved file has yet, and when the last one was saved from this browser (ISO). */
  readonly unfiled: { readonly changes: number; readonly lastAt: string | null };
}

/** A kept plan and when it was last saved as a file from this browser (ISO). */
export interface ListedPlan extends KeptPlan {
  readonly filedAt: string | null;
}

/** What this browser keeps, whichever plan is open. */
export interface KeptState {
  /** Latest change first; `null` = not looked up yet. */
  readonly kept: readonly ListedPlan[] | null;
  readonly saving: Saving;
}

export type PlanStateStore = StoreApi<PlanState & KeptState>;

export const NO_PLAN: PlanState = {
  plan: null,
  phase: 'closed',
  undoLabel: null,
  redoLabel: null,
  problem: null,
  conflicts: [],
  lastChange: null,
  unfiled: { changes: 0, lastAt: null },
};

export function createPlanStateStore(): PlanStateStore {
  return createStore<PlanState & KeptState>()(() => ({ ...NO_PLAN, kept: null, saving: { kind: 'idle' } }));
}
