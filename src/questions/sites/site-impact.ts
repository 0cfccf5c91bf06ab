import type { Variant } from '../../city/types.ts';
import { citation, type Indicator } from '../../indicators/indicator.ts';
import { type ArrayPool, createArrayPool } from '../../shared/arrays.ts';
import { worseGrade } from '../../shared/grade.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { CitySide } from './city-side.ts';
import { type Compared, type ImpactQuestion, yearPair } from './compare-site.ts';
import { type HousesOfYear, housesOf, housesOfYear, losersOf, ownScore, withoutCapacity } from './impact-houses.ts';
import { type Surroundings, surroundingsOf } from './impact-surroundings.ts';
import { addedBy, HALF_A_PLACE, impactOf, type Worst, worseOf } from './impact-years.ts';
import type { ImpactAnswer, ImpactYear, SiteImpact } from './site-calls.ts';
import { VARIANT_NAMES } from './site-waves.ts';

export interface ImpactStep {
  readonly done: number;
  readonly of: number;
}

/** One service while its years are worked through. */
interface Running {
  readonly indicator: Indicator;
  readonly surroundings: Surroundings;
  readonly years: ImpactYear[];
  readonly houses: HousesOfYear[];
  /** m² per person in reach of the site; only for the area model. */
  readonly scores: (number | null)[];
  /** Of the worst year so far, else of the first. */
  about: AboutYear | null;
  worst: Worst | null;
  /** What is missing in the worst year by variant. */
  readonly range: number[];
}

/** What is said of one year alone. */
interface AboutYear extends Pick<SiteImpact, 'losers' | 'housesWithoutCapacity'> {
  readonly result: CitySide['result'];
}

/**
 * Some services with and without a site over the years of the package, and the low and high variant in the worst one. Runs the models of
 * the gap map themselves, year by year, so that what the people of a year are is worked out once for all services; yields after each
 * service of a year. Where a service has no figures the answer is why (the problems of `computeGaps`).
 */
export function* siteImpacts(
  compared: Compared,
  indicators: readonly Indicator[],
  question: ImpactQuestion,
): Generator<ImpactStep, readonly ImpactAnswer[]> {
  const { years } = compared.with.city.identity;
  const failed = new Map<Indicator, ImpactAnswer>();
  /** `null` where the service has no figures. */
  const attempt = <T>(indicator: Indicator, work: () => T): T | null => {
    if (failed.has(indicator)) return null;
    try {
      return work();
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      failed.set(indicator, { problem: thrown.problem });
      return null;
    }
  };
  // Of nearly all years a few numbers are kept: hundreds of results are computed in the same memory.
  const pool = createArrayPool();
  const of = (years.length + VARIANT_NAMES.length - 1) * indicators.length;
  let done = 0;
  const running = indicators.flatMap((indicator): Running[] => {
    const surroundings = attempt(indicator, () => surroundingsOf(compared, indicator));
    if (surroundings === null) return [];
    return [{ indicator, surroundings, years: [], houses: [], scores: [], about: null, worst: null, range: [] }];
  });
  for (const year of years) {
    for (const service of running) {
      attempt(service.indicator, () => addYear(compared, service, question, year, pool));
      yield { done: done++, of };
    }
  }
  // By year: what the people of a year are is worked out once for all services that look at it.
  for (const year of years) {
    for (const variant of VARIANT_NAMES) {
      for (const service of running) {
        if (service.worst?.year !== year || variant === question.variant) continue;
        attempt(service.indicator, () => addRange(compared, service, question, year, variant, pool));
        yield { done: done++, of };
      }
    }
  }
  const impacts = new Map(
    running.map((service) => [service.indicator, attempt(service.indicator, () => answerOf(compared, service))]),
  );
  return indicators.map((indicator) => failed.get(indicator) ?? { impact: impacts.get(indicator)! });
}

function addYear(compared: Compared, service: Running, question: ImpactQuestion, year: number, pool: ArrayPool): void {
  const { indicator, surroundings } = service;
  const loan = pool.lend();
  const given = { rows: surroundings.rows, arrays: loan };
  const pair = yearPair(compared, indicator, question, year, question.variant, given);
  const impact = impactOf(pair, surroundings);
  service.years.push(impact);
  service.houses.push(housesOfYear(pair, surroundings));
  if (indicator.model === 'area') service.scores.push(ownScore(compared, pair));
  const worst = worseOf(service.worst, impact);
  if (service.about === null || worst !== service.worst) {
    service.about = {
      result: pair.with.result,
      losers: worst === null ? [] : losersOf(compared, pair),
      housesWithoutCapacity: withoutCapacity(pair, surroundings),
    };
  }
  service.worst = worst;
  loan.giveBack();
}

function addRange(
  compared: Compared,
  { indicator, surroundings, range }: Running,
  question: ImpactQuestion,
  year: number,
  variant: Variant,
  pool: ArrayPool,
): void {
  const loan = pool.lend();
  // Asked in one year alone: not kept.
  const once = { ...compared, kept: null };
  const pair = yearPair(once, indicator, question, year, variant, { rows: surroundings.rows, arrays: loan });
  range.push(addedBy(impactOf(pair, surroundings)));
  loan.giveBack();
}

function answerOf(
  compared: Compared,
  { indicator, surroundings, years, houses, scores, worst, about, range }: Running,
): SiteImpact {
  const { result, losers, housesWithoutCapacity } = about!;
  return {
    service: indicator.service,
    indicator: citation(indicator),
    model: indicator.model,
    limitMeters: result.limitMeters,
    around: surroundings.around,
    aroundName: surroundings.name,
    years,
    firstYear: years.find((year) => addedBy(year) >= HALF_A_PLACE)?.year ?? null,
    worst:
      worst === null ? null : { ...worst, low: Math.min(worst.value, ...range), high: Math.max(worst.value, ...range) },
    losers,
    houses: housesOf(compared, indicator.service, houses, surroundings),
    housesWithoutCapacity,
    squareMetersPerPerson: indicator.model === 'area' ? scores : null,
    grade: worseGrade(result.grade, 'assumed'),
    airDistance: result.airDistance,
    withoutCatchments: result.withoutCatchments === true,
    inForecast: compared.inForecast,
  };
}
