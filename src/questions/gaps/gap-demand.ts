import { ageWeights, schoolAges } from '../../engine/population/ages.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type Arrays, NEW_ARRAYS } from '../../shared/arrays.ts';
import { GRADES, type Grade, worseGrade } from '../../shared/grade.ts';
import type { CityModel } from './city-model.ts';
import type { GapRequest, SitesInResult } from './gap-request.ts';
import { addSites } from './gap-sites.ts';
import type { PackagePoints } from './model-points.ts';
import { peopleInYear } from './people-in-year.ts';

/** The target group of a request at every point. */
export interface GapDemand {
  /** Persons of the target group per point; NaN = missing. */
  readonly persons: Float64Array;
  /**
   * Demand per point in the unit of the service; NaN = missing, or everywhere if the rate is to be set by the city. Where each person asks
   * for one unit it is `persons` itself: neither is to be written to.
   */
  readonly demand: Float64Array;
  readonly grade: Grade;
  readonly heldConstant: boolean;
  /** What sites change; `null` if none counts. */
  readonly sites: SitesInResult | null;
}

const knownGrades = new WeakMap<PackagePoints, Grade>();

/** The worst grade of the package's own points. */
function worstGrade(points: PackagePoints): Grade {
  const known = knownGrades.get(points);
  if (known !== undefined) return known;
  let worst = 0;
  for (let p = 0; p < points.count; p++) worst = Math.max(worst, points.grade[p]!);
  knownGrades.set(points, GRADES[worst]!);
  return GRADES[worst]!;
}

/** Phase-in of a legal claim: the share of the target group entitled in the school year that begins in `year`. */
export function entitledShare(indicator: Pick<Indicator, 'phaseIn'>, year: number): number {
  const steps = indicator.phaseIn;
  if (steps === null || steps.length === 0) return 1;
  if (year < steps[0]!.schoolYear) return 0;
  return steps.filter((step) => step.schoolYear <= year).at(-1)!.share;
}

function times(values: Float64Array, factor: number, arrays: Arrays): Float64Array {
  if (factor === 1) return values;
  const result = arrays.float64(values.length);
  for (let i = 0; i < result.length; i++) result[i] = values[i]! * factor;
  return result;
}

/** The ages an indicator asks for in a city: school cohorts follow its cut-off day. */
export function targetAges(
  indicator: Pick<Indicator, 'target'>,
  schoolCutOff: string,
): { from: number; to: number | null } {
  const { from, to, bySchoolYear } = indicator.target;
  return bySchoolYear ? schoolAges({ from, to }, schoolCutOff) : { from, to };
}

/**
 * Target group and demand per point for a request: the forecast's (or the base's) persons, with the sites that count (see `gap-sites.ts`).
 * O(points × bands). `arrays`: where they come from.
 */
export function computeGapDemand(
  model: CityModel,
  indicator: Indicator,
  request: GapRequest,
  arrays: Arrays = NEW_ARRAYS,
): GapDemand {
  const { identity } = model.city;
  const ages = targetAges(indicator, identity.schoolCutOff);
  const weights = ageWeights(identity.bands, ages);
  const { points } = model;
  const inYear = peopleInYear(model, request.year, request.variant);
  const { persons, sites } =
    weights === null
      ? { persons: new Float64Array(points.count).fill(Number.NaN), sites: null }
      : addSites(model, request, ages, inYear.group(weights), inYear.total, arrays);
  let grade: Grade = weights?.estimated === true ? 'estimated' : 'measured';
  grade = worseGrade(grade, worstGrade(points.ofPackage));
  if (inYear.heldConstant) grade = worseGrade(grade, 'estimated');
  if (sites !== null && (sites.persons > 0 || sites.personsGaveWay > 0 || sites.outOfForecast !== undefined))
    grade = 'assumed';
  const factor = (indicator.rate.value ?? Number.NaN) * entitledShare(indicator, request.year);
  const demand = times(persons, factor, arrays);
  return { persons, demand, grade, heldConstant: inYear.heldConstant, sites };
}
