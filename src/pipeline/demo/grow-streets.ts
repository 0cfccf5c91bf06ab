import type { Random } from '../../shared/random.ts';
import { type CrossField, directionAt } from './cross-field.ts';
import type { LooseEnd } from './finish-streets.ts';
import type { Vec } from './geometry.ts';
import type { Zone } from './land-use.ts';
import type { Counter } from './lay-lines.ts';
import type { Noise } from './noise.ts';
import type { EdgeKind, StreetGraph } from './street-graph.ts';
import { PATTERNS, type StreetPattern } from './street-patterns.ts';

/** The ground on which streets grow. */
export interface Ground {
  readonly graph: StreetGraph;
  readonly field: CrossField;
  readonly noise: Noise;
  /** Zone at a point where a street of this growth may run, else null. */
  readonly zoneAt: (x: number, y: number) => Zone | null;
  readonly kind: EdgeKind;
  readonly random: Random;
  /** Numbers for new streets. */
  readonly ways: Counter;
}

/** A place where a street may begin: a node of the graph, with the direction away from its street. */
interface Seed {
  readonly node: number;
  readonly dx: number;
  readonly dy: number;
  /** True for streets that houses face, spaced by the short side of a block. */
  readonly facing: boolean;
  readonly way: number;
}

interface Traced {
  readonly points: Vec[];
  /** Node that the street joins at its end, −1 for a dead end. */
  readonly joins: number;
  readonly dx: number;
  readonly dy: number;
}

const CARDINAL_LIMIT = 0.5;

/**
 * Lets streets grow from those that are there (after Parish & Müller 2001 and Chen et al. 2008): a street leaves its parent at a
 * right angle, follows the field, keeps its distance from parallel streets and joins the first one it meets. New streets are
 * parents of the next. Tracks also go on from the `ends` of streets.
 */
export function growStreets(
  ground: Ground,
  parents: readonly (readonly number[])[],
  ends: readonly LooseEnd[] = [],
): void {
  const queue: Seed[] = [];
  for (const nodes of parents) addSeeds(ground, queue, nodes, false);
  for (const end of ends) queue.push({ ...end, facing: false, way: -1 });
  for (let head = 0; head < queue.length; head++) {
    const seed = queue[head]!;
    const traced = trace(ground, seed);
    if (!traced) continue;
    const way = seed.way >= 0 ? seed.way : ground.ways();
    const nodes = layDown(ground.graph, traced, seed.node, ground.kind, way);
    addSeeds(ground, queue, nodes, seed.facing);
    const pattern = patternAt(ground, traced.points[traced.points.length - 1]!);
    if (traced.joins >= 0 && pattern && ground.random.next() < pattern.onward) {
      queue.push({ node: traced.joins, dx: traced.dx, dy: traced.dy, facing: seed.facing, way });
    }
  }
}

function patternAt(ground: Ground, [x, y]: Vec): StreetPattern | undefined {
  const zone = ground.zoneAt(x, y);
  return zone ? PATTERNS[zone] : undefined;
}

/** Seeds along a street, one side or both, at about the spacing of its zone. */
function addSeeds(ground: Ground, queue: Seed[], nodes: readonly number[], facing: boolean): void {
  const { graph, random } = ground;
  let due = -1;
  let side = random.next() < 0.5 ? 1 : -1;
  for (let i = 0; i < nodes.length; i++) {
    const at = graph.at(nodes[i]!);
    const before = graph.at(nodes[Math.max(0, i - 1)]!);
    const after = graph.at(nodes[Math.min(nodes.length - 1, i + 1)]!);
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.sqrt(dx * dx + dy * dy);
    const pattern = patternAt(ground, at);
    if (!pattern || length === 0) continue;
    if (due < 0) due = random.between(0.1, 0.6) * pattern.short;
    const stepX = at[0] - before[0];
    const stepY = at[1] - before[1];
    due -= i === 0 ? 0 : Math.sqrt(stepX * stepX + stepY * stepY);
    if (due > 0) continue;
    const both = random.next() < pattern.crossings;
    for (const s of both ? [side, -side] : [side]) {
      queue.push({ node: nodes[i]!, dx: (-dy / length) * s, dy: (dx / length) * s, facing: !facing, way: -1 });
    }
    side = -side;
    const spacing = facing ? pattern.long : pattern.short;
    due = spacing * (both ? 1 : 0.55) * random.between(0.85, 1.2);
  }
}

/** A street under way. */
interface Tracer {
  readonly seed: Seed;
  readonly pattern: StreetPattern;
  /** Distance kept from streets that run alongside. */
  readonly apart: number;
  readonly points: Vec[];
  dx: number;
  dy: number;
  joins: number;
}

/** How far a field track may run past gardens before it must be in open land. */
const LEAD_METERS = 90;

function trace(ground: Ground, seed: Seed): Traced | null {
  const { graph, random } = ground;
  const start = graph.at(seed.node);
  const lead = ground.kind === 'track' ? LEAD_METERS : 20;
  const pattern = patternAt(ground, [start[0] + seed.dx * lead, start[1] + seed.dy * lead]);
  if (!pattern || crowded(graph, seed)) return null;
  const apart = 0.62 * (seed.facing ? pattern.short : pattern.long);
  const street: Tracer = { seed, pattern, apart, points: [start], dx: seed.dx, dy: seed.dy, joins: -1 };
  let state: Progress = 'going';
  for (let gone = 0; state === 'going' && gone < pattern.longest; gone += pattern.step) {
    state = goOn(ground, street, gone);
  }
  if (state !== 'joined' && street.points.length > 1 && random.next() >= 0.85 * pattern.deadEnds) {
    street.joins = turnAside(graph, street);
  }
  const { points, joins, dx, dy } = street;
  if (joins < 0 && !mayEndHere(street, state, random)) return null;
  return { points, joins, dx, dy };
}

type Progress = 'going' | 'joined' | 'blocked' | 'edge';

/** One stretch further: turns with the field, joins what lies ahead, stops at the zone's edge or beside another street. */
function goOn(ground: Ground, street: Tracer, gone: number): Progress {
  const { graph } = ground;
  const { points, pattern, seed } = street;
  const at = points[points.length - 1]!;
  const isFirst = points.length === 1;
  const turn = pattern.wind * ground.noise(at[0], at[1], pattern.windMeters);
  const { dx, dy } = street;
  const wish = directionAt(ground.field, at[0] + dx * 12, at[1] + dy * 12, dx, dy, turn);
  if (wish[0] * dx + wish[1] * dy < CARDINAL_LIMIT && !isFirst) return 'blocked';
  const blend = isFirst ? 0.35 : 0.6;
  const nx = dx + (wish[0] - dx) * blend;
  const ny = dy + (wish[1] - dy) * blend;
  const norm = Math.sqrt(nx * nx + ny * ny) || 1;
  street.dx = nx / norm;
  street.dy = ny / norm;
  const ahead = lookAhead(graph, street, isFirst ? seed.node : -1);
  if (ahead === 'blocked') return 'blocked';
  if (ahead >= 0) {
    street.joins = ahead;
    return 'joined';
  }
  const next: Vec = [at[0] + street.dx * pattern.step, at[1] + street.dy * pattern.step];
  const isTrack = ground.kind === 'track';
  if (gone >= (isTrack ? LEAD_METERS : 0) && !ground.zoneAt(next[0], next[1])) return 'edge';
  const unseen = isTrack ? 'residential' : null;
  if (graph.runsBeside(next, street.dx, street.dy, street.apart, isFirst ? seed.node : -1, unseen)) return 'blocked';
  points.push(next);
  return 'going';
}

/** Dead ends must be of some length, and not too many. */
function mayEndHere({ points, pattern }: Tracer, state: Progress, random: Random): boolean {
  const shortest = Math.max(45, 0.5 * pattern.short);
  if ((points.length - 1) * pattern.step < shortest) return false;
  return random.next() < (state === 'edge' ? 0.85 : pattern.deadEnds);
}

/** Another street at this node in about the same direction, or a line that no street leaves? */
function crowded(graph: StreetGraph, seed: Seed): boolean {
  const [x, y] = graph.at(seed.node);
  for (const edge of graph.incident[seed.node]!) {
    if (isBarrier(graph, edge)) return true;
    if (graph.kindOf(edge) === 'border') continue;
    const [ox, oy] = graph.at(graph.across(edge, seed.node));
    const ex = ox - x;
    const ey = oy - y;
    if (ex * seed.dx + ey * seed.dy > 0.55 * Math.sqrt(ex * ex + ey * ey)) return true;
  }
  return false;
}

function isBarrier(graph: StreetGraph, edge: number): boolean {
  const kind = graph.kindOf(edge);
  return kind === 'river' || kind === 'rail' || kind === 'motorway';
}

/** What lies before a street: the node it should join, `blocked`, or −1 for free ground. Edges at node `skip` do not count. */
function lookAhead(graph: StreetGraph, street: Tracer, skip: number): number | 'blocked' {
  const { pattern, points, dx, dy, seed } = street;
  const at = points[points.length - 1]!;
  const reach = pattern.step + Math.min(0.6 * street.apart, 1.1 * pattern.step);
  const hit = graph.firstHit(at, [at[0] + dx * reach, at[1] + dy * reach], skip);
  if (hit) {
    if (isBarrier(graph, hit.edge)) return 'blocked';
    if (graph.kindOf(hit.edge) === 'border') return -1;
    const a = graph.at(graph.from[hit.edge]!);
    const b = graph.at(graph.to[hit.edge]!);
    const ex = b[0] - a[0];
    const ey = b[1] - a[1];
    const cross = Math.abs(dx * ey - dy * ex) / Math.sqrt(ex * ex + ey * ey);
    if (cross < 0.5) return 'blocked';
    const node = graph.nodeAtHit(hit, 0.42 * pattern.step);
    return node === seed.node ? 'blocked' : node;
  }
  const tip = graph.nodeNear(at[0] + dx * pattern.step, at[1] + dy * pattern.step, 0.9 * pattern.step, skip);
  if (tip < 0 || tip === seed.node) return -1;
  const edges = graph.incident[tip]!;
  if (edges.length === 0 || edges.some((e) => isBarrier(graph, e) || graph.kindOf(e) === 'border')) return -1;
  const [tx, ty] = graph.at(tip);
  if ((tx - at[0]) * dx + (ty - at[1]) * dy < 0.5 * pattern.step) return -1;
  return graph.firstHit(at, [tx, ty], skip, tip) ? -1 : tip;
}

/** A street that would end beside another turns and joins it. */
function turnAside(graph: StreetGraph, { points, dx, dy, apart }: Tracer): number {
  const at = points[points.length - 1]!;
  const reach = 1.5 * apart;
  let best: { node: number; length: number } | null = null;
  for (const side of [1, -1]) {
    const hit = graph.firstHit(at, [at[0] - dy * side * reach, at[1] + dx * side * reach]);
    if (!hit || isBarrier(graph, hit.edge) || graph.kindOf(hit.edge) === 'border') continue;
    const length = hit.t * reach;
    if (length < 18 || (best && best.length <= length)) continue;
    best = { node: graph.nodeAtHit(hit, 9), length };
  }
  return best ? best.node : -1;
}

function layDown(graph: StreetGraph, traced: Traced, start: number, kind: EdgeKind, way: number): number[] {
  const nodes = [start];
  for (const [x, y] of traced.points.slice(1)) {
    const near = graph.nodeNear(x, y, 3);
    const node = near >= 0 ? near : graph.addNode(x, y);
    graph.connect(nodes[nodes.length - 1]!, node, kind, way, 5);
    nodes.push(node);
  }
  if (traced.joins >= 0) {
    graph.connect(nodes[nodes.length - 1]!, traced.joins, kind, way, 5);
    nodes.push(traced.joins);
  }
  return nodes;
}
