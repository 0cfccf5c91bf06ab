import { createWalkGraph, type WalkGraph } from '../../src/engine/network/walk-graph.ts';
import type { Random } from '../../src/shared/random.ts';

/** An undirected edge between two node numbers; the length in decimetres is the straight distance unless given. */
export interface TownEdge {
  readonly a: number;
  readonly b: number;
  readonly decimeters?: number;
  readonly flags?: number;
}

/** Builds a graph from nodes in metres and edges. */
export function townGraph(
  nodes: readonly (readonly [number, number])[],
  edges: readonly TownEdge[],
  profile: 'all' | 'step-free' = 'all',
): WalkGraph {
  const arcs = edges
    .flatMap(({ a, b, decimeters, flags }) => {
      const length =
        decimeters ?? Math.round(Math.hypot(nodes[a]![0] - nodes[b]![0], nodes[a]![1] - nodes[b]![1]) * 10);
      return [
        { from: a, to: b, length, flags: flags ?? 0 },
        { from: b, to: a, length, flags: flags ?? 0 },
      ];
    })
    .sort((p, q) => p.from - q.from || p.to - q.to);
  const offsets = new Uint32Array(nodes.length + 1);
  for (const arc of arcs) offsets[arc.from + 1]!++;
  for (let i = 0; i < nodes.length; i++) offsets[i + 1]! += offsets[i]!;
  return createWalkGraph(
    {
      nodeCount: nodes.length,
      x: Int32Array.from(nodes, ([x]) => Math.round(x * 100)),
      y: Int32Array.from(nodes, ([, y]) => Math.round(y * 100)),
      offsets,
      targets: Uint32Array.from(arcs, (arc) => arc.to),
      decimeters: Uint32Array.from(arcs, (arc) => arc.length),
      flags: Uint8Array.from(arcs, (arc) => arc.flags),
    },
    profile,
  );
}

/** A grid of `blocks × blocks` square blocks; node (column, row) has number row × (blocks + 1) + column. */
export function gridCity({
  blocks,
  blockMeters,
}: {
  readonly blocks: number;
  readonly blockMeters: number;
}): WalkGraph {
  const side = blocks + 1;
  const nodes = Array.from(
    { length: side * side },
    (_, i) => [(i % side) * blockMeters, Math.floor(i / side) * blockMeters] as const,
  );
  const edges: TownEdge[] = [];
  for (let i = 0; i < side * side; i++) {
    if (i % side < blocks) edges.push({ a: i, b: i + 1 });
    if (i < side * blocks) edges.push({ a: i, b: i + side });
  }
  return townGraph(nodes, edges);
}

/** A seeded random town of `count` nodes in a square, connected as a chain plus some chords. */
export function randomTown(
  random: Random,
  count: number,
  sideMeters: number,
): {
  readonly nodes: [number, number][];
  readonly edges: TownEdge[];
} {
  const nodes = Array.from(
    { length: count },
    () => [Math.round(random.between(0, sideMeters)), Math.round(random.between(0, sideMeters))] as [number, number],
  );
  const edges: TownEdge[] = [];
  for (let i = 1; i < count; i++) edges.push({ a: random.below(i), b: i });
  for (let k = 0; k < count; k++) {
    const a = random.below(count);
    const b = random.below(count);
    if (a !== b && !edges.some((e) => (e.a === a && e.b === b) || (e.a === b && e.b === a))) edges.push({ a, b });
  }
  return { nodes, edges };
}

/** All-pairs shortest paths in decimetres by Floyd and Warshall: the slow, obvious twin. */
export function allPairs(graph: WalkGraph): number[][] {
  const n = graph.nodeCount;
  const d = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 0 : Infinity)));
  for (let i = 0; i < n; i++) {
    for (let arc = graph.offsets[i]!; arc < graph.offsets[i + 1]!; arc++) {
      const j = graph.arcs[2 * arc]!;
      d[i]![j] = Math.min(d[i]![j]!, graph.arcs[2 * arc + 1]!);
    }
  }
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  }
  return d;
}

/**
 * A seeded random town whose streets are bent: every edge of a random town is cut into up to five, some twice as long as straight; there
 * are loops, streets that run side by side, and a ring apart from the rest.
 */
export function bentTown(random: Random): WalkGraph {
  const { nodes, edges } = randomTown(random, 2 + random.below(7), 400);
  const bent: TownEdge[] = [];
  const cut = (a: number, b: number, pieces: number) => {
    const start = nodes[a]!;
    const end = nodes[b]!;
    let last = a;
    for (let i = 1; i < pieces; i++) {
      const share = i / pieces;
      const off = a === b ? 60 * Math.sin(Math.PI * share) : random.between(-20, 20);
      nodes.push([start[0] + (end[0] - start[0]) * share + off, start[1] + (end[1] - start[1]) * share + off * i]);
      bent.push({ a: last, b: nodes.length - 1, decimeters: 10 + random.below(900) });
      last = nodes.length - 1;
    }
    bent.push({ a: last, b, decimeters: 10 + random.below(900) });
  };
  const crossings = nodes.length;
  for (const { a, b } of edges) cut(a, b, 1 + random.below(5));
  cut(0, 0, 3 + random.below(3));
  cut(random.below(crossings), random.below(crossings), 3);
  bent.push({ a: 0, b: 1, decimeters: 300 }, { a: 0, b: 1, decimeters: 300 });
  nodes.push([900, 900]);
  cut(nodes.length - 1, nodes.length - 1, 4);
  return townGraph(nodes, bent);
}
