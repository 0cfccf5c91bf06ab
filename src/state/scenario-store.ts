import { createStore, type StoreApi } from 'zustand/vanilla';

/** A scenario of the open plan by name. */
export interface NamedScenario {
  readonly id: string;
  readonly name: string;
}

/** What the open plan says about the city, as far as questions need it. */
export interface ScenarioState {
  /** Whether it is known which scenarios there are: the plan is open, or there is none. */
  readonly ready: boolean;
  /** In their order; Bestand is none of them. */
  readonly scenarios: readonly NamedScenario[];
  /** State of the plan for questions about a scenario (`null` = Bestand), see `questions/measures/plan-basis.ts`. */
  readonly basisOf: (scenarioId: string | null) => string | null;
}

export type ScenarioStore = StoreApi<ScenarioState>;

export const NO_SCENARIOS: ScenarioState = { ready: false, scenarios: [], basisOf: () => null };

export function createScenarioStore(): ScenarioStore {
  return createStore<ScenarioState>()(() => NO_SCENARIOS);
}
