import type { Frame } from './frame.ts';
import { distance, type Line, lineLength, pointsAlong, relaxLine, shiftLine, type Vec } from './geometry.ts';
import { smoothStep } from './noise.ts';
import type { Nucleus } from './nuclei.ts';
import { createRouteFinder } from './routes.ts';
import type { Terrain } from './terrain.ts';

export interface Station {
  readonly at: Vec;
  /** Nucleus it is named after. */
  readonly nucleus: number;
  readonly central: boolean;
}

export interface Railways {
  readonly lines: readonly Line[];
  readonly stations: readonly Station[];
}

export interface Motorway {
  readonly line: Line;
}

/** The main line runs in the valley beside the river and swings around the old town; a branch climbs out of the valley. */
function mainLine(frame: Frame, terrain: Terrain): Line {
  const { river, stretch } = terrain;
  const calm = relaxLine(
    river.filter((_, i) => i % 6 === 0),
    10,
  );
  const home = sideOf(river, [0, 0]);
  const beside = shiftLine(calm, (i) => {
    const far = distance(calm[i]!, [0, 0]);
    const swing = 800 * (1 - smoothStep(400 * stretch, 2400 * stretch, far));
    const sway = 120 * terrain.noise(i * 180, 3, 2600);
    return home * stretch * (420 + swing + sway);
  });
  const line = relaxLine(beside, 14);
  const fine: Vec[] = [];
  for (const { at } of pointsAlong(line, 35)) fine.push([Math.round(at[0] * 100) / 100, Math.round(at[1] * 100) / 100]);
  return fine.filter((p) => distance(p, [0, 0]) < frame.halfMeters * 1.4);
}

/** +1 if the point lies to the left of the line, −1 to the right. */
export function sideOf(line: Line, p: Vec): 1 | -1 {
  let best = 0;
  for (let i = 1; i < line.length; i++) if (distance(p, line[i]!) < distance(p, line[best]!)) best = i;
  const a = line[Math.max(0, best - 1)]!;
  const b = line[Math.min(line.length - 1, best + 1)]!;
  return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0 ? 1 : -1;
}

function nearestIndex(line: Line, p: Vec): number {
  let best = 0;
  for (let i = 1; i < line.length; i++) if (distance(p, line[i]!) < distance(p, line[best]!)) best = i;
  return best;
}

/** Stations: the central one, then wherever a centre lies near the line and the last station is far enough away. */
function stationsOn(line: Line, nuclei: readonly Nucleus[], taken: readonly Station[]): Station[] {
  const stations: Station[] = [];
  const near = nuclei
    .map((n, k) => ({ k, index: nearestIndex(line, n.at), off: distance(n.at, line[nearestIndex(line, n.at)]!) }))
    .filter((n) => n.off < 1250)
    .sort((p, q) => p.off - q.off || p.k - q.k);
  for (const { k, index } of near) {
    const at = line[index]!;
    if ([...taken, ...stations].some((s) => distance(s.at, at) < 1150)) continue;
    stations.push({ at, nucleus: k, central: false });
  }
  return stations;
}

const CLIMBING = { cell: 150, climb: 26, water: 7, reuse: 1, smoothing: 26 };

/** A branch first runs along the main line, then bends away: no train turns a corner. */
function leaveSmoothly(main: Line, start: number, branch: Line): Vec[] {
  const [a, b] = [branch[0]!, branch[Math.min(30, branch.length - 1)]!];
  const along = main[Math.min(main.length - 1, start + 1)]!;
  const forwards = (along[0] - main[start]![0]) * (b[0] - a[0]) + (along[1] - main[start]![1]) * (b[1] - a[1]) > 0;
  const approach = main.filter((_, i) => (forwards ? i >= start - 16 && i < start : i <= start + 16 && i > start));
  if (!forwards) approach.reverse();
  const line = [...approach, ...branch.filter((_, i) => i > 6)];
  const fine = pointsAlong(line, 35).map((p) => p.at);
  return relaxLine(fine, 60).map(([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]);
}

/** Railway lines and their stations. A village has none. */
export function createRailways(frame: Frame, terrain: Terrain, nuclei: readonly Nucleus[]): Railways {
  if (frame.scale < 0.02) return { lines: [], stations: [] };
  const main = mainLine(frame, terrain);
  const centre = nearestIndex(main, [0, 0]);
  const stations: Station[] = [{ at: main[centre]!, nucleus: 0, central: true }];
  stations.push(...stationsOn(main, nuclei, stations));
  const lines: Line[] = [main];
  const home = sideOf(terrain.river, [0, 0]);
  const [ax, ay] = [main[centre + 20]![0] - main[centre]![0], main[centre + 20]![1] - main[centre]![1]];
  const length = Math.sqrt(ax * ax + ay * ay);
  const branches: [start: number, dx: number, dy: number][] = [
    [centre + 34, (-ay * home + 0.45 * ax) / length, (ax * home + 0.45 * ay) / length],
  ];
  if (frame.scale > 0.4)
    branches.push([centre - 60, (ay * home - 0.5 * ax) / length, (-ax * home - 0.5 * ay) / length]);
  for (const [start, dx, dy] of branches) {
    const from = main[Math.max(0, Math.min(main.length - 1, start))]!;
    const reach = frame.domainRadius * 1.03;
    const norm = Math.sqrt(dx * dx + dy * dy);
    const finder = createRouteFinder(frame.halfMeters, terrain, CLIMBING);
    for (const n of nuclei) finder.avoid(n.at, 320, 1.8);
    finder.route([from, [(dx / norm) * reach, (dy / norm) * reach]], 0);
    const climb = finder.lines()[0]?.line ?? [];
    if (lineLength(climb) < 800) continue;
    const away = distance(climb[0]!, from) < distance(climb[climb.length - 1]!, from) ? climb : [...climb].reverse();
    const branch = leaveSmoothly(main, start, away);
    lines.push(branch);
    stations.push(...stationsOn(branch, nuclei, stations));
  }
  return { lines, stations };
}

/** A motorway that passes the city at a distance, away from the villages. */
export function createMotorway(frame: Frame, terrain: Terrain, nuclei: readonly Nucleus[]): Motorway | null {
  if (frame.scale < 0.3) return null;
  const finder = createRouteFinder(frame.halfMeters, terrain, {
    cell: 150,
    climb: 12,
    water: 3,
    reuse: 1,
    smoothing: 30,
  });
  for (const n of nuclei) finder.avoid(n.at, 700, 2.2);
  finder.avoid([0, 0], frame.cityRadius * 0.6, 4);
  const home = sideOf(terrain.river, [0, 0]);
  const { river } = terrain;
  const [ax, ay] = [river[river.length - 1]![0] - river[0]![0], river[river.length - 1]![1] - river[0]![1]];
  const length = Math.sqrt(ax * ax + ay * ay);
  const reach = frame.domainRadius * 1.02;
  const point = (along: number, aside: number): Vec => [
    ((along * ax - aside * ay * home) / length) * reach,
    ((along * ay + aside * ax * home) / length) * reach,
  ];
  finder.route([point(-0.78, 0.62), point(0, 0.7), point(0.7, 0.71)], 0);
  return { line: finder.lines()[0]?.line ?? [] };
}
