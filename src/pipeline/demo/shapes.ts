import type { LineString, MultiPolygon, Polygon } from 'geojson';
import type { Area } from '../../city/types.ts';
import type { Line, Vec } from './geometry.ts';
import type { Georeference } from './georeference.ts';
import type { Rings } from './merge-faces.ts';

function closedRing(geo: Georeference, ring: Line): [number, number][] {
  const closed = ring.map((p) => geo.toLonLat(p) as unknown as [number, number]);
  closed.push(closed[0]!);
  return closed;
}

/** A ring of the generator as a polygon in degrees. */
export function polygonOf(geo: Georeference, ring: Line): Polygon {
  return { type: 'Polygon', coordinates: [closedRing(geo, ring)] };
}

/** Merged faces as a polygon or multipolygon in degrees. */
export function areaOf(geo: Georeference, rings: Rings): Area {
  const coordinates = rings.map((polygon) => polygon.map((ring) => closedRing(geo, ring)));
  if (coordinates.length === 1) return { type: 'Polygon', coordinates: coordinates[0]! };
  return { type: 'MultiPolygon', coordinates } satisfies MultiPolygon;
}

export function lineStringOf(geo: Georeference, line: readonly Vec[]): LineString {
  return { type: 'LineString', coordinates: line.map((p) => geo.toLonLat(p) as unknown as [number, number]) };
}
