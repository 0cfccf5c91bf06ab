import type { StreetGraph } from './street-graph.ts';

/** Marks each node with the number of the piece of the graph it belongs to; nodes without edges get −1. */
function componentsOf(graph: StreetGraph): { piece: Int32Array; sizes: number[] } {
  const piece = new Int32Array(graph.x.length).fill(-1);
  const sizes: number[] = [];
  for (let start = 0; start < piece.length; start++) {
    if (piece[start]! >= 0 || graph.incident[start]!.length === 0) continue;
    const stack = [start];
    piece[start] = sizes.length;
    let size = 0;
    while (stack.length > 0) {
      const node = stack.pop()!;
      size++;
      for (const edge of graph.incident[node]!) {
        const other = graph.across(edge, node);
        if (piece[other]! >= 0) continue;
        piece[other] = sizes.length;
        stack.push(other);
      }
    }
    sizes.push(size);
  }
  return { piece, sizes };
}

/**
 * Ties loose pieces (a wood's edge that no track meets) to what lies west of them by an invisible edge, so that faces have no holes.
 * Pieces with nothing to the west lie outside everything and lose their edges.
 */
export function tieLoosePieces(graph: StreetGraph, half: number, way: number): void {
  const { piece, sizes } = componentsOf(graph);
  const largest = sizes.indexOf(Math.max(...sizes));
  const westernmost = new Int32Array(sizes.length).fill(-1);
  piece.forEach((p, node) => {
    if (p < 0) return;
    const best = westernmost[p]!;
    if (best < 0 || graph.x[node]! < graph.x[best]!) westernmost[p] = node;
  });
  westernmost.forEach((node, p) => {
    if (p === largest) return;
    const at = graph.at(node);
    const hit = graph.firstHit(at, [-half, at[1]], node);
    if (hit) graph.connect(node, graph.nodeAtHit(hit, 0.5), 'border', way, 0.5);
  });
  const after = componentsOf(graph);
  const main = after.piece[westernmost[largest]!]!;
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (after.piece[graph.from[edge]!] !== main) graph.removeEdge(edge);
  }
}

/** Removes edges that still cross another one (rounding to centimetres can do that). Returns how many. */
export function removeCrossings(graph: StreetGraph): number {
  let removed = 0;
  for (let edge = 0; edge < graph.from.length; edge++) {
    const a = graph.from[edge]!;
    const b = graph.to[edge]!;
    if (a < 0) continue;
    while (graph.from[edge]! >= 0) {
      const hit = graph.firstHit(graph.at(a), graph.at(b), a, b);
      if (!hit) break;
      const other = hit.edge;
      graph.removeEdge(graph.kinds[edge]! >= graph.kinds[other]! ? edge : other);
      removed++;
    }
  }
  return removed;
}

/** Removes streets that end after a few metres without reaching anything. */
export function pruneStubs(graph: StreetGraph, shortest: number): void {
  for (let edge = 0; edge < graph.from.length; edge++) {
    const a = graph.from[edge]!;
    const b = graph.to[edge]!;
    if (a < 0) continue;
    const loose = graph.incident[a]!.length === 1 || graph.incident[b]!.length === 1;
    const dx = graph.x[a]! - graph.x[b]!;
    const dy = graph.y[a]! - graph.y[b]!;
    if (loose && dx * dx + dy * dy < shortest * shortest) graph.removeEdge(edge);
  }
}
