import FlatQueue from 'flatqueue';
import type { Attachments } from '../../src/engine/network/attach.ts';
import type { WalkGraph } from '../../src/engine/network/walk-graph.ts';

/** What one would write by hand: a binary heap and a Map. Nodes within the limit with their distance in decimetres. */
export function baselineReach(graph: WalkGraph, source: number, limit: number): Map<number, number> {
  return searchFrom(graph, [[source, 0]], limit);
}

type Seed = readonly [node: number, decimeters: number];

function searchFrom(graph: WalkGraph, seeds: readonly Seed[], limit: number): Map<number, number> {
  const queue = new FlatQueue<number>();
  const found = new Map<number, number>(seeds);
  for (const [node, decimeters] of seeds) queue.push(node, decimeters);
  while (queue.length > 0) {
    const here = queue.peekValue()!;
    const node = queue.pop()!;
    if (here > found.get(node)!) continue;
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
      const there = here + graph.arcs[2 * arc + 1]!;
      const target = graph.arcs[2 * arc]!;
      if (there > limit || there >= (found.get(target) ?? Number.POSITIVE_INFINITY)) continue;
      found.set(target, there);
      queue.push(target, there);
    }
  }
  return found;
}

/** Points by node, as one would write it by hand. */
export function pointsByNode(points: Attachments): Map<number, Seed[]> {
  const byNode = new Map<number, Seed[]>();
  const add = (node: number, point: number, leg: number) =>
    byNode.set(node, [...(byNode.get(node) ?? []), [point, leg]]);
  for (let p = 0; p < points.count; p++) {
    if (points.connected[p] === 0) continue;
    const access = points.accessDecimeters[p]!;
    add(points.from[p]!, p, points.alongFromDecimeters[p]! + access);
    add(points.to[p]!, p, points.alongToDecimeters[p]! + access);
  }
  return byNode;
}

/** The points within the limit of a connected house with their decimetres, by the same means; points of its own edge along the edge. */
export function baselineList(
  graph: WalkGraph,
  points: Attachments,
  byNode: ReadonlyMap<number, readonly Seed[]>,
  houses: Attachments,
  house: number,
  limit: number,
): Map<number, number> {
  const access = houses.accessDecimeters[house]!;
  const [from, to, along] = [houses.from[house]!, houses.to[house]!, houses.alongFromDecimeters[house]!];
  const nodes = searchFrom(
    graph,
    [
      [from, along + access],
      [to, houses.alongToDecimeters[house]! + access],
    ],
    limit,
  );
  const found = new Map<number, number>();
  const offer = (point: number, decimeters: number) => {
    if (decimeters <= limit && decimeters < (found.get(point) ?? Number.POSITIVE_INFINITY))
      found.set(point, decimeters);
  };
  for (const [node, decimeters] of nodes)
    for (const [point, leg] of byNode.get(node) ?? []) offer(point, decimeters + leg);
  for (const [point] of byNode.get(from) ?? []) {
    if (points.from[point] !== from || points.to[point] !== to) continue;
    const between = Math.abs(points.alongFromDecimeters[point]! - along);
    offer(point, between + access + points.accessDecimeters[point]!);
  }
  return found;
}
