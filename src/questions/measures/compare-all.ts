import type { Indicator } from '../../indicators/indicator.ts';
import { createArrayPool } from '../../shared/arrays.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { ServiceId } from '../../shared/services.ts';
import { computeResult } from '../gaps/compute-gaps.ts';
import type { GapRequest, GapResult } from '../gaps/gap-request.ts';
import { type ComparedRow, changedRows, compareRows } from './compare-rows.ts';
import type { PreparedState } from './measure-effects.ts';

/** What differs between two scenarios for one service in one year: the city first, then the districts that differ. */
export interface ComparedCell {
  readonly service: ServiceId;
  readonly year: number;
  /** Empty where the city has no figures for the service. */
  readonly rows: readonly ComparedRow[];
}

interface Two {
  readonly one: PreparedState;
  readonly other: PreparedState;
}

/** Years that are looked at: the first, the last, every fifth (2030, 2035, …) and the one asked for. */
export function yearsToCompare(years: readonly number[], asked: number): readonly number[] {
  return years.filter((year, i) => i === 0 || i === years.length - 1 || year % 5 === 0 || year === asked);
}

function differences(one: GapResult, other: GapResult): readonly ComparedRow[] {
  return one.levels.flatMap((rows) => {
    const level = rows[0]!.level;
    const compared = compareRows(one, other, level);
    return level === 0 ? compared : changedRows(compared);
  });
}

/**
 * Differences of two scenarios for all services over some years; yields the share that is done. A service that cannot
 * be answered has no rows. O(services × years) of `computeGaps`, twice.
 */
export function* compareAll(
  { one, other }: Two,
  indicators: readonly Indicator[],
  request: Omit<GapRequest, 'service' | 'limitMeters' | 'year'>,
  years: readonly number[],
  catalogue: readonly Indicator[],
): Generator<number, readonly ComparedCell[]> {
  const pool = createArrayPool();
  const rowsOf = (indicator: Indicator, year: number): readonly ComparedRow[] => {
    const asked = { ...request, service: indicator.service, limitMeters: null, year };
    const answer = ({ model, reach }: PreparedState) =>
      computeResult(pool, model, reach, indicator, asked, { catalogue });
    try {
      return differences(answer(one), answer(other));
    } catch (thrown) {
      if (thrown instanceof ProblemError) return [];
      throw thrown;
    }
  };
  const cells: ComparedCell[] = [];
  const of = years.length * indicators.length;
  // By year: what the people of a year are is worked out once for all services that look at it.
  for (const year of years) {
    for (const indicator of indicators) {
      cells.push({ service: indicator.service, year, rows: rowsOf(indicator, year) });
      yield cells.length / of;
    }
  }
  return cells;
}
