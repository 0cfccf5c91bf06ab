import type { Variant } from '../../city/types.ts';
import type { ObjectOf } from '../../plan/plan.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { WhatCounts } from '../gaps/gap-request.ts';
import type { Cell } from './compatibility.ts';

type Need = ObjectOf<'needs'>;

/** What bundling needs to know of a need; frozen figures and words stay on the page. */
export type NeedToBundle = Pick<
  Need,
  | 'id'
  | 'place'
  | 'service'
  | 'status'
  | 'targetGroup'
  | 'roomSquareMeters'
  | 'plotSquareMeters'
  | 'requirements'
  | 'neededBy'
  | 'combinable'
>;

/** The assumptions of a search for bundles; all of them editable. */
export interface BundleRules {
  /** Walking distance from each need to the place they share, metres. */
  readonly walkMeters: number;
  /** Months between the earliest and the latest need of a bundle. */
  readonly monthsApart: number;
  /** Part of all rooms that the uses share (foyer, kitchen, hall), 0–1; no source states one. */
  readonly sharedShare: number;
  /** Needs in one bundle at most. */
  readonly mostNeeds: number;
}

/** A plot or site that needs could share. */
export interface BundlePlace {
  readonly kind: 'plot' | 'site';
  readonly id: string;
  readonly name: string | null;
  readonly position: readonly [lon: number, lat: number];
  readonly areaSquareMeters: number;
  readonly owner: string | null;
  readonly reservedFor: string | null;
  /** Smaller than the area below which uses have to stand on each other. */
  readonly stacked: boolean;
}

/** What the matrix says of two needs of a set. */
export interface BundlePair {
  readonly a: string;
  readonly b: string;
  readonly cell: Cell;
  readonly sameTarget: boolean;
  readonly monthsApart: number;
}

export interface BundleTotals {
  /** Sums over the needs, less what they share; `null` = no need states one. */
  readonly roomSquareMeters: number | null;
  readonly plotSquareMeters: number | null;
  readonly sharedSquareMeters: number;
  readonly needsWithoutRooms: number;
  readonly needsWithoutPlot: number;
}

/** Needs that fit, and what decided. */
export interface BundleProposal {
  /** Ids of its needs in order, joined. */
  readonly key: string;
  readonly needIds: readonly string[];
  /** The worst cell of its pairs: `strong` = all of them strong or of one use. */
  readonly rule: 'strong' | 'possible';
  readonly pairs: readonly BundlePair[];
  readonly place: BundlePlace;
  /** Metres on foot from each need to the place, in the order of `needIds`. */
  readonly walkMeters: readonly number[];
  readonly totals: BundleTotals;
  readonly earliest: string;
  readonly latest: string;
  /** Needs that ask for the ground floor: they decide how uses are stacked. */
  readonly groundFloorIds: readonly string[];
}

/** Why a need was not looked at. */
export const NEED_BLOCKS = ['status', 'bundled', 'not-combinable', 'no-use', 'no-place', 'no-date', 'no-area'] as const;
export type NeedBlock = (typeof NEED_BLOCKS)[number];

export interface BundleAnswer {
  readonly rules: BundleRules;
  /** The strongest and largest first; no need is in two of them. */
  readonly proposals: readonly BundleProposal[];
  /** Needs that were compared, and those that were not by reason. */
  readonly compared: number;
  readonly blocked: Readonly<Partial<Record<NeedBlock, number>>>;
  readonly places: number;
  /** No network in the package: air distance × detour factor. */
  readonly airDistance: boolean;
}

/** What keeps needs apart; the first that holds in this order is the one that decides. */
export const MISFITS = ['blocked', 'noise', 'neutral', 'dates', 'distance', 'area'] as const;
export type Misfit = (typeof MISFITS)[number];

export interface Obstacle {
  readonly misfit: Misfit;
  /** The needs it speaks of: one (blocked), two (a pair) or all. */
  readonly needIds: readonly string[];
  readonly block?: NeedBlock;
  readonly monthsApart?: number;
  /** Between the two needs that lie farthest apart; `null` = beyond three times the walk of the rules. */
  readonly walkMeters?: number | null;
  readonly neededSquareMeters?: number;
  /** Of the largest place within reach of all. */
  readonly placeSquareMeters?: number;
  readonly placeName?: string | null;
}

/** Whether a set that a person chose fits, and why not. */
export interface SetVerdict {
  readonly rules: BundleRules;
  readonly needIds: readonly string[];
  /** `null` = it does not fit. */
  readonly proposal: BundleProposal | null;
  readonly obstacles: readonly Obstacle[];
  readonly pairs: readonly BundlePair[];
}

export interface BundleQuestion {
  readonly scenarioId: string | null;
  readonly needs: readonly NeedToBundle[];
  /** Needs of bundles that were accepted. */
  readonly bundledIds: readonly string[];
  /** Sets that were refused: neither they nor a set that contains them is proposed again. */
  readonly refused: readonly (readonly string[])[];
  readonly rules: BundleRules;
}

/** How ready the land of a need is; each `null` = keine Angabe. */
export interface Readiness {
  readonly kind: 'plot' | 'site';
  readonly id: string;
  readonly name: string | null;
  readonly areaSquareMeters: number | null;
  readonly owner: string | null;
  readonly reservedFor: string | null;
  /** Stage of the procedure; only for sites. */
  readonly stage: number | null;
}

export interface PlacedNeed {
  readonly id: string;
  /** Id of its district of level 1; `null` = the whole city, or outside. */
  readonly districtId: string | null;
  readonly land: Readiness | null;
}

/** Social status of a district of level 1. */
export interface DistrictStatus {
  readonly id: string;
  readonly name: string;
  /** Mean z-score over the indicators that count, to 1/1000: above 0 = more burdened than the city's districts; `null` = keine Angabe. */
  readonly burden: number | null;
  readonly indicators: number;
}

export interface NeedGround {
  readonly placed: readonly PlacedNeed[];
  /** Sorted by name. */
  readonly districts: readonly DistrictStatus[];
  /** Indicators of the package that count as burden, in its words. */
  readonly indicators: readonly { readonly id: string; readonly de: string; readonly en: string }[];
}

/** The computed figures of one service in one district and year; `null` = keine Angabe. */
export interface HorizonRow {
  readonly districtId: string;
  readonly service: ServiceId;
  readonly year: number;
  readonly persons: number | null;
  readonly demand: number | null;
  readonly capacity: number | null;
  readonly missing: number | null;
  readonly balance: number | null;
  readonly personsWithinReach: number | null;
}

export interface HorizonFigures {
  readonly scenarioId: string | null;
  readonly variant: Variant;
  readonly counts: WhatCounts;
  readonly years: readonly number[];
  /** Rows of level 1 by service and year. */
  readonly rows: readonly HorizonRow[];
  /** `id@version` of the Kennwerte used. */
  readonly indicators: readonly string[];
  /** Services that the city has no figures for. */
  readonly without: readonly ServiceId[];
}

/** The calls about needs of several departments. */
export interface NeedCalls {
  bundleProposals: { input: BundleQuestion; output: BundleAnswer };
  bundleVerdict: { input: BundleQuestion & { readonly needIds: readonly string[] }; output: SetVerdict };
  needGround: {
    input: {
      readonly scenarioId: string | null;
      readonly needs: readonly { readonly id: string; readonly place: Need['place'] }[];
    };
    output: NeedGround;
  };
  horizonFigures: {
    input: {
      readonly scenarioId: string | null;
      readonly variant: Variant;
      readonly counts: WhatCounts;
      readonly years: readonly number[];
      /** State of the plan, so that equal questions have equal keys; not used by the answer. */
      readonly basis: string | null;
    };
    output: HorizonFigures;
  };
}
