import { AGE_COUNT, type CohortParameters, computeCohorts, EFH, MFH } from './cohort.ts';

/** A parameter of the site model with its range; `middle` is used unless a variant asks for another. */
export interface RangedParameter {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export type SiteVariant = keyof RangedParameter;

/** Parameters of the chain floor area → dwellings → residents → ages. Every one is editable per site. */
export interface SiteParameters {
  /** m² of residential floor area (Geschossfläche) per dwelling. */
  readonly floorSquareMetersPerDwelling: RangedParameter;
  /** Residents per dwelling over all tenures. */
  readonly residentsPerDwelling: RangedParameter;
  readonly cohortsMfh: CohortParameters;
  readonly cohortsEfh: CohortParameters;
}

/**
 * Defaults: 90 m² per dwelling (SIM Stuttgart, Köln; 84 m² living space / 0.8 = 105 as the high area, so the low number of dwellings);
 * residents per dwelling 2.27 (2.0 free, 2.9 subsidised, 30 % mix; München/Germering), 2.4 (between, assumption), 2.58 (Stuttgart, new
 * build 2010–15).
 */
export const DEFAULT_SITE_PARAMETERS: SiteParameters = {
  floorSquareMetersPerDwelling: { low: 90, middle: 90, high: 105 },
  residentsPerDwelling: { low: 2.27, middle: 2.4, high: 2.58 },
  cohortsMfh: MFH,
  cohortsEfh: EFH,
};

/** What is known of a site; `null` = not known. */
export interface SiteFacts {
  readonly dwellings: number | null;
  readonly floorAreaSquareMeters: number | null;
  readonly dwellingType: 'MFH' | 'EFH' | 'mixed' | null;
  /** Calendar years of first occupancy with their share of the dwellings; shares sum to 1. */
  readonly phases: readonly { readonly year: number; readonly share: number }[];
}

/** Dwellings of a site: as given, else from the floor area (rounded to whole dwellings); `null` if neither is known. */
export function siteDwellings(site: SiteFacts, parameters: SiteParameters = DEFAULT_SITE_PARAMETERS): number | null {
  if (site.dwellings !== null) return site.dwellings;
  if (site.floorAreaSquareMeters === null) return null;
  return Math.round(site.floorAreaSquareMeters / parameters.floorSquareMetersPerDwelling.middle);
}

/** Residents of a fully occupied site; `null` if neither dwellings nor floor area are known. */
export function siteCapacityPersons(
  site: SiteFacts,
  variant: SiteVariant,
  parameters: SiteParameters = DEFAULT_SITE_PARAMETERS,
): number | null {
  const dwellings = siteDwellings(site, parameters);
  return dwellings === null ? null : dwellings * parameters.residentsPerDwelling[variant];
}

/** Residents per dwelling from the shares of tenures: free-financed 2.0, subsidised 2.9 (SoBoN experience). */
export function residentsByTenure(subsidisedShare: number, free = 2.0, subsidised = 2.9): number {
  return (1 - subsidisedShare) * free + subsidisedShare * subsidised;
}

/**
 * Gross residents of a site per calendar year and single year of age: `result[(year − firstYear) * 100 + age]` persons, `yearCount`
 * years. One run of the cohort model per phase; the phase's own first year is half occupied (its `occupancy`). A mixed site is half MFH,
 * half EFH. `null` if the number of dwellings or all years of occupancy are unknown. O(phases × years × 100).
 */
export function siteResidents(
  site: SiteFacts,
  variant: SiteVariant,
  firstYear: number,
  yearCount: number,
  parameters: SiteParameters = DEFAULT_SITE_PARAMETERS,
): Float64Array | null {
  const capacityPersons = siteCapacityPersons(site, variant, parameters);
  if (capacityPersons === null || site.phases.length === 0) return null;
  const result = new Float64Array(yearCount * AGE_COUNT);
  const profiles = profilesOf(site.dwellingType, parameters);
  for (const phase of site.phases) {
    const lastOffset = firstYear + yearCount - 1 - phase.year;
    if (lastOffset < 0) continue;
    for (const { cohorts, share } of profiles) {
      const residents = computeCohorts(cohorts, lastOffset, capacityPersons * phase.share * share);
      for (let y = Math.max(0, firstYear - phase.year); y <= lastOffset; y++) {
        const target = (phase.year + y - firstYear) * AGE_COUNT;
        for (let age = 0; age < AGE_COUNT; age++) result[target + age]! += residents[y * AGE_COUNT + age]!;
      }
    }
  }
  return result;
}

function profilesOf(
  type: SiteFacts['dwellingType'],
  parameters: SiteParameters,
): readonly { readonly cohorts: CohortParameters; readonly share: number }[] {
  const mfh = { cohorts: parameters.cohortsMfh, share: 1 };
  const efh = { cohorts: parameters.cohortsEfh, share: 1 };
  if (type === 'EFH') return [efh];
  if (type === 'mixed')
    return [
      { ...mfh, share: 0.5 },
      { ...efh, share: 0.5 },
    ];
  return [mfh];
}

/**
 * Persons of an age interval (half-open; parts of a year of age in proportion; age 99 is open) in one year of {@link siteResidents}.
 */
export function residentsOfAges(
  residents: Float64Array,
  yearIndex: number,
  interval: { readonly from: number; readonly to: number | null },
): number {
  const end = interval.to ?? AGE_COUNT;
  let persons = 0;
  for (let age = Math.floor(interval.from); age < Math.min(end, AGE_COUNT); age++) {
    const share = Math.min(age + 1, end) - Math.max(age, interval.from);
    persons += residents[yearIndex * AGE_COUNT + age]! * share;
  }
  return persons;
}

/** The wave of a site for one service: peak with its year, and the mean of the last ten years shown as the long run. */
export interface SiteWave {
  /** Demand per year, in the unit of the service. */
  readonly demand: Float64Array;
  readonly peak: { readonly value: number; readonly year: number };
  readonly longRunMean: number;
}

/** Demand per year = persons of the target group × rate. The first year of equal peaks counts. */
export function siteWave(
  residents: Float64Array,
  firstYear: number,
  interval: { readonly from: number; readonly to: number | null },
  rate: number,
): SiteWave {
  const yearCount = residents.length / AGE_COUNT;
  const demand = Float64Array.from({ length: yearCount }, (_, y) => residentsOfAges(residents, y, interval) * rate);
  let peakIndex = 0;
  for (let y = 1; y < yearCount; y++) if (demand[y]! > demand[peakIndex]!) peakIndex = y;
  const tail = demand.subarray(Math.max(0, yearCount - 10));
  return {
    demand,
    peak: { value: demand[peakIndex]!, year: firstYear + peakIndex },
    longRunMean: tail.reduce((sum, value) => sum + value, 0) / tail.length,
  };
}
