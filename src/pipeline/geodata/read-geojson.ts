import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { fail } from '../../shared/problem.ts';
import { type CrsStatement, cellOf, columnsOf, type RawFeature, type RawLayer } from './geo-layer.ts';

/** How deep the lists of coordinates of a geometry are nested. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
};

export const GEOJSON_TYPES: readonly string[] = [
  'FeatureCollection',
  'Feature',
  'GeometryCollection',
  ...Object.keys(DEPTHS),
];

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Place {
  readonly file: string;
  readonly row: number;
}

function isEmpty(coordinates: unknown): boolean {
  return Array.isArray(coordinates) && coordinates.every(isEmpty);
}

function checkCoordinates(value: unknown, depth: number, place: Place): void {
  if (!Array.isArray(value)) fail('geodata.coordinate', { found: JSON.stringify(value) }, place);
  if (depth > 1) {
    for (const item of value) checkCoordinates(item, depth - 1, place);
    return;
  }
  if (typeof value[0] !== 'number' || typeof value[1] !== 'number') {
    fail('geodata.coordinate', { found: JSON.stringify(value).slice(0, 60) }, place);
  }
}

/**
 * A GeoJSON geometry as it should be: known type, numbers where numbers belong. `null` for `null` and for empty ones. Throws
 * `geodata.geometry-unknown`, `geodata.coordinate`.
 */
export function readGeometry(value: unknown, place: Place): Geometry | null {
  if (value === null || value === undefined) return null;
  const type = isObject(value) ? value.type : value;
  if (isObject(value) && type === 'GeometryCollection' && Array.isArray(value.geometries)) {
    const geometries = value.geometries.map((part) => readGeometry(part, place)).filter((part) => part !== null);
    return geometries.length === 0 ? null : { type, geometries };
  }
  const depth = DEPTHS[String(type)];
  if (!isObject(value) || depth === undefined) return fail('geodata.geometry-unknown', { found: String(type) }, place);
  if (isEmpty(value.coordinates)) return null;
  checkCoordinates(value.coordinates, depth, place);
  return value as unknown as Geometry;
}

/** Properties as cells; the feature's own `id` becomes the property `id` where there is none. */
function readProperties(feature: Json): RawFeature['properties'] {
  const properties = isObject(feature.properties) ? feature.properties : {};
  const entries = Object.entries(properties).map(([name, value]) => [name, cellOf(value)] as const);
  if (feature.id !== undefined && !Object.hasOwn(properties, 'id')) entries.unshift(['id', cellOf(feature.id)]);
  return Object.fromEntries(entries);
}

/** Turns GeoJSON features into raw ones; rows count from 1. */
export function readFeatures(features: readonly unknown[], file: string): RawFeature[] {
  return features.map((feature, index) => {
    const place = { file, row: index + 1 };
    if (!isObject(feature) || feature.type !== 'Feature') {
      return fail('geodata.feature-expected', { found: JSON.stringify(feature)?.slice(0, 60) ?? '' }, place);
    }
    return { row: place.row, geometry: readGeometry(feature.geometry, place), properties: readProperties(feature) };
  });
}

/** An EPSG code in one of the spellings in use: `EPSG:25832`, `urn:ogc:def:crs:EPSG::25832`, `…/def/crs/EPSG/0/25832`, CRS84. */
export function crsOfName(name: string): CrsStatement {
  if (/CRS:?84h?$/i.test(name)) return { kind: 'epsg', code: 4326 };
  const code = /EPSG(?::[\d.]*:|:|\/[\d.]+\/)(\d+)$/i.exec(name.trim());
  return code === null ? { kind: 'unknown', name } : { kind: 'epsg', code: Number(code[1]) };
}

/** The `crs` member of GeoJSON 2008, still written by GIS programs. */
function readCrs(root: Json): CrsStatement | null {
  const crs = root.crs;
  if (crs === undefined || crs === null) return null;
  const properties = isObject(crs) && isObject(crs.properties) ? crs.properties : {};
  if (typeof properties.name === 'string') return crsOfName(properties.name);
  if (isObject(crs) && crs.type === 'EPSG' && typeof properties.code === 'number') {
    return { kind: 'epsg', code: properties.code };
  }
  return { kind: 'unknown', name: JSON.stringify(crs).slice(0, 80) };
}

function featuresOf(root: Json, file: string): RawFeature[] {
  if (root.type === 'FeatureCollection') {
    const { features } = root as unknown as FeatureCollection;
    if (!Array.isArray(features)) fail('geodata.json-other', { found: Object.keys(root).join(', ') }, { file });
    return readFeatures(features, file);
  }
  const feature =
    root.type === 'Feature' ? root : ({ type: 'Feature', geometry: root, properties: {} } as unknown as Feature);
  return readFeatures([feature], file);
}

/**
 * A GeoJSON document of any type: a collection, one feature, or a bare geometry (one feature without properties). WGS 84 unless a
 * `crs` member says otherwise. Throws `geodata.feature-expected`, `geodata.geometry-unknown`, `geodata.coordinate`, `geodata.json-other`.
 */
export function readGeoJson(root: Json, file: string): RawLayer {
  const features = featuresOf(root, file);
  const crs = readCrs(root) ?? { kind: 'epsg', code: 4326 };
  return { file, format: 'geojson', columns: columnsOf(features), features, crs, notes: [] };
}
