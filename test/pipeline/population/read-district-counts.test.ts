import { describe, expect, it } from 'vitest';
import type { DistrictCountsOptions } from '../../../src/pipeline/population/population-options.ts';
import { readDistrictCounts, readJoin } from '../../../src/pipeline/population/read-district-counts.ts';
import { readTextTable } from '../../../src/pipeline/tables/read-text-table.ts';
import { describeWithShared } from '../../shared-folder.ts';
import { dataSource, problemOf, textSource } from '../tables/table-sources.ts';

const FILE = 'tabelle.csv';
const idByKey = new Map([
  ['1', 'stadt:1'],
  ['2', 'stadt:2'],
]);

function read(text: string, options: DistrictCountsOptions, more = {}) {
  return readDistrictCounts(readTextTable(textSource(text)).data, options, { file: FILE, idByKey, ...more });
}

const wide = { form: 'wide', district: 'id', columns: { u3: { from: 0, to: 3 }, alle: 'total' } } as const;
const long = { form: 'long', district: 'id', ages: 'alter', values: 'n' } as const;

describe('a wide table of people', () => {
  it('gives each column’s band and the total', () => {
    expect(read('id;u3;alle\n2;60;1.500\n1;40;1.000', wide).data).toEqual({
      bands: [{ from: 0, to: 3 }],
      counts: [
        { district: 'stadt:1', total: 1000, persons: [40] },
        { district: 'stadt:2', total: 1500, persons: [60] },
      ],
    });
  });

  it('says that its bands leave a remainder, and invents none', () => {
    expect(read('id;u3;alle\n2;60;1.500\n1;40;1.000', wide).notes).toEqual([
      {
        severity: 'info',
        code: 'population.bands-leave-remainder',
        params: { bands: 100, total: 2500 },
        where: { file: FILE },
      },
    ]);
  });

  it('adds the columns of one band up: 7 + 8 + 9 children under 3', () => {
    const columns = { a0: { from: 0, to: 3 }, a1: { from: 0, to: 3 }, a2: { from: 0, to: 3 } };
    const { data } = read('id;a0;a1;a2\n1;7;8;9\n2;1;-;1', { form: 'wide', district: 'id', columns });
    expect(data.counts.map(({ persons }) => persons)).toEqual([[24], [null]]);
  });

  it('keeps a missing figure missing and counts it', () => {
    const { data, notes } = read('id;u3;alle\n1;x;1.000\n2;60;1.500', wide);
    expect(data.counts[0]).toEqual({ district: 'stadt:1', total: 1000, persons: [null] });
    expect(notes[0]).toEqual({
      severity: 'warning',
      code: 'population.counts-missing',
      params: { districts: 'stadt:1' },
      where: { file: FILE },
      count: 1,
    });
  });

  it('names a district that has no row; its figures are missing, not 0', () => {
    const { data, notes } = read('id;u3;alle\n1;40;1.000', wide);
    expect(data.counts[1]).toEqual({ district: 'stadt:2', total: null, persons: [null] });
    expect(notes).toContainEqual({
      severity: 'warning',
      code: 'population.districts-without-row',
      params: { districts: 'stadt:2' },
      where: { file: FILE },
      count: 1,
    });
  });

  it('names a district whose bands exceed its total', () => {
    const { notes } = read('id;u3;alle\n1;40;30\n2;1;5', wide);
    expect(notes[0]).toEqual({
      severity: 'warning',
      code: 'population.bands-exceed-total',
      params: { district: 'stadt:1', bands: 40, total: 30 },
      where: { file: FILE },
      count: 1,
    });
  });

  it.each([
    ['an unknown district', '9;1;1', 'population.district-unknown', 'id'],
    ['a text instead of a number', '1;ca. 45;99', 'table.number', 'u3'],
    ['a negative number', '1;-4;99', 'table.negative', 'u3'],
  ])('refuses %s with its row and column', (_, row, code, column) => {
    expect(problemOf(() => read(`id;u3;alle\n2;1;5\n${row}`, wide))).toMatchObject({
      code,
      where: { file: FILE, row: 3, column },
    });
  });

  it('refuses a district that stands twice, naming both rows', () => {
    expect(problemOf(() => read('id;u3;alle\n1;1;5\n2;1;5\n1;2;6', wide))).toEqual({
      code: 'population.district-duplicate',
      params: { district: 'stadt:1', ages: 'u3', firstRow: 2 },
      where: { file: FILE, row: 4 },
    });
  });

  it('refuses bands with a gap', () => {
    const columns = { u3: { from: 0, to: 3 }, alle: { from: 6, to: 10 } };
    expect(problemOf(() => read('id;u3;alle\n1;1;5\n2;1;5', { ...wide, columns }))).toEqual({
      code: 'population.bands-broken',
      params: { found: '0-3, 6-10' },
      where: { file: FILE },
    });
  });

  it('passes over rows that are known to be no districts, and counts them', () => {
    const { data, notes } = read('id;u3;alle\n0;100;2500\n1;40;1000\n2;60;1500', { ...wide, ignoreDistricts: ['0'] });
    expect(data.counts.map(({ total }) => total)).toEqual([1000, 1500]);
    expect(notes[0]).toMatchObject({ code: 'population.district-rows-ignored', params: { keys: '0' }, count: 1 });
  });

  it('finds its districts through another table', () => {
    const lookup = readTextTable(textSource('nr;key\n71;1\n72;2')).data;
    const join = readJoin(lookup, { from: 'nr', to: 'key' }, 'zuordnung.csv');
    const { data } = read('id;u3;alle\n72;60;1.500\n71;40;1.000', wide, { join });
    expect(data.counts.map(({ district, total }) => [district, total])).toEqual([
      ['stadt:1', 1000],
      ['stadt:2', 1500],
    ]);
    expect(problemOf(() => read('id;u3;alle\n73;1;1', wide, { join }))).toMatchObject({
      code: 'population.join-unknown',
      where: { row: 2 },
    });
  });

  it('refuses a lookup that leads one key to two districts', () => {
    const lookup = readTextTable(textSource('nr;key\n71;1\n71;2')).data;
    expect(problemOf(() => readJoin(lookup, { from: 'nr', to: 'key' }, FILE))).toEqual({
      code: 'population.join-duplicate',
      params: { found: '71' },
      where: { file: FILE, row: 3, column: 'nr' },
    });
  });
});

describe('a long table of people', () => {
  const text = 'id;alter;n\n1;unter 3;40\n1;3 und älter;960\n2;unter 3;60\n2;3 und älter;1.440';

  it('gives its groups as bands and their sum as the total', () => {
    const { data, notes } = read(text, long);
    expect(data).toEqual({
      bands: [
        { from: 0, to: 3 },
        { from: 3, to: null },
      ],
      counts: [
        { district: 'stadt:1', total: 1000, persons: [40, 960] },
        { district: 'stadt:2', total: 1500, persons: [60, 1440] },
      ],
    });
    expect(notes).toEqual([
      { severity: 'info', code: 'population.total-from-bands', params: {}, where: { file: FILE } },
    ]);
  });

  it('adds single years of age up to the bands that the recipe names', () => {
    const groups = { 0: { from: 0, to: 2 }, 1: { from: 0, to: 2 }, Rest: 'ignore' } as const;
    const { data } = read('id;alter;n\n1;0;10\n1;1;11\n1;Rest;500\n2;0;20\n2;1;21\n2;Rest;600', { ...long, groups });
    expect(data).toEqual({
      bands: [{ from: 0, to: 2 }],
      counts: [
        { district: 'stadt:1', total: null, persons: [21] },
        { district: 'stadt:2', total: null, persons: [41] },
      ],
    });
  });

  it('refuses a group twice, but adds men and women up where the recipe says so', () => {
    const rows = 'id;alter;n\n1;unter 3;40\n1;unter 3;41\n2;unter 3;1';
    expect(problemOf(() => read(rows, long))).toMatchObject({
      code: 'population.district-duplicate',
      where: { row: 3 },
    });
    expect(read(rows, { ...long, addRows: true }).data.counts[0]?.persons).toEqual([81]);
  });

  it('may have nothing but totals', () => {
    const { data } = read('id;n\n1;1.000\n2;1.500', { form: 'long', district: 'id', values: 'n' });
    expect(data).toEqual({
      bands: [],
      counts: [
        { district: 'stadt:1', total: 1000, persons: [] },
        { district: 'stadt:2', total: 1500, persons: [] },
      ],
    });
  });

  it('refuses a group that it cannot read', () => {
    expect(problemOf(() => read('id;alter;n\n1;Kinder;40', long))).toEqual({
      code: 'population.age-group-unknown',
      params: { found: 'Kinder' },
      where: { file: FILE, row: 2, column: 'alter' },
    });
  });

  it('does not depend on the order of its rows', () => {
    const [header, ...rows] = text.split('\n');
    expect(read([header, ...rows.reverse()].join('\n'), long)).toEqual(read(text, long));
  });
});

const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);

describeWithShared('people of real cities by district and age', () => {
  it('reads Köln 2012: 86 Stadtteile × 13 groups, 1,044,555 inhabitants, bands and totals agree', () => {
    const table = readTextTable(dataSource('koeln', 'bevoelkerung.csv')).data;
    const at = (name: string) => table.columns.indexOf(name);
    const keys = new Set(table.rows.map((row) => row[at('raum_id')] as string).filter((key) => Number(key) > 100));
    expect(keys.size).toBe(86);
    const { data, notes } = readDistrictCounts(
      table,
      {
        form: 'long',
        numbers: 'plain',
        district: 'raum_id',
        ages: 'zeile',
        values: 'zahl',
        filters: { jahr: '2012', tab_id: ['005', '020'] },
        groups: { Einwohner: 'total' },
        ignoreDistricts: ['000', '001', '002', '003', '004', '005', '006', '007', '008', '009'],
      },
      { file: 'bevoelkerung.csv', idByKey: new Map([...keys].map((key) => [key, `koeln:${key}`])) },
    );
    expect(data.bands.map(({ from }) => from)).toEqual([0, 3, 6, 10, 15, 18, 25, 35, 45, 55, 60, 65, 75]);
    expect(data.counts.length).toBe(86);
    expect(sum(data.counts.map(({ total }) => total))).toBe(1_044_555);
    expect(data.counts.every(({ total, persons }) => total === sum(persons))).toBe(true);
    expect(data.counts[0]).toEqual({
      district: 'koeln:101',
      total: 27515,
      persons: [521, 356, 394, 487, 370, 2773, 7049, 4607, 3810, 1365, 1254, 2420, 2109],
    });
    expect(notes.map(({ code, count }) => [code, count])).toEqual([['population.district-rows-ignored', 10 * 14]]);
  });

  it('reads Berlin 2016: 447 Planungsräume through the tree of keys, 3,670,622 inhabitants, ages under 6', () => {
    const lookup = readTextTable(dataSource('berlin', 'lor_dict.json'), {
      json: { path: ['**'], columns: ['id', 'fid'] },
    });
    const join = readJoin(lookup.data, { from: 'id', to: 'fid' }, 'lor_dict.json');
    const keys = [...join.values()].filter((key) => key.length === 8);
    const { data, notes } = readDistrictCounts(
      readTextTable(dataSource('berlin', 'EWR.csv')).data,
      {
        form: 'wide',
        district: 'id',
        columns: {
          '2016_E_E00_01': { from: 0, to: 1 },
          '2016_E_E01_02': { from: 1, to: 2 },
          '2016_E_E02_03': { from: 2, to: 3 },
          '2016_E_E03_05': { from: 3, to: 5 },
          '2016_E_E05_06': { from: 5, to: 6 },
          '2016_E_E': 'total',
        },
      },
      { file: 'EWR.csv', idByKey: new Map(keys.map((key) => [key, `lor:${key}`])), join },
    );
    expect(data.counts.length).toBe(447);
    expect(data.counts.every(({ total }) => total !== null)).toBe(true);
    expect(sum(data.counts.map(({ total }) => total))).toBe(3_670_622);
    expect(data.bands.map((_, i) => sum(data.counts.map(({ persons }) => persons[i] ?? null)))).toEqual([
      36_966, 38_034, 37_503, 70_609, 33_532,
    ]);
    expect(notes.map(({ code, params }) => [code, params])).toEqual([
      ['population.bands-leave-remainder', { bands: 36_966 + 38_034 + 37_503 + 70_609 + 33_532, total: 3_670_622 }],
    ]);
  });

  it('reads Stuttgart 1986: 23 Stadtbezirke × 10 groups, without any mapping', () => {
    const table = readTextTable(dataSource('stuttgart', 'einwohner_altersgruppen_stadtbezirke_1986-06-30.csv')).data;
    const names = new Set(table.rows.map((row) => row[1] as string));
    const { data } = readDistrictCounts(
      table,
      {
        form: 'long',
        district: 'Stadtbezirk',
        ages: 'Alter in 10 Gruppen',
        values: 'Einwohner',
        filters: { Stichtag: '30.06.1986' },
      },
      { file: 'x.csv', idByKey: new Map([...names].map((name) => [name, `stuttgart:${name}`])) },
    );
    expect(data.counts.length).toBe(23);
    expect(data.bands.map(({ from }) => from)).toEqual([0, 3, 6, 15, 18, 30, 45, 60, 65, 75]);
    const mitte = data.counts.find(({ district }) => district === 'stuttgart:Mitte');
    expect(mitte?.persons.slice(0, 4)).toEqual([494, 483, 1367, 645]);
    expect(mitte?.total).toBe(sum(mitte?.persons ?? []));
  });

  it('reads Leipzig 2023: 63 Ortsteile by name, 628,718 inhabitants', () => {
    const path = ['data', '2023', 'Einwohner insgesamt', '*'];
    const table = readTextTable(dataSource('leipzig', 'leipzig-einwohner-insgesamt.json'), { json: { path } }).data;
    const { data } = readDistrictCounts(
      table,
      { form: 'long', numbers: 'plain', district: 'district', values: 'value' },
      { file: 'x.json', idByKey: new Map(table.rows.map((row) => [row[1] as string, `leipzig:${row[1]}`])) },
    );
    expect(data.counts.length).toBe(63);
    expect(sum(data.counts.map(({ total }) => total))).toBe(628_718);
  });
});
