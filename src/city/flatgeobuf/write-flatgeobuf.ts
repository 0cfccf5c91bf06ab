import { Builder } from 'flatbuffers';
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { HILBERT_MAX, hilbertIndex } from '../../shared/geometry/hilbert.ts';
import { createFeatureEncoder, type EncodedFeature } from './encode-feature.ts';
import {
  COLUMN_CODE,
  GEOMETRY_CODE,
  INDEX_NODE_SIZE,
  type LayerColumn,
  type LayerFeature,
  type LayerGeometry,
  MAGIC,
  MIXED_GEOMETRIES,
} from './format.ts';
import { buildPackedIndex } from './packed-index.ts';

export interface FlatGeobufFile {
  readonly bytes: Uint8Array;
  /** Length of magic, header and index: what is read first of a streamed layer. */
  readonly indexBytes: number;
  readonly featureCount: number;
}

type Box = readonly [number, number, number, number];

/**
 * Writes a layer as FlatGeobuf 3 in WGS 84 (EPSG:4326) with the packed Hilbert R-tree that the npm library reads but does not write.
 * Features stand in the order of the Hilbert value of their box's centre, ties by their bytes: the same features give the same file
 * in whatever order they come. Needs at least one feature. Format: flatgeobuf.org; checked against GDAL and the library's reader.
 */
export function writeFlatGeobuf(
  name: string,
  columns: readonly LayerColumn[],
  features: readonly LayerFeature[],
): FlatGeobufFile {
  const type = commonGeometryType(features);
  const encode = createFeatureEncoder(columns);
  const encoded = features.map((feature) => encode(withType(feature, type)));
  const envelope = unionOf(encoded.map((feature) => feature.box));
  const sorted = sortAlongCurve(encoded, envelope);
  const header = encodeHeader(name, columns, features.length, type, envelope);

  const boxes = new Float64Array(sorted.length * 4);
  const offsets: number[] = [];
  let featureBytes = 0;
  sorted.forEach((feature, i) => {
    boxes.set(feature.box, i * 4);
    offsets.push(featureBytes);
    featureBytes += feature.bytes.length;
  });
  const index = buildPackedIndex(boxes, offsets);

  const indexBytes = MAGIC.length + header.length + index.length;
  const bytes = new Uint8Array(indexBytes + featureBytes);
  bytes.set(MAGIC);
  bytes.set(header, MAGIC.length);
  bytes.set(index, MAGIC.length + header.length);
  sorted.forEach((feature, i) => {
    bytes.set(feature.bytes, indexBytes + (offsets[i] as number));
  });
  return { bytes, indexBytes, featureCount: features.length };
}

function unionOf(boxes: readonly Box[]): Box {
  const union: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    union[0] = Math.min(union[0], box[0]);
    union[1] = Math.min(union[1], box[1]);
    union[2] = Math.max(union[2], box[2]);
    union[3] = Math.max(union[3], box[3]);
  }
  return union;
}

function sortAlongCurve(features: readonly EncodedFeature[], [west, south, east, north]: Box): EncodedFeature[] {
  const cell = (low: number, high: number, from: number, to: number) =>
    to > from ? Math.floor((HILBERT_MAX * ((low + high) / 2 - from)) / (to - from)) : 0;
  const keyed = features.map((feature) => ({
    feature,
    key: hilbertIndex(
      cell(feature.box[0], feature.box[2], west, east),
      cell(feature.box[1], feature.box[3], south, north),
    ),
  }));
  keyed.sort((a, b) => a.key - b.key || compareBytes(a.feature.bytes, b.feature.bytes));
  return keyed.map(({ feature }) => feature);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  }
  return 0;
}

function encodeHeader(
  name: string,
  columns: readonly LayerColumn[],
  featureCount: number,
  type: LayerGeometry['type'] | null,
  envelope: Box,
): Uint8Array {
  const builder = new Builder(1024);
  const columnsAt = Header.createColumnsVector(
    builder,
    columns.map((column) => {
      const nameAt = builder.createString(column.name);
      Column.startColumn(builder);
      Column.addName(builder, nameAt);
      Column.addType(builder, COLUMN_CODE[column.kind]);
      return Column.endColumn(builder);
    }),
  );
  const nameAt = builder.createString(name);
  const envelopeAt = Header.createEnvelopeVector(builder, [...envelope]);
  const organisationAt = builder.createString('EPSG');
  Crs.startCrs(builder);
  Crs.addOrg(builder, organisationAt);
  Crs.addCode(builder, 4326);
  const crsAt = Crs.endCrs(builder);
  Header.startHeader(builder);
  Header.addName(builder, nameAt);
  Header.addEnvelope(builder, envelopeAt);
  Header.addGeometryType(builder, type === null ? MIXED_GEOMETRIES : GEOMETRY_CODE[type]);
  Header.addColumns(builder, columnsAt);
  Header.addFeaturesCount(builder, BigInt(featureCount));
  Header.addIndexNodeSize(builder, INDEX_NODE_SIZE);
  Header.addCrs(builder, crsAt);
  Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
  return builder.asUint8Array().slice();
}

/** The one type all features can have: single and multiple shapes become multiple ones, because QGIS wants one type per layer. */
function commonGeometryType(features: readonly LayerFeature[]): LayerGeometry['type'] | null {
  const types = new Set(features.map((feature) => feature.geometry.type));
  const [first] = types;
  if (types.size === 1) return first ?? null;
  if (types.size === 2 && types.has('Polygon') && types.has('MultiPolygon')) return 'MultiPolygon';
  if (types.size === 2 && types.has('LineString') && types.has('MultiLineString')) return 'MultiLineString';
  return null;
}

function withType(feature: LayerFeature, type: LayerGeometry['type'] | null): LayerFeature {
  const { geometry, values } = feature;
  if (type === 'MultiPolygon' && geometry.type === 'Polygon') {
    return { geometry: { type, coordinates: [geometry.coordinates] }, values };
  }
  if (type === 'MultiLineString' && geometry.type === 'LineString') {
    return { geometry: { type, coordinates: [geometry.coordinates] }, values };
  }
  return feature;
}
