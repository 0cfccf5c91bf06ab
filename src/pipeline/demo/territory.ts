import type { Faces } from './faces.ts';
import { distance, type Vec } from './geometry.ts';
import { Heap } from './heap.ts';
import type { Zone } from './land-use.ts';
import type { Layout } from './lay-out.ts';
import type { Nucleus } from './nuclei.ts';
import { EDGE_KINDS, type EdgeKind } from './street-graph.ts';
import { borderRadius } from './terrain.ts';

/** Which face belongs to which part of the city. −1 = outside. */
export interface Territory {
  /** Zone of each face. */
  readonly zones: readonly Zone[];
  readonly inCity: Uint8Array;
  /** Number of the Stadtteil of each face. */
  readonly quarterOfFace: Int32Array;
  /** Nucleus around which each Stadtteil lies. */
  readonly quarters: readonly Nucleus[];
  /** Number of the Stadtbezirk of each Stadtteil; 0 is the middle. */
  readonly boroughOfQuarter: readonly number[];
  readonly boroughCount: number;
}

/** How strongly a line keeps parts of the city apart: what lies beyond is that many times farther. */
const APART: Readonly<Record<EdgeKind, number>> = {
  river: 6,
  rail: 2.4,
  motorway: 3.5,
  primary: 1.7,
  secondary: 1.4,
  tertiary: 1.15,
  residential: 1,
  pedestrian: 1,
  track: 1,
  path: 1,
  border: 1.05,
};
const APART_BY_INDEX = EDGE_KINDS.map((kind) => APART[kind]);

/** Grows areas from starting faces over the faces of the city; each face goes to the start it reaches most easily. */
export function growAreas(layout: Layout, faces: Faces, allowed: Uint8Array, starts: readonly number[]): Int32Array {
  const count = faces.areas.length;
  const owner = new Int32Array(count).fill(-1);
  const known = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const heap = new Heap();
  starts.forEach((face, k) => {
    if (face < 0 || owner[face]! >= 0) return;
    owner[face] = k;
    known[face] = 0;
    heap.push(face, 0);
  });
  while (heap.size > 0) {
    const face = heap.pop();
    if (heap.lastKey > known[face]!) continue;
    for (const h of faces.halfEdges[face]!) {
      const other = faces.faceOfHalfEdge[h ^ 1]!;
      if (other < 0 || other === face || !allowed[other]) continue;
      const step =
        (distance(faces.inner[face]!, faces.inner[other]!) + 15) * APART_BY_INDEX[layout.graph.kinds[h >> 1]!]!;
      const next = Math.round((known[face]! + step) * 100) / 100;
      if (next < known[other]!) {
        known[other] = next;
        owner[other] = owner[face]!;
        heap.push(other, next);
      }
    }
  }
  return owner;
}

/** The Stadtteil with which faces share the longest border, rivers not counted; −1 = none. */
function longestNeighbour(
  layout: Layout,
  faces: Faces,
  quarterOfFace: Int32Array,
  members: readonly number[],
  accepts: (other: number) => boolean,
): number {
  const { graph } = layout;
  const shared = new Map<number, number>();
  for (const face of members) {
    for (const h of faces.halfEdges[face]!) {
      const other = faces.faceOfHalfEdge[h ^ 1]!;
      const quarter = other >= 0 ? quarterOfFace[other]! : -1;
      if (quarter < 0 || !accepts(other) || graph.kindOf(h >> 1) === 'river') continue;
      const length = distance(graph.at(graph.from[h >> 1]!), graph.at(graph.to[h >> 1]!));
      shared.set(quarter, (shared.get(quarter) ?? 0) + length);
    }
  }
  let best = -1;
  for (const [quarter, length] of shared) if (best < 0 || length > shared.get(best)!) best = quarter;
  return best;
}

/** River banks, long and thin, go to the Stadtteil they lie along for the longest stretch. */
function giveBanksToNeighbours(layout: Layout, faces: Faces, quarterOfFace: Int32Array): void {
  for (let face = 0; face < quarterOfFace.length; face++) {
    if (quarterOfFace[face]! < 0) continue;
    if (!faces.halfEdges[face]!.some((h) => layout.graph.kindOf(h >> 1) === 'river')) continue;
    const neighbour = longestNeighbour(layout, faces, quarterOfFace, [face], (other) => other !== face);
    if (neighbour >= 0) quarterOfFace[face] = neighbour;
  }
}

/** Pieces of a Stadtteil that were cut off from its largest piece go to a neighbour. */
function joinIslands(layout: Layout, faces: Faces, quarterOfFace: Int32Array): void {
  const seen = new Uint8Array(quarterOfFace.length);
  const pieces: number[][][] = [];
  for (let start = 0; start < seen.length; start++) {
    const quarter = quarterOfFace[start]!;
    if (seen[start] || quarter < 0) continue;
    seen[start] = 1;
    const piece = [start];
    for (let k = 0; k < piece.length; k++) {
      for (const h of faces.halfEdges[piece[k]!]!) {
        const other = faces.faceOfHalfEdge[h ^ 1]!;
        if (other < 0 || seen[other] || quarterOfFace[other] !== quarter) continue;
        seen[other] = 1;
        piece.push(other);
      }
    }
    const list = pieces[quarter] ?? [];
    list.push(piece);
    pieces[quarter] = list;
  }
  for (const list of pieces) {
    if (!list || list.length < 2) continue;
    list.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
    for (const piece of list.slice(1)) {
      const own = quarterOfFace[piece[0]!]!;
      const neighbour = longestNeighbour(layout, faces, quarterOfFace, piece, (f) => quarterOfFace[f] !== own);
      if (neighbour >= 0) for (const face of piece) quarterOfFace[face] = neighbour;
    }
  }
}

function nearestFace(faces: Faces, allowed: Uint8Array, at: Vec, taken: ReadonlySet<number>): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let face = 0; face < faces.areas.length; face++) {
    if (!allowed[face] || taken.has(face)) continue;
    const d = distance(faces.inner[face]!, at);
    if (d < bestDistance) {
      bestDistance = d;
      best = face;
    }
  }
  return best;
}

/** How many Stadtbezirke a city of this size has: 23 at scale 1. */
function boroughCountOf(scale: number, quarterCount: number): number {
  return Math.max(1, Math.min(quarterCount, Math.round(23 * Math.sqrt(scale))));
}

/** Centres of Stadtbezirke: the middle, four around it, the rest far from each other. */
function boroughCentres(quarters: readonly Nucleus[], count: number, cityRadius: number): number[] {
  const chosen = [0];
  const far = (k: number) => distance(quarters[k]!.at, [0, 0]);
  const take = (score: (k: number) => number) => {
    let best = -1;
    for (let k = 0; k < quarters.length; k++) {
      if (!chosen.includes(k) && (best < 0 || score(k) > score(best))) best = k;
    }
    if (best >= 0) chosen.push(best);
  };
  const ring = cityRadius * 0.19;
  for (const [dx, dy] of [
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ] as const) {
    if (chosen.length < count) take((k) => -distance(quarters[k]!.at, [dx * ring, dy * ring]));
  }
  while (chosen.length < count) {
    take((k) => {
      const apart = Math.min(...chosen.map((c) => distance(quarters[c]!.at, quarters[k]!.at)));
      return apart * (far(k) < cityRadius * 0.3 ? 0.4 : far(k) > cityRadius * 0.9 ? 0.8 : 1);
    });
  }
  return chosen;
}

function groupQuarters(
  layout: Layout,
  faces: Faces,
  quarterOfFace: Int32Array,
  quarters: readonly Nucleus[],
): number[] {
  const count = boroughCountOf(layout.frame.scale, quarters.length);
  const centres = boroughCentres(quarters, count, layout.frame.cityRadius);
  const near: Map<number, number>[] = quarters.map(() => new Map());
  for (let h = 0; h < faces.faceOfHalfEdge.length; h++) {
    const a = faces.faceOfHalfEdge[h]!;
    const b = faces.faceOfHalfEdge[h ^ 1]!;
    if (a < 0 || b < 0) continue;
    const [p, q] = [quarterOfFace[a]!, quarterOfFace[b]!];
    if (p < 0 || q < 0 || p === q) continue;
    const apart = APART_BY_INDEX[layout.graph.kinds[h >> 1]!]!;
    near[p]!.set(q, Math.min(apart, near[p]!.get(q) ?? 99));
  }
  const owner = quarters.map(() => -1);
  const known = quarters.map(() => Number.POSITIVE_INFINITY);
  const heap = new Heap();
  centres.forEach((k, borough) => {
    owner[k] = borough;
    known[k] = 0;
    heap.push(k, 0);
  });
  while (heap.size > 0) {
    const k = heap.pop();
    if (heap.lastKey > known[k]!) continue;
    for (const [other, apart] of near[k]!) {
      const step = distance(quarters[k]!.at, quarters[other]!.at) * (apart > 5 ? 2.5 : 1);
      const next = Math.round((known[k]! + step) * 100) / 100;
      if (next < known[other]!) {
        known[other] = next;
        owner[other] = owner[k]!;
        heap.push(other, next);
      }
    }
  }
  return owner.map((o) => Math.max(0, o));
}

/** Divides the faces among Stadtteile and Stadtbezirke. */
export function createTerritory(layout: Layout, faces: Faces): Territory {
  const count = faces.areas.length;
  const inCity = new Uint8Array(count);
  const zones: Zone[] = [];
  for (let face = 0; face < count; face++) {
    const [x, y] = faces.inner[face]!;
    zones.push(layout.landUse.zoneAt(x, y));
    const far = Math.sqrt(x * x + y * y);
    if (far < borderRadius(layout.frame, layout.terrain, x, y)) inCity[face] = 1;
  }
  const taken = new Set<number>();
  const quarters: Nucleus[] = [];
  const starts: number[] = [];
  for (const nucleus of layout.nuclei) {
    if (!nucleus.inside) continue;
    const face = nearestFace(faces, inCity, nucleus.at, taken);
    if (face < 0) continue;
    taken.add(face);
    quarters.push(nucleus);
    starts.push(face);
  }
  const quarterOfFace = growAreas(layout, faces, inCity, starts);
  giveBanksToNeighbours(layout, faces, quarterOfFace);
  joinIslands(layout, faces, quarterOfFace);
  for (let face = 0; face < count; face++) if (quarterOfFace[face]! < 0) inCity[face] = 0;
  const boroughOfQuarter = groupQuarters(layout, faces, quarterOfFace, quarters);
  return {
    zones,
    inCity,
    quarterOfFace,
    quarters,
    boroughOfQuarter,
    boroughCount: Math.max(...boroughOfQuarter) + 1,
  };
}
