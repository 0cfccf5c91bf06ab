import type { House } from '../city/types.ts';
import { haversineDecimeters, type LonLat } from '../shared/coordinates.ts';
import { HOUSE_GROUPS, type HouseGroup, houseGroupByService, type ServiceId } from '../shared/services.ts';

/** A house in a list by distance: the keyboard's way to what the map shows. */
export interface NearHouse {
  readonly id: string;
  readonly name: string | null;
  readonly address: string | null;
  /** First group of the house in the order of `HOUSE_GROUPS`; `null` if none of its offers has a symbol. */
  readonly group: HouseGroup | null;
  readonly services: readonly ServiceId[];
  readonly distanceMeters: number;
  readonly outside: boolean;
}

export interface NearHousesRequest {
  readonly position: LonLat;
  /** Houses that offer at least one of these; `null` = all houses. */
  readonly services: readonly ServiceId[] | null;
  readonly offset: number;
  readonly limit: number;
}

export interface NearHouses {
  /** Number of houses that fit, of which `houses` is one page. */
  readonly total: number;
  /** Nearest first (great-circle distance, ties by id). */
  readonly houses: readonly NearHouse[];
}

/** One page of the houses nearest to a position. O(n log n) over all houses: a few milliseconds for 10,000. */
export function findHousesNear(houses: readonly House[], request: NearHousesRequest): NearHouses {
  const wanted = request.services === null ? null : new Set(request.services);
  const [lon, lat] = request.position;
  const found = houses
    .filter((house) => wanted === null || house.offers.some((offer) => wanted.has(offer.service)))
    .map((house) => ({
      house,
      decimeters: haversineDecimeters(lon, lat, house.position[0], house.position[1]),
    }))
    .sort((a, b) => a.decimeters - b.decimeters || (a.house.id < b.house.id ? -1 : 1));
  return {
    total: found.length,
    houses: found
      .slice(request.offset, request.offset + request.limit)
      .map(({ house, decimeters }) => nearHouse(house, Math.round(decimeters / 10))),
  };
}

function nearHouse(house: House, distanceMeters: number): NearHouse {
  const services = [...new Set(house.offers.map((offer) => offer.service))];
  const groups = services.map(houseGroupByService);
  return {
    id: house.id,
    name: house.name,
    address: house.address,
    group: HOUSE_GROUPS.find((group) => groups.includes(group)) ?? null,
    services,
    distanceMeters,
    outside: house.outside,
  };
}
