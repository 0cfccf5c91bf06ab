import { type Allocation, NOTHING, type Round, shareOut } from '../models/allocation.ts';
import { type Pairs, STEP_DECIMETERS } from '../models/pairs.ts';
import type { ReachList } from '../reach/reach-lists.ts';
import { endSteps, groupPairs, keepPairs, type PairGroups, stepOfPairs } from './pair-groups.ts';

/** Differences of a flow below this (in the unit of the service) are not followed further. */
const SAME = 1e-7;

/** An allocation that has been computed, with what it was computed from. */
export interface KnownAllocation {
  /** Per point, in the unit of the service. */
  readonly demand: Float64Array;
  /** Per house of the pairs. */
  readonly capacity: Float64Array;
  readonly pairs: Pairs;
  readonly allocation: Allocation;
}

/** A house that is not there yet: who reaches it (within the limit of the service) and its places. */
export interface NewHouse {
  readonly reach: ReachList;
  readonly capacity: number;
}

/** One change to an allocation that is already known. */
export interface AllocationChange {
  readonly added?: readonly NewHouse[];
  /** Houses of the pairs that get another capacity (0 = closed). */
  readonly resized?: readonly { readonly house: number; readonly capacity: number }[];
}

/** Told of a flow that changed: the pair (`pairs.count` and up for added houses), new − old flow. */
export type FlowVisitor = (pair: number, difference: number) => void;

export interface ChangedAllocation {
  /** Served after the change − served before, in the unit of the service. */
  gain(change: AllocationChange, visit?: FlowVisitor): number;
}

/**
 * Answers "what would the allocation be with this change" without running it over the whole city: only pairs whose flow may differ from
 * the known allocation, and those that compete with them in the same metre, are worked through, metre by metre. The result is that of
 * the full allocation (tested against it); the cost is that of the part of the city that notices the change, about 0.1–0.5 ms.
 *
 * A pair may differ only if its point or its house has changed in an earlier metre, and then only if the other side could take part:
 * a point with something left and a house with room at that metre, in the known allocation or because it has changed as well.
 * `mostAdded` is the largest number of houses added at once.
 */
export function createChangedAllocation(known: KnownAllocation, mostAdded = 1): ChangedAllocation {
  const { demand, capacity, pairs, allocation: base } = known;
  const pairCount = pairs.count;
  const stepCount = pairs.stepOffsets.length - 1;
  // Added houses are numbered behind those of the city, and so are their pairs: each house can reach every point once.
  const firstAdded = capacity.length;
  const houseCount = firstAdded + mostAdded;
  const roomForPairs = pairCount + mostAdded * demand.length;
  const points = new Uint32Array(roomForPairs);
  const houses = new Uint32Array(roomForPairs);
  points.set(pairs.points);
  houses.set(pairs.houses);
  const steps = stepOfPairs(pairs, mostAdded * demand.length);
  const byPoint = groupPairs(pairs.points, demand, base.flow, steps);
  const byHouse = groupPairs(pairs.houses, capacity, base.flow, steps);
  // In the known allocation a point has something left, and a house has room, before each step up to this one.
  const lastHungryStep = endSteps(byPoint, steps, NOTHING);
  const lastOpenStep = endSteps(byHouse, steps, NOTHING);
  const hungryByHouse = keepPairs(byHouse, (pair) => steps[pair]! <= lastHungryStep[pairs.points[pair]!]!);

  const round: Round = {
    left: new Float64Array(demand.length),
    room: new Float64Array(houseCount),
    flow: new Float64Array(points.length),
    asked: new Float64Array(houseCount),
    given: new Float64Array(demand.length),
    choices: new Uint32Array(demand.length),
    active: new Uint32Array(points.length),
  };
  const { left, room, flow, active } = round;
  const changedPoint = new Uint8Array(demand.length);
  const changedHouse = new Uint8Array(houseCount);
  const changedPoints: number[] = [];
  const changedHouses: number[] = [];
  // Pairs of each point with added houses, as one linked list per point.
  const addedHeads = new Int32Array(demand.length).fill(-1);
  const addedNexts = new Int32Array(mostAdded * demand.length);
  let addedPairs = 0;
  // Pairs to look at, as one linked list per step; pairs of changed points with houses that were full, to look at should the house
  // change as well, as one linked list per house.
  const heads = new Int32Array(stepCount).fill(-1);
  const nexts = new Int32Array(points.length);
  const waitingHeads = new Int32Array(houseCount).fill(-1);
  const waitingNexts = new Int32Array(pairCount);
  const queued = new Uint8Array(points.length);
  const queuedPairs: number[] = [];
  // Pairs of the step at hand; the stamp of the step in which the state of a point or house was fetched last.
  const members = new Uint32Array(points.length);
  let memberCount = 0;
  const isMember = new Uint8Array(points.length);
  const fetchedPoint = new Float64Array(demand.length);
  const fetchedHouse = new Float64Array(houseCount);
  let stamp = 0;

  const queue = (pair: number) => {
    if (queued[pair] === 1) return;
    queued[pair] = 1;
    queuedPairs.push(pair);
    nexts[pair] = heads[steps[pair]!]!;
    heads[steps[pair]!] = pair;
  };
  const changePoint = (point: number, step: number) => {
    if (changedPoint[point] === 1) return;
    changedPoint[point] = 1;
    changedPoints.push(point);
    for (let place = byPoint.offsets[point + 1]! - 1; place >= byPoint.offsets[point]!; place--) {
      const pair = byPoint.pairs[place]!;
      const house = houses[pair]!;
      if (steps[pair]! <= step) break;
      if (steps[pair]! <= lastOpenStep[house]! || changedHouse[house] === 1) queue(pair);
      else {
        waitingNexts[pair] = waitingHeads[house]!;
        waitingHeads[house] = pair;
      }
    }
    for (let added = addedHeads[point]!; added !== -1; added = addedNexts[added - pairCount]!) {
      if (steps[added]! > step) queue(added);
    }
  };
  const changeHouse = (house: number, step: number) => {
    if (changedHouse[house] === 1) return;
    changedHouse[house] = 1;
    changedHouses.push(house);
    if (house >= firstAdded) return;
    for (let place = hungryByHouse.offsets[house + 1]! - 1; place >= hungryByHouse.offsets[house]!; place--) {
      const pair = hungryByHouse.pairs[place]!;
      if (steps[pair]! <= step) break;
      queue(pair);
    }
    for (let pair = waitingHeads[house]!; pair !== -1; pair = waitingNexts[pair]!) if (steps[pair]! > step) queue(pair);
  };

  const join = (pair: number) => {
    if (isMember[pair] === 1) return;
    isMember[pair] = 1;
    members[memberCount++] = pair;
  };
  const joinStep = (group: PairGroups, first: number, end: number, step: number) => {
    for (let place = first; place < end && steps[group.pairs[place]!] === step; place++) join(group.pairs[place]!);
  };
  /** Fetches the state of point and house at the start of the step, and lets those who compete with them join. */
  const fetchState = (pair: number, step: number) => {
    const p = points[pair]!;
    const h = houses[pair]!;
    if (fetchedPoint[p] !== stamp) {
      fetchedPoint[p] = stamp;
      const ofCity = pair < pairCount;
      const first = ofCity ? byPoint.first[pair]! : firstPlaceAt(p, step);
      if (changedPoint[p] === 0) left[p] = ofCity ? byPoint.before[pair]! : leftAtPlace(p, first);
      if (left[p]! > NOTHING) joinStep(byPoint, first, byPoint.offsets[p + 1]!, step);
    }
    if (h < firstAdded && fetchedHouse[h] !== stamp) {
      fetchedHouse[h] = stamp;
      if (changedHouse[h] === 0) room[h] = byHouse.before[pair]!;
      if (room[h]! > NOTHING) joinStep(byHouse, byHouse.first[pair]!, byHouse.offsets[h + 1]!, step);
    }
  };
  /** The first place of a point's pairs at or behind a step. */
  const firstPlaceAt = (point: number, step: number) => {
    let place = byPoint.offsets[point]!;
    while (place < byPoint.offsets[point + 1]! && steps[byPoint.pairs[place]!]! < step) place++;
    return place;
  };
  const leftAtPlace = (point: number, place: number) =>
    place < byPoint.offsets[point + 1]! ? byPoint.before[byPoint.pairs[place]!]! : demand[point]! - base.served[point]!;

  /** Works through one step; returns the change of flow in it. */
  const workStep = (step: number, visit: FlowVisitor | undefined): number => {
    stamp++;
    memberCount = 0;
    for (let pair = heads[step]!; pair !== -1; pair = nexts[pair]!) join(pair);
    for (let m = 0; m < memberCount; m++) fetchState(members[m]!, step);
    let activeCount = 0;
    for (let m = 0; m < memberCount; m++) {
      const pair = members[m]!;
      flow[pair] = 0;
      if (left[points[pair]!]! > NOTHING && room[houses[pair]!]! > NOTHING) active[activeCount++] = pair;
    }
    // The order of pairs decides the last bits of sums, so it is that of the full allocation.
    if (activeCount > 1) active.subarray(0, activeCount).sort();
    while (activeCount > 0) activeCount = shareOut({ points, houses }, round, activeCount);
    let difference = 0;
    for (let m = 0; m < memberCount; m++) {
      const pair = members[m]!;
      isMember[pair] = 0;
      const delta = pair < pairCount ? flow[pair]! - base.flow[pair]! : flow[pair]!;
      difference += delta;
      if (delta !== 0) visit?.(pair, delta);
      if (Math.abs(delta) <= SAME) continue;
      changePoint(points[pair]!, step);
      changeHouse(houses[pair]!, step);
    }
    return difference;
  };

  const addHouse = ({ reach, capacity: places }: NewHouse, house: number) => {
    changeHouse(house, -1);
    room[house] = places;
    for (let i = 0; i < reach.points.length; i++) {
      const step = Math.ceil(reach.decimeters[i]! / STEP_DECIMETERS);
      if (step >= stepCount) continue;
      const p = reach.points[i]!;
      const pair = pairCount + addedPairs;
      points[pair] = p;
      houses[pair] = house;
      steps[pair] = step;
      addedNexts[addedPairs++] = addedHeads[p]!;
      addedHeads[p] = pair;
      if (step <= lastHungryStep[p]!) queue(pair);
    }
  };
  const forget = () => {
    for (const pair of queuedPairs) {
      queued[pair] = 0;
      heads[steps[pair]!] = -1;
    }
    for (const p of changedPoints) {
      changedPoint[p] = 0;
      for (let place = byPoint.offsets[p]!; place < byPoint.offsets[p + 1]!; place++) {
        waitingHeads[houses[byPoint.pairs[place]!]!] = -1;
      }
    }
    for (const h of changedHouses) changedHouse[h] = 0;
    for (let pair = pairCount; pair < pairCount + addedPairs; pair++) addedHeads[points[pair]!] = -1;
    addedPairs = 0;
    queuedPairs.length = 0;
    changedPoints.length = 0;
    changedHouses.length = 0;
  };

  return {
    gain: ({ added = [], resized = [] }, visit) => {
      for (const { house, capacity: places } of resized) {
        changeHouse(house, -1);
        room[house] = places;
      }
      for (let i = 0; i < added.length; i++) addHouse(added[i]!, firstAdded + i);
      let gain = 0;
      for (let step = 0; step < stepCount; step++) if (heads[step] !== -1) gain += workStep(step, visit);
      forget();
      return gain;
    },
  };
}
