import { STEP_DECIMETERS } from '../models/pairs.ts';
import type { Attachments } from '../network/attach.ts';
import { createBoundedSearch } from '../network/bounded-search.ts';
import type { WalkGraph } from '../network/walk-graph.ts';
import type { KnownAllocation } from './changed-allocation.ts';
import { groupPairs, type PairGroups, stepOfPairs } from './pair-groups.ts';

/** Amounts below this (in the unit of the service) are none. */
const TRIFLE = 1e-6;

export interface NodeBounds {
  /** Per node: no house of the size there gains more. */
  readonly bound: Float64Array;
  /** Per node: a guess of the gain, at most the bound. */
  readonly guess: Float64Array;
}

/** What the bounds are computed from: the allocation seen from both sides. */
interface Sides {
  readonly known: KnownAllocation;
  readonly steps: Uint32Array;
  readonly byPoint: PairGroups;
  readonly byHouse: PairGroups;
  /** Demand without a place, per point. */
  readonly missing: Float64Array;
  readonly isFull: Uint8Array;
}

/**
 * Per house: how many people without a place could at most get one if places of this house fell free, up to `enough`. Places only pass
 * on from full houses to whoever prefers them to what he has: people without a place, or with one in another house at least as far
 * (whose place falls free in turn). So it is the missing places of all points met on such ways. Houses with room pass on nothing.
 */
function passedOn({ known, steps, byPoint, byHouse, missing, isFull }: Sides, enough: number): Float64Array {
  const { pairs, allocation } = known;
  const result = new Float64Array(isFull.length);
  const seenPoint = new Int32Array(missing.length).fill(-1);
  const seenHouse = new Int32Array(isFull.length).fill(-1);
  for (let start = 0; start < isFull.length; start++) {
    if (isFull[start] === 0) continue;
    const open = [start];
    seenHouse[start] = start;
    let sum = 0;
    while (open.length > 0 && sum < enough) {
      const house = open.pop()!;
      for (let place = byHouse.offsets[house]!; place < byHouse.offsets[house + 1]! && sum < enough; place++) {
        const pair = byHouse.pairs[place]!;
        const point = pairs.points[pair]!;
        if (seenPoint[point] !== start) sum += missing[point]!;
        seenPoint[point] = start;
        for (let other = byPoint.offsets[point + 1]! - 1; other >= byPoint.offsets[point]!; other--) {
          const served = byPoint.pairs[other]!;
          if (steps[served]! < steps[pair]!) break;
          const next = pairs.houses[served]!;
          if (allocation.flow[served]! <= TRIFLE || isFull[next] === 0 || seenHouse[next] === start) continue;
          seenHouse[next] = start;
          open.push(next);
        }
      }
    }
    result[start] = Math.min(enough, sum);
  }
  return result;
}

/**
 * An upper bound and a guess of the gain of a house of `size` places at every node of the network, without reach lists: from every
 * point with missing places, and from every point that would rather come than go where it goes, the nodes are searched that are near
 * enough. bound = min(size, missing within the limit + Σ over full houses min(people who would leave it, what it could pass on)); proven
 * under the same condition as {@link boundSeveral} (no point with two open houses in the same metre). The guess scales it down where
 * more people would come than the house has places. Points that are not connected count for every node. About 10 µs per point.
 */
export function boundNodes(
  graph: WalkGraph,
  points: Attachments,
  known: KnownAllocation,
  limitDecimeters: number,
  size: number,
): NodeBounds {
  const { demand, capacity, pairs, allocation } = known;
  const steps = stepOfPairs(pairs, 0);
  const sides: Sides = {
    known,
    steps,
    byPoint: groupPairs(pairs.points, demand, allocation.flow, steps),
    byHouse: groupPairs(pairs.houses, capacity, allocation.flow, steps),
    missing: demand.map((wanted, point) => {
      const missing = wanted - allocation.served[point]!;
      return missing > TRIFLE ? missing : 0;
    }),
    isFull: Uint8Array.from(capacity, (places, house) => Number(places - allocation.taken[house]! <= TRIFLE)),
  };
  const passed = passedOn(sides, size);
  const search = createBoundedSearch(graph);
  /** People who would come, per node, and those of them who matter. */
  const coming = new Float64Array(graph.nodeCount);
  const useful = new Float64Array(graph.nodeCount);
  let loose = 0;
  /** Nodes from which the point is at most so far away: the first entries of `search.touched`. */
  const reachFrom = (point: number, decimeters: number): number => {
    const access = points.accessDecimeters[point]!;
    search.seed(points.from[point]!, points.alongFromDecimeters[point]! + access);
    search.seed(points.to[point]!, points.alongToDecimeters[point]! + access);
    return search.run(decimeters);
  };
  for (let point = 0; point < points.count; point++) {
    const missing = sides.missing[point]!;
    if (missing === 0) continue;
    if (points.connected[point] === 0) loose += missing;
    else addTouched(coming, search.touched, reachFrom(point, limitDecimeters), missing, null);
  }
  useful.set(coming);
  const leaving = new Float64Array(graph.nodeCount);
  for (let house = 0; house < capacity.length; house++) {
    const leavingNodes: number[] = [];
    for (let place = sides.byHouse.offsets[house]!; place < sides.byHouse.offsets[house + 1]!; place++) {
      const pair = sides.byHouse.pairs[place]!;
      const point = pairs.points[pair]!;
      const amount = allocation.flow[pair]!;
      if (amount <= TRIFLE) continue;
      if (points.connected[point] === 0) loose += Math.min(amount, passed[house]!);
      else addTouched(leaving, search.touched, reachFrom(point, steps[pair]! * STEP_DECIMETERS), amount, leavingNodes);
    }
    for (const node of leavingNodes) {
      coming[node]! += leaving[node]!;
      useful[node]! += Math.min(leaving[node]!, passed[house]!);
      leaving[node] = 0;
    }
  }
  const bound = useful.map((amount) => Math.min(size, amount + loose));
  return {
    bound,
    guess: bound.map((most, node) => Math.min(most, (useful[node]! * size) / Math.max(size, coming[node]!))),
  };
}

/** Adds an amount to the first `count` touched nodes; nodes that had nothing are put on the list. */
function addTouched(
  sums: Float64Array,
  touched: Uint32Array,
  count: number,
  amount: number,
  fresh: number[] | null,
): void {
  for (let i = 0; i < count; i++) {
    const node = touched[i]!;
    if (fresh !== null && sums[node] === 0) fresh.push(node);
    sums[node]! += amount;
  }
}
