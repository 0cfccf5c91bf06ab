import type { CityContent, House, Offer, SupplyArea } from '../../city/types.ts';
import { GRADES, type Grade, worseGrade } from '../../shared/grade.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { GapRequest, WhatCounts } from './gap-request.ts';

/** The houses (or areas) of a service that count in a year. */
export interface GapSupply {
  /** Numbers into the houses of the city. */
  readonly houses: Uint32Array;
  /** Capacity per counted house in the unit of the service; NaN = missing. */
  readonly capacity: Float64Array;
  /** Of it in offers that are secured but not there yet, and in planned ones and ideas, per counted house; 0 where none or missing. */
  readonly secured: Float64Array;
  readonly planned: Float64Array;
  /** Approved beyond what is available (not staffed), per counted house, where both are stated; never part of an available capacity. */
  readonly notAvailable: Float64Array;
  /** Newest date of a counted capacity, ISO; `null` if none is dated. */
  readonly date: string | null;
  /** Sum of the capacities that are stated as available. */
  readonly statedAvailable: number;
  readonly grade: Grade;
}

/** Whether an offer is there on 31 December of a year and its status counts. */
export function offerCounts(offer: Offer, year: number, counts: WhatCounts): boolean {
  return countsOn(offer, `${year}-12-31`, counts);
}

function countsOn(offer: Offer, day: string, counts: WhatCounts): boolean {
  if ((offer.from !== null && offer.from > day) || (offer.to !== null && offer.to <= day)) return false;
  switch (offer.status) {
    case 'existing':
    case 'secured':
      return true;
    case 'planned':
      return counts.facilities !== 'secured';
    case 'idea':
      return counts.facilities === 'ideas';
    case 'closed':
      return false;
  }
}

/** An offer that only takes places away (a measure of a scenario): it is no offer by itself. */
function takesAway(offer: Offer): boolean {
  return (offer.capacityApproved.value ?? 0) < 0;
}

/** Places of the counted offers of a house for one service, added up, never below 0; NaN if any of them has none stated. */
function statedCapacity(offers: readonly Offer[], counts: WhatCounts) {
  let capacity = 0;
  let statedAvailable = 0;
  let date: string | null = null;
  for (const offer of offers) {
    const available = counts.capacity === 'available' ? offer.capacityAvailable : { value: null, date: null };
    const figure = available.value === null ? offer.capacityApproved : available;
    capacity += figure.value ?? Number.NaN;
    if (available.value !== null) statedAvailable += available.value;
    if (figure.value !== null && figure.date !== null && (date === null || figure.date > date)) date = figure.date;
  }
  return { capacity: Math.max(0, capacity), statedAvailable, date };
}

/** Parts of the stated places by how sure they are; see {@link GapSupply}. */
function partsOf(offers: readonly Offer[], counts: WhatCounts) {
  const parts = { secured: 0, planned: 0, notAvailable: 0 };
  for (const { status, capacityAvailable, capacityApproved } of offers) {
    const available = capacityAvailable.value;
    const approved = capacityApproved.value;
    const places = (counts.capacity === 'available' ? available : null) ?? approved ?? 0;
    if (status === 'secured') parts.secured += places;
    else if (status === 'planned' || status === 'idea') parts.planned += places;
    if (available !== null && approved !== null) parts.notAvailable += Math.max(0, approved - available);
  }
  return parts;
}

/** Whether a house offers a service in the year of a request. */
export function isOffered(house: House, service: ServiceId, request: Pick<GapRequest, 'year' | 'counts'>): boolean {
  return house.offers.some(
    (offer) => offer.service === service && !takesAway(offer) && offerCounts(offer, request.year, request.counts),
  );
}

/** Houses with any offer of a service, and the days on which one of them begins or ends, ascending. */
interface HousesOfService {
  readonly numbers: readonly number[];
  readonly days: readonly string[];
  /** By days gone by and what counts: between two of the days nothing changes. */
  readonly known: Map<string, StatedSupply>;
}

/** What houses state by themselves, without the places of their pools. */
interface StatedSupply extends GapSupply {
  /** Those of the counted houses that have pools. */
  readonly pooled: readonly number[];
}

const knownHouses = new WeakMap<readonly House[], Map<ServiceId, HousesOfService>>();

function housesOfService(houses: readonly House[], service: ServiceId): HousesOfService {
  const known = knownHouses.get(houses) ?? new Map<ServiceId, HousesOfService>();
  knownHouses.set(houses, known);
  const found = known.get(service);
  if (found !== undefined) return found;
  const days = new Set<string>();
  const numbers = houses.flatMap(({ offers }, number) => {
    const own = offers.filter((offer) => offer.service === service);
    for (const { from, to } of own) for (const day of [from, to]) if (day !== null) days.add(day);
    return own.length === 0 ? [] : [number];
  });
  const made = { numbers, days: [...days].sort(), known: new Map<string, StatedSupply>() };
  known.set(service, made);
  return made;
}

/**
 * Houses of a service that count; those outside the city count for reach but their places only with an agreed number (none here).
 * `fromPools` gives the places that a house's pools have for the service (NaN = not stated). The same object where nothing differs.
 */
export function computeGapSupply(
  houses: readonly House[],
  service: ServiceId,
  { year, counts }: Pick<GapRequest, 'year' | 'counts'>,
  fromPools: (house: House) => number = () => 0,
): GapSupply {
  const day = `${year}-12-31`;
  const { numbers, days, known } = housesOfService(houses, service);
  const key = `${days.filter((change) => change <= day).length} ${counts.facilities} ${counts.capacity}`;
  const supply = known.get(key) ?? statedSupply(houses, numbers, service, day, counts);
  known.set(key, supply);
  if (supply.pooled.length === 0) return supply;
  const capacity = supply.capacity.slice();
  for (const i of supply.pooled) {
    const pooled = fromPools(houses[supply.houses[i]!]!);
    capacity[i] = (Number.isNaN(capacity[i]!) && pooled > 0 ? 0 : capacity[i]!) + pooled;
  }
  return { ...supply, capacity };
}

/** Those of the counted houses that state their places. */
export interface StatedPlaces {
  /** Their numbers among the counted houses, ascending. */
  readonly at: Uint32Array;
  readonly capacity: Float64Array;
}

const knownStated = new WeakMap<GapSupply, StatedPlaces>();

/** The counted houses (or areas) whose capacity is not missing. */
export function statedPlaces(supply: GapSupply): StatedPlaces {
  const known = knownStated.get(supply);
  if (known !== undefined) return known;
  const at = Uint32Array.from(supply.capacity.keys()).filter((i) => !Number.isNaN(supply.capacity[i]!));
  const made = { at, capacity: Float64Array.from(at, (i) => supply.capacity[i]!) };
  knownStated.set(supply, made);
  return made;
}

function statedSupply(
  houses: readonly House[],
  candidates: readonly number[],
  service: ServiceId,
  day: string,
  counts: WhatCounts,
): StatedSupply {
  const numbers: number[] = [];
  const pooled: number[] = [];
  const capacities: number[] = [];
  const parts: ReturnType<typeof partsOf>[] = [];
  let date: string | null = null;
  let statedAvailable = 0;
  let grade: Grade = GRADES[0];
  for (const number of candidates) {
    const house = houses[number]!;
    const offers = house.offers.filter((offer) => offer.service === service && countsOn(offer, day, counts));
    if (offers.every(takesAway)) continue;
    const found = statedCapacity(offers, counts);
    if (house.pools.length > 0 && !house.outside) pooled.push(numbers.length);
    numbers.push(number);
    capacities.push(house.outside ? Number.NaN : found.capacity);
    parts.push(partsOf(house.outside ? [] : offers, counts));
    if (!house.outside && !Number.isNaN(found.capacity)) {
      statedAvailable += Math.min(found.statedAvailable, found.capacity);
      if (found.date !== null && (date === null || found.date > date)) date = found.date;
    }
    grade = worseGrade(grade, house.grade);
  }
  return {
    houses: Uint32Array.from(numbers),
    capacity: Float64Array.from(capacities),
    secured: Float64Array.from(parts, (part) => part.secured),
    planned: Float64Array.from(parts, (part) => part.planned),
    notAvailable: Float64Array.from(parts, (part) => part.notAvailable),
    date,
    statedAvailable,
    grade,
    pooled,
  };
}

/** Places without a location (Kindertagespflege) per district id, the latest year up to the asked one. */
export function placesWithoutLocation(
  figures: CityContent['districtFigures'],
  request: Pick<GapRequest, 'service' | 'year'>,
): Map<string, number> {
  const latest = new Map<string, { year: number; value: number }>();
  for (const figure of figures) {
    if (figure.kind !== 'places-without-location' || figure.service !== request.service || figure.value === null)
      continue;
    if (figure.year > request.year || (latest.get(figure.district)?.year ?? -1) > figure.year) continue;
    latest.set(figure.district, { year: figure.year, value: figure.value });
  }
  return new Map([...latest].map(([id, { value }]) => [id, value]));
}

/** Supply areas of a service, large enough to count; areas of unknown size count for reach only where no size is asked for. */
export function countedAreas(
  areas: readonly SupplyArea[],
  service: ServiceId,
  minSquareMeters: number | null,
): number[] {
  return areas.flatMap((area, number) => {
    if (!area.services.includes(service)) return [];
    if (minSquareMeters === null) return [number];
    return area.usableSquareMeters !== null && area.usableSquareMeters >= minSquareMeters ? [number] : [];
  });
}

/** By the areas of a city, service and least size: they are the same in all years. */
const knownAreas = new WeakMap<readonly SupplyArea[], Map<string, GapSupply>>();

/** Supply areas of a service as supply: capacity is usable m² (NaN = unknown). */
export function computeAreaSupply(
  areas: readonly SupplyArea[],
  service: ServiceId,
  minSquareMeters: number | null,
): GapSupply {
  const known = knownAreas.get(areas) ?? new Map<string, GapSupply>();
  knownAreas.set(areas, known);
  const key = `${service} ${minSquareMeters}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const numbers = countedAreas(areas, service, minSquareMeters);
  const made: GapSupply = {
    houses: Uint32Array.from(numbers),
    capacity: Float64Array.from(numbers, (i) => areas[i]!.usableSquareMeters ?? Number.NaN),
    secured: new Float64Array(numbers.length),
    planned: new Float64Array(numbers.length),
    notAvailable: new Float64Array(numbers.length),
    date: null,
    statedAvailable: 0,
    grade: numbers.reduce<Grade>((grade, i) => worseGrade(grade, areas[i]!.grade), GRADES[0]),
  };
  known.set(key, made);
  return made;
}
