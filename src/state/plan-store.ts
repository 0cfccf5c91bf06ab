import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChangeLabel } from '../document/change-info.ts';
import type { Plan } from '../plan/plan.ts';
import type { Problem } from '../shared/problem.ts';

/** The open plan as the screens read it; changed through the plan session alone. */
export interface PlanState {
  /** `null` = none is open: the city as it is (Bestand) with the shipped Kennwerte. */
  readonly plan: Plan | null;
  readonly phase: 'closed' | 'opening' | 'open' | 'failed';
  readonly undoLabel: ChangeLabel | null;
  readonly redoLabel: ChangeLabel | null;
  readonly problem: Problem | null;
}

export type PlanStateStore = StoreApi<PlanState>;

export const NO_PLAN: PlanState = { plan: null, phase: 'closed', undoLabel: null, redoLabel: null, problem: null };

export function createPlanStateStore(): PlanStateStore {
  return createStore<PlanState>()(() => NO_PLAN);
}
