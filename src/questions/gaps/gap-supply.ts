import type { House, Offer, SupplyArea } from '../../city/types.ts';
import { GRADES, type Grade, worseGrade } from '../../shared/grade.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { GapRequest, WhatCounts } from './gap-request.ts';

/** The houses (or areas) of a service that count in a year. */
export interface GapSupply {
  /** Numbers into the houses of the city. */
  readonly houses: Uint32Array;
  /** Capacity per counted house in the unit of the service; NaN = missing. */
  readonly capacity: Float64Array;
  /** Newest date of a counted capacity, ISO; `null` if none is dated. */
  readonly date: string | null;
  /** Sum of the capacities that are stated as available. */
  readonly statedAvailable: number;
  readonly grade: Grade;
}

/** Whether an offer is there on 31 December of a year and its status counts. */
export function offerCounts(offer: Offer, year: number, counts: WhatCounts): boolean {
  const day = `${year}-12-31`;
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

/**
 * Places of one house for a service: its offers added up, never below 0, plus its share of pools; NaN if any counted offer has none
 * stated.
 */
function houseCapacity(house: House, service: ServiceId, offers: readonly Offer[], counts: WhatCounts) {
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
  capacity = Math.max(0, capacity);
  // A pool of a house counts for a service in full only where the service is its sole user; a shared one is split at city level.
  for (const pool of house.pools) {
    const weight = pool.weights[service];
    if (weight !== undefined && Object.keys(pool.weights).length === 1)
      capacity = (Number.isNaN(capacity) ? 0 : capacity) + (pool.places.value ?? Number.NaN) / weight;
  }
  return { capacity, statedAvailable, date };
}

/** Houses of a service that count; those outside the city count for reach but their places only with an agreed number (none here). */
export function computeGapSupply(houses: readonly House[], service: ServiceId, request: GapRequest): GapSupply {
  const numbers: number[] = [];
  const capacities: number[] = [];
  let date: string | null = null;
  let statedAvailable = 0;
  let grade: Grade = GRADES[0];
  houses.forEach((house, number) => {
    const offers = house.offers.filter(
      (offer) => offer.service === service && offerCounts(offer, request.year, request.counts),
    );
    if (offers.every(takesAway)) return;
    const found = houseCapacity(house, service, offers, request.counts);
    numbers.push(number);
    capacities.push(house.outside ? Number.NaN : found.capacity);
    if (!house.outside && !Number.isNaN(found.capacity)) {
      statedAvailable += Math.min(found.statedAvailable, found.capacity);
      if (found.date !== null && (date === null || found.date > date)) date = found.date;
    }
    grade = worseGrade(grade, house.grade);
  });
  return { houses: Uint32Array.from(numbers), capacity: Float64Array.from(capacities), date, statedAvailable, grade };
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
