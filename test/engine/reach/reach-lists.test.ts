import { describe, expect, it } from 'vitest';
import { type Attachments, attachPoints, createEdgeIndex, withoutNetwork } from '../../../src/engine/network/attach.ts';
import type { WalkGraph } from '../../../src/engine/network/walk-graph.ts';
import { airDecimeters, createReachFinder, type ReachLists } from '../../../src/engine/reach/reach-lists.ts';
import { type Random, seededRandom } from '../../../src/shared/random.ts';
import { allPairs, bentTown, gridCity } from '../towns.ts';

const DETOUR = 1.2;

function asMap(lists: ReachLists, house: number): Map<number, number> {
  const map = new Map<number, number>();
  for (let e = lists.offsets[house]!; e < lists.offsets[house + 1]!; e++)
    map.set(lists.points[e]!, lists.decimeters[e]!);
  expect(map.size).toBe(lists.offsets[house + 1]! - lists.offsets[house]!);
  return map;
}

/** The distance by its definition, from all pairs of nodes. */
function twin(all: number[][], houses: Attachments, h: number, points: Attachments, p: number): number {
  if (houses.connected[h] === 0 || points.connected[p] === 0) {
    return airDecimeters(houses.x[h]! - points.x[p]!, houses.y[h]! - points.y[p]!, DETOUR);
  }
  const ends = (s: Attachments, i: number) => [
    [s.from[i]!, s.alongFromDecimeters[i]!] as const,
    [s.to[i]!, s.alongToDecimeters[i]!] as const,
  ];
  let walk = Infinity;
  for (const [a, alongA] of ends(houses, h))
    for (const [b, alongB] of ends(points, p)) walk = Math.min(walk, alongA + all[a]![b]! + alongB);
  if (houses.from[h] === points.from[p] && houses.to[h] === points.to[p]) {
    walk = Math.min(walk, Math.abs(houses.alongFromDecimeters[h]! - points.alongFromDecimeters[p]!));
  }
  return walk + houses.accessDecimeters[h]! + points.accessDecimeters[p]!;
}

function scatter(graph: WalkGraph, random: Random, count: number, spread: number): Attachments {
  const x = Float64Array.from({ length: count }, () => random.between(-spread, 700 + spread));
  const y = Float64Array.from({ length: count }, () => random.between(-spread, 700 + spread));
  return attachPoints(createEdgeIndex(graph), x, y);
}

describe('reach lists', () => {
  const graph = gridCity({ blocks: 7, blockMeters: 100 });
  const all = allPairs(graph);

  it('adds access, path and access on paper', () => {
    const points = attachPoints(createEdgeIndex(graph), Float64Array.of(350), Float64Array.of(10));
    const houses = attachPoints(createEdgeIndex(graph), Float64Array.of(120), Float64Array.of(-20));
    const lists = createReachFinder(graph, points, { limitDecimeters: 9000, detourFactor: DETOUR }).findAll(houses);
    // 20 m to the street, 120 → 350 along it, 10 m from it.
    expect([...lists.decimeters]).toEqual([200 + 2300 + 100]);
  });

  it('measures along the edge where both stand on the same one', () => {
    const points = attachPoints(createEdgeIndex(graph), Float64Array.of(180), Float64Array.of(0));
    const houses = attachPoints(createEdgeIndex(graph), Float64Array.of(130), Float64Array.of(0));
    const lists = createReachFinder(graph, points, { limitDecimeters: 9000, detourFactor: DETOUR }).findAll(houses);
    expect([...lists.decimeters]).toEqual([500]);
  });

  it('equals the definition in random towns of bent streets, loops and rings', () => {
    const random = seededRandom(31);
    for (let round = 0; round < 60; round++) {
      const town = bentTown(random);
      const everyPath = allPairs(town);
      // Towns are too small to count as connected by themselves.
      const on = (spots: Attachments): Attachments => ({ ...spots, connected: spots.connected.map(() => 1) });
      const points = on(scatter(town, random, 30, 0));
      const houses = on(scatter(town, random, 6, 0));
      const limit = 1 + random.below(9000);
      const lists = createReachFinder(town, points, { limitDecimeters: limit, detourFactor: DETOUR }).findAll(houses);
      for (let h = 0; h < houses.count; h++) {
        const expected = new Map<number, number>();
        for (let p = 0; p < points.count; p++) {
          const decimeters = twin(everyPath, houses, h, points, p);
          if (decimeters <= limit) expected.set(p, decimeters);
        }
        expect(asMap(lists, h)).toEqual(expected);
      }
    }
  });

  it('equals the definition for random houses and points, connected or not', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 30; round++) {
      const points = scatter(graph, random, 40, 400);
      const houses = scatter(graph, random, 8, 400);
      const limit = 1 + random.below(12_000);
      const finder = createReachFinder(graph, points, { limitDecimeters: limit, detourFactor: DETOUR });
      const lists = finder.findAll(houses);
      for (let h = 0; h < houses.count; h++) {
        const expected = new Map<number, number>();
        for (let p = 0; p < points.count; p++) {
          const d = twin(all, houses, h, points, p);
          if (d <= limit) expected.set(p, d);
        }
        expect(asMap(lists, h)).toEqual(expected);
        const one = finder.findOne(houses, h);
        expect(new Map([...one.points].map((p, i) => [p, one.decimeters[i]!]))).toEqual(expected);
      }
    }
  });

  it('uses air distance × detour factor everywhere without a network', () => {
    const points = withoutNetwork(Float64Array.of(0, 30, 900), Float64Array.of(0, 40, 0));
    const houses = withoutNetwork(Float64Array.of(0), Float64Array.of(0));
    const lists = createReachFinder(null, points, { limitDecimeters: 6000, detourFactor: DETOUR }).findAll(houses);
    // 50 m × 1.2 = 60 m; 900 m × 1.2 = 1080 m lies beyond 600 m.
    expect(asMap(lists, 0)).toEqual(
      new Map([
        [0, 0],
        [1, 600],
      ]),
    );
  });

  it('is symmetric: swapping houses and points gives the same distances', () => {
    const random = seededRandom(5);
    const a = scatter(graph, random, 20, 100);
    const b = scatter(graph, random, 20, 100);
    const options = { limitDecimeters: 20_000, detourFactor: DETOUR };
    const forth = createReachFinder(graph, a, options).findAll(b);
    const back = createReachFinder(graph, b, options).findAll(a);
    for (let h = 0; h < b.count; h++) {
      for (const [p, d] of asMap(forth, h)) expect(asMap(back, p).get(h)).toBe(d);
    }
  });
});
