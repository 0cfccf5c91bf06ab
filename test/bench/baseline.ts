import FlatQueue from 'flatqueue';
import type { WalkGraph } from '../../src/engine/network/walk-graph.ts';

/** What one would write by hand: a binary heap and a Map. Nodes within the limit with their distance in decimetres. */
export function baselineReach(graph: WalkGraph, source: number, limit: number): Map<number, number> {
  const queue = new FlatQueue<number>();
  const found = new Map<number, number>([[source, 0]]);
  queue.push(source, 0);
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
