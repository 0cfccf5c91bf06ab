import type { Forecast, Variant } from '../../city/types.ts';
import { type AgeWeights, type BandFactors, personsOfAges } from '../../engine/population/ages.ts';
import type { CityModel, GapCity } from './city-model.ts';
import type { ModelPoints, PackagePoints } from './model-points.ts';

/** The people at the demand points in a year and variant of the forecast, whatever sites bring. */
export interface PeopleInYear {
  /** Somebody's number is the one of the base year, because the forecast says nothing of them. */
  readonly heldConstant: boolean;
  /** Persons of an age group per point; NaN = missing, sites 0. Worked out once. O(points × bands of the group). */
  group(weights: AgeWeights): Float64Array;
  /** Persons of all ages per point; NaN = missing, sites 0. Worked out once. */
  total(): Float64Array;
  /** Arrays worked out so far. */
  arrayCount(): number;
}

/** Points that lie in the same districts of all levels share the factors of the forecast. */
interface PlaceGroups {
  /** Group of each of the package's points. */
  readonly of: Uint32Array;
  /** One point of each group. */
  readonly points: readonly number[];
  /** `peopled[band][group]`: 1 = somebody of the band lives there, inside the city. */
  readonly peopled: readonly Uint8Array[];
}

const knownGroups = new WeakMap<PackagePoints, PlaceGroups>();

function placeGroups(points: PackagePoints): PlaceGroups {
  const known = knownGroups.get(points);
  if (known !== undefined) return known;
  const of = new Uint32Array(points.count);
  const first: number[] = [];
  const numbers = new Map<string, number>();
  for (let p = 0; p < points.count; p++) {
    const place = points.districtOf.map((districts) => districts[p]!).join();
    const number = numbers.get(place) ?? first.push(p) - 1;
    numbers.set(place, number);
    of[p] = number;
  }
  const peopled = points.bands.map((persons) => {
    const found = new Uint8Array(first.length);
    // People of the surroundings are in no forecast of the city, and are none of its demand.
    for (let p = 0; p < points.count; p++) if (points.outside[p] === 0 && persons[p]! > 0) found[of[p]!] = 1;
    return found;
  });
  const groups = { of, points: first, peopled };
  knownGroups.set(points, groups);
  return groups;
}

/** Factor of the forecast for a district of any level, a band and a year; `null` = no statement. */
function forecastFactor(
  { city, districts, points }: CityModel,
  point: number,
  band: number,
  yearIndex: number,
  variant: Variant,
): number | null {
  for (let level = districts.length - 1; level >= 0; level--) {
    const number = points.districtOf[level]![point]!;
    if (number < 0) continue;
    const factor = city.forecast!.factors[districts[level]!.ids[number]!]?.[variant]?.[band]?.[yearIndex];
    if (factor !== undefined && factor !== null) return factor;
  }
  return null;
}

/** By demand points and what the forecast says: the years and variants asked for last, the newest at the end. */
const knownYears = new WeakMap<ModelPoints, { readonly of: unknown; readonly found: Map<string, PeopleInYear> }>();

/** So much is kept of them: about 16 years of a dozen age groups at 20,000 points; the last year of any city. */
const KEPT_BYTES = 32e6;

/**
 * Persons = base × factor; without a statement of the forecast the base itself (held constant). After the last year of a forecast they
 * stay as they are in that year (held constant as well). O(districts × bands).
 */
export function peopleInYear(model: CityModel, year: number, variant: Variant): PeopleInYear {
  const stated = statedYear(model.city, year);
  const found = peopleOfStatedYear(model, stated, variant);
  return stated === year ? found : { ...found, heldConstant: true };
}

/** The year whose people a year has: itself, else the last one of the forecast, without one the base year. */
function statedYear({ identity: { years }, forecast }: GapCity, year: number): number {
  const last = forecast === null ? 0 : Math.max(0, yearCount(forecast.factors) - 1);
  return years[Math.min(years.indexOf(year), last)] ?? years[0]!;
}

function peopleOfStatedYear(model: CityModel, year: number, variant: Variant): PeopleInYear {
  const key = `${year} ${variant}`;
  const factors = model.city.forecast?.factors ?? null;
  const known = knownYears.get(model.points);
  const years = known?.of === factors ? known.found : new Map<string, PeopleInYear>();
  if (known?.found !== years) knownYears.set(model.points, { of: factors, found: years });
  const found = years.get(key) ?? forecastPeople(model, year, variant);
  years.delete(key);
  years.set(key, found);
  const kept = KEPT_BYTES / (model.points.count * Float64Array.BYTES_PER_ELEMENT);
  let arrays = 0;
  for (const { arrayCount } of years.values()) arrays += arrayCount();
  for (const [oldest, { arrayCount }] of years) {
    if (arrays <= kept || oldest === key) break;
    years.delete(oldest);
    arrays -= arrayCount();
  }
  return found;
}

function forecastPeople(model: CityModel, year: number, variant: Variant): PeopleInYear {
  const { points, city } = model;
  const yearIndex = city.identity.years.indexOf(year);
  if (yearIndex === 0) return keepGroups(false, () => points.total, points.bands, null);
  const { heldConstant, scale, total } = yearScale(model, yearIndex, variant);
  const totalOfAll = () => {
    const all = new Float64Array(points.count);
    all.set(total());
    return all;
  };
  return keepGroups(heldConstant, totalOfAll, points.bands, scale);
}

/** How many years a forecast speaks of: as many as every row of its factors. */
function yearCount(factors: Forecast['factors']): number {
  for (const byVariant of Object.values(factors)) {
    for (const bands of Object.values(byVariant)) if (bands[0] !== undefined) return bands[0].length;
  }
  return 0;
}

/** What a forecast does to the groups of points in a year. */
interface YearScale {
  readonly heldConstant: boolean;
  readonly scale: BandFactors;
  /** Persons of all ages at the package's points. Worked out once. */
  readonly total: () => Float64Array;
}

/** By the factors of a forecast and the package's points: its years and variants. */
const knownScales = new WeakMap<object, WeakMap<PackagePoints, Map<string, YearScale>>>();

function yearScale(model: CityModel, yearIndex: number, variant: Variant): YearScale {
  const { ofPackage } = model.points;
  const { factors } = model.city.forecast!;
  const byPoints = knownScales.get(factors) ?? new WeakMap<PackagePoints, Map<string, YearScale>>();
  knownScales.set(factors, byPoints);
  const known = byPoints.get(ofPackage) ?? new Map<string, YearScale>();
  byPoints.set(ofPackage, known);
  const key = `${yearIndex} ${variant}`;
  const found = known.get(key) ?? makeScale(model, placeGroups(ofPackage), yearIndex, variant);
  known.set(key, found);
  return found;
}

function makeScale(model: CityModel, groups: PlaceGroups, yearIndex: number, variant: Variant): YearScale {
  let heldConstant = false;
  const factors = groups.peopled.map((peopled, band) =>
    Float64Array.from(groups.points, (point, group) => {
      const factor = forecastFactor(model, point, band, yearIndex, variant);
      if (factor === null && peopled[group] === 1) heldConstant = true;
      return factor ?? 1;
    }),
  );
  const scale = { factors, of: groups.of };
  let known: Float64Array | null = null;
  const total = () => (known ??= forecastTotal(model.points.ofPackage, scale));
  return { heldConstant, scale, total };
}

/** The remainder against the total has no factor of its own: it moves with the bands that have one. */
function forecastTotal(points: PackagePoints, { factors, of }: BandFactors): Float64Array {
  const before = sumOfBands(points);
  const after = new Float64Array(points.count);
  points.bands.forEach((persons, band) => {
    addBand(after, persons, factors[band]!, of);
  });
  const result = points.total.slice();
  for (let p = 0; p < points.count; p++) {
    if (before[p]! > 0 && Number.isFinite(before[p]!)) result[p]! *= after[p]! / before[p]!;
  }
  return result;
}

function addBand(sum: Float64Array, persons: Float64Array, factors: Float64Array, of: Uint32Array): void {
  for (let p = 0; p < sum.length; p++) sum[p]! += persons[p]! * factors[of[p]!]!;
}

const knownSums = new WeakMap<PackagePoints, Float64Array>();

/** Persons of all bands per point in the base year. */
function sumOfBands(points: PackagePoints): Float64Array {
  const known = knownSums.get(points);
  if (known !== undefined) return known;
  const sum = new Float64Array(points.count);
  for (const persons of points.bands) for (let p = 0; p < sum.length; p++) sum[p]! += persons[p]!;
  knownSums.set(points, sum);
  return sum;
}

function keepGroups(
  heldConstant: boolean,
  computeTotal: () => Float64Array,
  bands: readonly Float64Array[],
  scale: BandFactors | null,
): PeopleInYear {
  const known = new Map<string, Float64Array>();
  let all: Float64Array | null = null;
  const total = () => (all ??= computeTotal());
  return {
    heldConstant,
    total,
    group(weights) {
      const key = `${weights.totalWeight} ${weights.weights.join()}`;
      const found = known.get(key) ?? personsOfAges(weights, bands, total, scale);
      known.set(key, found);
      return found;
    },
    arrayCount: () => known.size + (all === null ? 0 : 1),
  };
}
