import type { Geometry } from 'geojson';
import type { Database } from 'sql.js';
import { fail } from '../../shared/problem.ts';
import type { SourceBytes } from '../types.ts';
import { chooseLayer } from './choose-layer.ts';
import { type CrsStatement, cellOf, type RawFeature, type RawLayer } from './geo-layer.ts';
import { readWkb, WkbError } from './read-wkb.ts';

/** Gives the WebAssembly of SQLite (`sql.js/dist/sql-wasm.wasm`): Node reads it from the package, a browser fetches it. */
export type LoadSqliteWasm = () => Promise<Uint8Array>;

interface FeatureLayer {
  readonly table: string;
  readonly geometryColumn: string;
  readonly srsId: number;
}

type Row = Record<string, unknown>;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function query(database: Database, sql: string, parameters: (string | number)[] = []): Row[] {
  const statement = database.prepare(sql);
  const rows: Row[] = [];
  try {
    statement.bind(parameters);
    while (statement.step()) rows.push(statement.getAsObject());
  } finally {
    statement.free();
  }
  return rows;
}

/**
 * A copy that SQLite opens without a journal beside it: bytes 18 and 19 of the header, 2 for "write-ahead log", become 1. The log of a
 * file that was closed properly is empty.
 */
function withoutLog(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[18] = 1;
  copy[19] = 1;
  return copy;
}

function layersOf(database: Database): FeatureLayer[] {
  const rows = query(
    database,
    `SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns g
     JOIN gpkg_contents c ON c.table_name = g.table_name WHERE c.data_type = 'features' ORDER BY g.table_name`,
  );
  return rows.map((row) => ({
    table: String(row.table_name),
    geometryColumn: String(row.column_name),
    srsId: Number(row.srs_id),
  }));
}

function crsOf(database: Database, srsId: number): CrsStatement | null {
  // −1 and 0 stand for "undefined" (OGC 12-128r18, table 7).
  if (srsId <= 0) return null;
  const [row] = query(
    database,
    'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
    [srsId],
  );
  if (row === undefined) return { kind: 'unknown', name: `srs_id ${srsId}` };
  if (String(row.organization).toUpperCase() === 'EPSG')
    return { kind: 'epsg', code: Number(row.organization_coordsys_id) };
  return { kind: 'wkt', text: String(row.definition) };
}

/** Bytes of the envelope by its kind, bits 1–3 of the flags. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/** Takes the GeoPackage header off: magic "GP", version, flags, reference system, envelope. */
function geometryOf(blob: unknown, file: string, row: number): Geometry | null {
  if (!(blob instanceof Uint8Array)) return null;
  const flags = blob[3] ?? 0;
  const envelopeBytes = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || envelopeBytes === undefined) {
    return fail('geodata.damaged', { format: 'geopackage' }, { file, row });
  }
  try {
    return readWkb(blob.subarray(8 + envelopeBytes));
  } catch (error) {
    if (!(error instanceof WkbError)) throw error;
    if (error.type === null) return fail('geodata.damaged', { format: 'geopackage' }, { file, row });
    return fail('geodata.geometry-unknown', { found: `WKB ${error.type}` }, { file, row });
  }
}

function readLayer(database: Database, layer: FeatureLayer, file: string): RawLayer {
  const columns = query(database, `PRAGMA table_info(${quoted(layer.table)})`)
    .map((column) => String(column.name))
    .filter((column) => column !== layer.geometryColumn);
  const features = query(database, `SELECT * FROM ${quoted(layer.table)}`).map((values, index): RawFeature => {
    const row = index + 1;
    const properties = Object.fromEntries(columns.map((column) => [column, cellOf(values[column])]));
    return { row, geometry: geometryOf(values[layer.geometryColumn], file, row), properties };
  });
  return { file, format: 'geopackage', columns, features, crs: crsOf(database, layer.srsId), notes: [] };
}

/**
 * One feature table of a GeoPackage, with or without spatial index; all columns but the geometry, the key column included. Throws
 * `geodata.sqlite-missing` without `loadWasm`, `geodata.damaged`, `geodata.no-layers`, `geodata.layer-unclear`, `geodata.layer-unknown`,
 * `geodata.geometry-unknown` for curves. Source of the format: OGC 12-128r18.
 */
export async function readGeoPackage(
  { name: file, bytes }: SourceBytes,
  layer: string | undefined,
  loadWasm: LoadSqliteWasm | undefined,
): Promise<RawLayer> {
  if (loadWasm === undefined) return fail('geodata.sqlite-missing', {}, { file });
  // Loaded here, because few cities need it: half a megabyte with its WebAssembly.
  const { default: initSqlJs } = await import('sql.js');
  const wasm = await loadWasm();
  const sqlite = await initSqlJs({ wasmBinary: wasm.slice().buffer as ArrayBuffer });
  const database = new sqlite.Database(withoutLog(bytes));
  try {
    const layers = layersOf(database);
    const table = chooseLayer(
      layers.map((candidate) => candidate.table),
      layer,
      file,
    );
    return readLayer(database, layers.find((candidate) => candidate.table === table) as FeatureLayer, file);
  } catch (error) {
    if (error instanceof Error && error.name !== 'ProblemError')
      fail('geodata.damaged', { format: 'geopackage' }, { file });
    throw error;
  } finally {
    database.close();
  }
}
