import Papa from 'papaparse';
import { fail } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { SourceBytes, TextTable } from '../types.ts';
import { decodeText } from './decode-text.ts';
import { readJsonTable } from './read-json-table.ts';
import type { TextTableOptions } from './table-options.ts';

const DELIMITERS = [';', '\t', ','] as const;

/** The delimiter that cuts the first row read into most fields; the first of equals. */
export function detectDelimiter(text: string, skipRows = 0): string {
  const fieldCounts = DELIMITERS.map(
    (delimiter) => Papa.parse<string[]>(text, { delimiter, preview: skipRows + 1 }).data[skipRows]?.length ?? 0,
  );
  return DELIMITERS[fieldCounts.indexOf(Math.max(...fieldCounts))] as string;
}

function parseRecords(text: string, options: TextTableOptions, file: string): string[][] {
  const delimiter = options.delimiter ?? detectDelimiter(text, options.skipRows);
  const parsed = Papa.parse<string[]>(text, { delimiter });
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) fail('table.quotes', {}, { file, row: (broken.row ?? 0) + 1 });
  const records = parsed.data.map((record) => record.map((field) => field.trim()));
  while (records.length > 0 && isBlank(records.at(-1) as string[])) records.pop();
  return options.skipEndRows ? records.slice(0, -options.skipEndRows) : records;
}

function isBlank(record: readonly string[]): boolean {
  return record.every((field) => field === '');
}

/** Column names as they stand, checked: none twice. Nameless columns are kept (nobody can ask for them). */
function checkColumns(names: readonly string[], file: string, row: number): readonly string[] {
  const seen = new Set<string>();
  for (const name of names) {
    if (name !== '' && seen.has(name)) {
      const looksLikeData = names.some((other) => /^-?\d+([.,]\d+)?$/.test(other));
      const found = names.slice(0, 6).join(' | ');
      fail(looksLikeData ? 'table.header-is-data' : 'table.column-duplicate', { column: name, found }, { file, row });
    }
    seen.add(name);
  }
  return names;
}

/** Cuts empty fields after the last column off, as spreadsheets leave them; any other difference in length is refused. */
function fitRow(record: readonly string[], columnCount: number, where: { file: string; row: number }): string[] {
  const fields = record.slice(0, columnCount);
  if (record.length < columnCount || !isBlank(record.slice(columnCount))) {
    fail('table.row-ragged', { found: record.length, expected: columnCount }, where);
  }
  return fields;
}

/** A nameless column at the right edge is what a delimiter at the end of each line leaves. */
function withoutNamelessEnd(names: readonly string[]): readonly string[] {
  let end = names.length;
  while (end > 0 && names[end - 1] === '') end--;
  return names.slice(0, end);
}

function readCsv(text: string, options: TextTableOptions, file: string): TextTable {
  const records = parseRecords(text, options, file);
  const headerAt = options.skipRows ?? 0;
  const hasHeader = options.header ?? true;
  const header = records[headerAt];
  if (header === undefined || isBlank(header)) return fail('table.empty', {}, { file });
  if (!hasHeader && options.columnNames === undefined) fail('table.column-names-missing', {}, { file });
  const columns = checkColumns(options.columnNames ?? withoutNamelessEnd(header), file, headerAt + 1);
  const rows: string[][] = [];
  const rowNumbers: number[] = [];
  for (let i = headerAt + (hasHeader ? 1 : 0); i < records.length; i++) {
    const record = records[i] as string[];
    if (isBlank(record)) continue;
    rows.push(fitRow(record, columns.length, { file, row: i + 1 }));
    rowNumbers.push(i + 1);
  }
  if (rows.length === 0) fail('table.no-rows', {}, { file });
  const firstRow = rowNumbers[0] as number;
  const unbroken = rowNumbers.at(-1) === firstRow + rows.length - 1;
  return unbroken ? { columns, rows, firstRow } : { columns, rows, firstRow, rowNumbers };
}

/**
 * Reads a CSV or JSON file as a table of trimmed text. Blank lines are left out; rows keep the numbers a spreadsheet shows. Throws, with
 * file and row, for an empty file, a file that is no text, a column name that stands twice, an unclosed quote, a row with too few or too
 * many fields, a table without rows.
 */
export function readTextTable(source: SourceBytes, options: TextTableOptions = {}): WithNotes<TextTable> {
  const { data: text, notes } = decodeText(source, options.encoding);
  if (text.trim() === '') fail('table.empty', {}, { file: source.name });
  const table = options.json ? readJsonTable(text, options.json, source.name) : readCsv(text, options, source.name);
  return { data: table, notes };
}
