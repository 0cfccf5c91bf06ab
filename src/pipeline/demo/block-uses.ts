import type { Random } from '../../shared/random.ts';
import type { Faces } from './faces.ts';
import { distance } from './geometry.ts';
import type { Layout } from './lay-out.ts';
import type { Territory } from './territory.ts';

/** What a face is used for, once land and streets are there. */
export type BlockUse =
  | 'homes'
  | 'work'
  | 'park'
  | 'school'
  | 'cemetery'
  | 'allotments'
  | 'sports'
  | 'square'
  | 'plot'
  | 'bank'
  | 'forest'
  | 'field'
  | 'meadow'
  | 'away';

interface QuarterFaces {
  readonly settled: readonly number[];
  readonly squareMeters: number;
  readonly centre: readonly [number, number];
}

/** Gives every face a use: homes and work by zone, and in each Stadtteil squares, schools, parks, sports grounds and cemeteries. */
export function assignBlockUses(layout: Layout, faces: Faces, territory: Territory, random: Random): BlockUse[] {
  const uses = faces.inner.map((_, face) => plainUse(layout, faces, territory, face));
  const groups = groupByCentre(layout, faces, territory, uses);
  groups.forEach((group, k) => {
    reserveBlocks(faces, group, uses, random, k);
  });
  greenFringe(layout, faces, territory, uses, random);
  return uses;
}

function plainUse(layout: Layout, faces: Faces, territory: Territory, face: number): BlockUse {
  const zone = territory.zones[face]!;
  const onRiver = faces.halfEdges[face]!.some((h) => layout.graph.kindOf(h >> 1) === 'river');
  if (onRiver) return 'bank';
  if (zone === 'forest' || zone === 'field' || zone === 'away') return zone;
  if (zone === 'water') return 'bank';
  if (faces.areas[face]! > 600_000) return 'meadow';
  return zone === 'industry' ? 'work' : 'homes';
}

/** Settled faces by Stadtteil; outside the city by the nearest village. */
function groupByCentre(layout: Layout, faces: Faces, territory: Territory, uses: readonly BlockUse[]): QuarterFaces[] {
  const villages = layout.nuclei.filter((n) => !n.inside);
  const groups = [...territory.quarters, ...villages].map((n) => ({
    settled: [] as number[],
    squareMeters: 0,
    centre: n.at,
  }));
  uses.forEach((use, face) => {
    if (use !== 'homes' && use !== 'work') return;
    let k = territory.quarterOfFace[face]!;
    if (k < 0) {
      let nearest = Number.POSITIVE_INFINITY;
      villages.forEach((n, v) => {
        const d = distance(n.at, faces.inner[face]!);
        if (d < nearest) {
          nearest = d;
          k = territory.quarters.length + v;
        }
      });
      if (k < 0) return;
    }
    groups[k]!.settled.push(face);
    groups[k]!.squareMeters += faces.areas[face]!;
  });
  return groups;
}

function reserveBlocks(faces: Faces, group: QuarterFaces, uses: BlockUse[], random: Random, k: number): void {
  const free = (low: number, high: number) =>
    group.settled.filter((f) => uses[f] === 'homes' && faces.areas[f]! >= low && faces.areas[f]! <= high);
  const far = (face: number) => distance(faces.inner[face]!, group.centre);
  const take = (use: BlockUse, low: number, high: number, score: (face: number) => number) => {
    let best = -1;
    let bestScore = Number.POSITIVE_INFINITY;
    for (const face of free(low, high)) {
      const s = score(face);
      if (s < bestScore) {
        bestScore = s;
        best = face;
      }
    }
    if (best >= 0) uses[best] = use;
  };
  const hectares = group.squareMeters / 10_000;
  const jitter = () => random.between(0, 180);
  if (hectares > 12) take('square', 1200, 6500, far);
  const schools = Math.round(hectares / 150 + random.between(0.15, 0.75));
  for (let i = 0; i < schools; i++) take('school', 7500, 26_000, (f) => Math.abs(far(f) - 260 - 300 * i) + jitter());
  const parks = Math.max(hectares > 20 ? 1 : 0, Math.round(hectares / 76));
  for (let i = 0; i < parks; i++) {
    const ring = 180 + ((i * 7919) % 900);
    take('park', 5000, 60_000, (f) => Math.abs(far(f) - ring) * 0.6 + jitter() - faces.areas[f]! / 200);
  }
  if (hectares > 25) take('plot', 1500, 9000, (f) => Math.abs(far(f) - 420) + jitter());
  if (hectares > 40) take('sports', 14_000, 60_000, (f) => -far(f) + jitter());
  if (hectares > 40 && k % 2 === 0) take('cemetery', 12_000, 70_000, (f) => -far(f) * 0.7 + jitter());
  if (hectares > 60 && random.next() < 0.6) take('allotments', 15_000, 90_000, (f) => -far(f) + jitter());
}

/** Open land next to homes: allotments, meadows, parks in the enclaves. */
function greenFringe(layout: Layout, faces: Faces, territory: Territory, uses: BlockUse[], random: Random): void {
  for (let face = 0; face < uses.length; face++) {
    if (uses[face] !== 'field') continue;
    const area = faces.areas[face]!;
    const neighbours = faces.halfEdges[face]!.map((h) => faces.faceOfHalfEdge[h ^ 1]!);
    const settled = neighbours.filter((f) => f >= 0 && f !== face && uses[f] === 'homes').length / neighbours.length;
    const far = distance(faces.inner[face]!, [0, 0]);
    if (far < layout.frame.cityRadius * 0.27) uses[face] = area < 220_000 ? 'park' : 'meadow';
    else if (settled > 0.55 && territory.inCity[face] && area < 180_000) {
      uses[face] = far < layout.frame.cityRadius * 0.6 ? 'park' : random.next() < 0.5 ? 'park' : 'meadow';
    } else if (settled > 0.1 && area < 90_000 && random.next() < 0.4) uses[face] = 'allotments';
    else if (area < 60_000 || random.next() < 0.12) uses[face] = 'meadow';
  }
}
