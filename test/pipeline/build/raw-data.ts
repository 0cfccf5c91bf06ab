import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import proj4 from 'proj4';
import { sharedPath } from '../../shared-folder.ts';

/** Raw files of `../shared/data` read in the plainest way, so that expected numbers do not come from the code under test. */

export function rawText(...path: string[]): string {
  const bytes = readFileSync(sharedPath('data', ...path));
  return (path.at(-1)!.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
}

export function rawJson<T>(...path: string[]): T {
  return JSON.parse(rawText(...path)) as T;
}

/** Rows of a CSV file as records; double quotes may enclose fields. */
export function rawRows(delimiter: string, ...path: string[]): Record<string, string>[] {
  const [header, ...lines] = rawText(...path)
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => splitLine(line, delimiter));
  return lines.map((fields) => Object.fromEntries(header!.map((name, i) => [name, fields[i] ?? ''])));
}

function splitLine(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      fields.push(field);
      field = '';
    } else field += sign;
  }
  return [...fields, field];
}

const LAEA = '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs';

/** Metres of the Zensus grid (EPSG:3035) → degrees. */
export function degreesOfGrid(x: number, y: number): [number, number] {
  return proj4(LAEA, 'WGS84', [x, y]) as [number, number];
}

/** Even-odd rule over one ring. */
export function isInRing(ring: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[j] as [number, number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Sum to the thousandth of a person. */
export function sumPersons(values: Iterable<number | null>): number {
  let thousandths = 0;
  for (const value of values) thousandths += Math.round((value ?? 0) * 1000);
  return thousandths / 1000;
}

/** Positions of the outer rings of a KML file, by the text of the element that names the placemark. */
export function kmlPositions(...path: string[]): [number, number][] {
  const blocks = rawText(...path).match(/<coordinates>[^<]*<\/coordinates>/g) ?? [];
  return blocks.flatMap((block) =>
    block
      .replace(/<\/?coordinates>/g, '')
      .trim()
      .split(/\s+/)
      .map((triple) => triple.split(',').slice(0, 2).map(Number) as [number, number]),
  );
}
