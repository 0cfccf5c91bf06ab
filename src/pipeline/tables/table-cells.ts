import { DEFAULT_MISSING_MARKS, parseDate, parseNumber } from '../../shared/german-numbers.ts';
import { fail, type Where } from '../../shared/problem.ts';
import type { TextTable } from '../types.ts';
import type { FigureOptions, RowFilters } from './table-options.ts';

/** The number of row `index` as a spreadsheet shows it. */
export function rowNumber(table: TextTable, index: number): number {
  return table.rowNumbers?.[index] ?? table.firstRow + index;
}

/** Where a column stands. Throws `table.column-missing`, naming the columns there are. */
export function columnIndex(table: TextTable, column: string, file: string): number {
  const index = table.columns.indexOf(column);
  if (index < 0) {
    const found = table.columns.filter((name) => name !== '').slice(0, 20);
    fail('table.column-missing', { column, found: found.join(', ') }, { file });
  }
  return index;
}

/** A text as a figure, `null` where it is missing. Throws `table.number` with the place. */
export function parseFigure(text: string, options: FigureOptions, where: Where): number | null {
  if (options.zero?.includes(text.trim())) return 0;
  const style = options.numbers ?? 'de';
  const parsed = parseNumber(text, style, options.missing ?? DEFAULT_MISSING_MARKS);
  if (parsed.kind === 'error') return fail('table.number', { found: parsed.found, style }, where);
  return parsed.kind === 'value' ? parsed.value : null;
}

/** A text as a number of something: a figure, at least 0. Throws `table.number`, `table.negative`. */
export function parseCount(text: string, options: FigureOptions, where: Where): number | null {
  const figure = parseFigure(text, options, where);
  return figure !== null && figure < 0 ? fail('table.negative', { found: text.trim() }, where) : figure;
}

/** A text as an ISO date, `null` where it is missing. Throws `table.date`. */
export function parseDay(text: string, options: Pick<FigureOptions, 'missing'>, where: Where): string | null {
  const parsed = parseDate(text, options.missing ?? DEFAULT_MISSING_MARKS);
  if (parsed.kind === 'error') return fail('table.date', { found: parsed.found }, where);
  return parsed.kind === 'value' ? parsed.value : null;
}

/**
 * Indices of the rows that pass all filters. A wanted text that its column never holds is refused (`table.filter-unknown`): most often a
 * slip of the pen. So is a combination that no row has (`table.filter-empty`).
 */
export function filterRows(table: TextTable, filters: RowFilters | undefined, file: string): number[] {
  const tests = Object.entries(filters ?? {}).map(([column, wanted]) => {
    const at = columnIndex(table, column, file);
    const texts = new Set(typeof wanted === 'string' ? [wanted] : wanted);
    const present = new Set(table.rows.map((row) => row[at] as string));
    for (const text of texts) {
      if (present.has(text)) continue;
      fail('table.filter-unknown', { found: [...present].slice(0, 12).join(', '), expected: text }, { file, column });
    }
    return { at, texts };
  });
  const indices = table.rows.flatMap((row, i) =>
    tests.every(({ at, texts }) => texts.has(row[at] as string)) ? [i] : [],
  );
  if (indices.length === 0) fail('table.filter-empty', { columns: Object.keys(filters ?? {}).join(', ') }, { file });
  return indices;
}
