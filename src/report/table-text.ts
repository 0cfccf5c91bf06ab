import '../i18n/later-texts.ts';
import type { Texts } from '../i18n/translate.ts';
import type { Table, TableCell, TableColumn } from './gap-table.ts';
import type { HeaderLine } from './header-block.ts';

export { type HeaderContext, type HeaderLine, headerBlock } from './header-block.ts';

/** Byte order mark: without it a spreadsheet reads UTF-8 as something else. */
const BOM = '\ufeff';

/**
 * The heads of columns with their units, "Bedarf (Plätze)"; "Plätze" alone needs none. Heads that occur twice have their group in front:
 * a file has no room for headings over several columns.
 */
export function columnHeads(columns: readonly TableColumn[]): string[] {
  const heads = columns.map(({ label, unit }) => (unit === null || unit === label ? label : `${label} (${unit})`));
  return heads.map((head, i) =>
    heads.indexOf(head) === heads.lastIndexOf(head) ? head : `${columns[i]!.group}: ${head}`,
  );
}

/** Rounded to 1/1000 (shares to 1e-6), so that sums of floats have no tail; never −0, never so small that it
 * would be written as 1e-7. */
export function fileNumber(value: number, column: Pick<TableColumn, 'kind'>): number {
  const scale = column.kind === 'share' ? 1e6 : 1e3;
  return Math.round(value * scale) / scale + 0;
}

/**
 * A text that a spreadsheet does not take for a formula: what begins with = + - @, a tab or a line break gets an apostrophe in front,
 * also behind blanks. Numbers are no texts and stay as they are.
 */
export function withoutFormula(text: string): string {
  return /^[\t\r\n]|^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

function cellText(cell: TableCell, column: TableColumn, t: Texts): string {
  if (cell === null) return t('missing.short');
  if (typeof cell === 'string') return withoutFormula(cell);
  const text = String(fileNumber(cell, column));
  return t.language === 'de' ? text.replace('.', ',') : text;
}

/** Lines of cells: header lines, an empty one, heads, rows, the city. */
function linesOf(table: Table, header: readonly HeaderLine[], t: Texts): string[][] {
  const row = ({ cells }: Table['total']) =>
    table.columns.map((column) => cellText(cells[column.key] ?? null, column, t));
  const block = header.map(([label, text]) => [withoutFormula(label), withoutFormula(text)]);
  return [
    ...block,
    ...(block.length === 0 ? [] : [[]]),
    columnHeads(table.columns).map(withoutFormula),
    ...table.rows.map(row),
    row(table.total),
  ];
}

/**
 * A table as CSV (UTF-8 with byte order mark, CRLF). German: semicolon and decimal comma; English: comma and decimal point. Header lines
 * stand above, the city's row below. Missing figures are "k. A.", formulas in texts are neutralised.
 */
export function toCsv(table: Table, header: readonly HeaderLine[], t: Texts): string {
  const separator = t.language === 'de' ? ';' : ',';
  const quoted = (text: string) =>
    text.includes(separator) || /["\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = linesOf(table, header, t).map((line) => line.map(quoted).join(separator));
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

/** The same lines for the clipboard: tabs between cells, none within, so that a spreadsheet spreads them over its own cells. */
export function toTsv(table: Table, header: readonly HeaderLine[], t: Texts): string {
  const lines = linesOf(table, header, t).map((line) => line.map((text) => text.replace(/[\t\r\n]+/g, ' ')).join('\t'));
  return `${lines.join('\r\n')}\r\n`;
}
