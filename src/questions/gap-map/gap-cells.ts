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

/** How much of a point's amount is provided for. */
function servedAt(
  tells: GapCells['tells'],
  { allocation, areaScores }: GapDetails,
  rate: number | null,
  p: number,
  within: boolean,
  amount: number,
): number {
  switch (tells) {
    case 'places':
      return allocation!.served[p]!;
    case 'area':
      return areaScores![p]! >= rate! ? amount : 0;
    case 'reach':
      return within ? amount : 0;
  }
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
  const { limitMeters } = details.result;
  if (limitMeters === null) return null;
  const { points } = model;
  const { columns, rows, cellOf } = frame;
  const tells = whatCellsTell(details);
  const limit = Math.round(limitMeters * 10);
  const parts = new Float64Array(3 * columns * rows);
  const codes = new Uint8Array(columns * rows);
  for (let p = 0; p < points.count; p++) {
    const cell = cellOf[p]!;
    if (cell < 0 || points.outside[p] === 1) continue;
    const amount = tells === 'places' ? details.demand.demand[p]! : details.demand.persons[p]!;
    if (Number.isNaN(amount)) {
      if (points.total[p] !== 0) codes[cell] = UNKNOWN_CODE;
      continue;
    }
    const nearest = details.nearest[p]!;
    const within = nearest !== UNREACHED && nearest <= limit;
    const served = Math.min(amount, servedAt(tells, details, rate, p, within, amount));
    parts[3 * cell]! += served;
    parts[3 * cell + (within ? 1 : 2)]! += amount - served;
  }
  for (let cell = 0; cell < codes.length; cell++) {
    codes[cell] = codeOf(parts[3 * cell]!, parts[3 * cell + 1]!, parts[3 * cell + 2]!) || codes[cell]!;
  }
  return { tells, columns, rows, codes };
}
