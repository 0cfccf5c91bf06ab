import { projectionOf } from '../../city/projection.ts';
import type { Catchment } from '../../city/types.ts';
import { UNREACHED } from '../../engine/network/bounded-search.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { createDistrictLocator } from '../../shared/geometry/district-locator.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel, GapCatchment } from './city-model.ts';
import type { GapRequest } from './gap-request.ts';
import type { GapSupply } from './gap-supply.ts';
import type { PackagePoints } from './model-points.ts';
import { type ServiceReach, sameNumbers } from './service-reach.ts';

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
