import type { CitySummary } from '../questions/city-summary.ts';
import type { ObjectDetails, ObjectRef } from '../questions/describe-object.ts';
import type { FoundPlace } from '../questions/find-places.ts';
import type { GapCalls } from '../questions/gap-map/gap-calls.ts';
import type { NearHouses, NearHousesRequest } from '../questions/houses-near.ts';
import type { MapCalls } from '../questions/map-calls.ts';
import type { MeasureCalls } from '../questions/measures/measure-calls.ts';
import type { PlanInUse } from '../questions/measures/plan-basis.ts';
import type { ListedDistrict, NeedPlace, NeedPlaceFacts } from '../questions/need-places.ts';
import type { NeedCalls } from '../questions/needs/need-calls.ts';
import type { SearchHit } from '../questions/search-city.ts';
import type { SiteCalls } from '../questions/sites/site-calls.ts';
import type { Problem } from '../shared/problem.ts';

/** The one table of calls: name → input and output. Client and server are typed by it. */
export interface Calls extends MapCalls, GapCalls, MeasureCalls, SiteCalls, NeedCalls {
  /**
   * Opens the package at `baseUrl` (absolute, ends with a slash) and answers as soon as the manifest is read and checked; the layers
   * follow on demand. Progress by file.
   */
  openCity: { input: { readonly baseUrl: string }; output: CitySummary };
  /** Reads every layer the page shows ahead of its use, progress by file; answers with the summary's counts filled in. */
  loadCity: { input: Record<string, never>; output: CitySummary };
  /** The plan that every later question is answered under; the one before counts no more. */
  setPlan: { input: PlanInUse; output: null };
  search: { input: { readonly text: string; readonly limit: number }; output: readonly SearchHit[] };
  /** `null` if the city does not have the object (an old link). */
  describe: { input: ObjectRef; output: ObjectDetails | null };
  /** Names and positions of many objects at once; `null` where the city does not have one. */
  findPlaces: { input: { readonly refs: readonly ObjectRef[] }; output: readonly (FoundPlace | null)[] };
  /** Where needs lie, under the plan in use. */
  needPlaces: { input: { readonly places: readonly NeedPlace[] }; output: readonly NeedPlaceFacts[] };
  listDistricts: { input: Record<string, never>; output: readonly ListedDistrict[] };
  /** Houses by distance from a position, page by page: the list that does what clicking on the map does. */
  housesNear: { input: NearHousesRequest; output: NearHouses };
}

export type CallName = keyof Calls;

export interface Progress {
  /** What is being read or computed, e.g. a file name of the package. */
  readonly what: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export type ClientMessage =
  | { readonly kind: 'call'; readonly id: number; readonly name: CallName; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

export type ServerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: Problem };
