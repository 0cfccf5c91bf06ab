import { cm, distanceToSegment, type Line, type Vec } from './geometry.ts';

/** What an edge of the plane is. The order is the rank: an edge keeps the lower number where two lie on each other. */
export const EDGE_KINDS = [
  'river',
  'rail',
  'motorway',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'pedestrian',
  'track',
  'path',
  'border',
] as const;

export type EdgeKind = (typeof EDGE_KINDS)[number];

const KIND_INDEX = Object.fromEntries(EDGE_KINDS.map((k, i) => [k, i])) as Readonly<Record<EdgeKind, number>>;

export interface Hit {
  readonly edge: number;
  readonly t: number;
  readonly at: Vec;
}

/**
 * A planar graph that grows: lines are cut where they meet, so that every crossing is a node. Coordinates are centimetre-rounded
 * metres. Edges are looked up in a grid of buckets.
 */
export class StreetGraph {
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly kinds: number[] = [];
  /** Number of the street (or line) an edge belongs to. */
  readonly ways: number[] = [];
  readonly incident: number[][] = [];
  private readonly buckets: (number[] | undefined)[];
  private readonly nodeBuckets: (number[] | undefined)[];
  private readonly columns: number;

  private readonly half: number;
  private readonly bucketMeters: number;

  constructor(half: number, bucketMeters = 50) {
    this.half = half;
    this.bucketMeters = bucketMeters;
    this.columns = Math.ceil((2 * half) / bucketMeters) + 1;
    this.buckets = new Array(this.columns * this.columns);
    this.nodeBuckets = new Array(this.columns * this.columns);
  }

  kindOf(edge: number): EdgeKind {
    return EDGE_KINDS[this.kinds[edge]!]!;
  }

  setKind(edge: number, kind: EdgeKind): void {
    this.kinds[edge] = KIND_INDEX[kind];
  }

  at(node: number): Vec {
    return [this.x[node]!, this.y[node]!];
  }

  /** The other end of an edge. */
  across(edge: number, node: number): number {
    return this.from[edge] === node ? this.to[edge]! : this.from[edge]!;
  }

  addNode(px: number, py: number): number {
    const x = cm(px);
    const y = cm(py);
    const node = this.x.length;
    this.x.push(x);
    this.y.push(y);
    this.incident.push([]);
    const bucket = this.bucketAt(x, y);
    addTo(this.nodeBuckets, bucket, node);
    return node;
  }

  /** The node nearest to a point within `radius`, or −1. */
  nodeNear(x: number, y: number, radius: number, skip = -1): number {
    let best = -1;
    let bestSquared = radius * radius;
    this.forBuckets(x - radius, y - radius, x + radius, y + radius, (bucket) => {
      for (const node of this.nodeBuckets[bucket] ?? []) {
        if (node === skip) continue;
        const dx = this.x[node]! - x;
        const dy = this.y[node]! - y;
        const squared = dx * dx + dy * dy;
        if (squared < bestSquared || (squared === bestSquared && node < best)) {
          bestSquared = squared;
          best = node;
        }
      }
    });
    return best;
  }

  /** Joins two nodes; an edge that is there already is kept with the better of both kinds. */
  addEdge(a: number, b: number, kind: EdgeKind, way: number): void {
    if (a === b) return;
    const there = this.incident[a]!.find((e) => this.across(e, a) === b);
    if (there !== undefined) {
      if (KIND_INDEX[kind] < this.kinds[there]!) {
        this.kinds[there] = KIND_INDEX[kind];
        this.ways[there] = way;
      }
      return;
    }
    this.link(a, b, KIND_INDEX[kind], way);
  }

  /** Cuts an edge at a point near it; the point becomes a node. */
  split(edge: number, x: number, y: number): number {
    const node = this.addNode(x, y);
    const end = this.to[edge]!;
    this.to[edge] = node;
    this.incident[node]!.push(edge);
    const list = this.incident[end]!;
    list.splice(list.indexOf(edge), 1);
    this.link(node, end, this.kinds[edge]!, this.ways[edge]!);
    return node;
  }

  /** Takes an edge out; its number stays, with ends −1. */
  removeEdge(edge: number): void {
    for (const node of [this.from[edge]!, this.to[edge]!]) {
      if (node < 0) return;
      const list = this.incident[node]!;
      list.splice(list.indexOf(edge), 1);
    }
    this.from[edge] = -1;
    this.to[edge] = -1;
  }

  /** The first edge that the stretch from `a` to `b` meets; edges at the nodes `skipA`, `skipB` do not count. */
  firstHit(a: Vec, b: Vec, skipA = -1, skipB = -1): Hit | null {
    let bestEdge = -1;
    let bestT = 2;
    const rx = b[0] - a[0];
    const ry = b[1] - a[1];
    this.forBuckets(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (bucket) => {
        for (const edge of this.buckets[bucket] ?? []) {
          const p = this.from[edge]!;
          const q = this.to[edge]!;
          if (p < 0 || p === skipA || q === skipA || p === skipB || q === skipB) continue;
          const cx = this.x[p]!;
          const cy = this.y[p]!;
          const sx = this.x[q]! - cx;
          const sy = this.y[q]! - cy;
          const denominator = rx * sy - ry * sx;
          if (denominator === 0) continue;
          const t = ((cx - a[0]) * sy - (cy - a[1]) * sx) / denominator;
          if (t < 0 || t > 1 || t > bestT) continue;
          const u = ((cx - a[0]) * ry - (cy - a[1]) * rx) / denominator;
          if (u < 0 || u > 1) continue;
          if (t < bestT || edge < bestEdge) {
            bestT = t;
            bestEdge = edge;
          }
        }
      },
    );
    if (bestEdge < 0) return null;
    return { edge: bestEdge, t: bestT, at: [cm(a[0] + rx * bestT), cm(a[1] + ry * bestT)] };
  }

  /** The node for a meeting point on an edge: an end of the edge within `snap`, else a new one that cuts it. */
  nodeAtHit(hit: Hit, snap: number): number {
    const [x, y] = hit.at;
    const measure = (n: number) => (this.x[n]! - x) * (this.x[n]! - x) + (this.y[n]! - y) * (this.y[n]! - y);
    const a = this.from[hit.edge]!;
    const b = this.to[hit.edge]!;
    const near = measure(a) <= measure(b) ? a : b;
    return measure(near) <= snap * snap ? near : this.split(hit.edge, x, y);
  }

  /** Joins two nodes by a straight stretch that is cut at whatever it meets. */
  connect(a: number, b: number, kind: EdgeKind, way: number, snap: number, depth = 0): void {
    if (a === b || depth > 12) return;
    const touched = this.nodeBeside(a, b, Math.min(snap, 4));
    const hit = touched >= 0 ? null : this.firstHit(this.at(a), this.at(b), a, b);
    const middle = touched >= 0 ? touched : hit ? this.nodeAtHit(hit, snap) : -1;
    if (middle < 0 || middle === a || middle === b) {
      if (middle < 0) this.addEdge(a, b, kind, way);
      return;
    }
    this.connect(a, middle, kind, way, snap, depth + 1);
    this.connect(middle, b, kind, way, snap, depth + 1);
  }

  /** Adds a line; its points join nodes within `merge`, its crossings those within `snap`. Returns the nodes of its points. */
  insertLine(line: Line, kind: EdgeKind, way: number, merge: number, snap = merge): number[] {
    const nodes: number[] = [];
    for (const [x, y] of line) {
      const near = this.nodeNear(x, y, merge);
      const node = near >= 0 ? near : this.addNode(x, y);
      const last = nodes[nodes.length - 1];
      if (last === node) continue;
      if (last !== undefined) this.connect(last, node, kind, way, snap);
      nodes.push(node);
    }
    return nodes;
  }

  /**
   * Does an edge run beside a point, within `radius` and about parallel to the direction (dx, dy)? Edges at node `skip`, borders and
   * edges of the kind `unseen` do not count.
   */
  runsBeside([x, y]: Vec, dx: number, dy: number, radius: number, skip: number, unseen: EdgeKind | null): boolean {
    let found = false;
    const passed = unseen === null ? -1 : KIND_INDEX[unseen];
    this.forBuckets(x - radius, y - radius, x + radius, y + radius, (bucket) => {
      if (found) return;
      for (const edge of this.buckets[bucket] ?? []) {
        const p = this.from[edge]!;
        const q = this.to[edge]!;
        const kind = this.kinds[edge]!;
        if (p < 0 || p === skip || q === skip || kind === KIND_INDEX.border || kind === passed) continue;
        const ex = this.x[q]! - this.x[p]!;
        const ey = this.y[q]! - this.y[p]!;
        const along = ex * dx + ey * dy;
        if (along * along < 0.6 * (ex * ex + ey * ey)) continue;
        const mx = (this.x[p]! + this.x[q]!) / 2 - x;
        const my = (this.y[p]! + this.y[q]!) / 2 - y;
        const aside = mx * dy - my * dx;
        if (aside * aside < 0.2 * (mx * mx + my * my)) continue;
        if (distanceToSegment(x, y, this.at(p), this.at(q)) < radius) {
          found = true;
          return;
        }
      }
    });
    return found;
  }

  /** Calls back for every edge whose bucket meets a box; an edge may come more than once. */
  forEdgesIn(west: number, south: number, east: number, north: number, visit: (edge: number) => void): void {
    this.forBuckets(west, south, east, north, (bucket) => {
      for (const edge of this.buckets[bucket] ?? []) visit(edge);
    });
  }

  private nodeBeside(a: number, b: number, radius: number): number {
    const p = this.at(a);
    const q = this.at(b);
    let best = -1;
    let bestT = 2;
    const dx = q[0] - p[0];
    const dy = q[1] - p[1];
    const squared = dx * dx + dy * dy;
    const box = [Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[0], q[0]), Math.max(p[1], q[1])] as const;
    this.forBuckets(box[0] - radius, box[1] - radius, box[2] + radius, box[3] + radius, (bucket) => {
      for (const node of this.nodeBuckets[bucket] ?? []) {
        if (node === a || node === b || this.incident[node]!.length === 0) continue;
        const x = this.x[node]!;
        const y = this.y[node]!;
        const t = ((x - p[0]) * dx + (y - p[1]) * dy) / squared;
        if (t <= 0 || t >= 1 || t > bestT) continue;
        if (distanceToSegment(x, y, p, q) < radius && (t < bestT || node < best)) {
          best = node;
          bestT = t;
        }
      }
    });
    return best;
  }

  private link(a: number, b: number, kind: number, way: number): void {
    const edge = this.from.length;
    this.from.push(a);
    this.to.push(b);
    this.kinds.push(kind);
    this.ways.push(way);
    this.incident[a]!.push(edge);
    this.incident[b]!.push(edge);
    const ax = this.x[a]!;
    const ay = this.y[a]!;
    const bx = this.x[b]!;
    const by = this.y[b]!;
    this.forBuckets(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (bucket) => {
      addTo(this.buckets, bucket, edge);
    });
  }

  private column(value: number): number {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((value + this.half) / this.bucketMeters)));
  }

  private bucketAt(x: number, y: number): number {
    return this.column(y) * this.columns + this.column(x);
  }

  private forBuckets(west: number, south: number, east: number, north: number, visit: (bucket: number) => void): void {
    const lastColumn = this.column(east);
    const lastRow = this.column(north);
    for (let row = this.column(south); row <= lastRow; row++) {
      for (let column = this.column(west); column <= lastColumn; column++) visit(row * this.columns + column);
    }
  }
}

function addTo(buckets: (number[] | undefined)[], bucket: number, item: number): void {
  const list = buckets[bucket];
  if (list) list.push(item);
  else buckets[bucket] = [item];
}
