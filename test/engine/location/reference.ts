import { existsSync, readFileSync } from 'node:fs';
import type { CostMatrix } from '../../../src/engine/location/cost-matrix.ts';
import { type Cover, coverByReach } from '../../../src/engine/location/cover.ts';
import { createBoundedSearch } from '../../../src/engine/network/bounded-search.ts';
import { townGraph } from '../towns.ts';

const shared = new URL('../../../../shared/', import.meta.url);

/** Whether the folder with reference cases and data lies beside the project. */
export const hasReference = existsSync(new URL('reference/README.md', shared));

export function readShared(path: string): string {
  return readFileSync(new URL(path, shared), 'utf8');
}

export function readJson<T>(path: string): T {
  return JSON.parse(readShared(path)) as T;
}

/** Rows of a CSV without quotes. */
export function readRows(path: string): string[][] {
  return readShared(path)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
}

export function toMatrix(rows: readonly (readonly number[])[]): CostMatrix {
  return { clientCount: rows.length, siteCount: rows[0]!.length, costs: Float64Array.from(rows.flat()) };
}

/** An instance of OR-Library's pmed: shortest paths between all nodes; an edge named twice has the length named last. */
export function readPmed(name: string): { readonly matrix: CostMatrix; readonly count: number } {
  const [head, ...edges] = readShared(`data/location/pmed/${name}.txt`)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).map(Number));
  const [n, , count] = head as [number, number, number];
  const costs = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < n; i++) costs[i * n + i] = 0;
  for (const [a, b, length] of edges as [number, number, number][]) {
    costs[(a - 1) * n + b - 1] = length;
    costs[(b - 1) * n + a - 1] = length;
  }
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      const toK = costs[i * n + k]!;
      for (let j = 0; j < n; j++) costs[i * n + j] = Math.min(costs[i * n + j]!, toK + costs[k * n + j]!);
    }
  }
  return { matrix: { clientCount: n, siteCount: n, costs }, count };
}

/** An instance of the maximal covering problem in São José dos Campos: every point is client and site, distances are straight. */
export function readSjc(name: string): { readonly matrix: CostMatrix; readonly weights: Float64Array } {
  const points = readShared(`data/location/mclp/${name}.txt`)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const rows = points.map(([x, y]) => points.map((other) => Math.hypot(x - other[0], y - other[1])));
  return { matrix: toMatrix(rows), weights: Float64Array.from(points, (point) => point[2]) };
}

/** The walking graph of network-heidelberg as cover of its demand nodes by its facilities within a limit. */
export function readHeidelbergCover(limitDecimeters: number): {
  readonly cover: Cover;
  readonly weights: Float64Array;
} {
  const number = (text: string | undefined) => Number(text);
  const demand = readRows('reference/network-heidelberg/demand.csv').slice(1);
  const weights = new Float64Array(demand.length);
  for (const [node, persons] of demand) weights[number(node)] = number(persons);
  const graph = townGraph(
    readRows('reference/network-heidelberg/nodes.csv')
      .slice(1)
      .map(([, x, y]) => [number(x), number(y)] as const),
    readRows('reference/network-heidelberg/edges.csv')
      .slice(1)
      .map(([a, b, meters]) => ({ a: number(a), b: number(b), decimeters: Math.round(number(meters) * 10) })),
  );
  const search = createBoundedSearch(graph);
  const facilities = readRows('reference/network-heidelberg/facilities.csv').slice(1);
  const offsets = new Uint32Array(facilities.length + 1);
  const points: number[] = [];
  const decimeters: number[] = [];
  facilities.forEach(([node], i) => {
    search.seed(number(node), 0);
    const count = search.run(limitDecimeters);
    for (const touched of search.touched.subarray(0, count)) {
      points.push(touched);
      decimeters.push(search.distance[touched]!);
    }
    offsets[i + 1] = points.length;
  });
  const lists = {
    houseCount: facilities.length,
    offsets,
    points: Uint32Array.from(points),
    decimeters: Uint32Array.from(decimeters),
  };
  return { cover: coverByReach(lists, weights.length, limitDecimeters), weights };
}
