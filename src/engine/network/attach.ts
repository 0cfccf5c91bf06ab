import type { WalkGraph } from './walk-graph.ts';

/** A point farther than this from every edge is not connected. Source: engine definition. */
export const ATTACH_LIMIT_METERS = 250;

/** A point attached to a component with fewer nodes than this is not connected. Source: engine definition. */
export const CONNECTED_COMPONENT_NODES = 50;

/**
 * Points attached to the network: point p stands at `alongFromDecimeters[p]` from node `from[p]` on the straight edge to `to[p]`, and
 * walks `accessDecimeters[p]` in a straight line to get there. `connected[p]` is 0 for a point too far from any edge or attached to a
 * small component; its other figures are then meaningless and it is reached by air distance × detour factor.
 */
export interface Attachments {
  readonly count: number;
  /** Metres in the CRS of the graph, as given. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly alongFromDecimeters: Uint32Array;
  readonly alongToDecimeters: Uint32Array;
  readonly accessDecimeters: Uint32Array;
  readonly connected: Uint8Array;
}

/** Finds the nearest edge of a point by a grid of 64 m cells over all edges. */
export interface EdgeIndex {
  readonly graph: WalkGraph;
  readonly cellCentimeters: number;
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly rows: number;
  /** Arcs (of the direction from the lower to the higher node) per cell. */
  readonly cellOffsets: Uint32Array;
  readonly cellArcs: Uint32Array;
  /** Start node of each arc. */
  readonly arcFrom: Uint32Array;
}

const CELL_CENTIMETERS = 6400;

function clampIndex(value: number, count: number): number {
  return value < 0 ? 0 : value >= count ? count - 1 : value;
}

/** Builds the grid in O(edges). An edge is entered into every cell of its bounding box. */
export function createEdgeIndex(graph: WalkGraph): EdgeIndex {
  const { x, y, nodeCount, offsets, arcs, arcCount } = graph;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let node = 0; node < nodeCount; node++) {
    if (x[node]! < minX) minX = x[node]!;
    if (x[node]! > maxX) maxX = x[node]!;
    if (y[node]! < minY) minY = y[node]!;
    if (y[node]! > maxY) maxY = y[node]!;
  }
  const columns = nodeCount === 0 ? 0 : Math.floor((maxX - minX) / CELL_CENTIMETERS) + 1;
  const rows = nodeCount === 0 ? 0 : Math.floor((maxY - minY) / CELL_CENTIMETERS) + 1;
  const arcFrom = new Uint32Array(arcCount);
  for (let node = 0; node < nodeCount; node++) arcFrom.fill(node, offsets[node]!, offsets[node + 1]!);

  const cellOffsets = new Uint32Array(columns * rows + 1);
  const visitCells = (arc: number, visit: (cell: number) => void) => {
    const a = arcFrom[arc]!;
    const b = arcs[2 * arc]!;
    const c0 = Math.floor((Math.min(x[a]!, x[b]!) - minX) / CELL_CENTIMETERS);
    const c1 = Math.floor((Math.max(x[a]!, x[b]!) - minX) / CELL_CENTIMETERS);
    const r0 = Math.floor((Math.min(y[a]!, y[b]!) - minY) / CELL_CENTIMETERS);
    const r1 = Math.floor((Math.max(y[a]!, y[b]!) - minY) / CELL_CENTIMETERS);
    for (let row = r0; row <= r1; row++) for (let column = c0; column <= c1; column++) visit(row * columns + column);
  };
  const isForward = (arc: number) => arcFrom[arc]! < arcs[2 * arc]!;
  for (let arc = 0; arc < arcCount; arc++) {
    if (isForward(arc)) visitCells(arc, (cell) => cellOffsets[cell + 1]!++);
  }
  for (let cell = 0; cell < columns * rows; cell++) cellOffsets[cell + 1]! += cellOffsets[cell]!;
  const cellArcs = new Uint32Array(cellOffsets[columns * rows]!);
  const next = cellOffsets.slice();
  for (let arc = 0; arc < arcCount; arc++) {
    if (isForward(arc)) visitCells(arc, (cell) => (cellArcs[next[cell]!++] = arc));
  }
  return { graph, cellCentimeters: CELL_CENTIMETERS, minX, minY, columns, rows, cellOffsets, cellArcs, arcFrom };
}

interface NearestEdge {
  readonly arc: number;
  /** Position of the foot on the edge, 0 at the arc's start, 1 at its target. */
  readonly share: number;
  readonly squaredCentimeters: number;
}

/** The nearest edge of a position (centimetres) within the limit, or `null`. Equal distances: the edge with the lower arc number. */
function findNearestEdge(index: EdgeIndex, px: number, py: number): NearestEdge | null {
  const { graph, columns, rows, cellOffsets, cellArcs, arcFrom, minX, minY } = index;
  if (columns === 0) return null;
  const { x, y, arcs } = graph;
  const limit = ATTACH_LIMIT_METERS * 100;
  let best = limit * limit;
  let bestArc = -1;
  let bestShare = 0;
  const centerColumn = Math.floor((px - minX) / CELL_CENTIMETERS);
  const centerRow = Math.floor((py - minY) / CELL_CENTIMETERS);
  const maxRing = Math.ceil(limit / CELL_CENTIMETERS) + 1;

  const scanCell = (cell: number) => {
    for (let i = cellOffsets[cell]!; i < cellOffsets[cell + 1]!; i++) {
      const arc = cellArcs[i]!;
      const a = arcFrom[arc]!;
      const b = arcs[2 * arc]!;
      const dx = x[b]! - x[a]!;
      const dy = y[b]! - y[a]!;
      const squared = dx * dx + dy * dy;
      const raw = squared === 0 ? 0 : ((px - x[a]!) * dx + (py - y[a]!) * dy) / squared;
      const share = Math.max(0, Math.min(1, raw));
      const ex = px - x[a]! - share * dx;
      const ey = py - y[a]! - share * dy;
      const found = ex * ex + ey * ey;
      if (found > best || (found === best && bestArc !== -1 && arc >= bestArc)) continue;
      best = found;
      bestArc = arc;
      bestShare = share;
    }
  };
  for (let ring = 0; ring <= maxRing; ring++) {
    // Everything nearer than (ring - 1) cells has been seen: stop once the best cannot be beaten.
    const safe = Math.max(0, ring - 1) * CELL_CENTIMETERS;
    if (bestArc !== -1 && best <= safe * safe) break;
    const r0 = clampIndex(centerRow - ring, rows);
    const r1 = clampIndex(centerRow + ring, rows);
    for (let row = r0; row <= r1; row++) {
      const onEdge = row === centerRow - ring || row === centerRow + ring;
      for (
        let column = centerColumn - ring;
        column <= centerColumn + ring;
        column += onEdge ? 1 : Math.max(1, 2 * ring)
      ) {
        if (column >= 0 && column < columns) scanCell(row * columns + column);
      }
    }
  }
  return bestArc === -1 ? null : { arc: bestArc, share: bestShare, squaredCentimeters: best };
}

/**
 * Attaches points (metres in the graph's CRS) to the nearest point on the nearest edge. Arrays of one entry per point. About 1 µs each.
 */
export function attachPoints(index: EdgeIndex, x: Float64Array, y: Float64Array): Attachments {
  const count = x.length;
  const result = {
    count,
    x,
    y,
    from: new Uint32Array(count),
    to: new Uint32Array(count),
    alongFromDecimeters: new Uint32Array(count),
    alongToDecimeters: new Uint32Array(count),
    accessDecimeters: new Uint32Array(count),
    connected: new Uint8Array(count),
  };
  const { graph, arcFrom } = index;
  for (let p = 0; p < count; p++) {
    const nearest = findNearestEdge(index, x[p]! * 100, y[p]! * 100);
    if (nearest === null) continue;
    const from = arcFrom[nearest.arc]!;
    const length = graph.arcs[2 * nearest.arc + 1]!;
    result.from[p] = from;
    result.to[p] = graph.arcs[2 * nearest.arc]!;
    result.alongFromDecimeters[p] = Math.round(length * nearest.share);
    result.alongToDecimeters[p] = length - result.alongFromDecimeters[p]!;
    result.accessDecimeters[p] = Math.round(Math.sqrt(nearest.squaredCentimeters) / 10);
    result.connected[p] = graph.componentSize[from]! >= CONNECTED_COMPONENT_NODES ? 1 : 0;
  }
  return result;
}

/** Points without any network: none is connected, all are reached by air distance × detour factor. */
export function withoutNetwork(x: Float64Array, y: Float64Array): Attachments {
  const count = x.length;
  const none = () => new Uint32Array(count);
  return {
    count,
    x,
    y,
    from: none(),
    to: none(),
    alongFromDecimeters: none(),
    alongToDecimeters: none(),
    accessDecimeters: none(),
    connected: new Uint8Array(count),
  };
}

/** The first `count` of some attached points, with others behind them. */
export function joinAttachments(before: Attachments, count: number, added: Attachments): Attachments {
  const join = <T extends Float64Array | Uint32Array | Uint8Array>(all: T, own: T, more: T): T => {
    all.set(own.subarray(0, count));
    all.set(more, count);
    return all;
  };
  const size = count + added.count;
  const numbers = (name: 'from' | 'to' | 'alongFromDecimeters' | 'alongToDecimeters' | 'accessDecimeters') =>
    join<Uint32Array>(new Uint32Array(size), before[name], added[name]);
  return {
    count: size,
    x: join<Float64Array>(new Float64Array(size), before.x, added.x),
    y: join<Float64Array>(new Float64Array(size), before.y, added.y),
    from: numbers('from'),
    to: numbers('to'),
    alongFromDecimeters: numbers('alongFromDecimeters'),
    alongToDecimeters: numbers('alongToDecimeters'),
    accessDecimeters: numbers('accessDecimeters'),
    connected: join<Uint8Array>(new Uint8Array(size), before.connected, added.connected),
  };
}
