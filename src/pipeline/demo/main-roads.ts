import type { Frame } from './frame.ts';
import { distance, type Line, pseudoAngle, type Vec } from './geometry.ts';
import { Heap } from './heap.ts';
import type { Nucleus } from './nuclei.ts';
import { createRouteFinder, type RouteFinder } from './routes.ts';
import { borderRadius, circlePoints, type Terrain } from './terrain.ts';

export type MainRoadClass = 'primary' | 'secondary' | 'tertiary';

export interface MainRoad {
  readonly road: MainRoadClass;
  readonly line: Line;
}

interface Link {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Pairs of centres that have no third centre nearer to both (relative neighbourhood graph, Toussaint 1980). */
function neighbourLinks(nuclei: readonly Nucleus[], farthest: number): Link[] {
  const links: Link[] = [];
  const near = nuclei.map((n) =>
    nuclei
      .map((m, k) => ({ k, d: distance(n.at, m.at) }))
      .filter((m) => m.d < farthest)
      .sort((p, q) => p.d - q.d || p.k - q.k),
  );
  for (let a = 0; a < nuclei.length; a++) {
    for (const { k: b, d } of near[a]!) {
      if (b <= a) continue;
      const blocked = near[a]!.some(
        (m) => m.d < d && m.k !== a && m.k !== b && distance(nuclei[m.k]!.at, nuclei[b]!.at) < d * 0.97,
      );
      if (!blocked) links.push({ a, b, length: d });
    }
  }
  return links;
}

/** How many centres reach the old town over each link on shortest ways. */
function traffic(count: number, links: readonly Link[]): number[] {
  const at: number[][] = Array.from({ length: count }, () => []);
  links.forEach((link, k) => {
    at[link.a]!.push(k);
    at[link.b]!.push(k);
  });
  const known = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const via = new Int32Array(count).fill(-1);
  const order: number[] = [];
  const done = new Uint8Array(count);
  const heap = new Heap();
  known[0] = 0;
  heap.push(0, 0);
  while (heap.size > 0) {
    const n = heap.pop();
    if (done[n]) continue;
    done[n] = 1;
    order.push(n);
    for (const k of at[n]!) {
      const m = links[k]!.a === n ? links[k]!.b : links[k]!.a;
      const next = known[n]! + links[k]!.length;
      if (next < known[m]!) {
        known[m] = next;
        via[m] = k;
        heap.push(m, next);
      }
    }
  }
  const users = new Float64Array(count).fill(1);
  const use = links.map(() => 0);
  for (const n of order.reverse()) {
    const k = via[n]!;
    if (k < 0) continue;
    use[k]! += users[n]!;
    users[links[k]!.a === n ? links[k]!.b : links[k]!.a]! += users[n]!;
  }
  return use;
}

/** A road around the centre: through points of a circle, those beyond the river left out if `stay`. */
function ringStops(terrain: Terrain, radius: number, stay: boolean): Vec[][] {
  const stops = circlePoints(radius, (k) => 1 + 0.1 * terrain.noise(k * 900, 333, 1700));
  if (!stay) return [[...stops, stops[0]!]];
  const nearest = (p: Vec) => terrain.river.reduce((best, q) => Math.min(best, distance(p, q)), 1e9);
  const side = (p: Vec) => {
    let best = 0;
    for (let i = 1; i < terrain.river.length; i++) {
      if (distance(p, terrain.river[i]!) < distance(p, terrain.river[best]!)) best = i;
    }
    const a = terrain.river[Math.max(0, best - 1)]!;
    const b = terrain.river[Math.min(terrain.river.length - 1, best + 1)]!;
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0;
  };
  const home = side([0, 0]);
  const kept = stops.map((p) => side(p) === home && nearest(p) > 90);
  const start = kept.findIndex((k, i) => k && !kept[(i + stops.length - 1) % stops.length]);
  if (start < 0) return [[...stops, stops[0]!]];
  const run: Vec[] = [];
  for (let k = 0; k < stops.length && kept[(start + k) % stops.length]; k++)
    run.push(stops[(start + k) % stops.length]!);
  return run.length > 2 ? [run] : [];
}

/** Centres by direction, one for each of `sectors`, nearest to a circle of `radius`. */
function ringCentres(nuclei: readonly Nucleus[], radius: number, sectors: number): Vec[] {
  const best: (Vec | undefined)[] = new Array(sectors);
  for (const { at } of nuclei) {
    const off = Math.abs(distance(at, [0, 0]) - radius);
    if (off > radius * 0.22) continue;
    const sector = Math.floor((pseudoAngle(at[0], at[1]) / 4) * sectors);
    const now = best[sector];
    if (!now || off < Math.abs(distance(now, [0, 0]) - radius)) best[sector] = at;
  }
  return best.filter((p) => p !== undefined);
}

function exits(frame: Frame, terrain: Terrain, nuclei: readonly Nucleus[]): { from: Vec; to: Vec }[] {
  const found: { from: Vec; to: Vec }[] = [];
  circlePoints(frame.halfMeters, () => 1).forEach(([cx, cy], k) => {
    const stretch = (frame.halfMeters - 60) / Math.max(Math.abs(cx), Math.abs(cy));
    const [x, y] = [cx * stretch, cy * stretch];
    if (k % 2 === 1 && terrain.noise(k * 700, 99, 500) < 0) return;
    const border = borderRadius(frame, terrain, x, y);
    const from = nuclei
      .filter((n) => n.at[0] * x + n.at[1] * y > 0 && distance(n.at, [0, 0]) > border * 0.55)
      .sort((p, q) => distance(p.at, [x, y]) - distance(q.at, [x, y]) || p.at[0] - q.at[0])[0];
    found.push({ from: from?.at ?? [0, 0], to: [x, y] });
  });
  return found;
}

/**
 * The main roads: between neighbouring centres (the busier, the higher their class), rings around the middle, and roads out of the
 * domain. Important roads come first, so that lesser ones join them.
 */
export function createMainRoads(frame: Frame, terrain: Terrain, nuclei: readonly Nucleus[]): MainRoad[] {
  const finder: RouteFinder = createRouteFinder(frame.halfMeters, terrain, {
    cell: 100,
    climb: 9,
    water: 9,
    reuse: 0.42,
    smoothing: 12,
  });
  const links = neighbourLinks(nuclei, 6500);
  const use = traffic(nuclei.length, links);
  const inner = nuclei.filter((n) => n.inside).length;
  const busy = Math.max(3, inner * 0.055);
  const order = links.map((_, k) => k).sort((p, q) => use[q]! - use[p]! || p - q);
  const rank = (k: number) => (use[k]! >= busy ? 0 : use[k]! >= busy / 3 ? 1 : 2);
  const ends = (k: number) => [nuclei[links[k]!.a]!.at, nuclei[links[k]!.b]!.at];
  for (const k of order) if (rank(k) === 0) finder.route(ends(k), 0);
  if (frame.scale > 0.1) {
    for (const stops of ringStops(terrain, 640, true)) finder.route(stops, 0);
    const middle = ringCentres(nuclei, frame.cityRadius * 0.3, 11);
    if (middle.length > 4) finder.route([...middle, middle[0]!], 0);
  }
  for (const { from, to } of exits(frame, terrain, nuclei)) finder.route([from, to], 1);
  if (frame.scale > 0.2) {
    const outer = ringCentres(nuclei, frame.cityRadius * 0.62, 15);
    if (outer.length > 5) finder.route([...outer, outer[0]!], 1);
  }
  for (const k of order) if (rank(k) > 0) finder.route(ends(k), rank(k));
  const classes: readonly MainRoadClass[] = ['primary', 'secondary', 'tertiary'];
  return finder.lines().map(({ rank: r, line }) => ({ road: classes[r]!, line }));
}
