import type { Variant } from '../../city/types.ts';
import { type AgeWeights, ageWeights, personsOfAges, schoolAges } from '../../engine/population/ages.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { GRADES, type Grade, worseGrade } from '../../shared/grade.ts';
import type { CityModel, ModelPoints } from './city-model.ts';
import type { GapRequest, SitesInResult } from './gap-request.ts';
import { addSites } from './gap-sites.ts';

/** The target group of a request at every point. */
export interface GapDemand {
  /** Persons of the target group per point; NaN = missing. */
  readonly persons: Float64Array;
  /** Demand per point in the unit of the service; NaN = missing, or everywhere if the rate is to be set by the city. */
  readonly demand: Float64Array;
  readonly grade: Grade;
  readonly heldConstant: boolean;
  /** What sites change; `null` if none counts. */
  readonly sites: SitesInResult | null;
}

/** Factor of the forecast for a district of any level, a band and a year; `null` = no statement. */
function forecastFactor(
  model: CityModel,
  point: number,
  band: number,
  yearIndex: number,
  variant: Variant,
): number | null {
  const { forecast } = model.city;
  if (forecast === null) return null;
  for (let level = model.districts.length - 1; level >= 0; level--) {
    const number = model.points.districtOf[level]![point]!;
    if (number < 0) continue;
    const factor = forecast.factors[model.districts[level]!.ids[number]!]?.[variant]?.[band]?.[yearIndex];
    if (factor !== undefined && factor !== null) return factor;
  }
  return null;
}

interface YearPersons {
  readonly persons: Float64Array;
  readonly total: Float64Array;
  readonly constant: boolean;
}

/**
 * By demand points: the last year and variant asked for, whatever sites bring. One question asks for it several times, and so does one
 * service after the other.
 */
const lastYear = new WeakMap<object, { readonly of: unknown; readonly key: string; readonly found: YearPersons }>();

function personsInYear(model: CityModel, year: number, variant: Variant): YearPersons {
  const key = `${year} ${variant}`;
  const factors = model.city.forecast?.factors ?? null;
  const known = lastYear.get(model.points);
  if (known?.of === factors && known.key === key) return known.found;
  const found = forecastPersons(model, year, variant);
  lastYear.set(model.points, { of: factors, key, found });
  return found;
}

/** Persons per point and band in a year: base × factor; without a statement the base itself (held constant). */
function forecastPersons(model: CityModel, year: number, variant: Variant): YearPersons {
  const { points, bandCount, city } = model;
  const yearIndex = city.identity.years.indexOf(year);
  const baseYear = city.identity.years[0];
  if (city.forecast === null || yearIndex < 0 || year === baseYear) {
    return { persons: points.persons, total: points.total, constant: year !== baseYear };
  }
  const persons = points.persons.slice();
  const total = points.total.slice();
  let constant = false;
  // Points of one district share their factors: keyed by the finest district number.
  const finest = points.districtOf.at(-1)!;
  const cache = new Map<number, (number | null)[]>();
  for (let p = 0; p < points.packageCount; p++) {
    let factors = cache.get(finest[p]!);
    if (factors === undefined) {
      factors = Array.from({ length: bandCount }, (_, b) => forecastFactor(model, p, b, yearIndex, variant));
      if (finest[p]! >= 0) cache.set(finest[p]!, factors);
    }
    let before = 0;
    let after = 0;
    for (let b = 0; b < bandCount; b++) {
      const base = persons[p * bandCount + b]!;
      const factor = factors[b];
      // People of the surroundings are in no forecast of the city, and are none of its demand.
      if ((factor === null || factor === undefined) && base > 0 && points.outside[p] === 0) constant = true;
      const value = base * (factor ?? 1);
      persons[p * bandCount + b] = value;
      before += base;
      after += value;
    }
    // The remainder against the total has no factor of its own: it moves with the bands that have one.
    if (before > 0 && Number.isFinite(before)) total[p]! *= after / before;
  }
  return { persons, total, constant };
}

/** By what a year's people are: the age groups asked for. Many services ask for the same children. */
const knownGroups = new WeakMap<YearPersons, Map<string, Float64Array>>();

function groupInYear(inYear: YearPersons, weights: AgeWeights): Float64Array {
  const groups = knownGroups.get(inYear) ?? new Map<string, Float64Array>();
  knownGroups.set(inYear, groups);
  const key = `${weights.totalWeight} ${weights.weights.join()}`;
  const found = groups.get(key) ?? personsOfAges(weights, inYear.persons, inYear.total);
  groups.set(key, found);
  return found;
}

const knownGrades = new WeakMap<ModelPoints, Grade>();

/** The worst grade of the package's own points. */
function worstGrade(points: ModelPoints): Grade {
  const known = knownGrades.get(points);
  if (known !== undefined) return known;
  let worst = 0;
  for (let p = 0; p < points.packageCount; p++) worst = Math.max(worst, points.grade[p]!);
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
 * O(points × bands).
 */
export function computeGapDemand(model: CityModel, indicator: Indicator, request: GapRequest): GapDemand {
  const { identity } = model.city;
  const ages = targetAges(indicator, identity.schoolCutOff);
  const weights = ageWeights(identity.bands, ages);
  const { points } = model;
  const inYear = personsInYear(model, request.year, request.variant);
  const { persons, sites } =
    weights === null
      ? { persons: new Float64Array(points.count).fill(Number.NaN), sites: null }
      : addSites(model, request, ages, groupInYear(inYear, weights), inYear.total);
  let grade: Grade = weights?.estimated === true ? 'estimated' : 'measured';
  grade = worseGrade(grade, worstGrade(points));
  if (inYear.constant) grade = worseGrade(grade, 'estimated');
  if (sites !== null && (sites.persons > 0 || sites.personsGaveWay > 0)) grade = 'assumed';
  const factor = (indicator.rate.value ?? Number.NaN) * entitledShare(indicator, request.year);
  return { persons, demand: persons.map((value) => value * factor), grade, heldConstant: inYear.constant, sites };
}
