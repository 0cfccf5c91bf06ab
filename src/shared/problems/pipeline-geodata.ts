import type { Repair } from '../geometry/repair-area.ts';

/** The formats of vector sources. */
export type GeoFormat = 'geojson' | 'topojson' | 'shapefile' | 'geopackage' | 'flatgeobuf' | 'kml';

/** What a file is that holds no map data. */
export type ForeignContent =
  | 'empty'
  | 'excel'
  | 'pdf'
  | 'image'
  | 'html'
  | 'gml'
  | 'osm'
  | 'xml'
  | 'shapefile-part'
  | 'text'
  | 'binary';

/** Problems and notes of vector sources (`geodata`) and of the districts made of them (`district`). */
export interface GeodataProblems {
  'geodata.not-map-data': { found: ForeignContent };
  'geodata.archive-without-map-data': { found: string };
  'geodata.archive-damaged': Record<never, never>;
  'geodata.too-large': { limitBytes: number };
  'geodata.format-differs': { expected: GeoFormat; found: GeoFormat };
  'geodata.ending-differs': { format: GeoFormat; ending: string };
  'geodata.damaged': { format: GeoFormat | 'dbase' };
  'geodata.json-damaged': Record<never, never>;
  'geodata.json-other': { found: string };
  'geodata.xml-damaged': Record<never, never>;
  'geodata.no-features': Record<never, never>;
  'geodata.no-layers': Record<never, never>;
  'geodata.layer-unclear': { found: string };
  'geodata.layer-unknown': { expected: string; found: string };
  'geodata.feature-expected': { found: string };
  'geodata.geometry-unknown': { found: string };
  'geodata.coordinate': { found: string };
  'geodata.sqlite-missing': Record<never, never>;
  'geodata.links-unread': Record<never, never>;
  'geodata.attributes-missing': Record<never, never>;
  'geodata.record-count': { shapes: number; records: number };
  'geodata.records-deleted': Record<never, never>;
  'geodata.encoding-guessed': { encoding: string };
  'geodata.encoding-unknown': { found: string };
  'geodata.crs-missing': Record<never, never>;
  'geodata.crs-unknown': { found: string; known: string };
  'geodata.crs-overridden': { stated: string; used: string };
  'geodata.crs-unusual': { name: string; eastingMeters: number };
  'geodata.datum-unshifted': { name: string };
  'geodata.meters-as-degrees': { crs: string; found: string; fitting: string };
  'geodata.degrees-as-meters': { crs: string; found: string };
  'geodata.axes-swapped': { crs: string; found: string; expected: string };
  'geodata.crs-outside': { crs: string; found: string; fitting: string };
  'geodata.area-repaired': { repairs: readonly Repair[] };
  'geodata.areas-repaired': Record<never, never>;
  'geodata.area-lost': Record<never, never>;
  'geodata.positions-doubled': Record<never, never>;
  'geodata.rounding-repaired': Record<never, never>;
  'geodata.geometries-missing': Record<never, never>;
  'district.column-missing': { column: string; found: string };
  'district.key-missing': Record<never, never>;
  'district.key-duplicate': { key: string; firstRow: number };
  'district.name-missing': { key: string };
  'district.name-unknown': { key: string };
  'district.not-area': { found: string };
  'district.geometry-missing': Record<never, never>;
  'district.keys-unclear': { found: string };
  'district.without-key': { rows: string };
  'district.level-unknown': { level: number; found: string };
  'district.parent-unknown': { parent: string; found: string };
  'district.parent-not-found': Record<never, never>;
  'district.outside-parent': { parent: string; share: number };
  'district.beyond-parent': { districts: string; share: number };
  'district.siblings-overlap': { other: string; share: number };
  'district.siblings-trimmed': { districts: string; squareMeters: number };
}
