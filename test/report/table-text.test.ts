import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import type { Table, TableColumn } from '../../src/report/gap-table.ts';
import { fileNumber, headerBlock, toCsv, toTsv, withoutFormula } from '../../src/report/table-text.ts';
import { indicatorOf, kitaRow, plain, requestOf, resultOf } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const kita = indicatorOf('kita-u3');

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

describe('the lines above a table', () => {
  const request = requestOf('kita-u3', { scenarioId: 'plan:a', variant: 'high' });
  const context = {
    cityName: 'Musterstadt',
    invented: true,
    edition: '2026-03-01-abc',
    result: resultOf(kita, { request, airDistance: true, levels: [[kitaRow()]] }),
    indicator: kita,
    decided: kita,
    scenarioName: 'Plan A',
    sources: [
      { name: 'Einwohnerregister', date: '2025-12-31' },
      { name: 'Kitaliste', date: null },
    ],
    filters: ['Stadtbezirk Mitte', 'Name enthält „ost“'],
  };
  const lines = (t: typeof de, change: Partial<typeof context> = {}) =>
    headerBlock({ ...context, ...change }, t).map(([label, text]) => plain(`${label}: ${text}`));

  it('say what was asked, what counts, by which Kennwert, from which sources, and what was filtered', () => {
    expect(lines(de)).toEqual([
      'Stadt: Musterstadt (erfundene Stadt, keine Angaben über einen wirklichen Ort), Ausgabe 2026-03-01-abc',
      'Frage: Versorgung und Lücken: Kita U3',
      'Szenario: Plan A',
      'Jahr: 2030',
      'Variante: hoch',
      'Was zählt: vorhandene und gesicherte Einrichtungen; Vorhaben ab Stand 5; verfügbare Plätze, sonst genehmigte',
      'Reichweite: 900 m',
      'Kennwert: Kita U3 (kita-u3@1)',
      'Stand der Angaben: Kinder 31.12.2025, Plätze 01.03.2026',
      'Güte: geschätzt',
      'Hinweise: Variante hoch; Luftlinie × 1,2, angenommen: ohne Wegenetz',
      'Quellen: Einwohnerregister (31.12.2025); Kitaliste (ohne Datum)',
      'Filter: Stadtbezirk Mitte; Name enthält „ost“',
    ]);
    expect(lines(en)).toEqual([
      'City: Musterstadt (invented city, no statements about a real place), edition 2026-03-01-abc',
      'Question: Provision and gaps: Day care under 3',
      'Scenario: Plan A',
      'Year: 2030',
      'Variant: high',
      'What counts: existing and secured facilities; sites from stage 5; available places, else approved ones',
      'Reach: 900 m',
      'Indicator: Childcare under 3 (kita-u3@1)',
      'Dates of the data: Children 31 Dec 2025, Places 1 Mar 2026',
      'Grade: estimated',
      'Notices: high variant; air distance × 1.2, assumed: no walking network',
      'Sources: Einwohnerregister (31 Dec 2025); Kitaliste (undated)',
      'Filter: Stadtbezirk Mitte; Name enthält „ost“',
    ]);
  });

  it('leave out what does not apply, and say that nothing is filtered', () => {
    const care = indicatorOf('pflege');
    const found = lines(de, {
      invented: false,
      indicator: care,
      decided: care,
      result: resultOf(care),
      scenarioName: null as never,
      sources: [],
      filters: [],
    });
    expect(found).toEqual([
      'Stadt: Musterstadt, Ausgabe 2026-03-01-abc',
      'Frage: Versorgung und Lücken: Pflege',
      'Szenario: Bestand',
      'Jahr: 2030',
      'Variante: mittel',
      'Was zählt: vorhandene und gesicherte Einrichtungen; Vorhaben ab Stand 5; verfügbare Plätze, sonst genehmigte',
      'Kennwert: Stationäre Pflege (pflege@1)',
      'Stand der Angaben: Ältere Menschen 31.12.2025, Plätze 01.03.2026',
      'Güte: geschätzt',
      'Quellen: keine Angabe',
      'Filter: keine',
    ]);
  });
});
