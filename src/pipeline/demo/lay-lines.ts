import { contourRings } from './contours.ts';
import { type Frame, SHEET_MARGIN } from './frame.ts';
import { COMPASS, cm, distance, type Line, shiftLine, type Vec } from './geometry.ts';
import type { LandUse } from './land-use.ts';
import type { MainRoad } from './main-roads.ts';
import type { Railways } from './rail.ts';
import type { StreetGraph } from './street-graph.ts';
import { borderRadius, type Terrain } from './terrain.ts';

/** Gives numbers from 0 upwards. */
export type Counter = () => number;

export function createCounter(): Counter {
  let next = 0;
  return () => next++;
}

/** The lines that everything else follows. */
export interface Skeleton {
  readonly frame: Frame;
  readonly terrain: Terrain;
  readonly mainRoads: readonly MainRoad[];
  readonly railways: Railways;
  readonly motorway: Line;
}

/** Lays river, railways, motorway, main roads and river paths into the graph; returns the nodes of what streets may leave from. */
export function layMainLines(graph: StreetGraph, skeleton: Skeleton, ways: Counter): number[][] {
  const { frame, terrain, mainRoads, railways, motorway } = skeleton;
  const onRaster = (line: Line) => line.filter(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) < frame.halfMeters - 20);
  graph.insertLine(onRaster(terrain.river), 'river', ways(), 1);
  for (const line of railways.lines) graph.insertLine(onRaster(line), 'rail', ways(), 1, 3);
  if (motorway.length > 1) graph.insertLine(onRaster(motorway), 'motorway', ways(), 1, 3);
  const parents: number[][] = [];
  for (const { road, line } of mainRoads) parents.push(graph.insertLine(line, road, ways(), 1, 5));
  for (const side of [1, -1]) {
    const bank = shiftLine(terrain.river, (i) => side * (terrain.riverHalfWidths[i]! + 22));
    const path = bank.filter((p, i) => i % 2 === 0 && distance(p, [0, 0]) < frame.domainRadius - 250);
    parents.push(graph.insertLine(path, 'path', ways(), 2, 8));
  }
  return parents;
}

/** What streets take their direction from, and how strongly. */
export function guidesOf({ mainRoads, railways, terrain }: Skeleton): { line: Line; weight: number }[] {
  return [
    ...mainRoads.map((r) => ({ line: r.line, weight: r.road === 'primary' ? 2 : 1 })),
    ...railways.lines.map((line) => ({ line, weight: 1.2 })),
    { line: terrain.river, weight: 2 },
  ];
}

/** Lays the invisible lines: limits of the city and of the map sheet, edges of settlements and woods. */
export function layBorders(graph: StreetGraph, frame: Frame, terrain: Terrain, landUse: LandUse, ways: Counter): void {
  const lay = (ring: Line, snap: number) => graph.insertLine([...ring, ring[0]!], 'border', ways(), snap);
  lay(cityLimit(frame, terrain), 12);
  lay(sheetEdge(frame), 12);
  for (const ring of contourRings(landUse.settled, 12_000)) lay(ring, 14);
  for (const ring of contourRings(landUse.forest, 50_000)) lay(ring, 14);
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

/** The edge of the map sheet: a square around the domain. */
function sheetEdge(frame: Frame): Vec[] {
  const half = frame.halfMeters - SHEET_MARGIN;
  const count = Math.ceil((2 * half) / 300);
  const side = (at: (t: number) => Vec) =>
    Array.from({ length: count }, (_, i): Vec => {
      const [x, y] = at(-half + (2 * half * i) / count);
      return [cm(x), cm(y)];
    });
  return [
    ...side((t) => [t, -half]),
    ...side((t) => [half, t]),
    ...side((t) => [-t, half]),
    ...side((t) => [-half, -t]),
  ];
}

/** Tracks beside the main line at the central station. */
export function yardTracks({ lines, stations }: Railways): Line[] {
  const main = lines[0];
  const centre = stations[0]?.at;
  if (!main || !centre) return [];
  const near = main.filter((p) => distance(p, centre) < 520);
  const ease = (i: number) => Math.min(1, Math.min(i, near.length - 1 - i) / 6);
  return [-2, -1, 1, 2, 3].map((k) => shiftLine(near, (i) => k * 4.6 * ease(i)));
}
