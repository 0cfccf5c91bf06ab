import Papa from 'papaparse';
import type { AgeBand } from '../../city/types.ts';
import type { LonLatBox } from '../../shared/coordinates.ts';
import { DEFAULT_MISSING_MARKS } from '../../shared/german-numbers.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import { decodeTextChunks } from '../tables/decode-text.ts';
import { detectDelimiter } from '../tables/read-text-table.ts';
import { parseCount } from '../tables/table-cells.ts';
import type { FigureOptions } from '../tables/table-options.ts';
import type { GridCell, PopulationGrid, SourceBytes } from '../types.ts';
import { bandKey, parseAgeGroup } from './age-group.ts';
import { parseCellId } from './cell-id.ts';
import type { AgeGroup, LongGrid, PercentGroup, PopulationGridOptions, WideGrid } from './population-options.ts';
import { type MetricBox, projectBox } from './project-box.ts';
import { roundPersons } from './round-persons.ts';

/** Where the columns of a cell's id and centre stand. */
interface CellColumns {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

interface DraftCell {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  total: number | null;
  readonly groups: Record<string, number | null>;
}

/** Everything about the file that its rows are read with. */
interface GridReading {
  readonly file: string;
  readonly names: readonly string[];
  readonly columns: CellColumns;
  readonly box: MetricBox | null;
  readonly cells: Map<string, DraftCell>;
  readonly counts: { rows: number; beyond: number; uninhabited: number; readonly suppressed: Map<string, number> };
  cellMeters: number | null;
}

type RowReader = (cells: readonly string[], row: number, reading: GridReading) => void;

const EMPTY = ['-1'];
const SUPPRESSED = ['-9', '-9,00', '-9.00', ...DEFAULT_MISSING_MARKS];

function findColumn(names: readonly string[], given: string | undefined, start: string, file: string): number {
  if (given !== undefined) {
    const at = names.indexOf(given);
    return at >= 0 ? at : fail('table.column-missing', { column: given, found: names.join(', ') }, { file });
  }
  const matches = names.flatMap((name, i) => (name.toLowerCase().startsWith(start) ? [i] : []));
  return matches.length === 1
    ? (matches[0] as number)
    : fail('population.grid-column-unclear', { column: start, found: names.join(', ') }, { file });
}

function columnAt(names: readonly string[], name: string, file: string): number {
  return findColumn(names, name, name, file);
}

/** The centre as stated, checked against the id; the first cell sets the size that all others must have. */
function readCentre(cells: readonly string[], row: number, reading: GridReading, options: FigureOptions) {
  const { columns, file, names } = reading;
  const id = cells[columns.id] as string;
  const coordinate = (at: number) => {
    const text = cells[at] as string;
    return (
      parseCount(text, options, { file, row, column: names[at] as string }) ??
      fail('table.number', { found: text, style: options.numbers ?? 'de' }, { file, row, column: names[at] as string })
    );
  };
  const x = coordinate(columns.x);
  const y = coordinate(columns.y);
  const isBeyond =
    reading.box !== null && (x < reading.box[0] || x > reading.box[2] || y < reading.box[1] || y > reading.box[3]);
  // The first row is checked in any case: with swapped columns every cell would lie beyond the box.
  if (isBeyond && reading.counts.rows > 1) return null;
  const stated = parseCellId(id);
  if (stated === null) return isBeyond ? null : { id, x, y };
  const half = stated.cellMeters / 2;
  reading.cellMeters ??= stated.cellMeters;
  const where = { file, row };
  if (stated.cellMeters !== reading.cellMeters) {
    fail('population.grid-cell-size', { found: `${stated.cellMeters} m`, expected: `${reading.cellMeters} m` }, where);
  }
  if (stated.x + half !== x || stated.y + half !== y) {
    fail(
      'population.grid-cell-id',
      { found: `${x}, ${y}`, expected: `${stated.x + half}, ${stated.y + half} (${id})` },
      where,
    );
  }
  return isBeyond ? null : { id, x, y };
}

function readFigure(text: string, at: number, row: number, reading: GridReading, options: PopulationGridOptions) {
  if ((options.empty ?? EMPTY).includes(text)) return 'empty' as const;
  const column = reading.names[at] as string;
  if ((options.suppressed ?? SUPPRESSED).includes(text)) {
    reading.counts.suppressed.set(column, (reading.counts.suppressed.get(column) ?? 0) + 1);
    return null;
  }
  return parseCount(text, options, { file: reading.file, row, column });
}

function createWideReader(options: WideGrid, names: readonly string[], file: string): RowReader {
  const totalAt = options.total === null ? null : columnAt(names, options.total ?? 'Einwohner', file);
  const groups = Object.entries(options.groups ?? {}).map(([column, band]) => ({
    at: columnAt(names, column, file),
    key: bandKey(band),
    percent: (band as Partial<PercentGroup>).percent === true,
  }));
  return (cells, row, reading) => {
    const centre = readCentre(cells, row, reading, options);
    if (centre === null) return void reading.counts.beyond++;
    if (reading.cells.has(centre.id)) fail('population.grid-cell-duplicate', { found: centre.id }, { file, row });
    const total = totalAt === null ? null : readFigure(cells[totalAt] as string, totalAt, row, reading, options);
    if (total === 'empty') return void reading.counts.uninhabited++;
    const cell: DraftCell = { ...centre, total, groups: {} };
    for (const { at, key, percent } of groups) {
      const figure = readFigure(cells[at] as string, at, row, reading, options);
      const value = figure === 'empty' ? 0 : figure;
      // A share was made from whole persons, so whole persons come back from it.
      cell.groups[key] =
        percent && value !== null ? (total === null ? null : Math.round((total * value) / 100)) : value;
    }
    if (options.rest) cell.groups[bandKey(options.rest)] = restOf(cell);
    reading.cells.set(cell.id, cell);
  };
}

function restOf({ total, groups }: DraftCell): number | null {
  const values = Object.values(groups);
  if (total === null || values.includes(null)) return null;
  return Math.max(0, roundPersons(values.reduce<number>((left, value) => left - (value ?? 0), total)));
}

function createLongReader(options: LongGrid, names: readonly string[], file: string): RowReader {
  const agesAt = columnAt(names, options.ages ?? 'Altersgruppe', file);
  const valueAt = columnAt(names, options.values ?? 'Anzahl', file);
  const known = new Map<string, AgeGroup>(Object.entries(options.groups ?? {}));
  const seen = new Set<string>();
  return (cells, row, reading) => {
    const centre = readCentre(cells, row, reading, options);
    if (centre === null) return void reading.counts.beyond++;
    const label = cells[agesAt] as string;
    const group = known.get(label) ?? parseAgeGroup(label);
    if (group === null)
      return fail('population.age-group-unknown', { found: label }, { file, row, column: names[agesAt] as string });
    if (group === 'ignore') return;
    const key = `${centre.id} ${label}`;
    if (seen.has(key)) fail('population.grid-cell-duplicate', { found: key }, { file, row });
    seen.add(key);
    const cell = reading.cells.get(centre.id) ?? { ...centre, total: null, groups: {} };
    const figure = readFigure(cells[valueAt] as string, valueAt, row, reading, options);
    const value = figure === 'empty' ? 0 : figure;
    if (group === 'total') cell.total = value;
    else addToGroup(cell, group, value);
    reading.cells.set(centre.id, cell);
  };
}

function addToGroup(cell: DraftCell, band: AgeBand, value: number | null): void {
  const key = bandKey(band);
  const before = Object.hasOwn(cell.groups, key) ? (cell.groups[key] as number | null) : 0;
  cell.groups[key] = before === null || value === null ? null : before + value;
}

/** Rows of the file, cut at line ends so that no piece needs more than a few megabytes. */
function* readRecords(source: SourceBytes, options: PopulationGridOptions): Generator<readonly string[]> {
  let delimiter: string | null = options.table?.delimiter ?? null;
  let rest = '';
  const parse = (text: string): string[][] => {
    delimiter ??= detectDelimiter(text);
    return Papa.parse<string[]>(text, { delimiter }).data;
  };
  for (const chunk of decodeTextChunks(source, options.table?.encoding).chunks) {
    const text = rest + chunk;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    // The line end stays behind, or the parser would see an empty row after it.
    if (end > 0) yield* parse(text.slice(0, end - 1));
  }
  if (rest !== '') yield* parse(rest);
}

function startReading(
  header: readonly string[],
  file: string,
  options: PopulationGridOptions,
  box: LonLatBox | null,
): GridReading {
  const names = header.map((name) => name.trim());
  const given = options.columns ?? {};
  return {
    file,
    names,
    columns: {
      id: findColumn(names, given.id, 'gitter_id', file),
      x: findColumn(names, given.x, 'x_mp', file),
      y: findColumn(names, given.y, 'y_mp', file),
    },
    box: box && projectBox(box, options.epsg ?? 3035),
    cells: new Map(),
    counts: { rows: 0, beyond: 0, uninhabited: 0, suppressed: new Map() },
    cellMeters: null,
  };
}

function describe({ file, counts, cells }: GridReading): Note[] {
  const where = { file };
  const notes: Note[] = [];
  if (counts.beyond > 0) notes.push(note('info', 'population.grid-beyond-box', {}, { where, count: counts.beyond }));
  if (counts.uninhabited > 0) {
    notes.push(note('info', 'population.grid-uninhabited', {}, { where, count: counts.uninhabited }));
  }
  for (const [column, count] of counts.suppressed) {
    notes.push(note('info', 'population.grid-suppressed', { column }, { where, count }));
  }
  if (cells.size === 0) fail('population.grid-no-cells', { rows: counts.rows }, where);
  return notes;
}

/** The side of the cells where their ids do not state it: the smallest step between neighbouring centres. */
function measureCells(cells: readonly DraftCell[]): number {
  const steps = [cells.map((cell) => cell.x), cells.map((cell) => cell.y)].flatMap((values) => {
    const sorted = [...new Set(values)].sort((a, b) => a - b);
    return sorted.slice(1).map((value, i) => value - (sorted[i] as number));
  });
  return steps.length > 0 ? steps.reduce((least, step) => Math.min(least, step)) : 100;
}

/**
 * Reads a population grid: Zensus 2022 and 2011, 100 m and 1 km, wide or long, plain or gzip. Only cells whose centre lies in `box` are
 * kept, so that the file of all Germany takes no more memory than the city. Suppressed figures stay missing, uninhabited cells are left
 * out; both are counted. Cells are sorted by id. Throws, with row and column: centre that contradicts the id, cells of two sizes, a cell
 * that stands twice, unknown age group, text or negative figure, no cell in the box.
 */
export function readPopulationGrid(
  source: SourceBytes,
  options: PopulationGridOptions,
  box: LonLatBox | null,
): WithNotes<PopulationGrid> {
  const file = source.name;
  let reading: GridReading | null = null;
  let readRow: RowReader | null = null;
  let row = 0;
  for (const record of readRecords(source, options)) {
    row++;
    if (reading === null || readRow === null) {
      reading = startReading(record, file, options, box);
      readRow =
        options.form === 'wide'
          ? createWideReader(options, reading.names, file)
          : createLongReader(options, reading.names, file);
      continue;
    }
    if (record.length === 1 && (record[0] as string).trim() === '') continue;
    if (record.length !== reading.names.length) {
      fail('table.row-ragged', { found: record.length, expected: reading.names.length }, { file, row });
    }
    reading.counts.rows++;
    readRow(
      record.map((field) => field.trim()),
      row,
      reading,
    );
  }
  if (reading === null) return fail('table.empty', {}, { file });
  const notes = describe(reading);
  const cells: GridCell[] = [...reading.cells.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const cellMeters = reading.cellMeters ?? measureCells([...reading.cells.values()]);
  return { data: { epsg: options.epsg ?? 3035, cellMeters, cells }, notes };
}
