import { centroidOf, insideRing, pseudoAngle, signedArea, type Vec } from './geometry.ts';
import type { StreetGraph } from './street-graph.ts';

/**
 * The faces of the planar graph: blocks, fields, banks. Half-edge 2e runs along edge e, 2e + 1 against it; each has the face on its
 * left, −1 for the land outside.
 */
export interface Faces {
  readonly faceOfHalfEdge: Int32Array;
  /** Half-edges of each face, counter-clockwise. */
  readonly halfEdges: readonly (readonly number[])[];
  readonly areas: Float64Array;
  /** A point well inside each face. */
  readonly inner: readonly Vec[];
}

export function startOf(graph: StreetGraph, halfEdge: number): number {
  return (halfEdge & 1) === 0 ? graph.from[halfEdge >> 1]! : graph.to[halfEdge >> 1]!;
}

/** The next half-edge around the same face, for every half-edge; −1 for edges that were removed. */
export function nextHalfEdges(graph: StreetGraph): Int32Array {
  const next = new Int32Array(graph.from.length * 2).fill(-1);
  for (let node = 0; node < graph.incident.length; node++) {
    const edges = graph.incident[node]!;
    if (edges.length === 0) continue;
    const out = edges.map((edge) => {
      const other = graph.across(edge, node);
      const angle = pseudoAngle(graph.x[other]! - graph.x[node]!, graph.y[other]! - graph.y[node]!);
      return { half: graph.from[edge] === node ? 2 * edge : 2 * edge + 1, angle };
    });
    out.sort((a, b) => a.angle - b.angle || a.half - b.half);
    for (let k = 0; k < out.length; k++) {
      next[out[(k + 1) % out.length]!.half ^ 1] = out[k]!.half;
    }
  }
  return next;
}

/** Finds all faces. Face numbers follow the smallest half-edge of each. */
export function findFaces(graph: StreetGraph): Faces {
  const next = nextHalfEdges(graph);
  const faceOfHalfEdge = new Int32Array(next.length).fill(-2);
  const halfEdges: number[][] = [];
  const areas: number[] = [];
  const inner: Vec[] = [];
  for (let first = 0; first < next.length; first++) {
    if (next[first]! < 0 || faceOfHalfEdge[first] !== -2) continue;
    const run: number[] = [];
    for (let h = first; faceOfHalfEdge[h] === -2; h = next[h]!) {
      faceOfHalfEdge[h] = -1;
      run.push(h);
    }
    const ring = run.map((h) => graph.at(startOf(graph, h)));
    const area = signedArea(ring);
    if (area <= 1) continue;
    for (const h of run) faceOfHalfEdge[h] = halfEdges.length;
    halfEdges.push(run);
    areas.push(area);
    inner.push(innerPoint(ring));
  }
  return { faceOfHalfEdge, halfEdges, areas: Float64Array.from(areas), inner };
}

export function ringOf(graph: StreetGraph, faces: Faces, face: number): Vec[] {
  return faces.halfEdges[face]!.map((h) => graph.at(startOf(graph, h)));
}

/** The ring without the antennas that run into the face and back. */
export function outlineOf(graph: StreetGraph, faces: Faces, face: number): Vec[] {
  const kept: number[] = [];
  for (const h of faces.halfEdges[face]!) {
    if (kept.length > 0 && kept[kept.length - 1] === (h ^ 1)) kept.pop();
    else kept.push(h);
  }
  while (kept.length > 2 && kept[0] === (kept[kept.length - 1]! ^ 1)) {
    kept.pop();
    kept.shift();
  }
  return kept.map((h) => graph.at(startOf(graph, h)));
}

/** The middle of the widest stretch inside the ring, at the height of its centroid. */
export function innerPoint(ring: readonly Vec[]): Vec {
  const centre = centroidOf(ring);
  if (insideRing(ring, centre[0], centre[1])) return centre;
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const [, y] of ring) {
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  let best: Vec = ring[0]!;
  let widest = -1;
  for (const share of [0.5, 0.3, 0.7, 0.15, 0.85]) {
    const y = south + (north - south) * share + 0.0037;
    const crossings: number[] = [];
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y) crossings.push(xi + ((xj - xi) * (y - yi)) / (yj - yi));
    }
    crossings.sort((a, b) => a - b);
    for (let k = 1; k < crossings.length; k += 2) {
      const width = crossings[k]! - crossings[k - 1]!;
      if (width > widest) {
        widest = width;
        best = [(crossings[k]! + crossings[k - 1]!) / 2, y];
      }
    }
  }
  return best;
}
