import type { KnownAllocation, NewHouse } from '../../../src/engine/location/changed-allocation.ts';
import { allocate } from '../../../src/engine/models/allocation.ts';
import { collectPairs } from '../../../src/engine/models/pairs.ts';
import type { ReachLists } from '../../../src/engine/reach/reach-lists.ts';
import type { Random } from '../../../src/shared/random.ts';

export const LIMIT_DECIMETERS = 3000;

/** A house or plot of a small town: who reaches it, at which distance, and its places. */
export interface SmallHouse {
  readonly points: readonly number[];
  readonly decimeters: readonly number[];
  readonly places: number;
}

export interface SmallTown {
  readonly demand: Float64Array;
  readonly houses: readonly SmallHouse[];
  readonly plots: readonly SmallHouse[];
}

export function listsOf(houses: readonly SmallHouse[]): ReachLists {
  const offsets = new Uint32Array(houses.length + 1);
  houses.forEach((house, i) => {
    offsets[i + 1] = offsets[i]! + house.points.length;
  });
  return {
    houseCount: houses.length,
    offsets,
    points: Uint32Array.from(houses.flatMap((house) => house.points)),
    decimeters: Uint32Array.from(houses.flatMap((house) => house.decimeters)),
  };
}

export function knownOf(demand: Float64Array, houses: readonly SmallHouse[]): KnownAllocation {
  const pairs = collectPairs(listsOf(houses), Uint32Array.from(houses.keys()), LIMIT_DECIMETERS);
  const capacity = Float64Array.from(houses, (house) => house.places);
  return { demand, capacity, pairs, allocation: allocate(demand, capacity, pairs) };
}

/** Served persons by the full allocation. */
export function servedIn(demand: Float64Array, houses: readonly SmallHouse[]): number {
  return knownOf(demand, houses).allocation.served.reduce((sum, value) => sum + value, 0);
}

export function newHouses(plots: readonly SmallHouse[]): readonly NewHouse[] {
  return plots.map(({ points, decimeters, places }) => ({
    reach: { points: Uint32Array.from(points), decimeters: Uint32Array.from(decimeters) },
    capacity: places,
  }));
}

/**
 * A seeded small town. `ties: 'none'`: no point has two houses or plots in the same metre; `'many'`: distances are multiples of 50 m,
 * so that most points do.
 */
export function randomSmallTown(random: Random, ties: 'none' | 'many'): SmallTown {
  const pointCount = 3 + random.below(25);
  const houseCount = 1 + random.below(6);
  const plotCount = 3 + random.below(7);
  const usedMeters = Array.from({ length: pointCount }, () => new Set<number>());
  const distance = (point: number): number => {
    if (ties === 'many') return random.below(7) * 500;
    for (;;) {
      const decimeters = random.below(LIMIT_DECIMETERS + 1);
      const meters = Math.ceil(decimeters / 10);
      if (usedMeters[point]!.has(meters)) continue;
      usedMeters[point]!.add(meters);
      return decimeters;
    }
  };
  const house = (most: number): SmallHouse => {
    const points = Array.from({ length: pointCount }, (_, p) => p).filter(() => random.next() < 0.35);
    return { points, decimeters: points.map(distance), places: random.between(1, most) };
  };
  return {
    demand: Float64Array.from({ length: pointCount }, () => (random.next() < 0.1 ? 0 : random.between(0, 9))),
    houses: Array.from({ length: houseCount }, () => house(30)),
    plots: Array.from({ length: plotCount }, () => house(15)),
  };
}
