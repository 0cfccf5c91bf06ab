import type { Attachments } from '../network/attach.ts';
import type { WalkGraph } from '../network/walk-graph.ts';
import { createReachFinder } from '../reach/reach-lists.ts';
import {
  contourRings,
  cornersInside,
  type Field,
  isWithin,
  NO_VALUE,
  type Outline,
  outlinesOf,
  type Ring,
  signedArea,
} from './contour.ts';

/** Distance between two nodes of the raster on which bands are drawn. */
const SPACING_METERS = 25;

/** Lengths along the network may be a hair shorter than in the plane of the map; so much farther out the raster begins. */
const PLANE_ERROR = 0.01;

/** Beyond a limit so many metres are still measured, to find where between two nodes it is reached. */
const BEYOND_METERS = 2 * SPACING_METERS;

/** Holes and islands below this number of raster squares (2,500 m²) are left out where nobody lives in them. */
const SPECK_SQUARES = 4;

/** Positions in metres of the city's CRS. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface BandInput {
  readonly graph: WalkGraph | null;
  readonly attach: (x: Float64Array, y: Float64Array) => Attachments;
  /** Where one starts: a house, or the access points of an area (the nearest one counts). */
  readonly sources: Positions;
  /** All demand points of the city. */
  readonly points: Positions;
  readonly limitsMeters: readonly number[];
  /** Air distance × this factor where there is no network. */
  readonly detourFactor: number;
}

/** What can be reached within a limit: outlines in metres. */
export interface Band {
  readonly limitMeters: number;
  readonly outlines: readonly Outline[];
}

interface Raster {
  readonly west: number;
  readonly south: number;
  readonly columns: number;
  readonly rows: number;
}

/** Raster nodes stand at whole multiples of the spacing, wherever the sources are. */
function layRaster({ x, y }: Positions, reachMeters: number): Raster {
  const margin = reachMeters * (1 + PLANE_ERROR) + 3 * SPACING_METERS;
  const low = (values: Float64Array) => Math.floor((values.reduce((a, b) => Math.min(a, b)) - margin) / SPACING_METERS);
  const high = (values: Float64Array) => Math.ceil((values.reduce((a, b) => Math.max(a, b)) + margin) / SPACING_METERS);
  const west = low(x);
  const south = low(y);
  return { west, south, columns: high(x) - west + 1, rows: high(y) - south + 1 };
}

/** Demand points on the raster: position in node units and distance in decimetres. */
interface NearPoint {
  readonly x: number;
  readonly y: number;
  readonly decimeters: number;
}

/** Distances from the sources to the raster's nodes and to the demand points among them, in decimetres; NO_VALUE beyond. */
function measure(input: BandInput, raster: Raster, reachMeters: number): { field: Field; points: NearPoint[] } {
  const { west, south, columns, rows } = raster;
  const nodeCount = columns * rows;
  const near = [...input.points.x.keys()].filter((p) => {
    const column = input.points.x[p]! / SPACING_METERS - west;
    const row = input.points.y[p]! / SPACING_METERS - south;
    return column >= 1 && column < columns - 2 && row >= 1 && row < rows - 2;
  });
  const x = new Float64Array(nodeCount + near.length);
  const y = new Float64Array(nodeCount + near.length);
  for (let node = 0; node < nodeCount; node++) {
    x[node] = (west + (node % columns)) * SPACING_METERS;
    y[node] = (south + Math.floor(node / columns)) * SPACING_METERS;
  }
  near.forEach((p, i) => {
    x[nodeCount + i] = input.points.x[p]!;
    y[nodeCount + i] = input.points.y[p]!;
  });
  const targets = input.attach(x, y);
  const sources = input.attach(input.sources.x, input.sources.y);
  const finder = createReachFinder(input.graph, targets, {
    limitDecimeters: Math.round((reachMeters + BEYOND_METERS) * 10),
    detourFactor: input.detourFactor,
  });
  const nearest = new Uint32Array(x.length).fill(NO_VALUE);
  for (let source = 0; source < sources.count; source++) {
    const byWalk = sources.connected[source] === 1;
    const reach = finder.findOne(sources, source);
    reach.points.forEach((target, i) => {
      // Ground far from every path is no place to go to; people who live there are measured all the same.
      if (byWalk && target < nodeCount && targets.connected[target] === 0) return;
      nearest[target] = Math.min(nearest[target]!, reach.decimeters[i]!);
    });
  }
  const points = near.map((_, i) => ({
    x: x[nodeCount + i]! / SPACING_METERS - west,
    y: y[nodeCount + i]! / SPACING_METERS - south,
    decimeters: nearest[nodeCount + i]!,
  }));
  return { field: { columns, rows, values: nearest.slice(0, nodeCount) }, points };
}

/** The four nodes around a position in node units. */
function nodesAround({ columns }: Field, { x, y }: NearPoint): readonly number[] {
  const node = Math.floor(y) * columns + Math.floor(x);
  return [node, node + 1, node + columns, node + columns + 1];
}

/** A hole or island too small to be seen, in which nobody lives. */
function isSpeck(ring: Ring, points: readonly NearPoint[]): boolean {
  return Math.abs(signedArea(ring)) < SPECK_SQUARES && !points.some(({ x, y }) => isWithin([ring], x, y));
}

/**
 * The contour of a field at a limit, corrected until it tells demand points apart: the nodes around a point in reach that it leaves out
 * are taken in; those around a point out of reach that it takes in are left out, unless a point in reach needs them.
 */
function contourAround(field: Field, points: readonly NearPoint[], limit: number): Outline[] {
  const values = field.values.slice();
  const corrected: Field = { ...field, values };
  const needed = new Set<number>();
  const wrongIn = new Set<NearPoint>();
  for (;;) {
    const rings = contourRings(corrected, limit);
    let changed = false;
    for (const point of points) {
      const isIn = point.decimeters <= limit;
      const state = cornersInside(corrected, limit, Math.floor(point.x), Math.floor(point.y));
      const drawnIn = state === 15 || (state !== 0 && isWithin(rings, point.x, point.y));
      if (drawnIn === isIn || wrongIn.has(point)) continue;
      changed = true;
      if (!isIn) wrongIn.add(point);
      for (const node of nodesAround(field, point)) {
        if (isIn) {
          needed.add(node);
          values[node] = Math.min(field.values[node]!, limit);
        } else if (!needed.has(node)) values[node] = Math.max(values[node]!, limit + 1);
      }
    }
    if (!changed) return outlinesOf(rings.filter((ring) => !isSpeck(ring, points)));
  }
}

/**
 * What can be reached on foot from a house within some limits, as areas for the eye; no number is computed from them. Every node of a
 * raster of 25 m is measured exactly as a demand point is (nearest edge, access leg, parts of edges), and the contour at the limit is
 * drawn between the nodes. Every demand point in reach lies in its band; one out of reach lies in it only where one in reach is less
 * than about two nodes away. One band per limit, the largest first; bands without ground have no outlines. Cost: that of attaching one
 * point per 625 m² and one search per source.
 */
export function reachBands(input: BandInput): Band[] {
  const limits = [...new Set(input.limitsMeters)].filter((limit) => limit > 0).sort((a, b) => b - a);
  if (limits.length === 0 || input.sources.x.length === 0) return [];
  const raster = layRaster(input.sources, limits[0]!);
  const { field, points } = measure(input, raster, limits[0]!);
  const toMeters = (ring: Ring): Ring =>
    ring.map(([x, y]) => [(raster.west + x) * SPACING_METERS, (raster.south + y) * SPACING_METERS]);
  return limits.map((limitMeters) => ({
    limitMeters,
    outlines: contourAround(field, points, Math.round(limitMeters * 10)).map(({ outer, holes }) => ({
      outer: toMeters(outer),
      holes: holes.map(toMeters),
    })),
  }));
}
