import { HALF_WIDTHS } from './block-ground.ts';
import { ringOf, startOf } from './faces.ts';
import { cm, distance, insideRing, type Vec } from './geometry.ts';
import type { Town } from './town.ts';

/** A path inside a block: through parks and between slabs. Its ends are nodes of the graph or shared middle points. */
export interface Footway {
  readonly points: readonly Vec[];
  /** Node of the graph at the start. */
  readonly from: number;
  readonly face: number;
}

const WITH_PATHS: ReadonlySet<string> = new Set(['park', 'cemetery', 'allotments']);

/** Paths that lead from the edge of parks and estates to their middle; all paths of a block meet there, at its last point. */
export function createFootways(town: Town): Footway[] {
  const { uses, territory, faces } = town;
  const footways: Footway[] = [];
  for (let face = 0; face < uses.length; face++) {
    const estate = uses[face] === 'homes' && territory.zones[face] === 'slab' && faces.areas[face]! > 20_000;
    if (!estate && !(WITH_PATHS.has(uses[face]!) && faces.areas[face]! > 4000)) continue;
    footways.push(...pathsInto(town, face));
  }
  return footways;
}

function isWalkable(town: Town, node: number): boolean {
  return town.layout.graph.incident[node]!.some((edge) => {
    const kind = town.layout.graph.kindOf(edge);
    return kind !== 'border' && kind !== 'river' && kind !== 'rail' && kind !== 'motorway';
  });
}

function pathsInto(town: Town, face: number): Footway[] {
  const { layout, faces } = town;
  const ring = ringOf(layout.graph, faces, face);
  const [mx, my] = faces.inner[face]!;
  const middle: Vec = [cm(mx), cm(my)];
  const nodes = faces.halfEdges[face]!.map((h) => startOf(layout.graph, h));
  const corners = nodes.filter((node, i) => isWalkable(town, node) && nodes.indexOf(node) === i);
  const wanted = Math.min(6, 3 + Math.floor(faces.areas[face]! / 25_000));
  const footways: Footway[] = [];
  for (let k = 0; k < wanted && corners.length > 0; k++) {
    const from = corners[Math.floor(((k + 0.5) / wanted) * corners.length)]!;
    const points = bentPath(town, layout.graph.at(from), middle);
    if (footways.some((f) => f.from === from) || !pathStaysInside(ring, points)) continue;
    footways.push({ points, from, face });
  }
  return footways.length > 1 ? footways : [];
}

/** A gently bent line of short stretches. */
function bentPath(town: Town, a: Vec, b: Vec): Vec[] {
  const length = distance(a, b);
  const count = Math.max(2, Math.ceil(length / 28));
  const sway = 0.16 * length * town.layout.terrain.noise(a[0] * 3, a[1] * 3, 170);
  return Array.from({ length: count + 1 }, (_, i): Vec => {
    const t = i / count;
    const aside = (sway * 4 * t * (1 - t)) / (length || 1);
    const x = a[0] + (b[0] - a[0]) * t - (b[1] - a[1]) * aside;
    const y = a[1] + (b[1] - a[1]) * t + (b[0] - a[0]) * aside;
    return i === 0 ? a : i === count ? b : [cm(x), cm(y)];
  });
}

function pathStaysInside(ring: readonly Vec[], points: readonly Vec[]): boolean {
  const [a, b] = [points[0]!, points[1]!];
  const share = Math.min(1, HALF_WIDTHS.residential / (distance(a, b) || 1));
  const entry: Vec = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  return [entry, ...points.slice(1)].every(([x, y]) => insideRing(ring, x, y));
}
