import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import type { Table, TableColumn } from '../../src/report/gap-table.ts';
import { fileNumber, toCsv, toTsv, withoutFormula } from '../../src/report/table-text.ts';

const de = createTexts('de');
const en = createTexts('en');

const column = (key: string, change: Partial<TableColumn> = {}): TableColumn => ({
  key,
  label: key,
  why: '',
  kind: 'number',
  unit: null,
  digits: 0,
  group: '',
  ...change,
});

const TABLE: Table = {
  columns: [
    column('name', { label: 'Gebiet', kind: 'text' }),
    column('demand', { label: 'Bedarf', unit: 'Plätze' }),
    column('met', { label: 'Gedeckt', kind: 'share', digits: 1 }),
  ],
  rows: [
    { id: 'd:1', level: 1, cells: { name: 'Mitte; "Alt"', demand: 1234.5, met: 0.888_888_888 } },
    { id: 'd:2', level: 1, cells: { name: '=SUM(A1)', demand: -800.000_000_01, met: null } },
  ],
  total: { id: 'stadt', level: 0, cells: { name: 'Musterstadt', demand: 434.5, met: 1 } },
};

describe('a table as CSV', () => {
  it('is written the German way: semicolons, decimal commas, byte order mark, CRLF', () => {
    expect(
      toCsv(
        TABLE,
        [
          ['Jahr', '2030'],
          ['Quellen', 'A; B'],
        ],
        de,
      ),
    ).toBe(
      [
        '\ufeffJahr;2030',
        'Quellen;"A; B"',
        '',
        'Gebiet;Bedarf (Plätze);Gedeckt',
        '"Mitte; ""Alt""";1234,5;0,888889',
        "'=SUM(A1);-800;k. A.",
        'Musterstadt;434,5;1',
        '',
      ].join('\r\n'),
    );
  });

  it('is written the English way: commas and decimal points', () => {
    expect(toCsv(TABLE, [], en)).toBe(
      [
        '\ufeffGebiet,Bedarf (Plätze),Gedeckt',
        '"Mitte; ""Alt""",1234.5,0.888889',
        "'=SUM(A1),-800,n/a",
        'Musterstadt,434.5,1',
        '',
      ].join('\r\n'),
    );
  });

  it('leaves no text that a spreadsheet would compute', () => {
    for (const text of ['=1+1', '+49', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '  =1', '＝1+1']) {
      expect(withoutFormula(text)).toBe(`'${text}`);
    }
    for (const text of ['Mitte', 'Bad Cannstatt-Süd', 'a=b', '−800', '2030']) expect(withoutFormula(text)).toBe(text);
    const risky = toCsv(
      TABLE,
      [
        ['Filter', '@x'],
        ['=a', '\t=b'],
      ],
      de,
    );
    expect(risky).toContain("Filter;'@x\r\n'=a;\"'\t=b\"\r\n");
  });

  it('rounds away the tails of sums, and knows neither −0 nor 1e-7', () => {
    expect(fileNumber(10_679.499_999_999_984, { kind: 'number' })).toBe(10_679.5);
    expect(Object.is(fileNumber(-0.000_01, { kind: 'number' }), 0)).toBe(true);
    expect(fileNumber(0.933_436_958, { kind: 'share' })).toBe(0.933437);
    const tiny: Table = {
      ...TABLE,
      rows: [],
      total: { ...TABLE.total, cells: { name: 'x', demand: 1, met: 0.000_001 } },
    };
    expect(toCsv(tiny, [], de)).toContain('x;1;0,000001\r\n');
  });
});

describe('a table for the clipboard', () => {
  it('has tabs between cells only', () => {
    const table: Table = {
      ...TABLE,
      rows: [{ id: 'd:1', level: 1, cells: { name: 'Mitte\tOst\nWest', demand: 1.5, met: 0.5 } }],
    };
    expect(toTsv(table, [['Jahr', '2030']], de)).toBe(
      'Jahr\t2030\r\n\r\nGebiet\tBedarf (Plätze)\tGedeckt\r\nMitte Ost West\t1,5\t0,5\r\nMusterstadt\t434,5\t1\r\n',
    );
  });
});
