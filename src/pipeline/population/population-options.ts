import type { AgeBand } from '../../city/types.ts';
import type { FigureOptions, RowFilters, TextTableOptions } from '../tables/table-options.ts';

/** What a column or a row of a table counts: an age band, all ages, or something that is not read. */
export type AgeGroup = AgeBand | 'total' | 'ignore';

interface CommonCounts extends FigureOptions {
  /** Column with the district's key (as in the districts' key column, or as in the join table). */
  readonly district: string;
  readonly filters?: RowFilters;
  /** Keys of the table that are known to be no districts of this level (totals, coarser units); counted in the notes. */
  readonly ignoreDistricts?: readonly string[];
  /** Several rows of one district and age group are added up (men and women); default: refused as duplicates. */
  readonly addRows?: boolean;
}

/** One column per age group. Several columns of one band are added up. */
export interface WideCounts extends CommonCounts {
  readonly form: 'wide';
  readonly columns: Readonly<Record<string, AgeGroup>>;
}

/** One row per district and age group. Several groups of one band are added up (single years of age). */
export interface LongCounts extends CommonCounts {
  readonly form: 'long';
  /** Column with the age group; left out: every row is a total. */
  readonly ages?: string;
  /** Column with the number of persons. */
  readonly values: string;
  /** What the texts of `ages` mean; a text not named here is read by `parseAgeGroup` ("0 bis unter 3 Jahre", "75 und älter", "unter 3"). */
  readonly groups?: Readonly<Record<string, AgeGroup>>;
}

export type DistrictCountsOptions = WideCounts | LongCounts;

/** Table that translates the keys of a population table (`from`) into those of the districts (`to`). */
export interface JoinOptions {
  readonly from: string;
  readonly to: string;
}

/** A column of shares in percent of the cell's total. */
export interface PercentGroup extends AgeBand {
  readonly percent: true;
}

interface CommonGrid extends FigureOptions {
  /** Default 3035. */
  readonly epsg?: number;
  /** Default: the only column that starts with `gitter_id` (`x_mp`, `y_mp`), case ignored. */
  readonly columns?: { readonly id?: string; readonly x?: string; readonly y?: string };
  /** Figures that mean "nobody lives here"; default `-1`. Such cells are left out and counted. */
  readonly empty?: readonly string[];
  /** Figures that mean "suppressed"; default `-9`, `-9,00` and the missing marks. */
  readonly suppressed?: readonly string[];
  readonly table?: Pick<TextTableOptions, 'encoding' | 'delimiter'>;
}

/** One row per cell. */
export interface WideGrid extends CommonGrid {
  readonly form: 'wide';
  /** Column with the inhabitants; default `Einwohner`. `null`: the source has none. */
  readonly total?: string | null;
  readonly groups?: Readonly<Record<string, AgeBand | PercentGroup>>;
  /** The band of those whom no column of `groups` counts: total minus groups, missing where one of them is. */
  readonly rest?: AgeBand;
}

/** One row per cell and age group. */
export interface LongGrid extends CommonGrid {
  readonly form: 'long';
  /** Default `Altersgruppe`. */
  readonly ages?: string;
  /** Default `Anzahl`. */
  readonly values?: string;
  /** As in {@link LongCounts}; default: `parseAgeGroup` ("unter10", "ab80"). */
  readonly groups?: Readonly<Record<string, AgeGroup>>;
}

export type PopulationGridOptions = WideGrid | LongGrid;
