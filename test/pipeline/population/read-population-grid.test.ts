import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import { parseCellId } from '../../../src/pipeline/population/cell-id.ts';
import type { PopulationGridOptions } from '../../../src/pipeline/population/population-options.ts';
import { readPopulationGrid } from '../../../src/pipeline/population/read-population-grid.ts';
import type { LonLatBox } from '../../../src/shared/coordinates.ts';
import { describeWithShared } from '../../shared-folder.ts';
import { dataSource, problemOf, textSource } from '../tables/table-sources.ts';

const HEADER = 'GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner';
const A = 'CRS3035RES100mN3251100E4528800;4528850;3251150';
const B = 'CRS3035RES100mN3251100E4528900;4528950;3251150';
const read = (text: string, options: PopulationGridOptions = { form: 'wide' }, box: LonLatBox | null = null) =>
  readPopulationGrid(textSource(text, 'gitter.csv'), options, box);

const a = { id: 'CRS3035RES100mN3251100E4528800', x: 4528850, y: 3251150 };
const b = { id: 'CRS3035RES100mN3251100E4528900', x: 4528950, y: 3251150 };

describe('the id of a grid cell', () => {
  it('states side and corner, in the long and the short form', () => {
    expect(parseCellId('CRS3035RES100mN3251100E4528800')).toEqual({ cellMeters: 100, x: 4528800, y: 3251100 });
    expect(parseCellId('CRS3035RES1000mN3073000E4513000')).toEqual({ cellMeters: 1000, x: 4513000, y: 3073000 });
    expect(parseCellId('100mN32511E45288')).toEqual({ cellMeters: 100, x: 4528800, y: 3251100 });
    expect(parseCellId('1kmN3073E4513')).toEqual({ cellMeters: 1000, x: 4513000, y: 3073000 });
    expect(parseCellId('Block 17')).toBeNull();
  });
});

describe('a wide grid of 100 m', () => {
  it('gives its cells sorted by id', () => {
    expect(read(`${HEADER}\n${B};18\n${A};4\n`)).toEqual({
      data: {
        epsg: 3035,
        cellMeters: 100,
        cells: [
          { ...a, total: 4, groups: {} },
          { ...b, total: 18, groups: {} },
        ],
      },
      notes: [],
    });
  });

  it('keeps suppressed figures missing and leaves uninhabited cells out, both counted', () => {
    const { data, notes } = read(`${HEADER}\r\n${A};–\r\n${B};-1\r\n`);
    expect(data.cells).toEqual([{ ...a, total: null, groups: {} }]);
    expect(notes).toEqual([
      { severity: 'info', code: 'population.grid-uninhabited', params: {}, where: { file: 'gitter.csv' }, count: 1 },
      {
        severity: 'info',
        code: 'population.grid-suppressed',
        params: { column: 'Einwohner' },
        where: { file: 'gitter.csv' },
        count: 1,
      },
    ]);
  });

  it('keeps only cells whose centre lies in the box', () => {
    const [lon, lat] = projectionOf(3035).inverse(a.x, a.y);
    const box: LonLatBox = [lon - 0.0005, lat - 0.0005, lon + 0.0005, lat + 0.0005];
    const { data, notes } = read(`${HEADER}\n${A};4\n${B};18`, { form: 'wide' }, box);
    expect(data.cells.map(({ id }) => id)).toEqual([a.id]);
    expect(notes).toEqual([
      { severity: 'info', code: 'population.grid-beyond-box', params: {}, where: { file: 'gitter.csv' }, count: 1 },
    ]);
    expect(problemOf(() => read(`${HEADER}\n${A};4\n${B};18`, { form: 'wide' }, [6, 50, 7, 51]))).toEqual({
      code: 'population.grid-no-cells',
      params: { rows: 2 },
      where: { file: 'gitter.csv' },
    });
  });

  it('refuses a centre that contradicts the id', () => {
    const swapped = 'CRS3035RES100mN3251100E4528800;3251150;4528850;4';
    expect(problemOf(() => read(`${HEADER}\n${B};18\n${swapped}`))).toEqual({
      code: 'population.grid-cell-id',
      params: { found: '3251150, 4528850', expected: '4528850, 3251150 (CRS3035RES100mN3251100E4528800)' },
      where: { file: 'gitter.csv', row: 3 },
    });
  });

  it('says so too where every cell lies beyond the box because of it', () => {
    const swapped = 'CRS3035RES100mN3251100E4528800;3251150;4528850;4';
    expect(problemOf(() => read(`${HEADER}\n${swapped}`, { form: 'wide' }, [13, 52, 14, 53]))).toMatchObject({
      code: 'population.grid-cell-id',
      where: { row: 2 },
    });
  });

  it('refuses cells that stand twice, cells of another size, texts, ragged rows and missing columns', () => {
    const kilometre = 'CRS3035RES1000mN3073000E4513000;4513500;3073500;7';
    const code = (text: string) => problemOf(() => read(text));
    expect(code(`${HEADER}\n${A};4\n${A};4`)).toMatchObject({
      code: 'population.grid-cell-duplicate',
      where: { row: 3 },
    });
    expect(code(`${HEADER}\n${A};4\n${kilometre}`)).toMatchObject({
      code: 'population.grid-cell-size',
      where: { row: 3 },
    });
    expect(code(`${HEADER}\n${A};viele`)).toMatchObject({
      code: 'table.number',
      where: { row: 2, column: 'Einwohner' },
    });
    expect(code(`${HEADER}\n${A}`)).toMatchObject({ code: 'table.row-ragged', where: { row: 2 } });
    expect(code(`GITTER_ID_100m;x;y;Einwohner\n${A};4`).code).toBe('population.grid-column-unclear');
    expect(code(`GITTER_ID_100m;x_mp_100m;y_mp_100m;n\n${A};4`).code).toBe('table.column-missing');
    expect(code('').code).toBe('table.empty');
  });

  it('may have a column per age group', () => {
    const options: PopulationGridOptions = {
      form: 'wide',
      groups: { u10: { from: 0, to: 10 }, ab10: { from: 10, to: null } },
    };
    expect(read(`${HEADER};u10;ab10\n${A};10;3;7`, options).data.cells).toEqual([
      { ...a, total: 10, groups: { '0-10': 3, '10-': 7 } },
    ]);
  });
});

describe('a long grid of 100 m', () => {
  const header = 'Gitter_ID_100m;x_mp_100m;y_mp_100m;Altersgruppe;Anzahl;Anzahl_q';

  it('gathers the groups of each cell; a group without a row is missing', () => {
    const { data } = read(`${header}\n${A};unter10;5;0\n${B};unter10;6;0\n${A};ab80;3;0`, { form: 'long' });
    expect(data.cells).toEqual([
      { ...a, total: null, groups: { '0-10': 5, '80-': 3 } },
      { ...b, total: null, groups: { '0-10': 6 } },
    ]);
  });

  it('takes the row of all ages for the total', () => {
    const { data } = read(`${header}\n${A};INSGESAMT;12;0\n${A};unter10;-9;0`, { form: 'long' });
    expect(data.cells).toEqual([{ ...a, total: 12, groups: { '0-10': null } }]);
  });

  it('refuses a group twice and a group that it cannot read', () => {
    expect(problemOf(() => read(`${header}\n${A};unter10;5;0\n${A};unter10;5;0`, { form: 'long' }))).toMatchObject({
      code: 'population.grid-cell-duplicate',
      where: { row: 3 },
    });
    expect(problemOf(() => read(`${header}\n${A};jung;5;0`, { form: 'long' }))).toMatchObject({
      code: 'population.age-group-unknown',
      where: { row: 2, column: 'Altersgruppe' },
    });
  });
});

describe('a grid of 1 km', () => {
  const options: PopulationGridOptions = {
    form: 'wide',
    groups: { unter18_A: { from: 0, to: 18, percent: true }, ab65_A: { from: 65, to: null, percent: true } },
    rest: { from: 18, to: 65 },
  };
  const header = 'Gitter_ID_1km;x_mp_1km;y_mp_1km;Einwohner;Alter_D;unter18_A;ab65_A';

  it('turns shares back into persons: 11.99 % of 834 are 100, 19.10 % are 159, 575 remain', () => {
    const { data } = read(`${header}\nCRS3035RES1000mN3073000E4513000;4513500;3073500;834;45,40;11,99;19,10`, options);
    expect(data.cellMeters).toBe(1000);
    expect(data.cells[0]).toMatchObject({ total: 834, groups: { '0-18': 100, '65-': 159, '18-65': 834 - 100 - 159 } });
  });

  it('keeps suppressed shares missing, and with them the remainder', () => {
    const { data } = read(`${header}\nCRS3035RES1000mN2916000E4220000;4220500;2916500;15;40,00;33,33;-9,00`, options);
    expect(data.cells[0]?.groups).toEqual({ '0-18': 5, '65-': null, '18-65': null });
  });
});

describe('a packed grid', () => {
  it('gives the same cells as the unpacked one, wherever its pieces end', () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => {
      const [x, y] = [4_000_000 + (i % 200) * 100, 3_000_000 + Math.floor(i / 200) * 100];
      return `CRS3035RES100mN${y}E${x};${x + 50};${y + 50};${(i * 31) % 97}`;
    });
    const source = textSource([HEADER, ...rows, ''].join('\r\n'), 'gitter.csv');
    const plain = readPopulationGrid(source, { form: 'wide' }, null);
    expect(plain.data.cells.length).toBe(40_000);
    expect(readPopulationGrid({ name: 'gitter.csv', bytes: gzipSync(source.bytes) }, { form: 'wide' }, null)).toEqual(
      plain,
    );
  });
});

const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);

describeWithShared('Zensus grids', () => {
  const readData = (name: string, options: PopulationGridOptions, box: LonLatBox | null = null) =>
    readPopulationGrid(dataSource('zensus', name), options, box);

  it('reads Berlin 2022: 64,321 cells with 4,237,002 inhabitants', () => {
    const { cells } = readData('berlin_zensus2022_100m_einwohner.csv.gz', { form: 'wide' }).data;
    expect(cells.length).toBe(64_321);
    expect(sum(cells.map(({ total }) => total))).toBe(4_237_002);
  });

  it('reads Köln 2022: 26,215 cells with 1,613,670 inhabitants', () => {
    const { cells } = readData('koeln_zensus2022_100m_einwohner.csv.gz', { form: 'wide' }).data;
    expect(cells.length).toBe(26_215);
    expect(sum(cells.map(({ total }) => total))).toBe(1_613_670);
  });

  it('reads Neubrandenburg 2011 in long form: 986 cells with children under 10, 484 with people from 80', () => {
    const { cells } = readData('neubrandenburg_zensus2011_100m_unter10_ab80.csv.gz', { form: 'long' }).data;
    expect(cells.filter(({ groups }) => groups['0-10'] !== undefined).length).toBe(986);
    expect(cells.filter(({ groups }) => groups['80-'] !== undefined).length).toBe(484);
    expect(cells.every(({ total }) => total === null)).toBe(true);
    expect(sum(cells.flatMap(({ groups }) => Object.values(groups)))).toBe(9476);
  });

  it('reads Neubrandenburg 2011 in cells of 1 km: 212 cells with 79,817 inhabitants', () => {
    const { cells, cellMeters } = readData('neubrandenburg_zensus2011_1km.csv', { form: 'wide' }).data;
    expect(cellMeters).toBe(1000);
    expect(cells.length).toBe(212);
    expect(sum(cells.map(({ total }) => total))).toBe(79_817);
  });

  it('takes from the file of all Germany the same cells for Neubrandenburg', () => {
    const own = readData('neubrandenburg_zensus2011_1km.csv', { form: 'wide' }).data.cells;
    const positions = own.map(({ x, y }) => projectionOf(3035).inverse(x, y));
    const lons = positions.map(([lon]) => lon);
    const lats = positions.map(([, lat]) => lat);
    const box: LonLatBox = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    const { data, notes } = readData('zensus2011_1km_deutschland.csv.gz', { form: 'wide' }, box);
    const found = new Map(data.cells.map((cell) => [cell.id, cell]));
    expect(own.map(({ id }) => found.get(id))).toEqual(own);
    expect(notes[0]).toMatchObject({ code: 'population.grid-beyond-box', count: 214_633 - data.cells.length });
  });
});
