import type { Variant } from '../../city/types.ts';
import type { WalkProfile } from '../../engine/network/walk-graph.ts';
import type { Grade } from '../../shared/grade.ts';
import type { ServiceId } from '../../shared/services.ts';

/** What counts; always part of a request and always shown where it differs from the default. */
export interface WhatCounts {
  /** Existing and secured always; 'planned' and 'ideas' add those below. */
  readonly facilities: 'secured' | 'planned' | 'ideas';
  /** Sites from this stage on (5 = Aufstellungsbeschluss); § 34 cases from the building permission (11) or this, if later. */
  readonly sitesFromStage: number;
  /** 'available' where stated, else approved; 'approved' only approved. */
  readonly capacity: 'available' | 'approved';
}

export const DEFAULT_COUNTS: WhatCounts = { facilities: 'secured', sitesFromStage: 5, capacity: 'available' };

/** Shared pools of places: split by what the services lack, or one of the two extremes for the service asked for. */
export const POOL_USES = ['split', 'all', 'none'] as const;
export type PoolUse = (typeof POOL_USES)[number];

/** What pools that several services share give the service asked for. */
export interface PoolsInResult {
  /** Houses with a pool that it shares. */
  readonly houses: number;
  /** How the result was computed. */
  readonly use: PoolUse;
  /** Places that the pools of these houses give it when split, and at both extremes. */
  readonly capacity: Readonly<Record<PoolUse, number>>;
  /** What each service lacks in the city without them: the split's proportions; `null` = not known, then equal parts. */
  readonly lacking: Readonly<Partial<Record<ServiceId, number | null>>>;
}

export interface GapRequest {
  readonly service: ServiceId;
  readonly year: number;
  readonly variant: Variant;
  readonly counts: WhatCounts;
  /** Walking limit in metres; `null` = the indicator's own. */
  readonly limitMeters: number | null;
  readonly profile: WalkProfile;
  /** The scenario whose measures and site changes count; `null` = Bestand. */
  readonly scenarioId: string | null;
  /** Default `split`. */
  readonly pools?: PoolUse;
  /**
   * Residents of sites who lived in the city before: `net` takes them from the other districts (sums of the city), `gross` does not (a
   * site's dossier). Default `net`; where no share is known it is `gross` all the same, and the result says so.
   */
  readonly movers?: 'net' | 'gross';
}

/** What is known about ways without steps, in results of the step-free profile. */
export interface StepFreeInResult {
  /** Houses (or areas) that count, by whether they can be entered without steps. */
  readonly housesStepFree: number;
  readonly housesWithSteps: number;
  readonly housesUnknown: number;
  /** Network without its steps: kilometres that say whether wheelchairs can use them, and that do not. `null` without a network. */
  readonly network: { readonly kilometersStated: number; readonly kilometersUnknown: number } | null;
}

/** What sites change about the persons of the target group in the year. */
export interface SitesInResult {
  /** Sites that bring residents of the target group. */
  readonly sites: number;
  /**
   * `added`: the forecast does not contain them, they come on top. `moved`: it contains all new housing (or does not say), its total of the
   * city (Eckwert) stays and the sites move people between districts.
   */
  readonly mode: 'added' | 'moved';
  /** Whether movers from inside the city are taken from other districts; `gross` if the share of any site is not known. */
  readonly basis: 'net' | 'gross';
  /** Persons who live in the sites. */
  readonly persons: number;
  /** Persons who gave way: they lived where dwellings are lost. */
  readonly personsGaveWay: number;
  /** Persons fewer in the other districts: movers inside the city or, where sites move people, what keeps the total. */
  readonly personsFromCity: number;
  /** Persons by which the sites alone would change the total of the city: not in the result where mode is `moved`. */
  readonly difference: number;
  /**
   * Sites that the forecast contains and the scenario leaves out, or has smaller or later: who has not come by the year asked for is taken
   * out of the forecast of their district. Left out where there are none.
   */
  readonly outOfForecast?: { readonly sites: number; readonly persons: number };
  /** Sites that count by their stage but state neither dwellings nor floor area, or no year: they bring nobody. */
  readonly sitesWithoutFigures: number;
}

/** One district or the city. Figures in the unit of the service; `null` = keine Angabe. */
export interface GapRow {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** Id of the district of the next larger level that it lies in; `null` for the largest and the city. */
  readonly parent: string | null;
  /** Persons of the target group. */
  readonly persons: number | null;
  readonly demand: number | null;
  /** Persons and demand with some facility within the limit (capacity or not). */
  readonly personsWithinReach: number | null;
  readonly demandWithinReach: number | null;
  readonly served: number | null;
  /** In reach of some facility, but all are full. */
  readonly noPlace: number | null;
  readonly outOfReach: number | null;
  /** Places without a taker within reach; for areas the m² that lack against the rate. */
  readonly missing: number | null;
  readonly free: number | null;
  readonly capacity: number | null;
  /** Of the capacity: secured but not there yet; only planned or ideas. */
  readonly capacitySecured: number | null;
  readonly capacityPlanned: number | null;
  /** Approved but not available (not staffed), where both are stated; not part of the capacity where the available one counts. */
  readonly capacityNotAvailable: number | null;
  /** Capacity located in the area − demand of its residents. */
  readonly balance: number | null;
  /** Places located in the area per 100 of the target group. */
  readonly supplyRate: number | null;
  /** Served / demand; for areas the share of persons with the full rate in reach. */
  readonly demandMet: number | null;
  /** Persons within reach / persons. */
  readonly coverage: number | null;
  readonly houses: number;
  readonly housesWithoutCapacity: number;
  /** Demand points without figures for the target group. */
  readonly pointsMissing: number;
  readonly pointsNotConnected: number;
  /** Demand points within the limit of a border whose outside is unknown. */
  readonly pointsAtBorder: number;
}

export interface GapResult {
  readonly request: GapRequest;
  /** `id@version` of the indicator. */
  readonly indicator: string;
  readonly limitMeters: number | null;
  /** By level; `levels[0]` is the city alone. */
  readonly levels: readonly (readonly GapRow[])[];
  readonly grade: Grade;
  /** ISO dates: of the population, and of the newest capacity counted. */
  readonly populationDate: string;
  readonly capacityDate: string | null;
  /** Share of the counted capacity that is stated as available (staffed); `null` without capacity. */
  readonly availableShare: number | null;
  /** Capacity in houses outside or without a location, counted in balances only. */
  readonly placesWithoutLocation: number;
  /** No network in the package: air distance × detour factor. */
  readonly airDistance: boolean;
  /** Shared pools of places; `null` if the service shares none. */
  readonly pools: PoolsInResult | null;
  /** What sites change about the target group; `null` if no site counts. */
  readonly sites: SitesInResult | null;
  /** `null` for everybody's profile. */
  readonly stepFree: StepFreeInResult | null;
  /** No forecast: stock held constant. */
  readonly heldConstant: boolean;
  /** Catchment model without by-law areas: everyone counts at the nearest school. */
  readonly withoutCatchments?: boolean;
}
