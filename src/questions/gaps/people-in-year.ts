import type { Variant } from '../../city/types.ts';
import { type AgeWeights, personsOfAges } from '../../engine/population/ages.ts';
import type { CityModel } from './city-model.ts';
import type { ModelPoints, PackagePoints } from './model-points.ts';

/** The people at the demand points in a year and variant of the forecast, whatever sites bring. */
export interface PeopleInYear {
  /** Somebody's number is the one of the base year, because the forecast says nothing of them. */
  readonly heldConstant: boolean;
  /** Persons of an age group per point; NaN = missing, sites 0. Worked out once. O(points × bands of the group). */
  group(weights: AgeWeights): Float64Array;
  /** Persons of all ages per point; NaN = missing, sites 0. Worked out once. */
  total(): Float64Array;
}

/** Points that lie in the same districts of all levels share the factors of the forecast. */
interface PlaceGroups {
  /** Group of each of the package's points. */
  readonly of: Uint32Array;
  /** One point of each group. */
  readonly points: readonly number[];
  /** `group * bandCount + band`: 1 = somebody of the band lives there, inside the city. */
  readonly peopled: Uint8Array;
}

const knownGroups = new WeakMap<PackagePoints, PlaceGroups>();

function placeGroups(points: PackagePoints, bandCount: number): PlaceGroups {
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
  const peopled = new Uint8Array(first.length * bandCount);
  for (let p = 0; p < points.count; p++) {
    // People of the surroundings are in no forecast of the city, and are none of its demand.
    if (points.outside[p] === 1) continue;
    for (let b = 0; b < bandCount; b++) {
      if (points.persons[p * bandCount + b]! > 0) peopled[of[p]! * bandCount + b] = 1;
    }
  }
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

/**
 * By demand points: the last year and variant asked for. One question asks for it several times, and so does one service after the
 * other.
 */
const lastYear = new WeakMap<
  ModelPoints,
  { readonly of: unknown; readonly key: string; readonly found: PeopleInYear }
>();

/** Persons = base × factor; without a statement of the forecast the base itself (held constant). O(districts × bands). */
export function peopleInYear(model: CityModel, year: number, variant: Variant): PeopleInYear {
  const key = `${year} ${variant}`;
  const factors = model.city.forecast?.factors ?? null;
  const known = lastYear.get(model.points);
  if (known?.of === factors && known.key === key) return known.found;
  const found = forecastPeople(model, year, variant);
  lastYear.set(model.points, { of: factors, key, found });
  return found;
}

function forecastPeople(model: CityModel, year: number, variant: Variant): PeopleInYear {
  const { points, bandCount, city } = model;
  const yearIndex = city.identity.years.indexOf(year);
  const baseYear = city.identity.years[0];
  if (city.forecast === null || yearIndex < 0 || year === baseYear) {
    return keepGroups(year !== baseYear, () => points.total, points.persons, null);
  }
  const groups = placeGroups(points.ofPackage, bandCount);
  const factors = new Float64Array(groups.points.length * bandCount);
  let heldConstant = false;
  groups.points.forEach((point, group) => {
    for (let b = 0; b < bandCount; b++) {
      const factor = forecastFactor(model, point, b, yearIndex, variant);
      if (factor === null && groups.peopled[group * bandCount + b] === 1) heldConstant = true;
      factors[group * bandCount + b] = factor ?? 1;
    }
  });
  return keepGroups(heldConstant, () => forecastTotal(model, groups.of, factors), points.persons, {
    factors,
    of: groups.of,
  });
}

/** The remainder against the total has no factor of its own: it moves with the bands that have one. */
function forecastTotal({ points, bandCount }: CityModel, groupOf: Uint32Array, factors: Float64Array): Float64Array {
  const total = points.total.slice();
  for (let p = 0; p < points.packageCount; p++) {
    const group = groupOf[p]! * bandCount;
    let before = 0;
    let after = 0;
    for (let b = 0; b < bandCount; b++) {
      const base = points.persons[p * bandCount + b]!;
      before += base;
      after += base * factors[group + b]!;
    }
    if (before > 0 && Number.isFinite(before)) total[p]! *= after / before;
  }
  return total;
}

function keepGroups(
  heldConstant: boolean,
  computeTotal: () => Float64Array,
  persons: Float64Array,
  scale: Parameters<typeof personsOfAges>[3],
): PeopleInYear {
  const known = new Map<string, Float64Array>();
  let all: Float64Array | null = null;
  const total = () => (all ??= computeTotal());
  return {
    heldConstant,
    total,
    group(weights) {
      const key = `${weights.totalWeight} ${weights.weights.join()}`;
      const found = known.get(key) ?? personsOfAges(weights, persons, total, scale);
      known.set(key, found);
      return found;
    },
  };
}
