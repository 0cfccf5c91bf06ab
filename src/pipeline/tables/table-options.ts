import type { NumberStyle } from '../../shared/german-numbers.ts';

/** Encodings a recipe may name. `auto`: byte order mark, else valid UTF-8, else the likelier one of Windows-1252 and CP850. */
export type TextEncoding = 'auto' | 'utf-8' | 'windows-1252' | 'cp850' | 'utf-16le' | 'utf-16be';

/**
 * Where the records of a JSON file lie. Each step of `path` goes one level down: a text is a key, `*` is every element, `{name}` is every
 * key, kept as the column `name`, and `**` (last step) is every object at any depth that has all of `columns`.
 * Leipzig: `["data", "{year}", "{measure}", "*"]`.
 */
export interface JsonTableOptions {
  readonly path: readonly string[];
  /** Keys of the records to take, in order, or paths into nested ones (`center.lat`); default: all keys with plain values, in order of first appearance. */
  readonly columns?: readonly string[];
}

/** How a recipe says that a text file is to be read. Plain JSON; everything may be left out. */
export interface TextTableOptions {
  readonly encoding?: TextEncoding;
  /** Default: the one of `;`, tab and `,` that gives the header most columns. */
  readonly delimiter?: ';' | ',' | '\t' | '|';
  /** Lines above the header row. */
  readonly skipRows?: number;
  /** Lines below the data (footnotes). */
  readonly skipEndRows?: number;
  /** Names for the columns of a file without a header row (`header: false`), or instead of the ones in it. */
  readonly columnNames?: readonly string[];
  /** False: the first row is data; `columnNames` must be given. */
  readonly header?: boolean;
  /** The file is JSON, not CSV. */
  readonly json?: JsonTableOptions;
}

/** How figures in a table are written. */
export interface FigureOptions {
  /** `de` (default): 1.250,75. `plain`: 1250.75 or 1,250.75. */
  readonly numbers?: NumberStyle;
  /** Texts that mean "no figure"; default {@link DEFAULT_MISSING_MARKS}. */
  readonly missing?: readonly string[];
  /** Texts that mean 0, where a table writes "–" for "nothing there". Wins over `missing`. */
  readonly zero?: readonly string[];
}

/** Only rows whose columns hold one of the given texts are read. */
export type RowFilters = Readonly<Record<string, string | readonly string[]>>;
