import { fail, type Note, note } from '../../shared/problem.ts';
import type { SourceBytes } from '../types.ts';
import type { CrsStatement, RawFeature, RawLayer } from './geo-layer.ts';
import { readDbf } from './read-dbf.ts';
import { readShp } from './read-shp.ts';

/** The files of one shapefile; only the `.shp` must be there. */
export interface ShapefileParts {
  readonly shp: SourceBytes;
  readonly dbf: SourceBytes | undefined;
  readonly prj: SourceBytes | undefined;
  readonly cpg: SourceBytes | undefined;
}

function textOf(part: SourceBytes | undefined): string | null {
  const text = part && new TextDecoder().decode(part.bytes).replace(/\0/g, '').trim();
  return text === undefined || text === '' ? null : text;
}

/**
 * Geometries and attributes of a shapefile; records deleted in the table are left out and counted. Own readers, because shpjs ignores
 * the language driver, gives local dates and NaN for blanks, keeps deleted records, drops the tail of a cut-off file silently, and
 * throws away the datum shift of a German `.prj`. Throws `geodata.record-count` where geometries and rows do not match, and what
 * {@link readShp} and {@link readDbf} throw.
 */
export function readShapefile({ shp, dbf, prj, cpg }: ShapefileParts, encoding: string | undefined): RawLayer {
  const geometries = readShp(shp);
  const where = { file: shp.name };
  const notes: Note[] = [];
  const wkt = textOf(prj);
  const crs: CrsStatement | null = wkt === null ? null : { kind: 'wkt', text: wkt };
  if (dbf === undefined) {
    notes.push(note('warning', 'geodata.attributes-missing', {}, { where }));
    const features = geometries.map((geometry, i): RawFeature => ({ row: i + 1, geometry, properties: {} }));
    return { file: shp.name, format: 'shapefile', columns: [], features, crs, notes };
  }
  const table = readDbf(dbf, encoding ?? textOf(cpg));
  const { columns, rows } = table.data;
  if (rows.length !== geometries.length) {
    fail('geodata.record-count', { shapes: geometries.length, records: rows.length }, where);
  }
  const features = rows.flatMap((properties, i): RawFeature[] =>
    properties === null ? [] : [{ row: i + 1, geometry: geometries[i] ?? null, properties }],
  );
  const deleted = rows.length - features.length;
  if (deleted > 0) notes.push(note('info', 'geodata.records-deleted', {}, { where, count: deleted }));
  return { file: shp.name, format: 'shapefile', columns, features, crs, notes: [...notes, ...table.notes] };
}
