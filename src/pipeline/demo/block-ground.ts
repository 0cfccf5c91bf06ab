import type { Faces } from './faces.ts';
import { startOf } from './faces.ts';
import { insideRing, type Line, type Vec } from './geometry.ts';
import type { EdgeKind, StreetGraph } from './street-graph.ts';

/** A rectangle on the ground: middle, unit vector along its front, half its width and depth. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly ux: number;
  readonly uy: number;
  readonly halfWidth: number;
  readonly halfDepth: number;
}

/** Half the width that a line takes up on the ground, in metres, kerb to middle. */
export const HALF_WIDTHS: Readonly<Record<EdgeKind, number>> = {
  river: 60,
  rail: 15,
  motorway: 26,
  primary: 10.5,
  secondary: 8.5,
  tertiary: 7.5,
  residential: 5,
  pedestrian: 4,
  track: 3,
  path: 3,
  border: 0.5,
};

/** A stretch of a block's edge along one street, without corners. */
export interface Front {
  readonly line: Line;
  readonly kind: EdgeKind;
  readonly length: number;
}

const CORNER_COSINE = 0.87;

/** One block while buildings are put into it. */
export class BlockGround {
  readonly ring: Vec[];
  private readonly halves: number[];
  private readonly kinds: EdgeKind[];
  private readonly placed: Rect[] = [];
  /** Water and other lines to keep clear of: segments with half their width. */
  private readonly obstacles: readonly (readonly [Vec, Vec, number])[];

  constructor(
    graph: StreetGraph,
    faces: Faces,
    face: number,
    obstacles: readonly (readonly [Vec, Vec, number])[],
    narrow: number,
  ) {
    const halfEdges = faces.halfEdges[face]!;
    this.ring = halfEdges.map((h) => graph.at(startOf(graph, h)));
    this.kinds = halfEdges.map((h) => graph.kindOf(h >> 1));
    this.halves = this.kinds.map((kind) => (kind === 'residential' ? HALF_WIDTHS[kind] - narrow : HALF_WIDTHS[kind]));
    this.obstacles = obstacles;
  }

  /** The block's fronts: runs of its ring between corners and changes of street. */
  fronts(): Front[] {
    const n = this.ring.length;
    const isCorner = (i: number) => {
      const before = (i + n - 1) % n;
      if (this.kinds[before] !== this.kinds[i]) return true;
      const a = this.ring[before]!;
      const b = this.ring[i]!;
      const c = this.ring[(i + 1) % n]!;
      const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
      return ux * vx + uy * vy < CORNER_COSINE * Math.sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy));
    };
    let first = 0;
    while (first < n && !isCorner(first)) first++;
    if (first === n) first = 0;
    const fronts: Front[] = [];
    let line: Vec[] = [];
    for (let k = 0; k <= n; k++) {
      const i = (first + k) % n;
      if (line.length > 0 && (k === n || isCorner(i))) {
        line.push(this.ring[i]!);
        fronts.push({ line, kind: this.kinds[(i + n - 1) % n]!, length: lengthOf(line) });
        line = [];
      }
      line.push(this.ring[i]!);
    }
    return fronts;
  }

  /** Puts a rectangle down if it lies in the block, clear of streets, water and what stands there, `gap` metres apart. */
  place(rect: Rect, gap: number): boolean {
    for (const other of this.placed) if (rectsMeet(rect, other, gap)) return false;
    const n = this.ring.length;
    for (let i = 0; i < n; i++) {
      if (meetsSegment(rect, this.ring[i]!, this.ring[(i + 1) % n]!, this.halves[i]!)) return false;
    }
    for (const [a, b, half] of this.obstacles) if (meetsSegment(rect, a, b, half)) return false;
    if (!insideRing(this.ring, rect.x, rect.y)) return false;
    this.placed.push(rect);
    return true;
  }
}

function lengthOf(line: Line): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const dx = line[i]![0] - line[i - 1]![0];
    const dy = line[i]![1] - line[i - 1]![1];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}

/** Does a segment come nearer to a rectangle than `half`? (Liang & Barsky 1984 on the widened rectangle) */
function meetsSegment(rect: Rect, a: Vec, b: Vec, half: number): boolean {
  const px = a[0] - rect.x;
  const py = a[1] - rect.y;
  const qx = b[0] - rect.x;
  const qy = b[1] - rect.y;
  const w = rect.halfWidth + half;
  const d = rect.halfDepth + half;
  const au = px * rect.ux + py * rect.uy;
  const bu = qx * rect.ux + qy * rect.uy;
  if ((au > w && bu > w) || (au < -w && bu < -w)) return false;
  const av = py * rect.ux - px * rect.uy;
  const bv = qy * rect.ux - qx * rect.uy;
  if ((av > d && bv > d) || (av < -d && bv < -d)) return false;
  let low = 0;
  let high = 1;
  const clip = (from: number, by: number, edge: number) => {
    if (by === 0) return;
    const t1 = (-edge - from) / by;
    const t2 = (edge - from) / by;
    low = Math.max(low, Math.min(t1, t2));
    high = Math.min(high, Math.max(t1, t2));
  };
  clip(au, bu - au, w);
  clip(av, bv - av, d);
  return low < high;
}

/** Do two rectangles come nearer than `gap`? (separating axes) */
function rectsMeet(a: Rect, b: Rect, gap: number): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const reach = a.halfWidth + a.halfDepth + b.halfWidth + b.halfDepth + gap;
  if (dx * dx + dy * dy > reach * reach) return false;
  return !(apartOnAxes(a, b, dx, dy, gap) || apartOnAxes(b, a, -dx, -dy, gap));
}

function apartOnAxes(a: Rect, b: Rect, dx: number, dy: number, gap: number): boolean {
  const along = Math.abs(a.ux * b.ux + a.uy * b.uy);
  const across = Math.abs(a.ux * b.uy - a.uy * b.ux);
  const u = Math.abs(dx * a.ux + dy * a.uy);
  if (u > a.halfWidth + b.halfWidth * along + b.halfDepth * across + gap - 0.02) return true;
  const v = Math.abs(dy * a.ux - dx * a.uy);
  return v > a.halfDepth + b.halfWidth * across + b.halfDepth * along + gap - 0.02;
}

/** The rectangle's corners, counter-clockwise, rounded to centimetres. */
export function cornersOf(rect: Rect): Vec[] {
  const round = (value: number) => Math.round(value * 100) / 100;
  const corner = (u: number, v: number): Vec => [
    round(rect.x + rect.ux * u * rect.halfWidth - rect.uy * v * rect.halfDepth),
    round(rect.y + rect.uy * u * rect.halfWidth + rect.ux * v * rect.halfDepth),
  ];
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
