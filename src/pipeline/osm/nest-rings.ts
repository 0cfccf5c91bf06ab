import type { Ring } from './assemble-rings.ts';

/** An outer ring with its holes, as node indices. */
export interface NestedPolygon {
  readonly outer: readonly number[];
  readonly holes: readonly (readonly number[])[];
}

interface RingShape {
  readonly ring: Ring;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  /** Twice the signed area; positive = counter-clockwise. */
  readonly doubleArea: number;
  depth: number;
  /** Smallest ring around it. */
  parent: RingShape | null;
}

/**
 * Decides by geometry which rings are outer rings and which are holes: a ring inside an odd number of others is a hole of the smallest
 * one around it; roles are not believed. Only if `mayLackOuter` (parts of the outline are missing) an outermost ring made of `inner`
 * ways alone is taken for a hole without its outer ring and left out. Outer rings come out counter-clockwise, holes clockwise, each
 * starting at its lowest node.
 */
export function nestRings(
  rings: readonly Ring[],
  lon: Int32Array,
  lat: Int32Array,
  mayLackOuter: boolean,
): readonly NestedPolygon[] {
  const first = rings[0]?.nodes[0];
  if (first === undefined) return [];
  const known = rings.map((ring) => shapeOf(ring, lon, lat, first));
  const isLost = (shape: RingShape) =>
    mayLackOuter &&
    shape.ring.isInner &&
    !known.some((other) => other !== shape && !other.ring.isInner && contains(other, shape));
  const shapes = known.filter((shape) => !isLost(shape));
  for (const shape of shapes) {
    for (const other of shapes) {
      if (other === shape || !contains(other, shape)) continue;
      shape.depth++;
      if (shape.parent === null || Math.abs(other.doubleArea) < Math.abs(shape.parent.doubleArea)) shape.parent = other;
    }
  }
  return shapes
    .filter((shape) => shape.depth % 2 === 0)
    .map((outer) => ({
      outer: oriented(outer, true),
      holes: shapes
        .filter((shape) => shape.depth % 2 === 1 && shape.parent === outer)
        .map((hole) => oriented(hole, false))
        .sort((a, b) => a[0]! - b[0]!),
    }))
    .sort((a, b) => a.outer[0]! - b.outer[0]!);
}

/** Positions relative to a node, so that products stay exact. */
function shapeOf(ring: Ring, lon: Int32Array, lat: Int32Array, origin: number): RingShape {
  const x = Float64Array.from(ring.nodes, (node) => lon[node]! - lon[origin]!);
  const y = Float64Array.from(ring.nodes, (node) => lat[node]! - lat[origin]!);
  let doubleArea = 0;
  for (let i = 0, j = x.length - 1; i < x.length; j = i++) doubleArea += x[j]! * y[i]! - x[i]! * y[j]!;
  return {
    ring,
    x,
    y,
    minX: x.reduce((a, b) => Math.min(a, b)),
    minY: y.reduce((a, b) => Math.min(a, b)),
    maxX: x.reduce((a, b) => Math.max(a, b)),
    maxY: y.reduce((a, b) => Math.max(a, b)),
    doubleArea,
    depth: 0,
    parent: null,
  };
}

/** Rings share no segment, so the middle of a segment tells on which side of the other ring the whole ring lies. */
function contains(outer: RingShape, inner: RingShape): boolean {
  if (inner.minX < outer.minX || inner.maxX > outer.maxX || inner.minY < outer.minY || inner.maxY > outer.maxY) {
    return false;
  }
  const px = (inner.x[0]! + inner.x[1]!) / 2;
  const py = (inner.y[0]! + inner.y[1]!) / 2;
  const { x, y } = outer;
  let isInside = false;
  for (let i = 0, j = x.length - 1; i < x.length; j = i++) {
    if (y[i]! > py !== y[j]! > py && px < ((x[j]! - x[i]!) * (py - y[i]!)) / (y[j]! - y[i]!) + x[i]!) {
      isInside = !isInside;
    }
  }
  return isInside;
}

function oriented(shape: RingShape, isCounterClockwise: boolean): readonly number[] {
  const nodes = shape.doubleArea > 0 === isCounterClockwise ? [...shape.ring.nodes] : [...shape.ring.nodes].reverse();
  const start = nodes.indexOf(Math.min(...nodes));
  return [...nodes.slice(start), ...nodes.slice(0, start)];
}
