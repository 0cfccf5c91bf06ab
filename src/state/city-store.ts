import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CitySummary } from '../questions/city-summary.ts';
import type { ObjectDetails, ObjectRef } from '../questions/describe-object.ts';
import type { Problem } from '../shared/problem.ts';
import type { Progress } from '../worker/protocol.ts';

/** The answer to "what is selected?", kept with its question. */
export interface SelectedDetails {
  readonly ref: ObjectRef;
  /** `null` while it is being read. */
  readonly details: ObjectDetails | null;
  readonly problem: Problem | null;
}

/** What the page knows of the open city. */
export interface CityState {
  readonly phase: 'loading' | 'open' | 'failed';
  /** The city that is open or being opened. */
  readonly cityId: string;
  readonly summary: CitySummary | null;
  /** True once every layer is read and the summary's counts are filled in. */
  readonly complete: boolean;
  /** What is being read at the moment, `null` when nothing is. */
  readonly progress: Progress | null;
  /** Why the city could not be opened. */
  readonly problem: Problem | null;
  readonly selected: SelectedDetails | null;
  /** True once the map shows the city's base map. */
  readonly mapShown: boolean;
  /** Why no map can be drawn. Lists, search and details work without one. */
  readonly mapProblem: Problem | null;
}

export type CityStore = StoreApi<CityState>;

export function createCityStore(cityId: string): CityStore {
  return createStore<CityState>()(() => ({ ...freshCity(cityId), mapProblem: null }));
}

/** The state in which the opening of a city begins. */
export function freshCity(cityId: string): Omit<CityState, 'mapProblem'> {
  return {
    phase: 'loading',
    cityId,
    summary: null,
    complete: false,
    progress: null,
    problem: null,
    selected: null,
    mapShown: false,
  };
}
