import type { Geometry, Position } from 'geojson';
import type { LonLatBox } from '../coordinates.ts';

/** Calls `visit` with each position of a geometry, in the order of the coordinates (closing positions included). */
export function visitPositions(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) visitPositions(part, visit);
    return;
  }
  walk(geometry.coordinates, visit);
}

function walk(value: unknown, visit: (position: Position) => void): void {
  if (!Array.isArray(value)) return;
  if (typeof value[0] === 'number') visit(value as Position);
  else for (const item of value) walk(item, visit);
}

/** The box around all positions, `null` where there are none. */
export function boxOfGeometries(geometries: Iterable<Geometry>): LonLatBox | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const include = (position: Position) => {
    const lon = position[0] as number;
    const lat = position[1] as number;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  };
  for (const geometry of geometries) visitPositions(geometry, include);
  return west <= east ? [west, south, east, north] : null;
}

/** The box around one geometry, `null` if it is empty. */
export function boxOfGeometry(geometry: Geometry): LonLatBox | null {
  return boxOfGeometries([geometry]);
}

/** True if the boxes share at least a point. */
export function boxesOverlap(a: LonLatBox, b: LonLatBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** True if the position lies in the box or on its edge. */
export function boxContains(box: LonLatBox, position: readonly number[]): boolean {
  const [lon, lat] = position as [number, number];
  return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
}

/** The smallest box around both. */
export function unionBox(a: LonLatBox, b: LonLatBox): LonLatBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The part both share, `null` if there is none. */
export function intersectBox(a: LonLatBox, b: LonLatBox): LonLatBox | null {
  if (!boxesOverlap(a, b)) return null;
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/**
 * The box grown by `meters` on each side, rounded outwards to 1e-4° so that every engine gives the same. A degree of latitude is taken as
 * 111,000 m, a degree of longitude as that times the cosine at the edge nearer the pole. Not for boxes near the poles.
 */
export function growBox(box: LonLatBox, meters: number): LonLatBox {
  const lat = meters / 111_000;
  const farthest = Math.max(Math.abs(box[1]), Math.abs(box[3])) + lat;
  const lon = lat / Math.cos((farthest * Math.PI) / 180);
  const down = (value: number) => Math.floor(value * 1e4) / 1e4;
  const up = (value: number) => Math.ceil(value * 1e4) / 1e4;
  return [down(box[0] - lon), down(box[1] - lat), up(box[2] + lon), up(box[3] + lat)];
}
