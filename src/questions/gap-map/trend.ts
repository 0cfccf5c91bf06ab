import type { Variant } from '../../city/types.ts';
import type { GapResult, GapRow } from '../gaps/gap-request.ts';
import type { GapYears } from './gap-calls.ts';

/** Change of a figure against the year asked for, in the unit of the figure; `null` = not known or not comparable. */
export interface Trend {
  readonly after5: number | null;
  readonly after10: number | null;
}

/** Whether two years rest on the same: indicator, limit, capacity basis, network, catchments. Source: engine definition. */
export function restOnTheSame(a: GapResult, b: GapResult): boolean {
  return (
    a.indicator === b.indicator &&
    a.limitMeters === b.limitMeters &&
    a.request.counts.capacity === b.request.counts.capacity &&
    a.request.profile === b.request.profile &&
    a.airDistance === b.airDistance &&
    (a.withoutCatchments ?? false) === (b.withoutCatchments ?? false)
  );
}

/** The key of a row's trend: ids of districts of different levels may be equal. */
export function trendKey({ level, id }: Pick<GapRow, 'level' | 'id'>): string {
  return `${level} ${id}`;
}

/**
 * How a figure of the city and of each district changes in 5 and 10 years, by {@link trendKey}. Empty if the year itself is not among
 * the rows. O(rows).
 */
export function trends(
  years: Pick<GapYears, 'rows'>,
  year: number,
  variant: Variant,
  figure: (row: GapRow) => number | null,
): ReadonlyMap<string, Trend> {
  const resultIn = (asked: number) =>
    years.rows.find((found) => found.year === asked && found.variant === variant)?.result ?? null;
  const now = resultIn(year);
  if (now === null) return new Map();
  const changesAfter = (count: number): ReadonlyMap<string, number | null> => {
    const later = resultIn(year + count);
    if (later === null || !restOnTheSame(now, later)) return new Map();
    return new Map(later.levels.flat().map((row) => [trendKey(row), figure(row)]));
  };
  const after5 = changesAfter(5);
  const after10 = changesAfter(10);
  return new Map(
    now.levels.flat().map((row) => {
      const before = figure(row);
      const change = (then: number | null | undefined) =>
        before === null || then === null || then === undefined ? null : then - before;
      return [
        trendKey(row),
        { after5: change(after5.get(trendKey(row))), after10: change(after10.get(trendKey(row))) },
      ];
    }),
  );
}
