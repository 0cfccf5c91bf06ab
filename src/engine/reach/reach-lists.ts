import KDBush from 'kdbush';
import type { Attachments } from '../network/attach.ts';
import { type BoundedSearch, createBoundedSearch, UNREACHED } from '../network/bounded-search.ts';
import { type ChainPlaces, NO_CHAIN, placesOnChains } from '../network/skeleton.ts';
import type { WalkGraph } from '../network/walk-graph.ts';
import { type PointsOnNetwork, pointsOnNetwork } from './points-on-network.ts';

/**
 * Who reaches what: the demand points within the largest limit of each house. The points of house j are `points[offsets[j] …
 * offsets[j + 1]]`, with their distance in `decimeters` at the same place. The order inside a list is deterministic but has no meaning,
 * save for the last points of {@link ReachOptions}.
 */
export interface ReachLists {
  readonly houseCount: number;
  readonly offsets: Uint32Array;
  readonly points: Uint32Array;
  readonly decimeters: Uint32Array;
}

/** One house's list, while it is being placed or dragged. */
export interface ReachList {
  readonly points: Uint32Array;
  readonly decimeters: Uint32Array;
}

export interface ReachOptions {
  /** Largest distance kept, in decimetres, inclusive. */
  readonly limitDecimeters: number;
  /** Air distance × this factor stands for the walk where a point or house is not connected. */
  readonly detourFactor: number;
  /** Points from this number on stand last in every list, ascending, so that lists with and without them begin alike. */
  readonly lastFrom?: number;
}

/** Computes reach lists again and again on the same demand points. */
export interface ReachFinder {
  /** Reach lists of all houses, in the houses' order. */
  findAll(houses: Attachments): ReachLists;
  /** Reach list of house j alone. */
  findOne(houses: Attachments, house: number): ReachList;
}

/** Points on a network, and what searches it. */
interface Walkable extends PointsOnNetwork {
  readonly search: BoundedSearch;
}

const walkable = (points: PointsOnNetwork): Walkable => ({
  ...points,
  search: createBoundedSearch(points.skeleton.graph),
});

/** Whole decimetres of an air distance (metres) × detour factor; only exactly rounded operations, so every engine agrees. */
export function airDecimeters(dx: number, dy: number, detourFactor: number): number {
  return Math.round(Math.sqrt(dx * dx + dy * dy) * detourFactor * 10);
}

function grown(values: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(values);
  return larger;
}

/** Moves the points from `lastFrom` on behind the others, ascending; those keep their order. */
export function moveLast(points: Uint32Array, count: number, lastFrom: number): void {
  const last: number[] = [];
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const point = points[i]!;
    if (point >= lastFrom) last.push(point);
    else points[kept++] = point;
  }
  last.sort((a, b) => a - b);
  for (const point of last) points[kept++] = point;
}

/**
 * Prepares reach lists over a network (or `null`: air distance everywhere) for a fixed set of demand points.
 *
 * d(i, j) = access(i) + shortest path + access(j), in whole decimetres; two points on the same edge measure along the edge. Points and
 * houses that are not connected are measured by air distance × detour factor. Cost per house: O(arcs and points within the limit).
 */
export function createReachFinder(graph: WalkGraph | null, points: Attachments, options: ReachOptions): ReachFinder {
  const { limitDecimeters: limit, detourFactor, lastFrom = points.count } = options;
  const network = graph === null ? null : walkable(pointsOnNetwork(graph, points));
  const best = new Uint32Array(points.count).fill(UNREACHED);
  const hits = new Uint32Array(points.count);
  let hitCount = 0;
  let air: { readonly all: KDBush; readonly loose: KDBush; readonly looseIds: Uint32Array } | null = null;

  const airIndexes = () => {
    if (air !== null) return air;
    const looseIds = new Uint32Array(points.count).map((_, p) => p).filter((p) => points.connected[p] === 0);
    const all = new KDBush(points.count, 32, Float64Array);
    for (let p = 0; p < points.count; p++) all.add(points.x[p]!, points.y[p]!);
    const loose = new KDBush(Math.max(1, looseIds.length), 32, Float64Array);
    if (looseIds.length === 0) loose.add(Number.MAX_VALUE, Number.MAX_VALUE);
    for (const p of looseIds) loose.add(points.x[p]!, points.y[p]!);
    air = { all: all.finish(), loose: loose.finish(), looseIds };
    return air;
  };
  const hasLoose = points.connected.includes(0);

  const offer = (point: number, decimeters: number) => {
    if (decimeters > limit || decimeters >= best[point]!) return;
    if (best[point] === UNREACHED) hits[hitCount++] = point;
    best[point] = decimeters;
  };

  const offerByAir = (index: KDBush, ids: Uint32Array | null, x: number, y: number) => {
    const radius = (limit + 1) / 10 / detourFactor;
    for (const i of index.within(x, y, radius).sort((a, b) => a - b)) {
      const p = ids === null ? i : ids[i]!;
      offer(p, airDecimeters(points.x[p]! - x, points.y[p]! - y, detourFactor));
    }
  };

  const offerByWalk = (
    network: Walkable,
    { chain, alongDecimeters }: ChainPlaces,
    houses: Attachments,
    house: number,
  ) => {
    const { skeleton, search, atJunction, onChain, legDecimeters } = network;
    const access = houses.accessDecimeters[house]!;
    const own = chain[house]!;
    const along = alongDecimeters[house]!;
    search.seed(skeleton.chainStart[own]!, along + access);
    search.seed(skeleton.chainEnd[own]!, skeleton.chainDecimeters[own]! - along + access);
    const touchedCount = search.run(limit);
    const { distance, touched } = search;
    const { offsets, items } = atJunction;
    // The kernel of `offer`, written out: this loop runs over every junction within the limit.
    let count = hitCount;
    for (let i = 0; i < touchedCount; i++) {
      const junction = touched[i]!;
      const here = distance[junction]!;
      const end = offsets[junction + 1]!;
      for (let e = offsets[junction]!; e < end; e++) {
        const point = items[e]!;
        const decimeters = (here + legDecimeters[e]!) >>> 0;
        const known = best[point]!;
        if (decimeters > limit || decimeters >= known) continue;
        if (known === UNREACHED) hits[count++] = point;
        best[point] = decimeters;
      }
    }
    hitCount = count;
    for (let e = onChain.offsets[own]!; e < onChain.offsets[own + 1]!; e++) {
      const p = onChain.items[e]!;
      offer(p, Math.abs(network.alongDecimeters[p]! - along) + access + points.accessDecimeters[p]!);
    }
  };

  /** Fills `hits` and `best` for one house. */
  const collect = (houses: Attachments, places: ChainPlaces | null, house: number) => {
    hitCount = 0;
    const byWalk = network !== null && places !== null && houses.connected[house] === 1;
    if (byWalk && places.chain[house] !== NO_CHAIN) offerByWalk(network, places, houses, house);
    if (byWalk && hasLoose) offerByAir(airIndexes().loose, airIndexes().looseIds, houses.x[house]!, houses.y[house]!);
    if (!byWalk) offerByAir(airIndexes().all, null, houses.x[house]!, houses.y[house]!);
    if (lastFrom < points.count) moveLast(hits, hitCount, lastFrom);
  };

  const knownPlaces = new WeakMap<Attachments, ChainPlaces>();
  const placesOf = (houses: Attachments): ChainPlaces | null => {
    if (network === null) return null;
    const places = knownPlaces.get(houses) ?? placesOnChains(network.graph, network.skeleton, houses);
    knownPlaces.set(houses, places);
    return places;
  };

  return {
    findAll: (houses) => {
      const places = placesOf(houses);
      let ids = new Uint32Array(Math.max(1024, houses.count * 256));
      let distances = new Uint32Array(ids.length);
      let total = 0;
      const starts = new Uint32Array(houses.count);
      const offsets = new Uint32Array(houses.count + 1);
      // Neighbours one after the other (nodes stand along a Hilbert curve): what one search has read is at hand for the next.
      const order = Uint32Array.from(houses.from.keys()).sort((a, b) => houses.from[a]! - houses.from[b]! || a - b);
      for (const house of order) {
        collect(houses, places, house);
        if (total + hitCount > ids.length) {
          const size = Math.max(ids.length * 2, total + hitCount);
          ids = grown(ids, size);
          distances = grown(distances, size);
        }
        starts[house] = total;
        offsets[house + 1] = hitCount;
        for (let h = 0; h < hitCount; h++) {
          const p = hits[h]!;
          ids[total] = p;
          distances[total++] = best[p]!;
          best[p] = UNREACHED;
        }
      }
      for (let house = 0; house < houses.count; house++) offsets[house + 1]! += offsets[house]!;
      const inOrder = (values: Uint32Array) => {
        const result = new Uint32Array(total);
        for (let house = 0; house < houses.count; house++) {
          const count = offsets[house + 1]! - offsets[house]!;
          result.set(values.subarray(starts[house]!, starts[house]! + count), offsets[house]!);
        }
        return result;
      };
      return { houseCount: houses.count, offsets, points: inOrder(ids), decimeters: inOrder(distances) };
    },
    findOne: (houses, house) => {
      collect(houses, placesOf(houses), house);
      const ids = hits.slice(0, hitCount);
      const decimeters = Uint32Array.from(ids, (p) => best[p]!);
      for (const p of ids) best[p] = UNREACHED;
      return { points: ids, decimeters };
    },
  };
}
