import type { Geometry, Position } from 'geojson';
import type { Where } from '../../shared/problem.ts';
import { BASE_FILES, BASE_LAYER_NAMES } from '../layers/base-layers.ts';
import { PACKAGE_FILES } from '../package-files.ts';
import type { CityContent } from '../types.ts';
import { refuseRule } from './refuse.ts';

/** Coordinates are degrees (metres read as degrees are refused here), lines have two points, rings are closed. */
export function checkGeometries(content: CityContent): void {
  const points = (items: readonly { readonly id: string; readonly position: readonly number[] }[], layer: string) => {
    for (const { id, position } of items) requireDegrees(position, { layer, feature: id });
  };
  const shapes = (items: readonly { readonly id?: string; readonly geometry: Geometry }[], layer: string) => {
    items.forEach(({ id, geometry }, i) => {
      requireShape(geometry, { layer, feature: id ?? String(i + 1) });
    });
  };
  shapes(content.districts, 'districts');
  points(content.population, 'population');
  points(content.houses, 'facilities');
  shapes(content.catchments, 'catchments');
  points(content.context, 'context');
  shapes(content.supplyAreas, 'supply-areas');
  for (const { id, accessPoints } of content.supplyAreas) {
    for (const position of accessPoints)
      requireDegrees(position, { layer: 'supply-areas', feature: id, column: 'access_points' });
  }
  shapes(content.sites, 'sites');
  shapes(content.plots, 'plots');
  for (const name of BASE_LAYER_NAMES) {
    shapes(content.base?.[name] ?? [], PACKAGE_FILES[BASE_FILES[name]].replace('.fgb', ''));
  }
  for (const { name, position } of content.streets) requireDegrees(position, { layer: 'streets', feature: name });
}

function requireDegrees(position: readonly number[], where: Where): void {
  const [lon, lat] = position as [number, number];
  if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) refuseRule('degrees', position, where);
}

function requireShape(geometry: Geometry, where: Where): void {
  switch (geometry.type) {
    case 'Point':
      requireDegrees(geometry.coordinates, where);
      break;
    case 'LineString':
      requireLine(geometry.coordinates, where);
      break;
    case 'MultiLineString':
      if (geometry.coordinates.length === 0) refuseRule('non-empty', geometry.coordinates, where);
      for (const line of geometry.coordinates) requireLine(line, where);
      break;
    case 'Polygon':
      requireRings(geometry.coordinates, where);
      break;
    case 'MultiPolygon':
      if (geometry.coordinates.length === 0) refuseRule('non-empty', geometry.coordinates, where);
      for (const rings of geometry.coordinates) requireRings(rings, where);
      break;
    default:
      refuseRule('known-geometry', geometry.type, where, 'Point, LineString, Polygon, MultiLineString, MultiPolygon');
  }
}

function requireLine(line: readonly Position[], where: Where): void {
  if (line.length < 2) refuseRule('line-of-two', line.length, where);
  for (const position of line) requireDegrees(position, where);
}

function requireRings(rings: readonly (readonly Position[])[], where: Where): void {
  if (rings.length === 0) refuseRule('non-empty', rings, where);
  for (const ring of rings) {
    for (const position of ring) requireDegrees(position, where);
    const first = ring[0];
    const last = ring.at(-1);
    const isClosed = ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
    if (!isClosed) refuseRule('closed-ring', ring.length, where);
  }
}
