import type { Geometry, Position } from 'geojson';
import { fail } from '../../shared/problem.ts';
import type { SourceBytes } from '../types.ts';
import { polygonsOfRings } from './polygons-of-rings.ts';

const HEADER_BYTES = 100;

/** Shape types of the ESRI Shapefile Technical Description (1998); the variants with Z (+10) and M (+20) hold X and Y in the same place. */
const NULL_SHAPE = 0;
const POINT = 1;
const POLYLINE = 3;
const POLYGON = 5;
const MULTIPOINT = 8;
const MULTIPATCH = 31;

function readPositions(view: DataView, at: number, count: number): Position[] {
  return Array.from({ length: count }, (_, i) => [
    view.getFloat64(at + i * 16, true),
    view.getFloat64(at + i * 16 + 8, true),
  ]);
}

/** The lines or rings of a record: bounding box (32 bytes), number of parts, number of points, first point of each part, points. */
function readParts(view: DataView): Position[][] {
  const partCount = view.getInt32(36, true);
  const pointCount = view.getInt32(40, true);
  const starts = Array.from({ length: partCount }, (_, i) => view.getInt32(44 + i * 4, true));
  const points = readPositions(view, 44 + partCount * 4, pointCount);
  return starts.map((start, i) => points.slice(start, starts[i + 1] ?? pointCount)).filter((part) => part.length > 0);
}

function geometryOf(view: DataView, kind: number): Geometry | null {
  if (kind === POINT) return { type: 'Point', coordinates: readPositions(view, 4, 1)[0] as Position };
  if (kind === MULTIPOINT) {
    return { type: 'MultiPoint', coordinates: readPositions(view, 40, view.getInt32(36, true)) };
  }
  const parts = readParts(view);
  if (parts.length === 0) return null;
  if (kind === POLYGON) return polygonsOfRings(parts);
  return parts.length === 1
    ? { type: 'LineString', coordinates: parts[0] as Position[] }
    : { type: 'MultiLineString', coordinates: parts };
}

/**
 * The geometries of a `.shp` file in the order of its records; `null` for null shapes. The index (`.shx`) is not needed: records stand
 * one after the other. Throws `geodata.damaged` where the file is shorter than its header or a record says, and
 * `geodata.geometry-unknown` for multipatches. Source: ESRI Shapefile Technical Description, July 1998.
 */
export function readShp({ name, bytes }: SourceBytes): (Geometry | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (row?: number): never =>
    fail('geodata.damaged', { format: 'shapefile' }, row === undefined ? { file: name } : { file: name, row });
  if (bytes.length < HEADER_BYTES || view.getInt32(0) !== 9994) damaged();
  const end = view.getInt32(24) * 2;
  if (end > bytes.length) damaged();
  const geometries: (Geometry | null)[] = [];
  for (let at = HEADER_BYTES; at + 12 <= end; ) {
    const row = geometries.length + 1;
    const length = view.getInt32(at + 4) * 2;
    if (length < 4 || at + 8 + length > bytes.length) damaged(row);
    const record = new DataView(bytes.buffer, bytes.byteOffset + at + 8, length);
    const type = record.getInt32(0, true);
    if (type === MULTIPATCH) fail('geodata.geometry-unknown', { found: 'MultiPatch' }, { file: name, row });
    const kind = type % 10;
    if (![NULL_SHAPE, POINT, POLYLINE, POLYGON, MULTIPOINT].includes(kind) || type > 28) damaged(row);
    try {
      geometries.push(kind === NULL_SHAPE ? null : geometryOf(record, kind));
    } catch (error) {
      // A count that points beyond the record.
      if (error instanceof RangeError) damaged(row);
      throw error;
    }
    at += 8 + length;
  }
  return geometries;
}
