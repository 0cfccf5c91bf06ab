import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';

/** Column types a package uses. `json` is text that QGIS shows as JSON. */
export type ColumnKind = 'string' | 'double' | 'int' | 'bool' | 'json';

export interface LayerColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A cell of a layer; JSON as text. `null` is not stored at all, so it is never mistaken for 0. */
export type ColumnValue = string | number | boolean | null;

export type LayerGeometry = Point | LineString | Polygon | MultiLineString | MultiPolygon;

/** Values in the order of the layer's columns. */
export interface LayerFeature {
  readonly geometry: LayerGeometry;
  readonly values: readonly ColumnValue[];
}

/** `fgb`, format version 3, `fgb`, patch level 0 (flatgeobuf.org). */
export const MAGIC = new Uint8Array([0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00]);

/** Children per node of the packed R-tree. */
export const INDEX_NODE_SIZE = 16;

/** Codes of `ColumnType` in the format's schema. */
export const COLUMN_CODE: Readonly<Record<ColumnKind, number>> = { bool: 2, int: 5, double: 10, string: 11, json: 12 };

/** Codes of `GeometryType` in the format's schema; 0 in a header stands for mixed geometries. */
export const GEOMETRY_CODE: Readonly<Record<LayerGeometry['type'], number>> = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiLineString: 5,
  MultiPolygon: 6,
};

export const MIXED_GEOMETRIES = 0;
