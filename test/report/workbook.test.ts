import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { gapTable, type Table } from '../../src/report/gap-table.ts';
import { toXlsx } from '../../src/report/workbook.ts';
import { indicatorOf, kitaRow, resultOf } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const kita = indicatorOf('kita-u3');

function kitaTable(t = de): Table {
  const rows = [
    kitaRow({ id: 'd:1', name: '=Mitte & <Alt>\u0007', level: 1, demand: 300.25 }),
    kitaRow({ id: 'd:2', name: 'Süd', level: 1, capacity: null, balance: null, free: null, supplyRate: null }),
  ];
  const result = resultOf(kita, { levels: [[kitaRow()], rows] });
  return gapTable({ result, years: null, indicator: kita, level: 1, waitingLists: null }, t);
}

const HEADER = [
  ['Frage', 'Versorgung und Lücken: Kita U3'],
  ['Jahr', '2030'],
] as const;

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}

interface ReadCell {
  readonly at: string;
  readonly style: string;
  /** Numbers as numbers, inline texts as texts. */
  value: string | number;
}

/** Cells of a sheet by their address, read with an XML parser that refuses what is not well-formed. */
function cellsOf(xml: string): Map<string, ReadCell> {
  const found = new Map<string, ReadCell>();
  const parser = new SaxesParser();
  let cell: ReadCell | null = null;
  let isText = false;
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== 'c') return;
    isText = attributes.t === 'inlineStr';
    cell = { at: String(attributes.r), style: String(attributes.s), value: '' };
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 'c' || cell === null) return;
    cell.value = isText ? text : Number(text);
    found.set(cell.at, cell);
  });
  parser.write(xml).close();
  return found;
}

function wellFormed(xml: string): boolean {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return true;
}

describe('a workbook', () => {
  const parts = partsOf(toXlsx([{ name: 'Lücken', header: HEADER, table: kitaTable() }], de));
  const cells = cellsOf(parts['xl/worksheets/sheet1.xml']!);
  const at = (address: string) => cells.get(address)?.value;

  it('has the parts of an Office Open XML workbook, all well-formed and named in the list of contents', () => {
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    for (const xml of Object.values(parts)) expect(wellFormed(xml)).toBe(true);
    for (const path of ['/xl/workbook.xml', '/xl/worksheets/sheet1.xml', '/xl/styles.xml']) {
      expect(parts['[Content_Types].xml']).toContain(`PartName="${path}"`);
    }
  });

  it('has the header lines on top, then an empty row, heads with units, the rows and the city', () => {
    expect([at('A1'), at('B1')]).toEqual(['Frage', 'Versorgung und Lücken: Kita U3']);
    expect([at('A2'), at('B2')]).toEqual(['Jahr', '2030']);
    expect(at('A3')).toBeUndefined();
    expect([at('A4'), at('B4'), at('C4'), at('D4'), at('E4')]).toEqual([
      'Gebiet',
      'Zielgruppe (Personen)',
      'Bedarf (Plätze)',
      'Plätze',
      'Saldo (Plätze)',
    ]);
    expect(at('A5')).toBe('=Mitte & <Alt>');
    expect(at('A7')).toBe('Musterstadt');
  });

  it('holds numbers as numbers, missing figures as words, texts never as formulas', () => {
    expect([at('B5'), at('C5'), at('D5'), at('E5')]).toEqual([20_000, 300.25, 10_800, -800]);
    expect([at('D6'), at('E6')]).toEqual(['k. A.', 'k. A.']);
    expect(at('K5')).toBe(0.887931);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>');
    const english = partsOf(toXlsx([{ name: 'Gaps', header: [], table: kitaTable(en) }], en));
    expect(cellsOf(english['xl/worksheets/sheet1.xml']!).get('D3')?.value).toBe('n/a');
  });

  it('gives figures their formats, and the city the same in bold', () => {
    const formats = [...parts['xl/styles.xml']!.split('<cellXfs')[1]!.matchAll(/<xf numFmtId="(\d+)" fontId="(\d)"/g)];
    const formatOf = (address: string) => formats[Number(cells.get(address)!.style)]!.slice(1, 3);
    // 3 = #,##0; 165 = 0.0 %; font 1 = bold.
    expect(formatOf('C5')).toEqual(['3', '0']);
    expect(formatOf('C7')).toEqual(['3', '1']);
    expect(formatOf('K5')).toEqual(['165', '0']);
    expect(formatOf('K7')).toEqual(['165', '1']);
    expect(formatOf('A1')).toEqual(['0', '1']);
  });

  it('keeps heads and names in view and gives every column a width', () => {
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    expect(sheet).toContain('<pane xSplit="1" ySplit="4" topLeftCell="B5" activePane="bottomRight" state="frozen"/>');
    expect(sheet.match(/<col /g)).toHaveLength(kitaTable().columns.length);
    expect(parts['xl/workbook.xml']).toContain('localSheetId="0">\'Lücken\'!$4:$4</definedName>');
  });

  it('gives sheets names that spreadsheets accept, each once', () => {
    const table = kitaTable();
    const names = ['Kita: U3/Ü3', 'kita  U3 Ü3', "'", 'Versorgung und Lücken in allen Stadtbezirken'];
    const workbook = partsOf(
      toXlsx(
        names.map((name) => ({ name, header: [], table })),
        de,
      ),
    )['xl/workbook.xml']!;
    expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Kita U3 Ü3',
      'kita U3 Ü3 (2)',
      '3',
      'Versorgung und Lücken in allen',
    ]);
  });

  it('is equal bytes for equal tables', () => {
    const write = () => toXlsx([{ name: 'Lücken', header: HEADER, table: kitaTable() }], de);
    expect(write()).toEqual(write());
    // Local time of the members: 2000-01-01 12:00, whatever the time zone.
    const view = new DataView(write().buffer);
    expect(view.getUint32(10, true)).toBe((20 << 25) | (1 << 21) | (1 << 16) | (12 << 11));
  });
});

const hasGdal = (() => {
  try {
    execFileSync('ogrinfo', ['--version']);
    return true;
  } catch {
    console.log('skipped: ogrinfo (gdal-bin) is not installed, the workbook is not read by GDAL');
    return false;
  }
})();

describe.skipIf(!hasGdal)('a workbook read by GDAL', () => {
  it('has the same cells, sheet by sheet', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gemeinbedarf-xlsx-'));
    try {
      const path = join(folder, 'table.xlsx');
      const table = kitaTable();
      writeFileSync(
        path,
        toXlsx(
          [
            { name: 'Lücken', header: [], table },
            { name: 'Mit Kopf', header: HEADER, table },
          ],
          de,
        ),
      );
      const read = (sheet: string, headers: string) =>
        execFileSync('ogrinfo', ['-al', path, sheet, '-oo', `HEADERS=${headers}`], { encoding: 'utf8' })
          .split('\n')
          .map((line) => line.trim());
      const lines = read('Lücken', 'FORCE');
      expect(lines).toContain('Feature Count: 3');
      expect(lines).toContain('Gebiet (String) = =Mitte & <Alt>');
      expect(lines).toContain('Bedarf (Plätze) (Real) = 300.25');
      expect(lines).toContain('Zielgruppe (Personen) (Integer) = 20000');
      // A column with a missing figure is one of texts to GDAL: its numbers stay what they are.
      expect(lines.filter((line) => line.startsWith('Saldo (Plätze) '))).toEqual([
        'Saldo (Plätze) (String) = -800',
        'Saldo (Plätze) (String) = k. A.',
        'Saldo (Plätze) (String) = -800',
      ]);
      const below = read('Mit Kopf', 'DISABLE');
      expect(below).toContain('Field1 (String) = Jahr');
      expect(below).toContain('Field2 (String) = 2030');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
