import { Builder } from 'flatbuffers';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import type { Position } from 'geojson';
import { roundDegrees } from '../../shared/coordinates.ts';
import { type ColumnValue, GEOMETRY_CODE, type LayerColumn, type LayerFeature, type LayerGeometry } from './format.ts';

export interface EncodedFeature {
  /** Size prefix and feature table; a multiple of 8 long, so that coordinates stay aligned in the file. */
  readonly bytes: Uint8Array;
  /** West, south, east, north of the rounded coordinates. */
  readonly box: readonly [number, number, number, number];
}

/** An encoder for features of one layer. Coordinates are rounded to 1e-7°. */
export function createFeatureEncoder(columns: readonly LayerColumn[]): (feature: LayerFeature) => EncodedFeature {
  const builder = new Builder(4096);
  const properties = createPropertyEncoder(columns);
  return ({ geometry, values }) => {
    builder.clear();
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    const propertiesAt = builder.createByteVector(properties(values));
    const geometryAt = addGeometry(builder, geometry, box);
    Feature.startFeature(builder);
    Feature.addGeometry(builder, geometryAt);
    Feature.addProperties(builder, propertiesAt);
    Feature.finishSizePrefixedFeatureBuffer(builder, Feature.endFeature(builder));
    return { bytes: builder.asUint8Array().slice(), box };
  };
}

function addGeometry(builder: Builder, geometry: LayerGeometry, box: number[]): number {
  const code = GEOMETRY_CODE[geometry.type];
  switch (geometry.type) {
    case 'Point':
      return addLines(builder, code, [[geometry.coordinates]], false, box);
    case 'LineString':
      return addLines(builder, code, [geometry.coordinates], false, box);
    case 'Polygon':
      return addLines(builder, code, geometry.coordinates, geometry.coordinates.length > 1, box);
    case 'MultiLineString':
      // GDAL asks for the ends even of a single line.
      return addLines(builder, code, geometry.coordinates, true, box);
    case 'MultiPolygon': {
      const parts = geometry.coordinates.map((rings) =>
        addLines(builder, GEOMETRY_CODE.Polygon, rings, rings.length > 1, box),
      );
      const partsAt = Geometry.createPartsVector(builder, parts);
      Geometry.startGeometry(builder);
      Geometry.addType(builder, code);
      Geometry.addParts(builder, partsAt);
      return Geometry.endGeometry(builder);
    }
  }
}

function addLines(
  builder: Builder,
  type: number,
  lines: readonly Position[][],
  hasEnds: boolean,
  box: number[],
): number {
  const xy: number[] = [];
  const ends: number[] = [];
  for (const line of lines) {
    for (const position of line) {
      const lon = roundDegrees(position[0] as number);
      const lat = roundDegrees(position[1] as number);
      xy.push(lon, lat);
      if (lon < box[0]!) box[0] = lon;
      if (lat < box[1]!) box[1] = lat;
      if (lon > box[2]!) box[2] = lon;
      if (lat > box[3]!) box[3] = lat;
    }
    ends.push(xy.length / 2);
  }
  const xyAt = Geometry.createXyVector(builder, xy);
  const endsAt = hasEnds ? Geometry.createEndsVector(builder, ends) : 0;
  Geometry.startGeometry(builder);
  if (endsAt !== 0) Geometry.addEnds(builder, endsAt);
  Geometry.addXy(builder, xyAt);
  Geometry.addType(builder, type);
  return Geometry.endGeometry(builder);
}

/** Column number and value, one after the other; the returned view is overwritten by the next call. */
function createPropertyEncoder(columns: readonly LayerColumn[]): (values: readonly ColumnValue[]) => Uint8Array {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(4096);
  let view = new DataView(bytes.buffer);
  const reserve = (size: number) => {
    if (size <= bytes.length) return;
    const grown = new Uint8Array(size * 2);
    grown.set(bytes);
    bytes = grown;
    view = new DataView(bytes.buffer);
  };
  return (values) => {
    let at = 0;
    columns.forEach((column, number) => {
      const value = values[number];
      if (value === null || value === undefined) return;
      // UTF-8 needs at most three bytes per UTF-16 unit.
      reserve(at + 16 + (typeof value === 'string' ? value.length * 3 : 0));
      view.setUint16(at, number, true);
      at += 2;
      switch (column.kind) {
        case 'bool':
          view.setUint8(at, value ? 1 : 0);
          at += 1;
          break;
        case 'int':
          view.setInt32(at, value as number, true);
          at += 4;
          break;
        case 'double':
          view.setFloat64(at, value as number, true);
          at += 8;
          break;
        default: {
          const { written } = encoder.encodeInto(value as string, bytes.subarray(at + 4));
          view.setUint32(at, written, true);
          at += 4 + written;
        }
      }
    });
    return bytes.subarray(0, at);
  };
}
