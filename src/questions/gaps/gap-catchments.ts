import type { Indicator } from '../../indicators/indicator.ts';
import { housesOfPoints } from './catchment-houses.ts';
import type { CityModel } from './city-model.ts';
import type { GapDemand } from './gap-demand.ts';
import type { GapRequest } from './gap-request.ts';
import type { GapSupply } from './gap-supply.ts';
import type { ServiceReach } from './service-reach.ts';

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
