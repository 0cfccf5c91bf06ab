import type { Attachments } from '../../engine/network/attach.ts';
import { UNREACHED } from '../../engine/network/bounded-search.ts';
import { createReachFinder, type ReachFinder, type ReachLists } from '../../engine/reach/reach-lists.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel } from './city-model.ts';

/** Air distance × this factor where there is no network. Source: engine definition; the order of a detour in a street grid. */
export const DETOUR_FACTOR = 1.2;

/** Reach lists of one service, over its own houses or areas; `numbers[i]` is the number in the city of list i. */
export interface ServiceReach {
  readonly numbers: Uint32Array;
  readonly lists: ReachLists;
  /** List number by number in the city, −1 = not of this service. */
  readonly listOf: Int32Array;
}

/** Reach of services, computed once per service up to its largest limit and kept. */
export interface ReachStore {
  /** All houses with an offer of the service, whatever its year and status. */
  houses(service: ServiceId, largestMeters: number): ServiceReach;
  /** All supply areas of the service; distance to the nearest access point. */
  areas(service: ServiceId, largestMeters: number): ServiceReach;
  readonly pointsNotConnected: Uint8Array;
}

function invert(numbers: Uint32Array, count: number): Int32Array {
  const listOf = new Int32Array(count).fill(-1);
  numbers.forEach((number, i) => {
    listOf[number] = i;
  });
  return listOf;
}

/** Joins the lists of access points that belong to one area: the nearest one counts. */
function joinLists(lists: ReachLists, ownerOf: Uint32Array, ownerCount: number, pointCount: number): ReachLists {
  const best = new Uint32Array(pointCount).fill(UNREACHED);
  const offsets = new Uint32Array(ownerCount + 1);
  const points: number[] = [];
  const decimeters: number[] = [];
  for (let list = 0; list < lists.houseCount; ) {
    const owner = ownerOf[list]!;
    const hits: number[] = [];
    for (; list < lists.houseCount && ownerOf[list] === owner; list++) {
      for (let e = lists.offsets[list]!; e < lists.offsets[list + 1]!; e++) {
        const p = lists.points[e]!;
        if (best[p] === UNREACHED) hits.push(p);
        best[p] = Math.min(best[p]!, lists.decimeters[e]!);
      }
    }
    for (const p of hits) {
      points.push(p);
      decimeters.push(best[p]!);
      best[p] = UNREACHED;
    }
    offsets[owner + 1] = hits.length;
  }
  for (let owner = 0; owner < ownerCount; owner++) offsets[owner + 1]! += offsets[owner]!;
  return {
    houseCount: ownerCount,
    offsets,
    points: Uint32Array.from(points),
    decimeters: Uint32Array.from(decimeters),
  };
}

export function createReachStore(model: CityModel): ReachStore {
  const { points, city } = model;
  const attached: Attachments = model.attach(points.x, points.y);
  const finders = new Map<number, ReachFinder>();
  const known = new Map<string, ServiceReach>();
  const finderFor = (meters: number): ReachFinder => {
    let finder = finders.get(meters);
    if (finder === undefined) {
      finder = createReachFinder(model.graph, attached, {
        limitDecimeters: Math.round(meters * 10),
        detourFactor: DETOUR_FACTOR,
      });
      finders.set(meters, finder);
    }
    return finder;
  };
  const remember = (key: string, compute: () => ServiceReach): ServiceReach => {
    const found = known.get(key) ?? compute();
    known.set(key, found);
    return found;
  };
  const numbersWith = (items: readonly unknown[], has: (i: number) => boolean) =>
    Uint32Array.from([...items.keys()].filter(has));

  return {
    pointsNotConnected: attached.connected.map((connected) => (model.graph === null ? 0 : 1 - connected)),
    houses: (service, largestMeters) =>
      remember(`house ${service} ${largestMeters}`, () => {
        const numbers = numbersWith(city.houses, (i) =>
          city.houses[i]!.offers.some((offer) => offer.service === service),
        );
        const { x, y } = model.project([...numbers].map((i) => city.houses[i]!.position));
        return {
          numbers,
          lists: finderFor(largestMeters).findAll(model.attach(x, y)),
          listOf: invert(numbers, city.houses.length),
        };
      }),
    areas: (service, largestMeters) =>
      remember(`area ${service} ${largestMeters}`, () => {
        const numbers = numbersWith(city.supplyAreas, (i) => city.supplyAreas[i]!.services.includes(service));
        const accesses = [...numbers].flatMap((number, owner) =>
          city.supplyAreas[number]!.accessPoints.map((position) => ({ position, owner })),
        );
        const { x, y } = model.project(accesses.map(({ position }) => position));
        const lists = finderFor(largestMeters).findAll(model.attach(x, y));
        const owners = Uint32Array.from(accesses, ({ owner }) => owner);
        return {
          numbers,
          lists: joinLists(lists, owners, numbers.length, points.count),
          listOf: invert(numbers, city.supplyAreas.length),
        };
      }),
  };
}
