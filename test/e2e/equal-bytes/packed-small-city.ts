import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync, strToU8 } from 'fflate';
import initSqlJs from 'sql.js';
import { projectionOf } from '../../../src/city/projection.ts';
import { SMALL_FILES, smallRecipe } from '../../pipeline/build/small-city.ts';

/**
 * Kleinstadt as other offices would hand it out: districts in one GeoPackage in Gauß-Krüger (with a shift of the datum), the grid's cells
 * in the Zensus' own projection, houses in Gauß-Krüger, OpenStreetMap packed, figures in Windows-1252.
 */

const GAUSS_KRUGER = 31467;
const ZENSUS = 3035;

interface Rectangle {
  readonly properties: Readonly<Record<string, string | number>>;
  readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number])[])[] };
}

/** A polygon as GeoPackages hold it: "GP", version, little-endian without envelope, reference system, then WKB. */
function geoPackageBlob(rings: Rectangle['geometry']['coordinates']): Uint8Array {
  const toMetric = projectionOf(GAUSS_KRUGER).forward;
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
  const bytes = new Uint8Array(8 + 9 + rings.length * 4 + corners * 16);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, GAUSS_KRUGER, true);
  bytes[8] = 1;
  view.setUint32(9, 3, true);
  view.setUint32(13, rings.length, true);
  let at = 17;
  for (const ring of rings) {
    view.setUint32(at, ring.length, true);
    at += 4;
    for (const [lon, lat] of ring) {
      const [x, y] = toMetric(lon, lat);
      view.setFloat64(at, x, true);
      view.setFloat64(at + 8, y, true);
      at += 16;
    }
  }
  return bytes;
}

async function geoPackage(geoJsonByTable: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
  const sqlite = await initSqlJs({ wasmBinary: new Uint8Array(wasm).buffer });
  const database = new sqlite.Database();
  database.run(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES (${GAUSS_KRUGER}, 'EPSG', ${GAUSS_KRUGER}, '')`);
  for (const [table, json] of Object.entries(geoJsonByTable)) {
    database.run(`CREATE TABLE ${table} (fid INTEGER PRIMARY KEY, geom BLOB, nr TEXT, name TEXT)`);
    database.run(`INSERT INTO gpkg_contents VALUES ('${table}', 'features')`);
    database.run(`INSERT INTO gpkg_geometry_columns VALUES ('${table}', 'geom', ${GAUSS_KRUGER})`);
    for (const { properties, geometry } of (JSON.parse(json) as { features: Rectangle[] }).features) {
      const blob = geoPackageBlob(geometry.coordinates);
      const { nr = '', name = '' } = properties;
      database.run(`INSERT INTO ${table} (geom, nr, name) VALUES (?, ?, ?)`, [blob, String(nr), name]);
    }
  }
  const bytes = database.export();
  database.close();
  return bytes;
}

/** A text in Windows-1252; German letters have the same numbers in Unicode. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The same table with its columns x and y, metres in EPSG:25832, turned into another system. */
function moveTable(text: string, x: number, y: number, move: (lon: number, lat: number) => readonly number[]): string {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  for (const row of rows.slice(1)) {
    const [lon, lat] = projectionOf(25832).inverse(Number(row[x]), Number(row[y]));
    const [newX, newY] = move(lon, lat);
    row[x] = String(newX);
    row[y] = String(newY);
  }
  return `${rows.map((row) => row.join(';')).join('\n')}\n`;
}

/** Centre of the Zensus cell around a place. */
function zensusCell(lon: number, lat: number): number[] {
  return projectionOf(ZENSUS)
    .forward(lon, lat)
    .map((meters) => Math.floor(meters / 100) * 100 + 50);
}

export async function packedSmallFiles(): Promise<Record<string, Uint8Array>> {
  const texts = Object.entries(SMALL_FILES).map(([path, text]) => [path, strToU8(text)] as const);
  return {
    ...Object.fromEntries(texts),
    'bezirke.gpkg': await geoPackage({
      bezirke: SMALL_FILES['bezirke.geojson'],
      ortsteile: SMALL_FILES['ortsteile.geojson'],
    }),
    'gitter.csv': strToU8(moveTable(SMALL_FILES['gitter.csv'], 1, 2, zensusCell)),
    'schulen.csv': strToU8(moveTable(SMALL_FILES['schulen.csv'], 2, 3, projectionOf(GAUSS_KRUGER).forward)),
    'sozial.csv': windows1252(SMALL_FILES['sozial.csv']),
    'stadt.osm.gz': gzipSync(strToU8(SMALL_FILES['stadt.osm']), { mtime: 0 }),
  };
}

export function packedSmallRecipe(): ReturnType<typeof smallRecipe> {
  const recipe = smallRecipe();
  const change: Record<string, (source: Record<string, unknown>) => Record<string, unknown>> = {
    'bezirke.geojson': (source) => ({ ...source, path: 'bezirke.gpkg', read: { layer: 'bezirke' } }),
    'ortsteile.geojson': (source) => ({ ...source, path: 'bezirke.gpkg', read: { layer: 'ortsteile' } }),
    'stadt.osm': (source) => ({ ...source, path: 'stadt.osm.gz' }),
    'gitter.csv': (source) => withRole(source, { epsg: ZENSUS }),
    'schulen.csv': (source) => withRole(source, { position: { x: 'rechts', y: 'hoch', epsg: GAUSS_KRUGER } }),
  };
  const sources = recipe.sources.map((source) => change[String(source.path)]?.(source) ?? source);
  return { ...recipe, id: 'kleinstadt-gepackt', sources };
}

function withRole(source: Record<string, unknown>, more: Record<string, unknown>): Record<string, unknown> {
  const [role] = source.roles as Record<string, unknown>[];
  return { ...source, roles: [{ ...role, ...more }] };
}
