import type { House, Pool } from '../../city/types.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type Arrays, NEW_ARRAYS } from '../../shared/arrays.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel } from './city-model.ts';
import { computeGapDemand } from './gap-demand.ts';
import type { GapRequest, PoolsInResult, PoolUse } from './gap-request.ts';
import { computeGapSupply, isOffered, placesWithoutLocation } from './gap-supply.ts';

/**
 * How places that several services of a house may use are shared out: each service gets places in proportion to what it lacks in the
 * whole city, `max(0, demand − fixed capacity)`. Made for one (scenario, year, what counts), always for the middle variant; keep it while
 * something is dragged, so that results stay comparable. `null` = demand not known.
 */
export interface PoolSplit {
  readonly lacking: Readonly<Partial<Record<ServiceId, number | null>>>;
}

/** Services that share a pool in a year: those that the house offers then. */
function usersOf(house: House, pool: Pool, request: GapRequest): ServiceId[] {
  return (Object.keys(pool.weights) as ServiceId[]).filter((service) => isOffered(house, service, request));
}

/** Share of a pool's places that one of its users gets: by what each lacks, counted in places of the pool; else in equal parts. */
function shareOf(pool: Pool, users: readonly ServiceId[], service: ServiceId, split: PoolSplit): number {
  const needs = users.map((user) => (split.lacking[user] ?? Number.NaN) * pool.weights[user]!);
  const total = needs.reduce((sum, need) => sum + need, 0);
  return total > 0 ? needs[users.indexOf(service)]! / total : 1 / users.length;
}

/** Places of a house's pools for one service, in its unit; NaN if a pool does not state its places. A sole user has the whole pool. */
export function poolCapacity(
  house: House,
  service: ServiceId,
  request: GapRequest,
  split: PoolSplit,
  use: PoolUse = 'split',
): number {
  return house.pools.reduce((sum, pool) => {
    const users = usersOf(house, pool, request);
    if (!users.includes(service)) return sum;
    const rest = use === 'all' ? 1 : 0;
    const share = users.length === 1 ? 1 : use === 'split' ? shareOf(pool, users, service, split) : rest;
    return sum + ((pool.places.value ?? Number.NaN) * share) / pool.weights[service]!;
  }, 0);
}

const knownPooled = new WeakMap<readonly House[], readonly House[]>();

/** Houses of the city itself that have pools. */
function housesWithPools({ city }: CityModel): readonly House[] {
  const known =
    knownPooled.get(city.houses) ?? city.houses.filter(({ pools, outside }) => pools.length > 0 && !outside);
  knownPooled.set(city.houses, known);
  return known;
}

/** Services that share a pool with this one anywhere in the city; empty if it shares none. */
function servicesSharing(model: CityModel, request: GapRequest): ServiceId[] {
  const found = new Set<ServiceId>();
  for (const house of housesWithPools(model)) {
    for (const pool of house.pools) {
      const users = usersOf(house, pool, request);
      if (users.length > 1 && users.includes(request.service)) for (const user of users) found.add(user);
    }
  }
  return [...found].sort();
}

/** By model and indicator: what was found for a year and what counts. It is the same for all variants and limits. */
const knownLacks = new WeakMap<CityModel, WeakMap<Indicator, Map<string, number | null>>>();

/** What a service lacks in the city without shared pools; `null` where its demand is not known or no indicator says it. */
function lackOf(
  model: CityModel,
  indicator: Indicator | undefined,
  request: GapRequest,
  arrays: Arrays,
): number | null {
  if (indicator === undefined) return null;
  const byIndicator = knownLacks.get(model) ?? new WeakMap<Indicator, Map<string, number | null>>();
  knownLacks.set(model, byIndicator);
  const known = byIndicator.get(indicator) ?? new Map<string, number | null>();
  byIndicator.set(indicator, known);
  const key = JSON.stringify([request.year, request.counts, request.movers ?? 'net']);
  const found = known.get(key);
  if (found !== undefined) return found;
  const lack = computeLack(model, indicator, { ...request, service: indicator.service, variant: 'middle' }, arrays);
  known.set(key, lack);
  return lack;
}

function computeLack(model: CityModel, indicator: Indicator, request: GapRequest, arrays: Arrays): number | null {
  const { demand } = computeGapDemand(model, indicator, request, arrays);
  const inside = model.points.districtOf[0]!;
  let wanted = Number.NaN;
  for (let p = 0; p < demand.length; p++) {
    const value = demand[p]!;
    if (inside[p]! >= 0 && !Number.isNaN(value)) wanted = (Number.isNaN(wanted) ? 0 : wanted) + value;
  }
  if (Number.isNaN(wanted)) return null;
  const { houses, districtFigures } = model.city;
  const soleUse = (house: House) => poolCapacity(house, request.service, request, { lacking: {} }, 'none');
  const { capacity } = computeGapSupply(houses, request.service, request, soleUse);
  const elsewhere = [...placesWithoutLocation(districtFigures, request).values()];
  const fixed = [...capacity, ...elsewhere].reduce((sum, places) => (Number.isNaN(places) ? sum : sum + places), 0);
  return Math.max(0, wanted - fixed);
}

/**
 * The split of the pools that a request's service shares; `null` if it shares none. `catalogue` says the demand of the other services.
 * O(services × (points + houses)).
 */
export function computePoolSplit(
  model: CityModel,
  indicator: Indicator,
  request: GapRequest,
  catalogue: readonly Indicator[],
  arrays: Arrays = NEW_ARRAYS,
): PoolSplit | null {
  const services = servicesSharing(model, request);
  if (services.length === 0) return null;
  const lacking = services.map((service) => {
    const own = service === indicator.service ? indicator : catalogue.find((record) => record.service === service);
    return [service, lackOf(model, own, request, arrays)] as const;
  });
  return { lacking: Object.fromEntries(lacking) };
}

/** What the pools give a service in the city: places, and its capacity at both extremes beside the split in use. */
export function poolsInResult(model: CityModel, request: GapRequest, split: PoolSplit): PoolsInResult {
  let houses = 0;
  const sums = { split: 0, all: 0, none: 0 };
  for (const house of housesWithPools(model)) {
    const shares = house.pools.some((pool) => {
      const users = usersOf(house, pool, request);
      return users.length > 1 && users.includes(request.service);
    });
    if (!shares) continue;
    houses++;
    for (const use of ['split', 'all', 'none'] as const) {
      const places = poolCapacity(house, request.service, request, split, use);
      if (!Number.isNaN(places)) sums[use] += places;
    }
  }
  return { houses, use: request.pools ?? 'split', capacity: sums, lacking: split.lacking };
}
