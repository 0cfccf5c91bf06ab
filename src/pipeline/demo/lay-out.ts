import { seededRandom } from '../../shared/random.ts';
import { contourRings } from './contours.ts';
import { createCrossField } from './cross-field.ts';
import { type Frame, frameOf } from './frame.ts';
import { COMPASS, cm, distance, type Line, shiftLine, type Vec } from './geometry.ts';
import { growStreets } from './grow-streets.ts';
import { type LandUse, type Plan, planSettlement, settleLandUse } from './land-use.ts';
import { createMainRoads, type MainRoad } from './main-roads.ts';
import { createNuclei, type Nucleus } from './nuclei.ts';
import { createMotorway, createRailways, type Railways } from './rail.ts';
import { StreetGraph } from './street-graph.ts';
import { borderRadius, createTerrain, type Terrain } from './terrain.ts';
import { pruneStubs, removeCrossings, tieLoosePieces } from './tidy-graph.ts';

/** Land, roads and streets of a generated city, before anybody lives there. */
export interface Layout {
  readonly frame: Frame;
  readonly terrain: Terrain;
  readonly nuclei: readonly Nucleus[];
  readonly mainRoads: readonly MainRoad[];
  readonly railways: Railways;
  readonly motorway: Line;
  readonly landUse: LandUse;
  readonly graph: StreetGraph;
  /** Sidings by the central station: drawn, not part of the graph. */
  readonly yardTracks: readonly Line[];
}

function closed<T>(ring: readonly T[]): T[] {
  return [...ring, ring[0]!];
}

/** The city's border as a ring of short stretches. */
function cityLimit(frame: Frame, terrain: Terrain): Vec[] {
  const ring: Vec[] = [];
  COMPASS.forEach((a, k) => {
    const b = COMPASS[(k + 1) % COMPASS.length]!;
    const parts = Math.max(2, Math.ceil((frame.cityRadius * 0.4) / 60));
    for (let i = 0; i < parts; i++) {
      const x = a[0] + ((b[0] - a[0]) * i) / parts;
      const y = a[1] + ((b[1] - a[1]) * i) / parts;
      const norm = Math.sqrt(x * x + y * y);
      const radius = borderRadius(frame, terrain, x, y);
      ring.push([cm((x / norm) * radius), cm((y / norm) * radius)]);
    }
  });
  return ring;
}

/** Long streets collect the traffic of their neighbours; the lanes of the old town are for walking. */
function rankStreets(graph: StreetGraph, plan: Plan): void {
  const lengths = new Map<number, number>();
  const visit = (use: (edge: number, length: number, middle: Vec) => void) => {
    for (let edge = 0; edge < graph.from.length; edge++) {
      if (graph.from[edge]! < 0 || graph.kindOf(edge) !== 'residential') continue;
      const [a, b] = [graph.at(graph.from[edge]!), graph.at(graph.to[edge]!)];
      use(edge, distance(a, b), [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
    }
  };
  visit((edge, length) => {
    const way = graph.ways[edge]!;
    lengths.set(way, (lengths.get(way) ?? 0) + length);
  });
  visit((edge, _, [x, y]) => {
    if (plan.zoneAt(x, y) === 'old-town' && x * x + y * y < 330 * 330) graph.setKind(edge, 'pedestrian');
    else if (lengths.get(graph.ways[edge]!)! > COLLECTOR_METERS) graph.setKind(edge, 'tertiary');
  });
}

const COLLECTOR_METERS = 950;

/** Footbridges and underpasses: paths from a street on one side of a line to a street on the other, every so often where people live. */
function addUnderpasses(graph: StreetGraph, lines: readonly Line[], plan: Plan, spacing: number, way: number): void {
  for (const line of lines) {
    let due = spacing / 2;
    for (let i = 1; i + 1 < line.length; i++) {
      due -= distance(line[i - 1]!, line[i]!);
      if (due > 0) continue;
      const [left, right] = [1, -1].map((side) => streetBeside(graph, line, i, side, plan));
      if (left === undefined || right === undefined || left < 0 || right < 0) continue;
      graph.connect(left, right, 'path', way, 3);
      due = spacing;
    }
  }
}

function streetBeside(graph: StreetGraph, line: Line, i: number, side: number, plan: Plan): number {
  const [a, b] = [line[i - 1]!, line[i + 1]!];
  const length = distance(a, b) || 1;
  for (const off of [45, 80, 115]) {
    const x = line[i]![0] - ((b[1] - a[1]) / length) * off * side;
    const y = line[i]![1] + ((b[0] - a[0]) / length) * off * side;
    const node = graph.nodeNear(x, y, 32);
    if (node >= 0 && plan.zoneAt(x, y) && graph.incident[node]!.some((e) => WALKED.has(graph.kindOf(e)))) return node;
  }
  return -1;
}

const WALKED: ReadonlySet<string> = new Set(['secondary', 'tertiary', 'residential', 'pedestrian', 'path']);

/** Nodes of streets on land where people want to build. */
function streetPoints(graph: StreetGraph, plan: Plan): Vec[] {
  const points: Vec[] = [];
  graph.incident.forEach((edges, node) => {
    const [x, y] = graph.at(node);
    const isStreet = edges.some((e) => STREET_KINDS.has(graph.kindOf(e)));
    if (isStreet && plan.zoneAt(x, y)) points.push([x, y]);
  });
  return points;
}

const STREET_KINDS: ReadonlySet<string> = new Set(['primary', 'secondary', 'tertiary', 'residential', 'pedestrian']);

/** Ends of streets, with the direction in which they point: tracks go on from there. */
function looseEnds(graph: StreetGraph): { node: number; dx: number; dy: number }[] {
  const ends: { node: number; dx: number; dy: number }[] = [];
  graph.incident.forEach((edges, node) => {
    if (edges.length !== 1 || graph.kindOf(edges[0]!) !== 'residential') return;
    const [x, y] = graph.at(node);
    const [ox, oy] = graph.at(graph.across(edges[0]!, node));
    const length = distance([x, y], [ox, oy]) || 1;
    ends.push({ node, dx: (x - ox) / length, dy: (y - oy) / length });
  });
  return ends;
}

/** Tracks beside the main line at the central station. */
function yardTracks({ lines, stations }: Railways): Line[] {
  const main = lines[0];
  const centre = stations[0]?.at;
  if (!main || !centre) return [];
  const near = main.filter((p) => distance(p, centre) < 520);
  const ease = (i: number) => Math.min(1, Math.min(i, near.length - 1 - i) / 6);
  return [-2, -1, 1, 2, 3].map((k) => shiftLine(near, (i) => k * 4.6 * ease(i)));
}

/** Property lines from the ends of streets to the edge of the settlement, so that the last houses stand in blocks of their own. */
function fenceLooseEnds(graph: StreetGraph, way: number): number {
  for (const { node, dx, dy } of looseEnds(graph)) {
    const at = graph.at(node);
    const hit = graph.firstHit(at, [at[0] + dx * 150, at[1] + dy * 150], node);
    if (hit && graph.kindOf(hit.edge) === 'border') graph.connect(node, graph.nodeAtHit(hit, 8), 'border', way, 3);
  }
  return way + 1;
}

/** Lays out the land, from the river to the last field track. */
export function layOut(scale: number, seed: number, lap: (name: string) => void = () => {}): Layout {
  const frame = frameOf(scale, seed);
  const random = seededRandom(seed);
  const terrain = createTerrain(frame, random.fork('terrain'));
  lap('terrain');
  const nuclei = createNuclei(frame, terrain, random.fork('nuclei'));
  const mainRoads = createMainRoads(frame, terrain, nuclei);
  const railways = createRailways(frame, terrain, nuclei);
  const motorway = createMotorway(frame, terrain, nuclei)?.line ?? [];
  lap('roads');
  const land = { frame, terrain, nuclei };
  const plan = planSettlement(land, mainRoads, railways, motorway);
  lap('plan');
  const graph = new StreetGraph(frame.halfMeters);
  let way = 0;
  const inDomain = (line: Line) => line.filter(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) < frame.halfMeters - 60);
  graph.insertLine(inDomain(terrain.river), 'river', way++, 1);
  for (const line of railways.lines) graph.insertLine(inDomain(line), 'rail', way++, 1, 3);
  if (motorway.length > 1) graph.insertLine(inDomain(motorway), 'motorway', way++, 1, 3);
  const parents: number[][] = [];
  for (const { road, line } of mainRoads) parents.push(graph.insertLine(line, road, way++, 1, 5));
  for (const side of [1, -1]) {
    const bank = shiftLine(terrain.river, (i) => side * (terrain.riverHalfWidths[i]! + 22));
    const path = bank.filter((p, i) => i % 2 === 0 && distance(p, [0, 0]) < frame.domainRadius - 250);
    parents.push(graph.insertLine(path, 'path', way++, 2, 8));
  }
  lap('main lines');
  const guides = [
    ...mainRoads.map((r) => ({ line: r.line, weight: r.road === 'primary' ? 2 : 1 })),
    ...railways.lines.map((line) => ({ line, weight: 1.2 })),
    { line: terrain.river, weight: 2 },
  ];
  const field = createCrossField(frame.halfMeters, terrain, guides);
  lap('field');
  const ground = { graph, field, noise: terrain.noise };
  const streets = random.fork('streets');
  way = growStreets({ ...ground, kind: 'residential', random: streets, zoneAt: plan.zoneAt }, parents, way);
  rankStreets(graph, plan);
  addUnderpasses(graph, railways.lines, plan, 480, way++);
  addUnderpasses(graph, [terrain.river], plan, 650, way++);
  lap('streets');
  const landUse = settleLandUse(land, plan, streetPoints(graph, plan), motorway);
  const limit = cityLimit(frame, terrain);
  graph.insertLine(closed(limit), 'border', way++, 12);
  for (const ring of contourRings(landUse.settled, 12_000)) graph.insertLine(closed(ring), 'border', way++, 14);
  for (const ring of contourRings(landUse.forest, 50_000)) graph.insertLine(closed(ring), 'border', way++, 14);
  lap('land use');
  const ends = looseEnds(graph);
  way = fenceLooseEnds(graph, way);
  const openLand = (x: number, y: number) => {
    const zone = landUse.zoneAt(x, y);
    return zone === 'field' || zone === 'forest' ? zone : null;
  };
  const tracks = random.fork('tracks');
  way = growStreets({ ...ground, kind: 'track', random: tracks, zoneAt: openLand }, parents, way, ends);
  lap('tracks');
  pruneStubs(graph, 16);
  removeCrossings(graph);
  tieLoosePieces(graph, frame.halfMeters, way);
  lap('tidy');
  return { frame, terrain, nuclei, mainRoads, railways, motorway, landUse, graph, yardTracks: yardTracks(railways) };
}
