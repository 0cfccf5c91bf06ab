import type { Pairs } from './pairs.ts';

const NOTHING = 1e-9;
const UNSEEN = -1;

/** Pairs seen from the points and from the houses. */
interface BothWays {
  readonly pointOffsets: Uint32Array;
  readonly pointPairs: Uint32Array;
  readonly houseOffsets: Uint32Array;
  readonly housePairs: Uint32Array;
}

function groupPairs(
  keys: Uint32Array,
  keyCount: number,
): { readonly offsets: Uint32Array; readonly pairs: Uint32Array } {
  const offsets = new Uint32Array(keyCount + 1);
  for (const key of keys) offsets[key + 1]!++;
  for (let k = 0; k < keyCount; k++) offsets[k + 1]! += offsets[k]!;
  const next = offsets.slice();
  const pairs = new Uint32Array(keys.length);
  for (let e = 0; e < keys.length; e++) pairs[next[keys[e]!]!++] = e;
  return { offsets, pairs };
}

/**
 * The most that could be served if places were distributed perfectly: the maximum flow from demand to capacity over the pairs within
 * reach, in the unit of the service. Demand − this is the strict shortage ("auch bei bester Verteilung fehlen …"), never larger than the
 * missing places of the allocation.
 *
 * `flow` may hold a feasible distribution to start from (e.g. the allocation's); it is not changed. Method: Dinic's algorithm (1970) on
 * the bipartite graph, exact up to 1e-9 of the unit. Worst case O(V²E), in practice a few phases over the pairs.
 */
export function maximumServed(demand: Float64Array, capacity: Float64Array, pairs: Pairs, flow?: Float64Array): number {
  const byPoint = groupPairs(pairs.points, demand.length);
  const byHouse = groupPairs(pairs.houses, capacity.length);
  const ways: BothWays = {
    pointOffsets: byPoint.offsets,
    pointPairs: byPoint.pairs,
    houseOffsets: byHouse.offsets,
    housePairs: byHouse.pairs,
  };
  const state = startState(demand, capacity, pairs, flow);
  while (levelNodes(pairs, ways, state)) {
    state.pointNext.set(ways.pointOffsets.subarray(0, demand.length));
    state.houseNext.set(ways.houseOffsets.subarray(0, capacity.length));
    for (let p = 0; p < demand.length; p++) {
      while (state.left[p]! > NOTHING && state.pointLevel[p] === 0) {
        const pushed = pushFromPoint(pairs, ways, state, p, state.left[p]!);
        if (pushed <= NOTHING) break;
        state.left[p]! -= pushed;
      }
    }
  }
  let served = 0;
  for (let p = 0; p < demand.length; p++) served += demand[p]! - state.left[p]!;
  return served;
}

interface FlowState {
  readonly left: Float64Array;
  readonly room: Float64Array;
  readonly flow: Float64Array;
  readonly pointLevel: Int32Array;
  readonly houseLevel: Int32Array;
  readonly pointNext: Uint32Array;
  readonly houseNext: Uint32Array;
}

function startState(demand: Float64Array, capacity: Float64Array, pairs: Pairs, flow?: Float64Array): FlowState {
  const left = demand.slice();
  const room = capacity.slice();
  if (flow !== undefined) {
    for (let e = 0; e < pairs.count; e++) {
      left[pairs.points[e]!]! -= flow[e]!;
      room[pairs.houses[e]!]! -= flow[e]!;
    }
  }
  return {
    left,
    room,
    flow: flow?.slice() ?? new Float64Array(pairs.count),
    pointLevel: new Int32Array(demand.length),
    houseLevel: new Int32Array(capacity.length),
    pointNext: new Uint32Array(demand.length),
    houseNext: new Uint32Array(capacity.length),
  };
}

/** Breadth-first levels from all points with something left; true if a house with room was reached. */
function levelNodes(pairs: Pairs, ways: BothWays, state: FlowState): boolean {
  const { left, room, flow, pointLevel, houseLevel } = state;
  pointLevel.fill(UNSEEN);
  houseLevel.fill(UNSEEN);
  let frontier: number[] = [];
  for (let p = 0; p < left.length; p++) {
    if (left[p]! <= NOTHING) continue;
    pointLevel[p] = 0;
    frontier.push(p);
  }
  let found = false;
  for (let level = 0; frontier.length > 0 && !found; level += 2) {
    const houses: number[] = [];
    for (const p of frontier) {
      for (let k = ways.pointOffsets[p]!; k < ways.pointOffsets[p + 1]!; k++) {
        const h = pairs.houses[ways.pointPairs[k]!]!;
        if (houseLevel[h] !== UNSEEN) continue;
        houseLevel[h] = level + 1;
        houses.push(h);
        if (room[h]! > NOTHING) found = true;
      }
    }
    frontier = [];
    for (const h of houses) {
      for (let k = ways.houseOffsets[h]!; k < ways.houseOffsets[h + 1]!; k++) {
        const e = ways.housePairs[k]!;
        const p = pairs.points[e]!;
        if (flow[e]! <= NOTHING || pointLevel[p] !== UNSEEN) continue;
        pointLevel[p] = level + 2;
        frontier.push(p);
      }
    }
  }
  return found;
}

function pushFromPoint(pairs: Pairs, ways: BothWays, state: FlowState, p: number, amount: number): number {
  const level = state.pointLevel[p]!;
  for (; state.pointNext[p]! < ways.pointOffsets[p + 1]!; state.pointNext[p]!++) {
    const e = ways.pointPairs[state.pointNext[p]!]!;
    const h = pairs.houses[e]!;
    if (state.houseLevel[h] !== level + 1) continue;
    const pushed = pushFromHouse(pairs, ways, state, h, amount);
    if (pushed <= NOTHING) continue;
    state.flow[e]! += pushed;
    return pushed;
  }
  return 0;
}

function pushFromHouse(pairs: Pairs, ways: BothWays, state: FlowState, h: number, amount: number): number {
  const taken = Math.min(amount, state.room[h]!);
  if (taken > NOTHING) {
    state.room[h]! -= taken;
    return taken;
  }
  const level = state.houseLevel[h]!;
  for (; state.houseNext[h]! < ways.houseOffsets[h + 1]!; state.houseNext[h]!++) {
    const e = ways.housePairs[state.houseNext[h]!]!;
    const other = pairs.points[e]!;
    if (state.flow[e]! <= NOTHING || state.pointLevel[other] !== level + 1) continue;
    const pushed = pushFromPoint(pairs, ways, state, other, Math.min(amount, state.flow[e]!));
    if (pushed <= NOTHING) continue;
    state.flow[e]! -= pushed;
    return pushed;
  }
  return 0;
}
