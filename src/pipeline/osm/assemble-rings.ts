/** A way that takes part in an outline: its node indices (−1 = not in the file) and whether its role is `inner`. */
export interface OutlineWay {
  readonly nodes: Int32Array;
  readonly isInner: boolean;
}

export interface Ring {
  /** Node indices, each once; the last one is joined to the first. */
  readonly nodes: readonly number[];
  /** All of it comes from ways with the role `inner`. */
  readonly isInner: boolean;
}

export interface AssembledRings {
  readonly rings: readonly Ring[];
  /** Nodes at which an outline breaks off. Empty = everything closes. */
  readonly openEnds: readonly number[];
}

interface Segment {
  readonly a: number;
  readonly b: number;
  readonly isInner: boolean;
  isUsed: boolean;
}

/**
 * Joins the segments of ways to rings. Order and direction of the ways do not matter; a segment that occurs twice (two parts sharing an
 * edge) cancels out; rings that touch in a node are taken apart there, so that no ring visits a node twice. What does not close is
 * left out and its ends are told. Where several ways meet, the walk turns to the nearest one clockwise, so that rings do not cross.
 * `lon`, `lat` by node index. O(n) but for nodes where many ways meet.
 */
export function assembleRings(ways: readonly OutlineWay[], lon: Int32Array, lat: Int32Array): AssembledRings {
  const segmentsByNode = linkSegments(ways, lon.length);
  const rings: Ring[] = [];
  const openEnds: number[] = [];
  const nodes = [...segmentsByNode.keys()].sort((a, b) => a - b);
  const degree = (node: number) => segmentsByNode.get(node)!.length;
  const order = [
    ...nodes.filter((node) => degree(node) % 2 === 1),
    ...nodes.filter((node) => degree(node) === 2),
    ...nodes.filter((node) => degree(node) % 2 === 0 && degree(node) > 2),
  ];
  for (const start of order) {
    while (segmentsByNode.get(start)!.some((segment) => !segment.isUsed)) {
      const last = walk(start, segmentsByNode, rings, lon, lat);
      if (last !== start) openEnds.push(start, last);
    }
  }
  return { rings, openEnds: openEnds.sort((a, b) => a - b) };
}

function linkSegments(ways: readonly OutlineWay[], nodeCount: number): Map<number, Segment[]> {
  const segments = new Map<number, Segment>();
  for (const { nodes, isInner } of ways) {
    for (let i = 1; i < nodes.length; i++) {
      const a = Math.min(nodes[i - 1]!, nodes[i]!);
      const b = Math.max(nodes[i - 1]!, nodes[i]!);
      if (a < 0 || a === b) continue;
      const key = a * nodeCount + b;
      if (!segments.delete(key)) segments.set(key, { a, b, isInner, isUsed: false });
    }
  }
  const byNode = new Map<number, Segment[]>();
  for (const segment of segments.values()) {
    for (const node of [segment.a, segment.b]) {
      const list = byNode.get(node);
      if (list === undefined) byNode.set(node, [segment]);
      else list.push(segment);
    }
  }
  return byNode;
}

/** Walks from `start` until it gets stuck, cutting off a ring each time it comes back to its own path. Returns the node it ends at. */
function walk(
  start: number,
  segmentsByNode: Map<number, Segment[]>,
  rings: Ring[],
  lon: Int32Array,
  lat: Int32Array,
): number {
  const path = [start];
  const pathSegments: Segment[] = [];
  const positionOnPath = new Map([[start, 0]]);
  for (;;) {
    const here = path[path.length - 1]!;
    const free = segmentsByNode.get(here)!.filter((segment) => !segment.isUsed);
    if (free.length === 0) return here;
    const before = path[path.length - 2];
    const segment = free.length === 1 || before === undefined ? free[0]! : nextClockwise(here, before, free, lon, lat);
    segment.isUsed = true;
    const next = segment.a === here ? segment.b : segment.a;
    pathSegments.push(segment);
    const position = positionOnPath.get(next);
    if (position === undefined) {
      positionOnPath.set(next, path.length);
      path.push(next);
      continue;
    }
    const nodes = path.splice(position + 1);
    for (const node of nodes) positionOnPath.delete(node);
    const isInner = pathSegments.splice(position).every((part) => part.isInner);
    rings.push({ nodes: [next, ...nodes], isInner });
  }
}

function nextClockwise(
  here: number,
  before: number,
  free: readonly Segment[],
  lon: Int32Array,
  lat: Int32Array,
): Segment {
  const direction = (node: number) => pseudoAngle(lon[node]! - lon[here]!, lat[node]! - lat[here]!);
  const from = direction(before);
  let best = free[0]!;
  let leastTurn = Infinity;
  for (const segment of free) {
    const turn = (from - direction(segment.a === here ? segment.b : segment.a) + 4) % 4 || 4;
    if (turn < leastTurn) {
      leastTurn = turn;
      best = segment;
    }
  }
  return best;
}

/** Grows with the angle of a direction, 0–4 for a full turn; made of divisions alone, so that it is the same everywhere. */
function pseudoAngle(dx: number, dy: number): number {
  const length = Math.abs(dx) + Math.abs(dy);
  const share = length === 0 ? 0 : dy / length;
  return dx < 0 ? 2 - share : (share + 4) % 4;
}
