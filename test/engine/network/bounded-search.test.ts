import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBoundedSearch, UNREACHED } from '../../../src/engine/network/bounded-search.ts';
import type { WalkGraph } from '../../../src/engine/network/walk-graph.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { describeWithShared, sharedPath } from '../../shared-folder.ts';
import { allPairs, gridCity, randomTown, townGraph } from '../towns.ts';

function distancesFrom(graph: WalkGraph, node: number, limit: number): number[] {
  const search = createBoundedSearch(graph);
  search.seed(node, 0);
  search.run(limit);
  return [...search.distance];
}

describe('bounded search', () => {
  it('finds on a grid of 100 m blocks exactly the nodes within the sum of blocks', () => {
    // From the corner, node (c, r) is (c + r) × 1000 dm away; within 3 blocks lie 1 + 2 + 3 + 4 = 10 nodes.
    const search = createBoundedSearch(gridCity({ blocks: 10, blockMeters: 100 }));
    search.seed(0, 0);
    expect(search.run(3000)).toBe(1 + 2 + 3 + 4);
    expect(search.distance[2 * 11 + 1]).toBe((2 + 1) * 1000);
  });

  it('counts a node exactly at the limit in and one decimetre beyond it out', () => {
    const graph = townGraph(
      [
        [0, 0],
        [90, 0],
        [90.1, 0],
      ],
      [
        { a: 0, b: 1 },
        { a: 1, b: 2 },
      ],
    );
    expect(distancesFrom(graph, 0, 900)).toEqual([0, 900, UNREACHED]);
    expect(distancesFrom(graph, 0, 901)).toEqual([0, 900, 901]);
  });

  it('takes the nearest of several seeds and ignores seeds beyond the limit', () => {
    const graph = gridCity({ blocks: 4, blockMeters: 100 });
    const search = createBoundedSearch(graph);
    search.seed(0, 500);
    search.seed(4, 0);
    search.seed(24, 99_999);
    search.run(2000);
    expect(search.distance[2]).toBe(Math.min(500 + 2000, 0 + 2000));
    expect(search.distance[24]).toBe(UNREACHED);
  });

  it('forgets the last run', () => {
    const graph = gridCity({ blocks: 4, blockMeters: 100 });
    const search = createBoundedSearch(graph);
    search.seed(0, 0);
    search.run(8000);
    search.seed(24, 0);
    expect(search.run(1000)).toBe(3);
    expect(search.distance[0]).toBe(UNREACHED);
  });

  it('agrees with Floyd and Warshall on 200 random towns, with short and long edges', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 200; round++) {
      const { nodes, edges } = randomTown(random, 2 + random.below(11), random.pick([5, 60, 800]));
      const graph = townGraph(nodes, edges);
      const all = allPairs(graph);
      const limit = random.below(12_000);
      for (let node = 0; node < nodes.length; node++) {
        const expected = all[node]!.map((d) => (d <= limit ? d : UNREACHED));
        expect(distancesFrom(graph, node, limit)).toEqual(expected);
      }
    }
  });

  it('finds all leaves of a star whose nodes crowd into few buckets', () => {
    // 1,000 leaves at 1 … 10 m fill a bucket far beyond its first room; the hub is worked through in one go all the same.
    const nodes = Array.from({ length: 1001 }, (_, i) => [i, 0] as const);
    const edges = Array.from({ length: 1000 }, (_, i) => ({ a: 0, b: i + 1, decimeters: 10 + (i % 91) }));
    const found = distancesFrom(townGraph(nodes, edges), 0, 100);
    expect(found).toEqual([0, ...edges.map(({ decimeters }) => decimeters)]);
    expect(distancesFrom(townGraph(nodes, edges), 1, 200)).toEqual([
      10,
      0,
      ...edges.slice(1).map(({ decimeters }) => 10 + decimeters),
    ]);
  });

  it('leaves out steps for the step-free profile', () => {
    const nodes = [
      [0, 0],
      [50, 0],
      [50, 50],
      [0, 50],
    ] as const;
    const edges = [
      { a: 0, b: 1, flags: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 3 },
      { a: 3, b: 0 },
    ];
    expect(distancesFrom(townGraph(nodes, edges), 0, 5000)[1]).toBe(500);
    expect(distancesFrom(townGraph(nodes, edges, 'step-free'), 0, 5000)[1]).toBe(500 * 3);
  });
});

describeWithShared('bounded search on the reference network of Heidelberg', () => {
  const rows = (file: string) =>
    readFileSync(sharedPath('reference', 'network-heidelberg', file), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
  const nodes = rows('nodes.csv').map(([, x, y]) => [x!, y!] as const);
  const edges = rows('edges.csv').map(([a, b, meters]) => ({ a: a!, b: b!, decimeters: Math.round(meters! * 10) }));
  const graph = townGraph(nodes, edges);

  it('has the same nodes and the same sum of metres within 1,000 m for all 300 facilities', () => {
    const search = createBoundedSearch(graph);
    for (const [facility, count, meters] of rows('expected_reach_1000m.csv')) {
      search.seed(facility!, 0);
      const touched = search.run(10_000);
      let sum = 0;
      for (let i = 0; i < touched; i++) sum += search.distance[search.touched[i]!]!;
      expect([facility, touched, sum]).toEqual([facility, count, Math.round(meters! * 10)]);
    }
  });

  it('finds the nearest facility of every node and the covered population at every limit', () => {
    const search = createBoundedSearch(graph);
    for (const [facility] of rows('facilities.csv')) search.seed(facility!, 0);
    search.run(1_000_000);
    const nearest = rows('expected_nearest.csv');
    for (const [node, meters] of nearest) {
      if (Number.isFinite(meters)) expect(search.distance[node!]).toBe(Math.round(meters! * 10));
      else expect(search.distance[node!]).toBe(UNREACHED);
    }
    const expected = JSON.parse(
      readFileSync(sharedPath('reference', 'network-heidelberg', 'expected.json'), 'utf8'),
    ) as { covered_population: Record<string, number> };
    const population = rows('demand.csv');
    for (const [limit, covered] of Object.entries(expected.covered_population)) {
      const sum = population.reduce(
        (total, [node, persons]) => total + (search.distance[node!]! <= Number(limit) * 10 ? persons! : 0),
        0,
      );
      expect([limit, sum]).toEqual([limit, covered]);
    }
  });
});
