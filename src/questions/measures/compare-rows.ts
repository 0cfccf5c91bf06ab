import type { ScenarioParts } from '../../plan/readers/scenario-parts.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { GapResult, GapRow } from '../gaps/gap-request.ts';

/** A district (or the city) in two scenarios; `null` = keine Angabe in one of them. */
export interface ComparedRow {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** First scenario − other one. */
  readonly capacity: number | null;
  readonly balance: number | null;
  /** Missing places in the other one − in the first: above 0 = the first closes more. */
  readonly closed: number | null;
}

const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

/** Differences of two results of one question in two scenarios, row by row of a level (0 = the city). */
export function compareRows(one: GapResult, other: GapResult, level: number): ComparedRow[] {
  const rowsOf = ({ levels }: GapResult): readonly GapRow[] => levels.find((rows) => rows[0]?.level === level) ?? [];
  const known = new Map(rowsOf(other).map((row) => [row.id, row]));
  return rowsOf(one).flatMap((row) => {
    const before = known.get(row.id);
    if (before === undefined) return [];
    return [
      {
        id: row.id,
        name: row.name,
        level: row.level,
        capacity: minus(row.capacity, before.capacity),
        balance: minus(row.balance, before.balance),
        closed: minus(before.missing, row.missing),
      },
    ];
  });
}

/** The answers to one question in two scenarios. */
export interface TwoResults {
  readonly one: GapResult;
  readonly other: GapResult;
}

/** The rows of a level; where the package has none, of its smallest. */
export function rowsAtLevel({ one, other }: TwoResults, level: number): ComparedRow[] {
  const exact = compareRows(one, other, level);
  return exact.length > 0 ? exact : compareRows(one, other, one.levels.at(-1)![0]!.level);
}

export function cityRow({ one, other }: TwoResults): ComparedRow {
  return compareRows(one, other, 0)[0]!;
}

/** What would be written as 0 in every column. */
const TRIFLE = 0.5;
const FIGURES = ['capacity', 'closed', 'balance'] as const;

/** Rows that differ, those with most missing places more or fewer first. */
export function changedRows(rows: readonly ComparedRow[]): ComparedRow[] {
  return rows
    .filter((row) => FIGURES.some((figure) => Math.abs(row[figure] ?? 0) >= TRIFLE))
    .sort((a, b) => Math.abs(b.closed ?? 0) - Math.abs(a.closed ?? 0) || (a.name < b.name ? -1 : 1));
}

/**
 * Euros of the measures of a scenario that change a service and are there in a year; `null` if any of them states no cost. A measure of
 * several services counts whole: its house is built for all of them.
 */
export function costOfService(
  { measures, offersOf }: Pick<ScenarioParts, 'measures' | 'offersOf'>,
  service: ServiceId,
  year: number,
): number | null {
  const concerned = measures.filter(
    ({ id, status, from }) =>
      status !== 'dropped' &&
      (from === null || from <= `${year}-12-31`) &&
      offersOf(id).some((offer) => offer.service === service),
  );
  return concerned.reduce<number | null>(
    (sum, { costEuro }) => (sum === null || costEuro === null ? null : sum + costEuro),
    0,
  );
}
