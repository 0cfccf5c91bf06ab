/**
 * The cohort model of a development site: how old its residents are in each year after first move-in. One run per phase of occupancy,
 * single years of age 0–99 (99 open), yearly steps. Assumption of this project, calibrated on one published simulation (Germering:
 * 12.0 % aged 0–9 after 10 years); the EFH profile has no such anchor. All parameters are editable.
 */

/** Ages 0 … 99; the last is open. */
export const AGE_COUNT = 100;

/** A share in % of the inflow, spread evenly over the ages `from … to` (both included). */
export interface InflowBand {
  readonly from: number;
  readonly to: number;
  readonly percent: number;
}

export interface CohortParameters {
  readonly inflow: readonly InflowBand[];
  /** Share of residents who move out per year, before the age factor. */
  readonly turnover: number;
  /** Additional share of the 19–25-year-olds who leave home per year. */
  readonly leavingHome: number;
  /** Children per woman over her life. */
  readonly totalFertility: number;
  /** Share of the dwellings first occupied in year 0, 1, …; sums to 1. */
  readonly occupancy: readonly number[];
}

/** Multi-family housing (Mehrfamilienhaus). */
export const MFH: CohortParameters = {
  inflow: [
    { from: 0, to: 2, percent: 3.6 },
    { from: 3, to: 5, percent: 2.8 },
    { from: 6, to: 9, percent: 2.9 },
    { from: 10, to: 17, percent: 4.5 },
    { from: 18, to: 24, percent: 9 },
    { from: 25, to: 34, percent: 30 },
    { from: 35, to: 44, percent: 22 },
    { from: 45, to: 54, percent: 11 },
    { from: 55, to: 64, percent: 7 },
    { from: 65, to: 79, percent: 5 },
    { from: 80, to: 95, percent: 2.2 },
  ],
  turnover: 0.1,
  leavingHome: 0.1,
  totalFertility: 1.35,
  occupancy: [0.5, 0.5],
};

/** Single-family housing (Einfamilienhaus). */
export const EFH: CohortParameters = {
  inflow: [
    { from: 0, to: 2, percent: 8 },
    { from: 3, to: 5, percent: 7 },
    { from: 6, to: 9, percent: 7 },
    { from: 10, to: 17, percent: 7 },
    { from: 18, to: 24, percent: 3 },
    { from: 25, to: 34, percent: 20 },
    { from: 35, to: 44, percent: 32 },
    { from: 45, to: 54, percent: 10 },
    { from: 55, to: 64, percent: 4 },
    { from: 65, to: 79, percent: 1.5 },
    { from: 80, to: 95, percent: 0.5 },
  ],
  turnover: 0.02,
  leavingHome: 0.15,
  totalFertility: 1.6,
  occupancy: [0.5, 0.5],
};

/** Inflow per single year of age, normalised to a sum of 1. */
function inflowByAge(bands: readonly InflowBand[]): Float64Array {
  const shares = new Float64Array(AGE_COUNT);
  for (const { from, to, percent } of bands) {
    for (let age = from; age <= to; age++) shares[age]! += percent / (to - from + 1);
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** Births per woman and year of age: a normal curve (mean 32, sd 5) over 15–49, scaled to the total fertility. */
function fertilityByAge(totalFertility: number): Float64Array {
  const curve = new Float64Array(AGE_COUNT);
  for (let age = 15; age <= 49; age++) curve[age] = Math.exp(-(((age - 32) / 5) ** 2) / 2);
  const sum = curve.reduce((total, value) => total + value, 0);
  return curve.map((value) => (value * totalFertility) / sum);
}

function survival(age: number): number {
  return age === 0 ? 0.997 : 1 - Math.min(0.35, 0.00004 * Math.exp(0.0975 * age));
}

function leavingShare(age: number, { turnover, leavingHome }: CohortParameters): number {
  if (age < 18) return turnover;
  const mobility = age <= 34 ? 1.4 : age <= 44 ? 1.0 : 0.5;
  return Math.min(0.9, (turnover + (age >= 19 && age <= 25 ? leavingHome : 0)) * mobility);
}

/**
 * Residents of a site for years 0 … `years`, per single year of age, for a full capacity of `capacityPersons` persons:
 * `result[year * 100 + age]` persons. Year 0 is the first filling alone; every later year: births, survival and ageing, leaving, refill.
 * O(years × 100).
 */
export function computeCohorts(parameters: CohortParameters, years: number, capacityPersons = 1): Float64Array {
  const inflow = inflowByAge(parameters.inflow);
  const fertility = fertilityByAge(parameters.totalFertility);
  const result = new Float64Array((years + 1) * AGE_COUNT);
  let residents = new Float64Array(AGE_COUNT);
  let occupied = 0;
  for (let year = 0; year <= years; year++) {
    if (year > 0) residents = ageOneYear(residents, fertility, parameters);
    occupied += parameters.occupancy[year] ?? 0;
    const target = capacityPersons * Math.min(1, occupied);
    const missing = target - residents.reduce((sum, persons) => sum + persons, 0);
    if (missing > 0) for (let age = 0; age < AGE_COUNT; age++) residents[age]! += missing * inflow[age]!;
    result.set(residents, year * AGE_COUNT);
  }
  return result;
}

function ageOneYear(
  before: Float64Array,
  fertility: Float64Array,
  parameters: CohortParameters,
): Float64Array<ArrayBuffer> {
  const after = new Float64Array(AGE_COUNT);
  for (let age = 15; age <= 49; age++) after[0]! += before[age]! * 0.5 * fertility[age]!;
  for (let age = 0; age < AGE_COUNT; age++) after[Math.min(age + 1, AGE_COUNT - 1)]! += before[age]! * survival(age);
  for (let age = 0; age < AGE_COUNT; age++) after[age]! *= 1 - leavingShare(age, parameters);
  return after;
}
