import { projectionOf } from '../../city/projection.ts';
import type { Catchment } from '../../city/types.ts';
import { UNREACHED } from '../../engine/network/bounded-search.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { createDistrictLocator } from '../../shared/geometry/district-locator.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel, GapCatchment } from './city-model.ts';
import type { GapDemand } from './gap-demand.ts';
import type { GapRequest } from './gap-request.ts';
import type { GapSupply } from './gap-supply.ts';
import type { ServiceReach } from './service-reach.ts';

/** One school and its catchment (Schulbezirk). Figures in pupils or places; `null` = keine Angabe. */
export interface CatchmentRow {
  readonly houseId: string;
  readonly houseName: string | null;
  readonly persons: number;
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
  /** Persons of the target group in no catchment, or beyond the limit of every school. */
  readonly personsWithoutHouse: number;
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
  const { points } = model;
  if (valid.length === 0) {
    const houseOf = new Int32Array(points.count).fill(-1);
    const best = new Uint32Array(points.count).fill(UNREACHED);
    for (const number of supply.houses) {
      if (without.has(number)) continue;
      const list = reach.listOf[number]!;
      for (let e = reach.lists.offsets[list]!; e < reach.lists.offsets[list + 1]!; e++) {
        const p = reach.lists.points[e]!;
        if (reach.lists.decimeters[e]! >= best[p]!) continue;
        best[p] = reach.lists.decimeters[e]!;
        houseOf[p] = number;
      }
    }
    return { houseOf, withoutCatchments: true };
  }
  return { houseOf: housesByArea(model, valid), withoutCatchments: false };
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
  const { points } = model;
  const houseOf = new Int32Array(points.count).fill(-1);
  const locator = createDistrictLocator(
    areas.map((area) => ({ id: area.id, level: 1, parent: null, geometry: area.geometry })),
  );
  const numberById = new Map(model.city.houses.map((house, number) => [house.id, number]));
  const houseByArea = new Map(areas.map((area) => [area.id, numberById.get(area.houseId) ?? -1]));
  const projection = projectionOf(model.city.identity.epsg);
  for (let p = 0; p < points.count; p++) {
    const position =
      p < points.packageCount ? model.city.population[p]!.position : projection.inverse(points.x[p]!, points.y[p]!);
    const area = locator.locate(position)[0];
    if (area !== null && area !== undefined) houseOf[p] = houseByArea.get(area)!;
  }
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
  const counted = new Set(supply.houses);
  const persons = new Map<number, number>();
  const wanted = new Map<number, number>();
  let personsWithoutHouse = 0;
  for (let p = 0; p < model.points.count; p++) {
    const here = demand.persons[p]!;
    if (Number.isNaN(here) || model.points.outside[p] === 1) continue;
    const house = houseOf[p]!;
    // A school that is closed, or not yet there, in this year takes nobody in.
    if (!counted.has(house)) personsWithoutHouse += here;
    persons.set(house, (persons.get(house) ?? 0) + here);
    wanted.set(house, (wanted.get(house) ?? 0) + demand.demand[p]!);
  }
  const perZug = indicator.rounding.kind === 'zuege' ? indicator.rounding.size : null;
  const rows = [...supply.houses].map((number, i): CatchmentRow => {
    const house = model.city.houses[number]!;
    const places = supply.capacity[i]!;
    const capacity = Number.isNaN(places) ? null : places;
    const found = wanted.get(number) ?? 0;
    const asked = Number.isNaN(found) || Number.isNaN(indicator.rate.value ?? Number.NaN) ? null : found;
    return {
      houseId: house.id,
      houseName: house.name,
      persons: persons.get(number) ?? 0,
      demand: asked,
      capacity,
      balance: asked === null || capacity === null ? null : capacity - asked,
      demandZuege: asked === null || perZug === null ? null : asked / perZug,
      capacityZuege: capacity === null || perZug === null ? null : capacity / perZug,
      meanMetersToHouse: meanMeters(number, houseOf, demand.persons, reach),
    };
  });
  return { rows, withoutCatchments, personsWithoutHouse };
}

function meanMeters(house: number, houseOf: Int32Array, persons: Float64Array, reach: ServiceReach): number | null {
  const list = reach.listOf[house]!;
  let sum = 0;
  let weight = 0;
  for (let e = reach.lists.offsets[list]!; e < reach.lists.offsets[list + 1]!; e++) {
    const p = reach.lists.points[e]!;
    if (houseOf[p] !== house || Number.isNaN(persons[p]!)) continue;
    sum += persons[p]! * reach.lists.decimeters[e]!;
    weight += persons[p]!;
  }
  return weight === 0 ? null : sum / weight / 10;
}
