import { projectionOf } from '../../city/projection.ts';
import type { Catchment } from '../../city/types.ts';
import { UNREACHED } from '../../engine/network/bounded-search.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { createDistrictLocator } from '../../shared/geometry/district-locator.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel, GapCatchment } from './city-model.ts';
import type { GapDemand } from './gap-demand.ts';
import type { GapRequest } from './gap-request.ts';
import type { GapSupply } from './gap-supply.ts';
import type { PackagePoints } from './model-points.ts';
import { type ServiceReach, sameNumbers } from './service-reach.ts';

/** One school and its catchment (Schulbezirk). Figures in pupils or places; `null` = keine Angabe. */
export interface CatchmentRow {
  readonly houseId: string;
  readonly houseName: string | null;
  /** `null` where people live in it and nobody's age is stated. */
  readonly persons: number | null;
  readonly demand: number | null;
  readonly capacity: number | null;
  readonly balance: number | null;
  /** Demand and capacity as Züge (one decimal when shown); `null` where the indicator counts none. */
  readonly demandZuege: number | null;
  readonly capacityZuege: number | null;
  /** Mean walking metres of the target group to the school, reported only; `null` if nobody of it is within the largest limit. */
  readonly meanMetersToHouse: number | null;
}

export interface CatchmentResult {
  readonly rows: readonly CatchmentRow[];
  /** No by-law areas in the package: everyone counts at the nearest school (assumed, banner "ohne Schulbezirke"). */
  readonly withoutCatchments: boolean;
  /** Persons of the target group in no catchment, or beyond the limit of every school; `null` where nobody's age is stated. */
  readonly personsWithoutHouse: number | null;
}

/** Catchments of a service that are valid on 31 December of a year. */
export function catchmentsIn(
  city: Pick<CityModel['city'], 'catchments'>,
  service: ServiceId,
  year: number,
): readonly GapCatchment[] {
  const day = `${year}-12-31`;
  return city.catchments.filter(
    (area) =>
      area.service === service &&
      (area.validFrom === null || area.validFrom <= day) &&
      (area.validTo === null || area.validTo > day),
  );
}

/**
 * House number in the city per point, −1 = none; by the by-law areas valid on 31 December, or the nearest house. Where the nearest holds,
 * a house with a catchment of its own, or `without`, is nobody's nearest: it has whom its catchment gives it.
 */
export function housesOfPoints(
  model: CityModel,
  request: GapRequest,
  supply: GapSupply,
  reach: ServiceReach,
  without: ReadonlySet<number> = new Set(),
): { houseOf: Int32Array; withoutCatchments: boolean } {
  const valid = catchmentsIn(model.city, request.service, request.year);
  const own = valid.filter(({ liesOver }) => liesOver === true);
  if (own.length > 0) {
    const others = valid.filter(({ liesOver }) => liesOver !== true);
    const above = housesByArea(model, own);
    const withOwn = new Set(own.map(({ houseId }) => houseId));
    const apart = [...supply.houses].filter((house) => withOwn.has(model.city.houses[house]!.id));
    const below = byLawOrNearest(model, others, supply, reach, new Set([...without, ...apart]));
    return { ...below, houseOf: below.houseOf.map((house, p) => (above[p]! < 0 ? house : above[p]!)) };
  }
  return byLawOrNearest(model, valid, supply, reach, without);
}

function byLawOrNearest(
  model: CityModel,
  valid: readonly Catchment[],
  supply: GapSupply,
  reach: ServiceReach,
  without: ReadonlySet<number>,
): { houseOf: Int32Array; withoutCatchments: boolean } {
  const withoutCatchments = valid.length === 0;
  const houseOf = withoutCatchments
    ? nearestHouses(
        reach,
        without.size === 0 ? supply.houses : supply.houses.filter((number) => !without.has(number)),
        model.points.count,
      )
    : housesByArea(model, valid);
  return { houseOf, withoutCatchments };
}

/** By distances: what was found for the houses counted last. From year to year most are the same. */
const knownNearest = new WeakMap<ServiceReach, { readonly of: Uint32Array; readonly houseOf: Int32Array }>();

/** Number of the nearest of some houses per point, −1 = none within the largest limit. */
function nearestHouses(reach: ServiceReach, counted: Uint32Array, pointCount: number): Int32Array {
  const known = knownNearest.get(reach);
  if (known !== undefined && sameNumbers(known.of, counted)) return known.houseOf;
  const houseOf = new Int32Array(pointCount).fill(-1);
  const best = new Uint32Array(pointCount).fill(UNREACHED);
  for (const number of counted) {
    const list = reach.listOf[number]!;
    for (let e = reach.lists.offsets[list]!; e < reach.lists.offsets[list + 1]!; e++) {
      const p = reach.lists.points[e]!;
      if (reach.lists.decimeters[e]! >= best[p]!) continue;
      best[p] = reach.lists.decimeters[e]!;
      houseOf[p] = number;
    }
  }
  knownNearest.set(reach, { of: counted, houseOf });
  return houseOf;
}

/** Number of the area that each point lies in, −1 = none. */
interface LocatedPoints {
  readonly geometries: readonly Catchment['geometry'][];
  readonly areaOf: Int32Array;
}

/** By points: the areas they were located in last; the same for all years and variants and, mostly, measures. */
const knownAreas = new WeakMap<PackagePoints, readonly LocatedPoints[]>();

/** Sets of areas kept: those of a city by years, and what a scenario lays over them. */
const KEPT_SETS = 8;

function locateOnce(points: PackagePoints, areas: readonly Catchment[], locate: () => Int32Array): Int32Array {
  const known = knownAreas.get(points) ?? [];
  const found = known.find(
    ({ geometries }) =>
      geometries.length === areas.length && geometries.every((geometry, i) => geometry === areas[i]!.geometry),
  );
  if (found !== undefined) return found.areaOf;
  const areaOf = locate();
  const made = { geometries: areas.map(({ geometry }) => geometry), areaOf };
  knownAreas.set(points, [made, ...known].slice(0, KEPT_SETS));
  return areaOf;
}

/** Number of the area that each point lies in, −1 = none; those of the package are located once for all sites. */
function areasOfPoints({ city, points }: CityModel, areas: readonly Catchment[]): Int32Array {
  const { ofPackage, packageCount } = points;
  return locateOnce(points, areas, () => {
    const locator = createDistrictLocator(areas.map(({ id, geometry }) => ({ id, level: 1, parent: null, geometry })));
    const numberOf = new Map(areas.map(({ id }, area) => [id, area]));
    const areaAt = (position: LonLat) => numberOf.get(locator.locate(position)[0] ?? '') ?? -1;
    const own = () => Int32Array.from(city.population, ({ position }) => areaAt(position));
    const areaOf = new Int32Array(points.count);
    areaOf.set(locateOnce(ofPackage, areas, own));
    const projection = projectionOf(city.identity.epsg);
    for (let p = packageCount; p < points.count; p++) {
      areaOf[p] = areaAt(projection.inverse(points.x[p]!, points.y[p]!));
    }
    return areaOf;
  });
}

/** By model: house numbers per point of the catchments with these ids. They are the same for many years and all variants. */
const knownHouses = new WeakMap<CityModel, Map<string, Int32Array>>();

/** House number in the city per point by the areas it lies in, −1 = in none. Computed once per model and set of areas. */
function housesByArea(model: CityModel, areas: readonly Catchment[]): Int32Array {
  const known = knownHouses.get(model) ?? new Map<string, Int32Array>();
  knownHouses.set(model, known);
  const key = JSON.stringify(areas.map((area) => area.id));
  const found = known.get(key);
  if (found !== undefined) return found;
  const numberById = new Map(model.city.houses.map((house, number) => [house.id, number]));
  const houseOfArea = areas.map(({ houseId }) => numberById.get(houseId) ?? -1);
  const houseOf = areasOfPoints(model, areas).map((area) => houseOfArea[area] ?? -1);
  known.set(key, houseOf);
  return houseOf;
}

/** Demand − capacity per school over its catchment; the way to school is reported, never used to assign. O(points + pairs). */
export function computeCatchments(
  model: CityModel,
  indicator: Indicator,
  request: GapRequest,
  demand: GapDemand,
  supply: GapSupply,
  reach: ServiceReach,
): CatchmentResult {
  const { houseOf, withoutCatchments } = housesOfPoints(model, request, supply, reach);
  const { persons, wanted, personsWithoutHouse } = sumsByHouse(model, demand, supply, houseOf);
  const ways = waysToHouses(houseOf, reach);
  const perZug = indicator.rounding.kind === 'zuege' ? indicator.rounding.size : null;
  const rows = [...supply.houses].map((number, i): CatchmentRow => {
    const house = model.city.houses[number]!;
    const places = supply.capacity[i]!;
    const capacity = Number.isNaN(places) ? null : places;
    const found = wanted[i]!;
    const asked = Number.isNaN(found) || Number.isNaN(indicator.rate.value ?? Number.NaN) ? null : found;
    return {
      houseId: house.id,
      houseName: house.name,
      persons: Number.isNaN(persons[i]!) ? null : persons[i]!,
      demand: asked,
      capacity,
      balance: asked === null || capacity === null ? null : capacity - asked,
      demandZuege: asked === null || perZug === null ? null : asked / perZug,
      capacityZuege: capacity === null || perZug === null ? null : capacity / perZug,
      meanMetersToHouse: meanMeters(ways, number, demand.persons),
    };
  });
  return { rows, withoutCatchments, personsWithoutHouse };
}

/** Persons and demand of those whose house it is, per counted house (NaN = theirs are missing); the persons of all others. */
function sumsByHouse(model: CityModel, demand: GapDemand, supply: GapSupply, houseOf: Int32Array) {
  const { count, packageCount, outside } = model.points;
  const placeOf = new Int32Array(model.city.houses.length).fill(-1);
  supply.houses.forEach((number, i) => {
    placeOf[number] = i;
  });
  const persons = new Float64Array(supply.houses.length);
  const wanted = new Float64Array(supply.houses.length);
  const pointsKnown = new Uint32Array(supply.houses.length);
  const pointsMissing = new Uint32Array(supply.houses.length);
  let personsWithoutHouse = 0;
  let someKnown = false;
  for (let p = 0; p < count; p++) {
    if (outside[p] === 1) continue;
    const here = demand.persons[p]!;
    const place = houseOf[p]! < 0 ? -1 : placeOf[houseOf[p]!]!;
    if (Number.isNaN(here)) {
      if (place >= 0) pointsMissing[place]!++;
      continue;
    }
    // Who comes with a site says nothing of those who live there.
    const isResident = p < packageCount;
    someKnown ||= isResident;
    // A school that is closed, or not yet there, in this year takes nobody in.
    if (place < 0) personsWithoutHouse += here;
    else {
      if (isResident) pointsKnown[place]!++;
      persons[place]! += here;
      wanted[place]! += demand.demand[p]!;
    }
  }
  for (let place = 0; place < supply.houses.length; place++) {
    if (pointsKnown[place]! > 0 || pointsMissing[place] === 0) continue;
    persons[place] = Number.NaN;
    wanted[place] = Number.NaN;
  }
  return { persons, wanted, personsWithoutHouse: someKnown ? personsWithoutHouse : null };
}

/** The ways of people to the house whose they are: entry e of a house's list goes from `points[e]`, `decimeters[e]` long. */
interface Ways {
  readonly reach: ServiceReach;
  readonly offsets: Uint32Array;
  readonly points: Uint32Array;
  readonly decimeters: Uint32Array;
}

/** By houses per point: their ways, found in the distances asked for last. */
const knownWays = new WeakMap<Int32Array, Ways>();

function waysToHouses(houseOf: Int32Array, reach: ServiceReach): Ways {
  const known = knownWays.get(houseOf);
  if (known?.reach === reach) return known;
  const { lists, numbers } = reach;
  const offsets = new Uint32Array(lists.houseCount + 1);
  const own: number[] = [];
  for (let list = 0; list < lists.houseCount; list++) {
    for (let e = lists.offsets[list]!; e < lists.offsets[list + 1]!; e++) {
      if (houseOf[lists.points[e]!] === numbers[list]) own.push(e);
    }
    offsets[list + 1] = own.length;
  }
  const ways = {
    reach,
    offsets,
    points: Uint32Array.from(own, (e) => lists.points[e]!),
    decimeters: Uint32Array.from(own, (e) => lists.decimeters[e]!),
  };
  knownWays.set(houseOf, ways);
  return ways;
}

function meanMeters({ reach, offsets, points, decimeters }: Ways, house: number, persons: Float64Array): number | null {
  const list = reach.listOf[house]!;
  let sum = 0;
  let weight = 0;
  for (let e = offsets[list]!; e < offsets[list + 1]!; e++) {
    const here = persons[points[e]!]!;
    if (Number.isNaN(here)) continue;
    sum += here * decimeters[e]!;
    weight += here;
  }
  return weight === 0 ? null : sum / weight / 10;
}
