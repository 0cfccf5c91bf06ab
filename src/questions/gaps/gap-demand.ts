import type { Site, Variant } from '../../city/types.ts';
import { ageWeights, personsOfAges, schoolAges } from '../../engine/population/ages.ts';
import { residentsOfAges, siteResidents } from '../../engine/sites/site-residents.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { GRADES, type Grade, worseGrade } from '../../shared/grade.ts';
import type { CityModel } from './city-model.ts';
import type { GapRequest } from './gap-request.ts';

/** Stage from which a § 34 site counts: the building permission. */
const INFILL_STAGE = 11;

/** The target group of a request at every point. */
export interface GapDemand {
  /** Persons of the target group per point; NaN = missing. */
  readonly persons: Float64Array;
  /** Demand per point in the unit of the service; NaN = missing, or everywhere if the rate is to be set by the city. */
  readonly demand: Float64Array;
  readonly grade: Grade;
  readonly heldConstant: boolean;
}

/** Whether a site counts by its stage. */
export function siteCounts(site: Pick<Site, 'stage' | 'sideState' | 'infill'>, fromStage: number): boolean {
  if (site.sideState !== null) return false;
  return site.stage >= (site.infill ? Math.max(INFILL_STAGE, fromStage) : fromStage);
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

/** Persons per point and band in a year: base × factor; without a statement the base itself (held constant). */
function personsInYear(
  model: CityModel,
  year: number,
  variant: Variant,
): { persons: Float64Array; total: Float64Array; constant: boolean } {
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
      if (factor === null || factor === undefined) constant = true;
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
 * Target group and demand per point for a request. A forecast that contains all new housing (or does not say) gets no site on top;
 * 'listed' adds only sites it does not list; 'none', or no forecast, adds all that count by their stage. O(points × bands).
 */
export function computeGapDemand(model: CityModel, indicator: Indicator, request: GapRequest): GapDemand {
  const { identity, forecast, sites } = model.city;
  const ages = targetAges(indicator, identity.schoolCutOff);
  const weights = ageWeights(identity.bands, ages);
  const { points } = model;
  const inYear = personsInYear(model, request.year, request.variant);
  const persons =
    weights === null
      ? new Float64Array(points.count).fill(Number.NaN)
      : personsOfAges(weights, inYear.persons, inYear.total);
  const listed = new Set(forecast?.listedSites.map(({ siteId }) => siteId) ?? []);
  const adds = (site: Site) =>
    (forecast === null ||
      forecast.containsNewHousing === 'none' ||
      (forecast.containsNewHousing === 'listed' && !listed.has(site.id))) &&
    siteCounts(site, request.counts.sitesFromStage);
  let sitesAdded = false;
  const residentsBySite = sites.map((site) => {
    if (weights === null || !adds(site)) return 0;
    const residents = siteResidents(site, request.variant, request.year, 1);
    if (residents === null) return 0;
    const found = residentsOfAges(residents, 0, ages);
    if (found > 0) sitesAdded = true;
    return found;
  });
  for (let p = points.packageCount; p < points.count; p++) {
    persons[p] = weights === null ? Number.NaN : residentsBySite[points.site[p]!]! * points.siteShare[p]!;
  }
  let grade: Grade = weights?.estimated === true ? 'estimated' : 'measured';
  for (let p = 0; p < points.packageCount; p++) grade = worseGrade(grade, GRADES[points.grade[p]!]!);
  if (inYear.constant) grade = worseGrade(grade, 'estimated');
  if (sitesAdded) grade = 'assumed';
  const factor = (indicator.rate.value ?? Number.NaN) * entitledShare(indicator, request.year);
  return { persons, demand: persons.map((value) => value * factor), grade, heldConstant: inYear.constant };
}
