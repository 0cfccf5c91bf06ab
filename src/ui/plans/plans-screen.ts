import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FileReport } from '../../state/plan-files.ts';

/** What the panel shows. */
export type PlansScreen = 'overview' | 'conflicts' | 'history';

interface PlansScreenState {
  readonly screen: PlansScreen;
  /** What became of the files handed in last; `skipped` counts those that are no plan files. */
  readonly reports: readonly FileReport[];
  readonly skipped: number;
  readonly reading: boolean;
  /** What was just done, for the eye and the screen reader. */
  readonly said: string;
}

/** The state of the panel Pläne for the life of the page. */
export const plansScreen = createStore<PlansScreenState>()(() => ({
  screen: 'overview',
  reports: [],
  skipped: 0,
  reading: false,
  said: '',
}));

export function usePlansScreen<T>(select: (state: PlansScreenState) => T): T {
  return useStore(plansScreen, select);
}

export function showPlansScreen(screen: PlansScreen): void {
  plansScreen.setState({ screen, said: '' });
}

export function sayInPlans(said: string): void {
  plansScreen.setState({ said });
}
