import '../i18n/later-texts.ts';
import { strToU8, zipSync } from 'fflate';
import type { Texts } from '../i18n/translate.ts';
import type { Table, TableCell, TableColumn, TableRow } from './gap-table.ts';
import type { HeaderLine } from './header-block.ts';
import { columnHeads, fileNumber } from './table-text.ts';

export interface Sheet {
  /** Shortened and cleaned where a spreadsheet would refuse it. */
  readonly name: string;
  /** Lines above the table, see `headerBlock`. */
  readonly header: readonly HeaderLine[];
  readonly table: Table;
}

/** MIME type of the file. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every member bears this local time, so that equal tables are equal bytes wherever they are written. */
const MEMBER_TIME = new Date(2000, 0, 1, 12);

/** Cell formats of `styles.xml`, by their number. */
const STYLE = { text: 0, bold: 1, head: 2, whole: 3, decimal: 4, share: 5, missing: 6, totalText: 7 } as const;
/** The same format in bold, for the city's row. */
const BOLD_BY_STYLE: Readonly<Record<number, number>> = { 3: 8, 4: 9, 5: 10, 6: 11, 0: 7 };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * A workbook (.xlsx, Office Open XML) with a sheet per table: header lines, heads, rows, the city in bold. Numbers are numbers, shares
 * have the format of percent, a missing figure is the text "k. A."; texts are never formulas. Rows down to the heads and the first column
 * stay in view. Equal input gives equal bytes.
 */
export function toXlsx(sheets: readonly Sheet[], t: Texts): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name));
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(names, sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`rId${i + 1}`, `${RELATIONS}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
      [`rId${sheets.length + 1}`, `${RELATIONS}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
  };
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, i === 0, t);
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: MEMBER_TIME,
    level: 6,
  });
}

/** Text for XML 1.0: escaped, without the control characters that XML forbids. */
function escaped(text: string): string {
  return [...text]
    .filter((sign) => {
      const code = sign.codePointAt(0)!;
      const isControl = code < 32 && code !== 9 && code !== 10 && code !== 13;
      return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Names as spreadsheets accept them: at most 31 signs, none of []:*?/\, no apostrophe at the ends, each once. */
function sheetNames(wanted: readonly string[]): string[] {
  const used = new Set<string>();
  return wanted.map((name, i) => {
    const clean = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^['\s]+|['\s]+$/g, '');
    const base = [...clean].slice(0, 31).join('').trim() || `${i + 1}`;
    let found = base;
    for (let n = 2; used.has(found.toLowerCase()); n++) {
      const suffix = ` (${n})`;
      found = [...base].slice(0, 31 - suffix.length).join('') + suffix;
    }
    used.add(found.toLowerCase());
    return found;
  });
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function styleOf({ kind, digits }: TableColumn): number {
  if (kind === 'share') return STYLE.share;
  return digits === 0 ? STYLE.whole : STYLE.decimal;
}

function cellXml(at: string, cell: TableCell, column: TableColumn, bold: boolean, t: Texts): string {
  const dressed = (style: number) => (bold ? BOLD_BY_STYLE[style]! : style);
  if (cell === null) return textCell(at, t('missing.short'), dressed(STYLE.missing));
  if (typeof cell === 'string') return textCell(at, cell, dressed(STYLE.text));
  return `<c r="${at}" s="${dressed(styleOf(column))}"><v>${fileNumber(cell, column)}</v></c>`;
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function sheetXml({ header, table }: Sheet, isFirst: boolean, t: Texts): string {
  const headRow = header.length === 0 ? 1 : header.length + 2;
  const { columns } = table;
  const tableRow = (row: TableRow, number: number, bold: boolean) =>
    rowXml(
      number,
      columns.map((column, c) =>
        cellXml(`${columnLetters(c)}${number}`, row.cells[column.key] ?? null, column, bold, t),
      ),
    );
  const rows = [
    ...header.map(([label, text], i) =>
      rowXml(i + 1, [textCell(`A${i + 1}`, label, STYLE.bold), textCell(`B${i + 1}`, text, STYLE.text)]),
    ),
    rowXml(
      headRow,
      columnHeads(columns).map((head, c) => textCell(`${columnLetters(c)}${headRow}`, head, STYLE.head)),
    ),
    ...table.rows.map((row, i) => tableRow(row, headRow + 1 + i, false)),
    tableRow(table.total, headRow + 1 + table.rows.length, true),
  ];
  const firstBelow = `B${headRow + 1}`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}><pane xSplit="1" ySplit="${headRow}" topLeftCell="${firstBelow}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${firstBelow}" sqref="${firstBelow}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columnWidths(table, header)}</cols><sheetData>${rows.join('')}</sheetData><pageSetup orientation="landscape" paperSize="9" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** As wide as the head or the longest text, from 10 to 40 signs. */
function columnWidths(table: Table, header: readonly HeaderLine[]): string {
  const heads = columnHeads(table.columns);
  return table.columns
    .map((column, c) => {
      const texts = [...table.rows, table.total].map(({ cells }) => cells[column.key]);
      const longest = Math.max(
        Math.ceil(heads[c]!.length * (c === 0 ? 1 : 0.7)),
        ...texts.map((cell) => (typeof cell === 'string' ? cell.length : 8)),
        ...(c === 0 ? header.map(([label]) => label.length) : []),
      );
      const width = Math.min(40, Math.max(10, longest + 2));
      return `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`;
    })
    .join('');
}

/** The head row is printed on every page. */
function workbookXml(names: readonly string[], sheets: readonly Sheet[]): string {
  const list = names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const titles = sheets.map(({ header }, i) => {
    const row = header.length === 0 ? 1 : header.length + 2;
    const quotedName = names[i]!.replaceAll("'", "''");
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(`'${quotedName}'!$${row}:$${row}`)}</definedName>`;
  });
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function contentTypes(sheetCount: number): string {
  const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${office}.${type}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet'));
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${sheets.join('')}${part('xl/styles.xml', 'styles')}</Types>`;
}

/** Formats in the order of {@link STYLE}, then the bold ones; 3 = #,##0 and 164 f. are ours. */
function stylesXml(): string {
  const cell = (format: number, font: number, more = '') =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${more === '' ? '/>' : ` applyAlignment="1">${more}</xf>`}`;
  const right = '<alignment horizontal="right"/>';
  const formats = [
    cell(0, 0),
    cell(0, 1),
    cell(0, 1, '<alignment horizontal="left" vertical="top" wrapText="1"/>'),
    cell(3, 0),
    cell(164, 0),
    cell(165, 0),
    cell(0, 0, right),
    cell(0, 1),
    cell(3, 1),
    cell(164, 1),
    cell(165, 1),
    cell(0, 1, right),
  ];
  const font = (bold: boolean) =>
    `<font>${bold ? '<b/>' : ''}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="2">${font(false)}${font(true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
