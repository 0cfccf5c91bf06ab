import type { Geometry } from 'geojson';
import { projectionOf } from '../../city/projection.ts';
import { type LonLat, lonLat } from '../../shared/coordinates.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { fail, type Where } from '../../shared/problem.ts';
import { columnIndex, filterRows, parseCount, parseDay, parseFigure, rowNumber } from '../tables/table-cells.ts';
import type { FigureOptions, RowFilters } from '../tables/table-options.ts';
import type { GeoTable, TextTable } from '../types.ts';

/** A source as rows of text, whatever its format; `geometries` beside the rows where the format has them. */
export interface SourceRows {
  readonly file: string;
  readonly table: TextTable;
  readonly geometries: readonly (Geometry | null)[] | null;
}

/** Attributes of geometries as a table of text: figures are written plain (12.5), what is missing is an empty text. */
export function rowsOfGeoTable(file: string, { columns, features }: GeoTable): SourceRows {
  const rows = features.map(({ properties }) => columns.map((column) => String(properties[column] ?? '').trim()));
  return {
    file,
    table: { columns, rows, firstRow: 1, rowNumbers: features.map((feature) => feature.row) },
    geometries: features.map((feature) => feature.geometry),
  };
}

export type PositionColumns =
  | { readonly lon: string | readonly string[]; readonly lat: string | readonly string[] }
  | { readonly x: string; readonly y: string; readonly epsg: number };

/** What a role says about reading its rows. */
export interface RowOptions extends FigureOptions {
  readonly filters?: RowFilters;
}

/** One row: its cells by column name. A column that the source does not have is refused with the names it has. */
export interface Row {
  readonly index: number;
  /** As the file counts: row of a table, number of a feature. */
  readonly number: number;
  readonly geometry: Geometry | null;
  where(column?: string): Where;
  /** Trimmed text; `null` if empty. Without a column: `null`. */
  text(column: string | undefined): string | null;
  /** A number ≥ 0; `null` if missing. Throws `table.number`, `table.negative`. */
  count(column: string | undefined): number | null;
  figure(column: string | undefined): number | null;
  /** ISO date; `null` if missing. Throws `table.date`. */
  day(column: string | undefined): string | null;
}

function createRow(rows: SourceRows, index: number, options: FigureOptions): Row {
  const cells = rows.table.rows[index] as readonly string[];
  const number = rowNumber(rows.table, index);
  const where = (column?: string): Where => {
    const place = rows.geometries === null ? { row: number } : { feature: String(number) };
    return { file: rows.file, ...place, ...(column === undefined ? {} : { column }) };
  };
  const cell = (column: string) => cells[columnIndex(rows.table, column, rows.file)] as string;
  return {
    index,
    number,
    geometry: rows.geometries?.[index] ?? null,
    where,
    text: (column) => (column === undefined ? null : cell(column) || null),
    count: (column) => (column === undefined ? null : parseCount(cell(column), options, where(column))),
    figure: (column) => (column === undefined ? null : parseFigure(cell(column), options, where(column))),
    day: (column) => (column === undefined ? null : parseDay(cell(column), options, where(column))),
  };
}

/** The rows that pass a role's filters. Figures of files with geometries are plain unless the role says otherwise. */
export function selectRows(rows: SourceRows, role: RowOptions): Row[] {
  const options: FigureOptions = { ...role, numbers: role.numbers ?? (rows.geometries === null ? 'de' : 'plain') };
  return filterRows(rows.table, role.filters, rows.file).map((index) => createRow(rows, index, options));
}

/** Indices of the rows that pass `filters`. */
export function selectIndices(rows: SourceRows, filters: RowFilters | undefined): ReadonlySet<number> {
  return new Set(filterRows(rows.table, filters, rows.file));
}

/** Yes, no, or `null` where a column says neither. */
export function yesOrNo(
  row: Row,
  rule: { readonly column: string; readonly yes: readonly string[]; readonly no: readonly string[] } | undefined,
): boolean | null {
  const found = row.text(rule?.column) ?? '';
  if (rule?.yes.includes(found)) return true;
  return rule?.no.includes(found) ? false : null;
}

/** A coordinate: decimal point or comma, no grouping. */
function coordinate(row: Row, columns: string | readonly string[]): number | null {
  for (const column of typeof columns === 'string' ? [columns] : columns) {
    const found = row.text(column);
    if (found === null) continue;
    if (!/^[+-]?\d+([.,]\d+)?$/.test(found)) fail('pipeline.coordinate-unreadable', { found }, row.where(column));
    return Number(found.replace(',', '.'));
  }
  return null;
}

/**
 * Where a row lies: its columns, else its geometry (of an area a point well inside). `null` if neither says it. Throws
 * `pipeline.coordinate-unreadable` for text, `pipeline.coordinate-range` for degrees beyond the globe (metres taken for degrees).
 */
export function positionOf(row: Row, columns: PositionColumns | undefined): LonLat | null {
  if (columns === undefined) return pointOf(row);
  if ('x' in columns) {
    const x = coordinate(row, columns.x);
    const y = coordinate(row, columns.y);
    return x === null || y === null ? null : projectionOf(columns.epsg).inverse(x, y);
  }
  const lon = coordinate(row, columns.lon);
  const lat = coordinate(row, columns.lat);
  if (lon === null || lat === null) return null;
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    fail('pipeline.coordinate-range', { found: `${lon} ${lat}` }, row.where());
  return lonLat(lon, lat);
}

function pointOf(row: Row): LonLat | null {
  const { geometry } = row;
  if (geometry === null) return null;
  switch (geometry.type) {
    case 'Point':
      return lonLat(geometry.coordinates[0] as number, geometry.coordinates[1] as number);
    case 'Polygon':
    case 'MultiPolygon':
      return interiorPoint(geometry);
    case 'MultiPoint':
      if (geometry.coordinates.length === 1)
        return lonLat(geometry.coordinates[0]?.[0] as number, geometry.coordinates[0]?.[1] as number);
      return fail('pipeline.geometry-kind', { found: geometry.type, expected: 'Point' }, row.where());
    default:
      return fail('pipeline.geometry-kind', { found: geometry.type, expected: 'Point' }, row.where());
  }
}
