import { citation, type Indicator } from '../../indicators/indicator.ts';
import { createArrayPool } from '../../shared/arrays.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeResult } from '../gaps/compute-gaps.ts';
import type { GapResult } from '../gaps/gap-request.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import type { HorizonFigures, HorizonRow, NeedCalls } from './need-calls.ts';

/** The horizons of the Bedarfsblatt. */
export const HORIZONS: readonly number[] = [2030, 2035];

/** Those within the years of a package; its last year where there is none. */
export function horizonsWithin(years: readonly number[]): readonly number[] {
  const within = HORIZONS.filter((year) => years.includes(year));
  return within.length > 0 ? within : years.slice(-1);
}

/** The horizon by which something needed on a day has to be there: the first that is not before it, else the last. */
export function horizonOf(neededBy: string | null, horizons: readonly number[]): number {
  const year = neededBy === null ? 0 : Number(neededBy.slice(0, 4));
  return horizons.find((horizon) => horizon >= year) ?? horizons.at(-1)!;
}

/**
 * The figures of every service with a Kennwert in each horizon, by district of level 1; the city itself where a package has no districts
 * is left out. Yields the share done after each. Services that the city has nothing of are listed, not thrown.
 */
export function* horizonFigures(
  model: CityModel,
  reach: ReachStore,
  catalogue: readonly Indicator[],
  { scenarioId, variant, counts, years }: NeedCalls['horizonFigures']['input'],
): Generator<number, HorizonFigures> {
  const rows: HorizonRow[] = [];
  const without = new Set<ServiceId>();
  const pool = createArrayPool();
  let done = 0;
  for (const indicator of catalogue) {
    const { service } = indicator;
    for (const year of years) {
      const request = { service, year, variant, counts, limitMeters: null, profile: 'all' as const, scenarioId };
      const result = resultOrNull(() => computeResult(pool, model, reach, indicator, request, { catalogue }));
      if (result === null) without.add(service);
      else rows.push(...rowsOf(result, service, year));
      done++;
      yield done / (catalogue.length * years.length);
    }
  }
  return {
    scenarioId,
    variant,
    counts,
    years,
    rows,
    indicators: catalogue.map(citation),
    without: [...without].sort(),
  };
}

function resultOrNull(compute: () => GapResult): GapResult | null {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return null;
    throw thrown;
  }
}

function rowsOf(result: GapResult, service: ServiceId, year: number): HorizonRow[] {
  const own = result.levels.find((level) => level[0]?.level === 1) ?? [];
  return own.map(({ id, persons, demand, capacity, missing, balance, personsWithinReach }) => ({
    districtId: id,
    service,
    year,
    persons,
    demand,
    capacity,
    missing,
    balance,
    personsWithinReach,
  }));
}
