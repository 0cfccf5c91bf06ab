import { describe, expect, it } from 'vitest';
import { readTextTable } from '../../../src/pipeline/tables/read-text-table.ts';
import { describeWithShared } from '../../shared-folder.ts';
import { dataSource, problemOf, textSource } from './table-sources.ts';

const read = (text: string, options = {}) => readTextTable(textSource(text), options).data;

describe('a CSV table', () => {
  it('is cut at the delimiter that gives the header most columns', () => {
    expect(read('Name;Wert\nMitte;1,5\nNord;2,5')).toEqual({
      columns: ['Name', 'Wert'],
      rows: [
        ['Mitte', '1,5'],
        ['Nord', '2,5'],
      ],
      firstRow: 2,
    });
    expect(read('a,b\n"1;2;3",4').rows).toEqual([['1;2;3', '4']]);
    expect(read('a\tb\n1,0\t2').rows).toEqual([['1,0', '2']]);
    expect(read('a|b\n1;2|3', { delimiter: '|' }).rows).toEqual([['1;2', '3']]);
  });

  it('has its fields trimmed and its quotes undone', () => {
    expect(read(' Name ; Ort\r\n"Haus ""Sonne""" ;"a\nb"\r\n').rows).toEqual([['Haus "Sonne"', 'a\nb']]);
  });

  it('may begin and end with lines that are no data', () => {
    const table = read('Einwohner\nStand 2024\n\nid;n\n1;5\n2;6\nQuelle: Amt', { skipRows: 3, skipEndRows: 1 });
    expect(table).toEqual({
      columns: ['id', 'n'],
      rows: [
        ['1', '5'],
        ['2', '6'],
      ],
      firstRow: 5,
    });
  });

  it('keeps the row numbers of the file across blank lines', () => {
    const table = read('id;n\n1;5\n;\n\n2;6\n\n');
    expect(table).toEqual({
      columns: ['id', 'n'],
      rows: [
        ['1', '5'],
        ['2', '6'],
      ],
      firstRow: 2,
      rowNumbers: [2, 5],
    });
  });

  it('takes names for its columns where it has no header', () => {
    expect(read('1;5\n2;6', { header: false, columnNames: ['id', 'n'] })).toEqual({
      columns: ['id', 'n'],
      rows: [
        ['1', '5'],
        ['2', '6'],
      ],
      firstRow: 1,
    });
    expect(problemOf(() => read('1;5', { header: false })).code).toBe('table.column-names-missing');
  });

  it('may have a delimiter at the end of each line', () => {
    expect(read('id;n;\n1;5;\n2;6;')).toMatchObject({
      columns: ['id', 'n'],
      rows: [
        ['1', '5'],
        ['2', '6'],
      ],
    });
  });

  it('is refused where a row has too few or too many fields', () => {
    const where = { file: 'tabelle.csv', row: 3 };
    expect(problemOf(() => read('id;n\n1;5\n2'))).toEqual({
      code: 'table.row-ragged',
      params: { found: 1, expected: 2 },
      where,
    });
    expect(problemOf(() => read('id;n\n1;5\n2;6;7'))).toEqual({
      code: 'table.row-ragged',
      params: { found: 3, expected: 2 },
      where,
    });
  });

  it('is refused where a column name stands twice', () => {
    expect(problemOf(() => read('id;Anteil;Anteil\n1;2;3'))).toEqual({
      code: 'table.column-duplicate',
      params: { column: 'Anteil', found: 'id | Anteil | Anteil' },
      where: { file: 'tabelle.csv', row: 1 },
    });
  });

  it('is refused where a quote stays open', () => {
    expect(problemOf(() => read('id;n\n1;"5\n2;6'))).toMatchObject({ code: 'table.quotes', where: { row: 2 } });
  });

  it('is refused where it has no rows or nothing at all', () => {
    expect(problemOf(() => read('id;n\n')).code).toBe('table.no-rows');
    expect(problemOf(() => read(' \n\n')).code).toBe('table.empty');
    expect(problemOf(() => read('id;n\n1;2', { skipRows: 7 })).code).toBe('table.empty');
  });
});

describe('a JSON table', () => {
  const text = JSON.stringify({
    meta: {},
    data: { 2023: { Einwohner: [{ value: 5, district: 'Mitte' }], Männer: [{ value: 2.5, district: 'Mitte' }] } },
  });
  const path = (...steps: string[]) => ({ json: { path: steps } });

  it('is read at the end of a path', () => {
    expect(read(text, path('data', '2023', 'Einwohner', '*'))).toEqual({
      columns: ['value', 'district'],
      rows: [['5', 'Mitte']],
      firstRow: 1,
    });
  });

  it('keeps the keys that a path passes', () => {
    expect(read(text, path('data', '{Jahr}', '{Merkmal}', '*'))).toEqual({
      columns: ['Jahr', 'Merkmal', 'value', 'district'],
      rows: [
        ['2023', 'Einwohner', '5', 'Mitte'],
        ['2023', 'Männer', '2.5', 'Mitte'],
      ],
      firstRow: 1,
    });
  });

  it('finds records at any depth by their columns', () => {
    const tree = '{"1":{"n":"Mitte","c":{"7":{"n":"Nord","id":3,"fid":"0103"}},"id":2,"fid":"01"},"2":{"n":"leer"}}';
    const table = read(tree, { json: { path: ['**'], columns: ['id', 'fid'] } });
    expect(table.rows).toEqual([
      ['2', '01'],
      ['3', '0103'],
    ]);
  });

  it('writes null and missing values as empty texts', () => {
    expect(read('[{"a":null,"b":1},{"c":true}]', path('*'))).toEqual({
      columns: ['a', 'b', 'c'],
      rows: [
        ['', '1', ''],
        ['', '', 'true'],
      ],
      firstRow: 1,
    });
  });

  it('names the keys there are where a path leads nowhere', () => {
    expect(problemOf(() => read(text, path('data', '2024', '*')))).toEqual({
      code: 'table.json-path',
      params: { step: '2024', found: '2023' },
      where: { file: 'tabelle.csv' },
    });
  });

  it('is refused where a path ends in something that is no record, and where the file is broken', () => {
    expect(problemOf(() => read('[1]', path('*')))).toMatchObject({ code: 'table.row-not-record', where: { row: 1 } });
    expect(problemOf(() => read('{"a":', path('a'))).code).toBe('table.json-damaged');
  });
});

describeWithShared('tables of real cities', () => {
  it('reads 4,157 schools in code page 850', () => {
    const { data, notes } = readTextTable(dataSource('awkward', 'nrw_schulsozialindex_raw.csv'));
    expect(data.rows.length).toBe(4157);
    expect(data.rows[0]).toEqual(['100011', 'Haan, GE Walder Straße', 'BR Düsseldorf', 'Kreis Mettmann', 'Haan', '4']);
    expect(notes.map((note) => note.params)).toEqual([{ encoding: 'cp850' }]);
  });

  it('reads 225 wind turbines in UTF-16', () => {
    const { data, notes } = readTextTable(dataSource('awkward', 'muenster_WEA_Steinfurt_utf16.csv'));
    expect(data.columns.slice(0, 5)).toEqual([
      'Bezeichnung',
      'Hersteller',
      'Leistung (kW)',
      'Rotor-Durchmesser (m)',
      'Nabenhöhe (m)',
    ]);
    expect(data.rows[0]?.slice(0, 5)).toEqual(['A1', 'Enercon', '1800', '70,0', '98,0']);
    expect(notes).toEqual([]);
  });

  it('reads a table with a byte order mark', () => {
    const { data } = readTextTable(dataSource('awkward', 'koeln_bezirke_einzeldarstellung_source.csv'));
    expect(data.columns[0]).toBe('Bezirk');
    expect(data.rows.length).toBe(252);
    expect(data.rows[1]?.slice(3)).toEqual([
      '9.577.207',
      '5.699.552',
      '16.271.952',
      '17.661.525',
      '18.107.958',
      '18.338.476',
      '18.572.505',
    ]);
  });

  it('refuses a zip that calls itself CSV', () => {
    expect(problemOf(() => readTextTable(dataSource('awkward', 'zip_disguised_as.csv')))).toEqual({
      code: 'table.not-text',
      params: { found: 'zip' },
      where: { file: 'zip_disguised_as.csv' },
    });
  });

  it('refuses a table without a header row', () => {
    const source = dataSource('awkward', 'upload-cases', 'invalid_invalid_no_header.csv');
    expect(problemOf(() => readTextTable(source))).toMatchObject({ code: 'table.header-is-data', where: { row: 1 } });
  });

  it('refuses broken JSON', () => {
    const source = dataSource('awkward', 'sample.json');
    expect(problemOf(() => readTextTable(source, { json: { path: ['*'] } })).code).toBe('table.json-damaged');
  });

  it('reads the tree of Berlin’s areas: 447 of its entries are Planungsräume', () => {
    const { data } = readTextTable(dataSource('berlin', 'lor_dict.json'), {
      json: { path: ['**'], columns: ['id', 'fid'] },
    });
    const keys = data.rows.map(([, key]) => key as string);
    expect(keys.filter((key) => key.length === 8).length).toBe(447);
    expect(data.rows).toContainEqual(['3', '01011101']);
  });

  it('reads Leipzig’s figures of 2023: 63 Ortsteile, five measures', () => {
    const path = ['data', '2023', '{measure}', '*'];
    const { data } = readTextTable(dataSource('leipzig', 'leipzig-einwohner-insgesamt.json'), { json: { path } });
    expect(data.columns).toEqual(['measure', 'value', 'district']);
    expect(data.rows.length).toBe(5 * 63);
  });
});
