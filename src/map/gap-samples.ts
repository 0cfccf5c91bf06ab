import type { CellState } from '../questions/gap-map/gap-calls.ts';
import type { DistrictClass } from '../questions/gap-map/gap-classes.ts';
import {
  CELL_LINE_COLORS,
  CELL_OPACITIES,
  CELL_STATE_COLORS,
  CLASS_COLORS,
  CLASS_INKS,
  CLASS_PATTERN_COLORS,
  INK,
  type LineStyle,
  LOAD_STYLES,
  type RingLoad,
  SYMBOL_COLORS,
} from './palette.ts';
import { diagonal, dots, type PatternSpec } from './pattern-spec.ts';

/** How an area looks: `<rect fill fillOpacity>` and over it, if there is one, the pattern. */
export interface AreaSample {
  readonly fill: string;
  readonly opacity: number;
  /** Ink of what is written on it. */
  readonly ink: string;
  readonly pattern: PatternSpec | null;
}

/** The closer the lines, the larger the deficit. */
const CLASS_PATTERNS: Readonly<Record<DistrictClass, PatternSpec | null>> = {
  0: diagonal({ side: 6, width: 1.5, color: CLASS_PATTERN_COLORS[0], rising: true }),
  1: diagonal({ side: 9, width: 1.4, color: CLASS_PATTERN_COLORS[1], rising: true }),
  2: diagonal({ side: 15, width: 1.2, color: CLASS_PATTERN_COLORS[2], rising: true }),
  3: null,
  4: null,
  unknown: diagonal({ side: 5, width: 0.7, color: CLASS_PATTERN_COLORS.unknown, rising: false }),
  small: dots({ side: 8, width: 1.8, color: CLASS_PATTERN_COLORS.small }),
};

export function classSample(cls: DistrictClass): AreaSample {
  return { fill: CLASS_COLORS[cls], opacity: 1, ink: CLASS_INKS[cls], pattern: CLASS_PATTERNS[cls] };
}

/** Parts along one side of a cell's picture from nearby; {@link isCellLine} says which are lines. */
export const CELL_PARTS = 8;

/** Whether a part of a cell is a line: none where served, rising lines where there is no place, crossed ones out of reach. */
export function isCellLine(state: CellState, column: number, row: number): boolean {
  const period = CELL_PARTS / 2;
  const rises = (column + row) % period === 0;
  const falls = (column + CELL_PARTS - row) % period === 0;
  return state === 'no-place' ? rises : state === 'out-of-reach' && (rises || falls);
}

/** `strength` 0–2 as in `CELL_STRENGTHS`. The pattern has the same lines as the map's cells from nearby. */
export function cellSample(state: CellState, strength: 0 | 1 | 2): AreaSample {
  const line = state === 'no-place' || state === 'out-of-reach' ? CELL_LINE_COLORS[state] : null;
  return {
    fill: CELL_STATE_COLORS[state],
    opacity: CELL_OPACITIES[state][strength],
    ink: INK.text,
    pattern: line === null ? null : cellPattern(state, line),
  };
}

function cellPattern(state: CellState, color: string): PatternSpec {
  const side = 2 * CELL_PARTS;
  let path = '';
  for (let row = 0; row < CELL_PARTS; row++) {
    for (let column = 0; column < CELL_PARTS; column++) {
      if (isCellLine(state, column, row)) path += `M${2 * column} ${2 * row + 1}h2`;
    }
  }
  return { side, path, width: 2, color, round: false };
}

/** The ring around a house; `badge` = with a question mark. */
export interface RingSample extends LineStyle {
  readonly badge: boolean;
}

export function loadSample(load: RingLoad): RingSample {
  return { ...LOAD_STYLES[load], badge: load === 'unknown' };
}

export const SYMBOL_KINDS = ['missing', 'free'] as const;
export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/** Look of a circle of places: the disc of missing ones, the ring of free ones; both with a light edge outside. */
export interface CircleSample extends LineStyle {
  readonly fill: string;
  readonly edge: string;
}

export function symbolSample(kind: SymbolKind): CircleSample {
  const color = SYMBOL_COLORS[kind];
  return { color, width: 2.2, dash: [], fill: kind === 'missing' ? color : INK.paper, edge: INK.paper };
}

/** Radius in pixels of the circle that stands for the scale's places. */
export const SYMBOL_MAX_RADIUS = 22;
const SYMBOL_MIN_RADIUS = 2;

/**
 * Places that the largest circle stands for: the largest figure, rounded up to 1, 2 or 5 times a power of ten, so that it holds still
 * from year to year; 10 at least.
 */
export function symbolScale(
  districts: readonly { readonly missing: number | null; readonly free: number | null }[],
): number {
  const largest = districts.reduce((most, { missing, free }) => Math.max(most, missing ?? 0, free ?? 0), 0);
  let power = 10;
  for (;;) {
    for (const step of [1, 2, 5]) if (largest <= step * power) return step * power;
    power *= 10;
  }
}

/** Radius in whole pixels: the circle's area is proportional to the places; 0 = no circle. */
export function symbolRadius(places: number | null, scale: number): number {
  if (places === null || !(places > 0)) return 0;
  return Math.max(SYMBOL_MIN_RADIUS, Math.round(SYMBOL_MAX_RADIUS * Math.sqrt(places / scale)));
}

/** Round figures for a legend of circles, small first. */
export function symbolSteps(scale: number): readonly [number, number, number] {
  return [scale / 10, scale / 2, scale];
}
