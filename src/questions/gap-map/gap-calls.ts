import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import type { Variant } from '../../city/types.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Circle } from '../../plan/types/common.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { CatchmentRow } from '../gaps/gap-catchments.ts';
import type { GapRequest, GapResult, GapRow } from '../gaps/gap-request.ts';
import type { MeasureDraft } from '../measures/measure-draft.ts';
import type { PublishedFigures } from './published-figure.ts';
import type { StatusFigures } from './status-figures.ts';

/** A question about gaps: the request and the Kennwert it is answered by. */
export interface GapQuestion {
  readonly request: GapRequest;
  readonly indicator: Indicator;
  /** State of the plan that it is asked of (see `measures/plan-basis.ts`); left out where the plan changes nothing about the city. */
  readonly basis?: string;
  /** A measure that the plan does not hold (so): it is being placed or dragged. */
  readonly preview?: MeasureDraft;
  /** Who the answer is for: measures and sites of narrower circles do not count in it; left out = everything counts. Only for `gaps`. */
  readonly circle?: Circle;
}

/** State of a cell: which part of its demand (or persons) is the largest. */
export const CELL_STATES = ['served', 'no-place', 'out-of-reach', 'unknown'] as const;
export type CellState = (typeof CELL_STATES)[number];

/**
 * Cells on the grid of the call `populationCells`, row by row from the north. `codes[i]` is 0 where nobody of the target group lives, else
 * `1 + 3 × state + strength`: state = place in {@link CELL_STATES}, strength 0–2 = share of that state in the cell (see CELL_STRENGTHS).
 * `unknown` has strength 0 only.
 */
export interface GapCells {
  /**
   * What the states speak of. `places`: demand that finds a place. `area`: persons with the full rate in reach, with less, with none.
   * `reach`: persons with some house in reach (`served`) or none, where the model has neither, or no house or area
   * states its size.
   */
  readonly tells: 'places' | 'area' | 'reach';
  readonly columns: number;
  readonly rows: number;
  readonly codes: Uint8Array;
}

/** Share of the largest state from which a cell has strength 1 and 2. */
export const CELL_STRENGTHS = [0.6, 0.85] as const;

/**
 * How full a house is: under 85 %, from there to 100 % of its places taken, full with more asked than it has, or no figure (keine
 * Angabe). `none`: the question has no load for it (model without takers, or a house outside the city, whose places do not count).
 */
export const LOADS = ['under', 'near', 'over', 'unknown', 'none'] as const;
export type Load = (typeof LOADS)[number];

/** A house (or area) that offers the service in the year asked for. */
export interface GapHouse {
  readonly id: string;
  readonly load: Load;
  /** In the unit of the service; `null` = keine Angabe. */
  readonly capacity: number | null;
  /** Places taken (allocation) or asked for in its catchment; `null` where the model has none. */
  readonly taken: number | null;
}

/** What one question answers: the rows, and what the map shows of them. */
export interface GapAnswer {
  readonly result: GapResult;
  /** `null` for models without reach. */
  readonly cells: GapCells | null;
  readonly houses: readonly GapHouse[];
  /** Only for the catchment model. */
  readonly catchments: readonly CatchmentRow[] | null;
  /** Persons of the target group in no catchment or beyond every school; only for the catchment model. */
  readonly personsWithoutHouse: number | null;
  /** Published waiting lists of the service, all of one year; `null` if the package has none up to the asked year. */
  readonly waitingLists: PublishedFigures | null;
}

/** Rows of the city and its districts (largest level first) for one year and variant. */
export interface GapYear {
  readonly year: number;
  readonly variant: Variant;
  readonly result: GapResult;
}

/** One service over all years of the package in all three variants; the request's own year and variant do not matter. */
export interface GapYears {
  readonly rows: readonly GapYear[];
  /** Residents who move into sites that count, per year, dwellings: for the marks on the year axis. */
  readonly siteDwellings: readonly { readonly year: number; readonly dwellings: number; readonly sites: number }[];
  /** What the city has published for itself, by year; most of it lies before the first year of the rows. */
  readonly history: readonly GapHistoryPoint[];
}

/** The headline at the limit × 0.75, × 1 and × 1.5, for the rule panel. */
export interface GapSensitivity {
  readonly factor: number;
  /** Whole metres, never above the largest limit of the indicator. */
  readonly limitMeters: number;
  readonly city: GapRow;
  /**
   * Ids of the five districts of level 1 with most missing, most first; most persons out of reach where the model counts nothing
   * missing. Districts that lack nothing are not among them.
   */
  readonly worst: readonly string[];
}

export interface GapRule {
  /** Empty for models without reach. */
  readonly sensitivity: readonly GapSensitivity[];
  /** Whether the five worst districts differ from those at the limit itself. */
  readonly worstChange: boolean;
  /** Missing under perfect distribution; `null` where the model has none or it was not asked for. */
  readonly strictMissing: number | null;
  /**
   * Published waiting list of the city for the service in the latest year up to the asked one; `null` if the package has none. Where the
   * city is the sum of its districts, those without a figure are counted.
   */
  readonly waitingList: {
    readonly year: number;
    readonly value: number;
    readonly districtsWithoutFigure: number;
  } | null;
}

/** Who uses whose places: demand of `from` that finds its place in `to`. Ids of districts of one level; `null` = outside every district. */
export interface GapFlow {
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: number;
}

export interface GapFlows {
  readonly level: number;
  readonly flows: readonly GapFlow[];
  /** Lines between label points of districts, with `amount`, for the selected district; empty without one. */
  readonly lines: FeatureCollection<LineString, { readonly amount: number; readonly direction: 'in' | 'out' }>;
}

/** What can be reached within walking distances, as areas for the eye (no number is computed from them). */
export type GapBands = FeatureCollection<Polygon | MultiPolygon, { readonly limitMeters: number }>;

export type CatchmentArea = Feature<Polygon | MultiPolygon, { readonly houseId: string; readonly name: string | null }>;

/** Published figures of earlier years for the year axis, and why they stand apart. */
export interface GapHistoryPoint {
  readonly year: number;
  readonly figure: string;
  readonly value: number;
  readonly comparable: boolean;
  readonly reason: string | null;
}

/** The calls about gaps. */
export interface GapCalls {
  /** One question, for the screen. Throws the problems of `computeGaps`. */
  gaps: { input: GapQuestion; output: GapAnswer };
  /** Rows of all years and variants. */
  gapYears: { input: GapQuestion; output: GapYears };
  gapRule: { input: GapQuestion & { readonly strict: boolean }; output: GapRule };
  /** `district` is the id of the selected one. Only for the allocation model; else empty. */
  gapFlows: {
    input: GapQuestion & { readonly level: number; readonly district: string | null };
    output: GapFlows;
  };
  /** Bands of walking distance around a house or a position. */
  gapBands: {
    input: {
      readonly houseId: string | null;
      readonly position: LonLat | null;
      readonly limitsMeters: readonly number[];
      readonly stepFree: boolean;
      /** Whose houses; left out or `null` = Bestand. */
      readonly scenarioId?: string | null;
    };
    output: GapBands;
  };
  /** The figures of a Sachstandsbericht for the services of some Kennwerte; the request's own service and limit do not matter. */
  gapStatus: {
    input: { readonly request: GapRequest; readonly indicators: readonly Indicator[] };
    output: StatusFigures;
  };
  /** Catchments (Schulbezirke) of a service valid in a year. */
  catchmentAreas: {
    input: { readonly service: Indicator['service']; readonly year: number; readonly scenarioId?: string | null };
    output: readonly CatchmentArea[];
  };
}
