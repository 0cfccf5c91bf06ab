import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import type { Rings } from './area.ts';

/**
 * What can be wrong with an area, in the order in which it is looked for.
 * - `self-crossing`: edges of one polygon cross or run on top of each other
 * - `self-touching`: a ring meets itself in a point
 * - `hole-outside`: a hole lies outside its outer ring, or two holes lie in each other
 * - `parts-overlapping`: polygons of one area overlap or share an edge
 */
export type Invalidity = 'self-crossing' | 'self-touching' | 'hole-outside' | 'parts-overlapping';

/** A side of a ring, and where it belongs. */
export interface Edge {
  readonly a: Position;
  readonly b: Position;
  readonly polygon: number;
  readonly ring: number;
  /** Place in the ring, to know its neighbours. */
  readonly at: number;
  readonly last: number;
}

/** Twice the signed area of the triangle; exact for whole numbers below 2^26 apart. */
function turn(a: Position, b: Position, c: Position): number {
  return (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);
}

function withinBox(a: Position, b: Position, p: Position): boolean {
  return (
    Math.min(a[0]!, b[0]!) <= p[0]! &&
    p[0]! <= Math.max(a[0]!, b[0]!) &&
    Math.min(a[1]!, b[1]!) <= p[1]! &&
    p[1]! <= Math.max(a[1]!, b[1]!)
  );
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** True if the edges cross in a point that is an end of neither. */
export function edgesCross({ a, b }: Edge, { a: c, b: d }: Edge): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** True if the edges lie on each other for some length and run the same way: where insides lie to the left, both have theirs there. */
export function edgesRunTogether({ a, b }: Edge, { a: c, b: d }: Edge): boolean {
  if (turn(a, b, c) !== 0 || turn(a, b, d) !== 0) return false;
  const along = (p: Position) => (p[0]! - a[0]!) * (b[0]! - a[0]!) + (p[1]! - a[1]!) * (b[1]! - a[1]!);
  return along(c) < along(d) && along(c) < along(b) && along(d) > 0;
}

/** How two edges meet: `null` not at all, `'cross'` (or overlap along a line), or the point where one ends on the other. */
function meetingOf(a: Position, b: Position, c: Position, d: Position): null | 'cross' | Position {
  const ofC = Math.sign(turn(a, b, c));
  const ofD = Math.sign(turn(a, b, d));
  const ofA = Math.sign(turn(c, d, a));
  const ofB = Math.sign(turn(c, d, b));
  if (ofC * ofD > 0 || ofA * ofB > 0) return null;
  if (ofC * ofD < 0 && ofA * ofB < 0) return 'cross';
  const touching: Position[] = [];
  const look = (side: number, from: Position, to: Position, p: Position) => {
    if (side === 0 && withinBox(from, to, p) && !touching.some((q) => same(p, q))) touching.push(p);
  };
  look(ofC, a, b, c);
  look(ofD, a, b, d);
  look(ofA, c, d, a);
  look(ofB, c, d, b);
  return touching.length > 1 ? 'cross' : (touching[0] ?? null);
}

/** All edges of polygons; `polygon` is the place in the list. */
export function edgesOf(polygons: readonly Rings[]): Edge[] {
  return polygons.flatMap((rings, polygon) =>
    rings.flatMap((positions, ring) =>
      positions.slice(1).map((b, at) => ({
        a: positions[at] as Position,
        b,
        polygon,
        ring,
        at,
        last: positions.length - 2,
      })),
    ),
  );
}

/** Every pair of edges whose boxes touch. */
export function* nearPairs(edges: readonly Edge[]): Generator<[Edge, Edge]> {
  if (edges.length === 0) return;
  const index = new Flatbush(edges.length);
  for (const { a, b } of edges) {
    index.add(Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[0]!, b[0]!), Math.max(a[1]!, b[1]!));
  }
  index.finish();
  for (const [i, { a, b }] of edges.entries()) {
    const found = index.search(
      Math.min(a[0]!, b[0]!),
      Math.min(a[1]!, b[1]!),
      Math.max(a[0]!, b[0]!),
      Math.max(a[1]!, b[1]!),
      (other) => other > i,
    );
    for (const other of found) yield [edges[i] as Edge, edges[other] as Edge];
  }
}

function areNeighbours(e: Edge, f: Edge): boolean {
  const gap = Math.abs(e.at - f.at);
  return e.polygon === f.polygon && e.ring === f.ring && (gap === 1 || gap === e.last);
}

/** Even-odd, the border counted as neither side (`null`). Coordinates as they are. */
function isInRing(ring: readonly Position[], p: Position): boolean | null {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as Position;
    const b = ring[i] as Position;
    const side = turn(a, b, p);
    if (side === 0 && withinBox(a, b, p)) return null;
    if (a[1]! > p[1]! !== b[1]! > p[1]! && side > 0 === b[1]! > a[1]!) inside = !inside;
  }
  return inside;
}

/** Where ring `inner` lies seen from `outer`, judged by its corners and the middles of its edges. The rings do not cross. */
function placeOf(inner: readonly Position[], outer: readonly Position[]): 'in' | 'out' | 'both' {
  let seenIn = false;
  let seenOut = false;
  inner.forEach((p, i) => {
    const q = inner[i + 1] ?? p;
    for (const sample of [p, [(p[0]! + q[0]!) / 2, (p[1]! + q[1]!) / 2]]) {
      const side = isInRing(outer, sample);
      if (side === true) seenIn = true;
      if (side === false) seenOut = true;
    }
  });
  return seenIn && seenOut ? 'both' : seenIn ? 'in' : 'out';
}

function boxesApart(a: readonly Position[], b: readonly Position[]): boolean {
  const span = (ring: readonly Position[], axis: number) => {
    let low = Infinity;
    let high = -Infinity;
    for (const p of ring) {
      low = Math.min(low, p[axis]!);
      high = Math.max(high, p[axis]!);
    }
    return [low, high] as const;
  };
  return [0, 1].some((axis) => {
    const [lowA, highA] = span(a, axis);
    const [lowB, highB] = span(b, axis);
    return highA < lowB || highB < lowA;
  });
}

function findMisplacedHole(rings: Rings): Invalidity | null {
  const [outer, ...holes] = rings;
  if (outer === undefined) return null;
  for (const [i, hole] of holes.entries()) {
    const place = placeOf(hole, outer);
    if (place !== 'in') return place === 'both' ? 'self-crossing' : 'hole-outside';
    for (const other of holes.slice(i + 1)) {
      if (boxesApart(hole, other)) continue;
      if (placeOf(hole, other) !== 'out' || placeOf(other, hole) !== 'out') return 'hole-outside';
    }
  }
  return null;
}

function partsOverlap(a: Rings, b: Rings): boolean {
  const [outerA, ...holesA] = a;
  const [outerB, ...holesB] = b;
  if (outerA === undefined || outerB === undefined || boxesApart(outerA, outerB)) return false;
  const placeB = placeOf(outerB, outerA);
  if (placeB === 'in') return !holesA.some((hole) => placeOf(outerB, hole) === 'in');
  const placeA = placeOf(outerA, outerB);
  if (placeA === 'in') return !holesB.some((hole) => placeOf(outerA, hole) === 'in');
  return placeA === 'both' || placeB === 'both';
}

function findMeeting(polygons: readonly Rings[]): Invalidity | null {
  let touching: Invalidity | null = null;
  let overlapping: Invalidity | null = null;
  for (const [e, f] of nearPairs(edgesOf(polygons))) {
    const meeting = meetingOf(e.a, e.b, f.a, f.b);
    if (meeting === null) continue;
    if (meeting === 'cross') {
      if (e.polygon === f.polygon) return 'self-crossing';
      overlapping = 'parts-overlapping';
    } else if (e.polygon === f.polygon && e.ring === f.ring) {
      if (!areNeighbours(e, f)) touching = 'self-touching';
    }
  }
  return touching ?? overlapping;
}

/**
 * What is wrong with polygons whose rings are closed, have at least three corners and no position twice in a row; `null` if they are
 * valid after OGC Simple Features, but for one rule: holes may touch so often that they cut the inside apart, which harms nothing here. Exact for whole numbers less
 * than 2^26 apart; on other numbers near-misses of the last bit may be judged either way, equally in every engine.
 * Cost: n log n in the number of edges, more where many boxes of edges overlap.
 */
export function findInvalidity(polygons: readonly Rings[]): Invalidity | null {
  const meeting = findMeeting(polygons);
  if (meeting !== null) return meeting;
  for (const rings of polygons) {
    const misplaced = findMisplacedHole(rings);
    if (misplaced !== null) return misplaced;
  }
  for (const [i, a] of polygons.entries()) {
    if (polygons.slice(i + 1).some((b) => partsOverlap(a, b))) return 'parts-overlapping';
  }
  return null;
}
