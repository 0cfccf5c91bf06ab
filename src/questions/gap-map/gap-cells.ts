import { UNREACHED } from '../../engine/network/bounded-search.ts';
import type { CityModel } from '../gaps/city-model.ts';
import type { GapDetails } from '../gaps/compute-gaps.ts';
import type { CellFrame } from './cell-frame.ts';
import { CELL_STATES, CELL_STRENGTHS, type GapCells } from './gap-calls.ts';

/** Amounts below this are nobody: what is left of sums that cancel out. */
const NOBODY = 1e-9;

/** The code of a cell of which nothing is known. */
const UNKNOWN_CODE = 1 + 3 * CELL_STATES.indexOf('unknown');

/** Which figures tell a point's state; see {@link GapCells.tells}. */
function whatCellsTell({ allocation, areaScores, knownCapacity, demand }: GapDetails): GapCells['tells'] {
  const hasRate = demand.demand.some((value) => !Number.isNaN(value));
  if (!hasRate || knownCapacity.length === 0) return 'reach';
  return allocation !== null ? 'places' : areaScores !== null ? 'area' : 'reach';
}

/**
 * The largest of served, no place and out of reach, as a code. Equal parts: the worse one, so that no cell looks better than it is.
 */
function codeOf(served: number, noPlace: number, outOfReach: number): number {
  const sum = served + noPlace + outOfReach;
  if (sum <= NOBODY) return 0;
  const largest = Math.max(served, noPlace, outOfReach);
  const state = largest - outOfReach <= NOBODY ? 2 : largest - noPlace <= NOBODY ? 1 : 0;
  const share = largest / sum + NOBODY;
  return 1 + 3 * state + (share >= CELL_STRENGTHS[1] ? 2 : share >= CELL_STRENGTHS[0] ? 1 : 0);
}

/** A point's amount by what becomes of it: served, in reach without a place, out of reach. */
export type PointParts = readonly [served: number, noPlace: number, outOfReach: number];

/** What is known of a point; see {@link GapCells.tells}. */
interface PointState {
  readonly amount: number;
  readonly within: boolean;
  /** Demand that found a place; only for `places`. */
  readonly served: number;
  /** m² per person in reach; only for `area`. */
  readonly score: number;
}

export function partsOfPoint(
  tells: GapCells['tells'],
  { amount, within, served, score }: PointState,
  rate: number | null,
): PointParts {
  const provided = tells === 'places' ? served : tells === 'area' ? (score >= rate! ? amount : 0) : within ? amount : 0;
  const good = Math.min(amount, provided);
  return [good, within ? amount - good : 0, within ? 0 : amount - good];
}

/** Sums per cell that the codes are made of. */
export interface CellSums {
  readonly tells: GapCells['tells'];
  readonly frame: CellFrame;
  /** Three sums per cell, as in {@link PointParts}. */
  readonly parts: Float64Array;
  /** Codes of cells where the sums say nothing: 0, or that their figures are not known. */
  readonly base: Uint8Array;
}

/** Sums up what becomes of the people of every cell; `null` for models without reach. O(points). */
export function sumCells(
  model: CityModel,
  details: GapDetails,
  rate: number | null,
  frame: CellFrame,
): CellSums | null {
  const { limitMeters } = details.result;
  if (limitMeters === null) return null;
  const { points } = model;
  const { columns, rows, cellOf } = frame;
  const tells = whatCellsTell(details);
  const limit = Math.round(limitMeters * 10);
  const parts = new Float64Array(3 * columns * rows);
  const base = new Uint8Array(columns * rows);
  for (let p = 0; p < points.count; p++) {
    const cell = cellOf[p]!;
    if (cell < 0 || points.outside[p] === 1) continue;
    const amount = tells === 'places' ? details.demand.demand[p]! : details.demand.persons[p]!;
    if (Number.isNaN(amount)) {
      if (points.total[p] !== 0) base[cell] = UNKNOWN_CODE;
      continue;
    }
    const nearest = details.nearest[p]!;
    const within = nearest !== UNREACHED && nearest <= limit;
    const served = details.allocation?.served[p] ?? 0;
    const score = details.areaScores?.[p] ?? 0;
    const own = partsOfPoint(tells, { amount, within, served, score }, rate);
    for (let part = 0; part < 3; part++) parts[3 * cell + part]! += own[part]!;
  }
  return { tells, frame, parts, base };
}

/** The code that the three sums of a cell make; 0 where nobody is. */
export function codeOfParts([served, noPlace, outOfReach]: Float64Array): number {
  return codeOf(served!, noPlace!, outOfReach!);
}

/** The code of every cell. O(cells). */
export function codesOfCells({ parts, base }: Pick<CellSums, 'parts' | 'base'>): Uint8Array {
  return base.map((code, cell) => codeOf(parts[3 * cell]!, parts[3 * cell + 1]!, parts[3 * cell + 2]!) || code);
}

/**
 * State and strength of every cell, nothing else: persons of an age are no figure that may leave the core for a cell. `null` for models
 * without reach. Points outside the city leave their cells at 0. O(points + cells).
 */
export function gapCells(
  model: CityModel,
  details: GapDetails,
  rate: number | null,
  frame: CellFrame,
): GapCells | null {
  const sums = sumCells(model, details, rate, frame);
  if (sums === null) return null;
  const { columns, rows } = frame;
  return { tells: sums.tells, columns, rows, codes: codesOfCells(sums) };
}
