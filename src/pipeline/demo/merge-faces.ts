import { type Faces, nextHalfEdges, startOf } from './faces.ts';
import { insideRing, signedArea, type Vec } from './geometry.ts';
import type { StreetGraph } from './street-graph.ts';

/** An area: outer rings, each with its holes; rings are not closed. */
export type Rings = readonly (readonly (readonly Vec[])[])[];

/** Puts faces together by group (−1 = none): one area per group, with borders that neighbours share vertex by vertex. */
export class FaceMerger {
  private readonly graph: StreetGraph;
  private readonly faces: Faces;
  private readonly next: Int32Array;

  constructor(graph: StreetGraph, faces: Faces) {
    this.graph = graph;
    this.faces = faces;
    this.next = nextHalfEdges(graph);
  }

  merge(groupOfFace: ArrayLike<number>, groupCount: number): Rings[] {
    const { faceOfHalfEdge } = this.faces;
    const groupAt = (h: number) => (faceOfHalfEdge[h]! >= 0 ? groupOfFace[faceOfHalfEdge[h]!]! : -1);
    const isBorder = (h: number) => groupAt(h) >= 0 && groupAt(h) !== groupAt(h ^ 1);
    const seen = new Uint8Array(faceOfHalfEdge.length);
    const rings: Vec[][][] = Array.from({ length: groupCount }, () => []);
    for (let first = 0; first < seen.length; first++) {
      if (seen[first] || this.next[first]! < 0 || !isBorder(first)) continue;
      const nodes: number[] = [];
      let h = first;
      do {
        seen[h] = 1;
        nodes.push(startOf(this.graph, h));
        h = this.next[h]!;
        while (!isBorder(h) || groupAt(h) !== groupAt(first)) h = this.next[h ^ 1]!;
      } while (h !== first);
      for (const loop of simpleLoops(nodes)) rings[groupAt(first)]!.push(loop.map((n) => this.graph.at(n)));
    }
    return rings.map(nestRings);
  }
}

/** Cuts a ring that touches itself at a node into rings that do not. */
function simpleLoops(nodes: readonly number[]): number[][] {
  const loops: number[][] = [];
  const path: number[] = [];
  const place = new Map<number, number>();
  for (const node of nodes) {
    const before = place.get(node);
    if (before !== undefined) {
      const loop = path.splice(before);
      for (const n of loop) place.delete(n);
      if (loop.length > 2) loops.push(loop);
    }
    place.set(node, path.length);
    path.push(node);
  }
  if (path.length > 2) loops.push(path);
  return loops;
}

function nestRings(rings: readonly Vec[][]): Rings {
  const outer = rings
    .filter((r) => signedArea(r) > 0)
    .map((ring) => ({ ring, area: signedArea(ring), holes: [] as Vec[][] }));
  outer.sort((a, b) => a.area - b.area);
  for (const hole of rings.filter((r) => signedArea(r) < 0)) {
    const holder = outer.find((o) => o.area > -signedArea(hole) && holds(o.ring, hole));
    holder?.holes.push(hole);
  }
  return outer.reverse().map((o) => [o.ring, ...o.holes]);
}

/** Does a ring hold a hole? Decided at the middle of a hole's edge, a hair to its inside. */
function holds(ring: readonly Vec[], hole: readonly Vec[]): boolean {
  const [a, b] = [hole[0]!, hole[1]!];
  const length = Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1])) || 1;
  const x = (a[0] + b[0]) / 2 + ((b[1] - a[1]) / length) * 0.003;
  const y = (a[1] + b[1]) / 2 - ((b[0] - a[0]) / length) * 0.003;
  return insideRing(ring, x, y);
}
