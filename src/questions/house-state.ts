import type { House, Offer } from '../city/types.ts';
import { HOUSE_GROUPS, type HouseGroup, houseGroupByService, type ServiceId } from '../shared/services.ts';

/** How a house is drawn: there now, decided or planned for later, an idea, or given up. Best first. */
export const HOUSE_STATES = ['existing', 'planned', 'idea', 'closed'] as const;

export type HouseState = (typeof HOUSE_STATES)[number];

/** The state of an offer on a day (ISO date; `from ≤ day < to`). A secured offer that has not begun is planned. */
export function offerState(offer: Pick<Offer, 'status' | 'from' | 'to'>, day: string): HouseState {
  if (offer.status === 'closed' || (offer.to !== null && offer.to <= day)) return 'closed';
  if (offer.status === 'idea') return 'idea';
  if (offer.status === 'planned' || (offer.from !== null && offer.from > day)) return 'planned';
  return 'existing';
}

/** The best state among a house's offers; a house without offers exists. */
export function houseState(house: Pick<House, 'offers'>, day: string): HouseState {
  if (house.offers.length === 0) return 'existing';
  const states = house.offers.map((offer) => offerState(offer, day));
  return HOUSE_STATES.find((state) => states.includes(state)) ?? 'existing';
}

/** Services of which one asks how many places a house has; the others count by reach or by number (engine.md, models). */
export function countsPlaces(service: ServiceId): boolean {
  switch (service) {
    case 'kita-u3':
    case 'kita-ue3':
    case 'grundschule':
    case 'ganztag':
    case 'sek-1':
    case 'schule':
    case 'jugendtreff':
    case 'begegnung':
    case 'pflege':
    case 'tagespflege':
    case 'sporthalle':
    case 'unterkunft':
      return true;
    case 'hausarzt':
    case 'kinderarzt':
    case 'arzt':
    case 'bibliothek':
    case 'familienzentrum':
    case 'spielplatz-0-6':
    case 'spielplatz-6-12':
    case 'spielplatz-12-18':
    case 'spielflaeche':
    case 'gruen-nah':
      return false;
  }
}

/** The symbol groups of a house's offers that are not closed, in the order of `HOUSE_GROUPS`. */
export function groupsOfHouse(house: Pick<House, 'offers'>, day: string): HouseGroup[] {
  const open = house.offers.filter((offer) => offerState(offer, day) !== 'closed');
  return HOUSE_GROUPS.filter((group) => open.some((offer) => houseGroupByService(offer.service) === group));
}

/**
 * Groups in which the house counts places but states none at all: no capacity of any of the group's open offers, none of a pool they
 * share, and none of the whole house.
 */
export function groupsWithoutFigures(
  house: Pick<House, 'offers' | 'pools' | 'capacityTotal'>,
  day: string,
): HouseGroup[] {
  if (typeof house.capacityTotal?.value === 'number') return [];
  const stated = (offer: Offer) =>
    offer.capacityAvailable.value !== null ||
    offer.capacityApproved.value !== null ||
    house.pools.some((pool) => pool.places.value !== null && pool.weights[offer.service] !== undefined);
  return groupsOfHouse(house, day).filter((group) => {
    const counted = house.offers.filter(
      (offer) =>
        houseGroupByService(offer.service) === group &&
        countsPlaces(offer.service) &&
        offerState(offer, day) !== 'closed',
    );
    return counted.length > 0 && !counted.some(stated);
  });
}

/** Places a house states in all, available before approved; `null` if nothing is stated. For ordering only: units differ by service. */
export function statedPlaces(house: Pick<House, 'offers' | 'pools' | 'capacityTotal'>): number | null {
  const figures = [
    house.capacityTotal?.value ?? null,
    ...house.pools.map((pool) => pool.places.value),
    ...house.offers.map((offer) => offer.capacityAvailable.value ?? offer.capacityApproved.value),
  ].filter((value) => value !== null);
  return figures.length === 0 ? null : figures.reduce((sum, value) => sum + value, 0);
}
