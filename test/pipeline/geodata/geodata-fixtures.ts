import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import KDBush from 'kdbush';
import { describe, it } from 'vitest';
import { type GeoTableOptions, readGeoTable } from '../../../src/pipeline/geodata/read-geo-table.ts';
import type { SourceBytes } from '../../../src/pipeline/types.ts';
import { visitPositions } from '../../../src/shared/geometry/box.ts';
import { type Note, type Problem, ProblemError } from '../../../src/shared/problem.ts';
import { hasSharedFolder, sharedPath } from '../../shared-folder.ts';

const WASM = new URL('../../../node_modules/sql.js/dist/sql-wasm.wasm', import.meta.url);

export const loadSqliteWasm = async () => new Uint8Array(readFileSync(WASM));

export function textSource(text: string, name = 'test.geojson'): SourceBytes {
  return { name, bytes: new TextEncoder().encode(text) };
}

export function jsonSource(value: unknown, name = 'test.geojson'): SourceBytes {
  return textSource(JSON.stringify(value), name);
}

/** A file of `../shared/data`. */
export function sharedSource(path: string): SourceBytes {
  return { name: path.split('/').at(-1) as string, bytes: new Uint8Array(readFileSync(sharedPath('data', path))) };
}

/** The parts of a shapefile of `../shared/data`, named without ending. */
export function sharedShapefile(path: string, endings = ['shp', 'dbf', 'prj', 'shx']): SourceBytes[] {
  return endings.map((ending) => sharedSource(`${path}.${ending}`));
}

export function read(sources: SourceBytes | readonly SourceBytes[], options: GeoTableOptions = {}) {
  const list = Array.isArray(sources) ? (sources as SourceBytes[]) : [sources as SourceBytes];
  return readGeoTable(list, { loadSqliteWasm, ...options });
}

export function readShared(path: string, options: GeoTableOptions = {}) {
  return read(sharedSource(path), options);
}

/** The problem with which reading is refused. */
export async function problemOf(run: () => unknown): Promise<Problem> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}

export function codesOf(notes: readonly Note[]): string[] {
  return notes.map(({ code }) => code);
}

/** A collection with one polygon feature per list of rings. */
export function polygons(...features: Position[][][]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: features.map((coordinates, i) => ({
      type: 'Feature',
      properties: { key: `k${i + 1}` },
      geometry: { type: 'Polygon', coordinates },
    })),
  };
}

/** A square ring near Köln, `size` degrees wide. */
export function square(lon: number, lat: number, size: number): Position[] {
  return [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ];
}

const METERS_PER_DEGREE = 111_200;

/** Corners of a geometry in metres, on a plane good enough for centimetres between neighbours. */
function cornersOf(geometry: Geometry | null): Position[] {
  const corners: Position[] = [];
  const shrink = 0.628;
  if (geometry !== null) {
    visitPositions(geometry, ([lon, lat]) =>
      corners.push([lon! * shrink * METERS_PER_DEGREE, lat! * METERS_PER_DEGREE]),
    );
  }
  return corners;
}

function countAlone(corners: readonly Position[], others: readonly Position[], meters: number): number {
  const index = new KDBush(others.length);
  for (const [x, y] of others) index.add(x!, y!);
  index.finish();
  return corners.filter(([x, y]) => index.within(x!, y!, meters).length === 0).length;
}

/** How many corners of one geometry have no corner of the other within so many metres, both ways round. All of them if one is missing. */
export function countCornersApart(a: Geometry | null, b: Geometry | null, meters: number): number {
  const [from, to] = [cornersOf(a), cornersOf(b)];
  if (from.length === 0 || to.length === 0) return Math.max(1, from.length + to.length);
  return countAlone(from, to, meters) + countAlone(to, from, meters);
}

const hasGdal = ((): boolean => {
  try {
    execFileSync('ogr2ogr', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

/** `describe` for tests that need GDAL and `../shared`: skipped with a visible line where one is missing. */
export function describeWithGdal(name: string, body: () => void): void {
  if (hasGdal && hasSharedFolder) {
    describe(name, body);
    return;
  }
  console.log(`SKIPPED (needs GDAL and ../shared): ${name}`);
  describe.skip(name, () => {
    it('needs GDAL and ../shared', () => {});
  });
}

/** Runs `ogr2ogr` into a fresh folder and gives the files it wrote. */
export function ogr(output: string, args: readonly string[]): SourceBytes {
  const folder = mkdtempSync(join(tmpdir(), 'geodata-'));
  try {
    execFileSync('ogr2ogr', [...args.slice(0, 2), join(folder, output), ...args.slice(2)], { stdio: 'pipe' });
    return { name: output, bytes: new Uint8Array(readFileSync(join(folder, output))) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What GDAL answers to a question in SQL, as rows of text by column. */
export function askGdal(file: string, sql: string): Record<string, string>[] {
  const text = execFileSync('ogr2ogr', ['-f', 'CSV', '/vsistdout/', '-dialect', 'sqlite', '-sql', sql, file], {
    stdio: 'pipe',
  }).toString();
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i) => [columns[i], cell.replaceAll('"', '')])),
  );
}
