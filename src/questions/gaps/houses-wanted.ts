import type { Indicator } from '../../indicators/indicator.ts';
import type { GapResult, GapRow } from './gap-request.ts';

/** Houses wanted in a row: the rate per area of the balance level (default the largest districts), times those in it; finer rows: none. */
export function housesWanted(result: GapResult, indicator: Indicator, row: GapRow): number | null {
  const rate = indicator.rate.value;
  const level = indicator.balanceLevel ?? 1;
  if (rate === null || row.level > level) return null;
  const byId = new Map(result.levels.flat().map((other) => [other.id, other]));
  const isWithin = (area: GapRow): boolean => {
    if (area.id === row.id || row.level === 0) return true;
    const parent = area.parent === null ? undefined : byId.get(area.parent);
    return parent !== undefined && isWithin(parent);
  };
  const areas = result.levels.flat().filter((other) => other.level === level && isWithin(other));
  return rate * areas.length;
}
