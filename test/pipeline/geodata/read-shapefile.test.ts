import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonsOfRings } from '../../../src/pipeline/geodata/polygons-of-rings.ts';
import { readDbf } from '../../../src/pipeline/geodata/read-dbf.ts';
import { readShp } from '../../../src/pipeline/geodata/read-shp.ts';
import type { SourceBytes } from '../../../src/pipeline/types.ts';
import { describeWithShared } from '../../shared-folder.ts';
import { codesOf, problemOf, read, sharedShapefile, sharedSource, square, textSource } from './geodata-fixtures.ts';

/** A record of a `.shp`: the shape type and what follows it. */
interface Shape {
  readonly type: number;
  readonly body: Uint8Array;
}

const NULL_SHAPE: Shape = { type: 0, body: new Uint8Array() };

function pointShape(x: number, y: number, type = 1): Shape {
  const body = new Uint8Array(type === 1 ? 16 : 32);
  const view = new DataView(body.buffer);
  view.setFloat64(0, x, true);
  view.setFloat64(8, y, true);
  return { type, body };
}

function polygonShape(rings: readonly (readonly Position[])[]): Shape {
  const points = rings.flat();
  const body = new Uint8Array(40 + rings.length * 4 + points.length * 16);
  const view = new DataView(body.buffer);
  view.setInt32(32, rings.length, true);
  view.setInt32(36, points.length, true);
  let start = 0;
  rings.forEach((ring, i) => {
    view.setInt32(40 + i * 4, start, true);
    start += ring.length;
  });
  points.forEach(([x, y], i) => {
    view.setFloat64(40 + rings.length * 4 + i * 16, x!, true);
    view.setFloat64(40 + rings.length * 4 + i * 16 + 8, y!, true);
  });
  return { type: 5, body };
}

function shpOf(shapes: readonly Shape[]): SourceBytes {
  const bytes = new Uint8Array(100 + shapes.reduce((sum, { body }) => sum + 12 + body.length, 0));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, shapes[0]?.type ?? 0, true);
  let at = 100;
  shapes.forEach(({ type, body }, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, (body.length + 4) / 2);
    view.setInt32(at + 8, type, true);
    bytes.set(body, at + 12);
    at += 12 + body.length;
  });
  return { name: 'test.shp', bytes };
}

type DbfField = readonly [name: string, type: string, length: number];

/** A dBase III table; a row that begins with `*` is marked as deleted. Texts are written byte by byte (Latin-1). */
function dbfOf(fields: readonly DbfField[], rows: readonly (readonly string[])[], driver = 0): SourceBytes {
  const recordBytes = 1 + fields.reduce((sum, field) => sum + field[2], 0);
  const headerBytes = 32 + fields.length * 32 + 1;
  const bytes = new Uint8Array(headerBytes + rows.length * recordBytes + 1).fill(0x20);
  const view = new DataView(bytes.buffer);
  bytes.fill(0, 0, headerBytes);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  bytes[29] = driver;
  const write = (text: string, at: number) => {
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  };
  fields.forEach(([name, type, length], i) => {
    write(name, 32 + i * 32);
    write(type, 32 + i * 32 + 11);
    bytes[32 + i * 32 + 16] = length;
  });
  bytes[headerBytes - 1] = 0x0d;
  rows.forEach((row, r) => {
    const isDeleted = row[0] === '*';
    let at = headerBytes + r * recordBytes;
    bytes[at++] = isDeleted ? 0x2a : 0x20;
    fields.forEach(([, , length], f) => {
      write(row[isDeleted ? f + 1 : f] ?? '', at);
      at += length;
    });
  });
  return { name: 'test.dbf', bytes };
}

const WGS84 = textSource(
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  'test.prj',
);

describe('the geometries of a shapefile', () => {
  it('are read with null shapes, heights dropped', () => {
    expect(readShp(shpOf([pointShape(7, 51), NULL_SHAPE]))).toEqual([{ type: 'Point', coordinates: [7, 51] }, null]);
    expect(readShp(shpOf([pointShape(7, 51, 11)]))).toEqual([{ type: 'Point', coordinates: [7, 51] }]);
  });

  it('have holes and islands told apart by where they lie, whichever way they are wound', () => {
    const outer = square(0, 0, 10);
    const hole = square(2, 2, 6);
    const island = square(4, 4, 2);
    const apart = square(20, 0, 1);
    const expected = (rings: Position[][]): Geometry => ({
      type: 'MultiPolygon',
      coordinates: [[rings[0]!, rings[1]!], [rings[2]!], [rings[3]!]],
    });
    const wound = [outer, hole, island, apart];
    for (const rings of [wound, wound.map((ring) => [...ring].reverse())]) {
      expect(polygonsOfRings(rings)).toEqual(expected(rings));
      expect(readShp(shpOf([polygonShape(rings)]))).toEqual([expected(rings)]);
    }
    expect(polygonsOfRings([outer, [...hole].reverse()])).toEqual({
      type: 'Polygon',
      coordinates: [outer, [...hole].reverse()],
    });
  });

  it('are refused where the file is cut off or a record points beyond itself, with its row', async () => {
    const { name, bytes } = shpOf([pointShape(7, 51), pointShape(8, 51)]);
    expect(await problemOf(() => readShp({ name, bytes: bytes.subarray(0, bytes.length - 4) }))).toEqual({
      code: 'geodata.damaged',
      params: { format: 'shapefile' },
      where: { file: 'test.shp' },
    });
    const broken = polygonShape([square(0, 0, 1)]);
    new DataView(broken.body.buffer).setInt32(36, 1000, true);
    expect(await problemOf(() => readShp(shpOf([pointShape(7, 51), broken])))).toMatchObject({
      code: 'geodata.damaged',
      where: { row: 2 },
    });
    expect(await problemOf(() => readShp(shpOf([{ type: 31, body: new Uint8Array(8) }])))).toMatchObject({
      code: 'geodata.geometry-unknown',
      params: { found: 'MultiPatch' },
    });
  });
});

describe('the table of a shapefile', () => {
  it('has texts, numbers (also with a comma), dates, yes and no; blank is missing, never 0', () => {
    const fields: DbfField[] = [
      ['TEXT', 'C', 6],
      ['NUM', 'N', 20],
      ['DAY', 'D', 8],
      ['FLAG', 'L', 1],
    ];
    const table = dbfOf(fields, [
      ['Mitte', '12.50', '20251231', 'T'],
      ['', '68,5', '', 'n'],
      ['x', '*****', '00000000', '?'],
      ['0117', '12345678901234567890', '2025', ''],
    ]);
    expect(readDbf(table, null).data).toEqual({
      columns: ['TEXT', 'NUM', 'DAY', 'FLAG'],
      rows: [
        { TEXT: 'Mitte', NUM: 12.5, DAY: '2025-12-31', FLAG: true },
        { TEXT: null, NUM: 68.5, DAY: null, FLAG: false },
        { TEXT: 'x', NUM: null, DAY: null, FLAG: null },
        { TEXT: '0117', NUM: '12345678901234567890', DAY: null, FLAG: null },
      ],
    });
  });

  it('is decoded as the .cpg says, else as its header says, else as its texts look', () => {
    const name = (table: SourceBytes, cpg: string | null) => readDbf(table, cpg).data.rows[0]?.NAME;
    const latin = (driver = 0) => dbfOf([['NAME', 'C', 20]], [['K\xf6ln \x96 S\xfcd']], driver);
    const dos = (driver = 0) => dbfOf([['NAME', 'C', 20]], [['K\x94ln']], driver);
    const utf8 = dbfOf([['NAME', 'C', 20]], [['K\xc3\xb6ln']]);
    expect(name(latin(), null)).toBe('Köln – Süd');
    expect(name(latin(), '1252')).toBe('Köln – Süd');
    expect(name(latin(), 'ANSI 1252')).toBe('Köln – Süd');
    expect(name(latin(), 'ISO 88591')).toBe('Köln – Süd');
    expect(name(latin(3), null)).toBe('Köln – Süd');
    expect(name(dos(2), null)).toBe('Köln');
    expect(name(dos(), 'cp850')).toBe('Köln');
    expect(name(utf8, null)).toBe('Köln');
    expect(name(utf8, 'UTF-8')).toBe('Köln');
    expect(codesOf(readDbf(latin(), null).notes)).toEqual(['geodata.encoding-guessed']);
    expect(codesOf(readDbf(latin(3), null).notes)).toEqual([]);
  });

  it('is refused where it is cut off or its encoding is unknown', async () => {
    const { name, bytes } = dbfOf([['NAME', 'C', 20]], [['a'], ['b']]);
    expect(await problemOf(() => readDbf({ name, bytes: bytes.subarray(0, 90) }, null))).toMatchObject({
      code: 'geodata.damaged',
      params: { format: 'dbase' },
    });
    expect(await problemOf(() => readDbf({ name, bytes }, 'klingon'))).toMatchObject({
      code: 'geodata.encoding-unknown',
      params: { found: 'klingon' },
    });
  });
});

describe('a shapefile', () => {
  const shp = shpOf([pointShape(7, 51), pointShape(8, 51)]);

  it('is read without index; rows marked as deleted are left out and counted', async () => {
    const dbf = dbfOf([['NAME', 'C', 5]], [['*', 'old'], ['new']]);
    const { data, notes } = await read([shp, dbf, WGS84]);
    expect(data.features).toEqual([
      { row: 2, geometry: { type: 'Point', coordinates: [8, 51] }, properties: { NAME: 'new' } },
    ]);
    expect(notes).toMatchObject([{ code: 'geodata.records-deleted', count: 1 }]);
  });

  it('without table has no properties, and that is noted', async () => {
    const { data, notes } = await read([shp, WGS84]);
    expect(data.features.map(({ properties }) => properties)).toEqual([{}, {}]);
    expect(notes).toMatchObject([{ severity: 'warning', code: 'geodata.attributes-missing' }]);
  });

  it('without .prj is refused unless the recipe states the system', async () => {
    expect(await problemOf(() => read([shp]))).toMatchObject({
      code: 'geodata.crs-missing',
      where: { file: 'test.shp' },
    });
    expect((await read([shp], { epsg: 4326 })).data.features).toHaveLength(2);
  });

  it('whose table has another number of rows is refused', async () => {
    expect(await problemOf(() => read([shp, dbfOf([['A', 'C', 1]], [['x']]), WGS84]))).toEqual({
      code: 'geodata.record-count',
      params: { shapes: 2, records: 1 },
      where: { file: 'test.shp' },
    });
  });
});

describeWithShared('awkward tables and shapefiles', () => {
  it('of any encoding keep their letters', () => {
    const first = (file: string, cpg: string | null = null) =>
      Object.values(readDbf(sharedSource(`awkward/dbf/${file}.dbf`), cpg).data.rows[0] ?? {})[0];
    expect(first('latin1')).toBe('Peçeña México');
    expect(first('utf8')).toBe('国语國語');
    expect(first('win1251', '1251')).toBe('РУССКИЙ');
  });

  it('with decimal commas keep their decimals', () => {
    const { rows } = readDbf(sharedSource('awkward/dbf/comma_separated.dbf'), null).data;
    expect(rows.map((row) => row?.AUGSTUMS)).toEqual([68.5, 66.3, 65.5, 64.3, 64.3, 68.5, 67.8]);
  });

  it('are read from zips with folders, and also without their index', async () => {
    const points = await read(sharedSource('awkward/points.zip'));
    expect(points.data.features).toHaveLength(295);
    expect(points.data.columns).toEqual(['AFFGEOID', 'GEOID', 'NAME']);
    const lines = await read(sharedSource('awkward/upload-cases/invalid_invalid_missing_file.zip'));
    expect(lines.data.features).toHaveLength(12);
    expect(lines.data.features.every(({ geometry }) => geometry?.type === 'LineString')).toBe(true);
  });

  it('whose .prj contradicts itself are read by its parameters, and that is noted', async () => {
    const { data, notes } = await read(sharedShapefile('koeln/shp/Stadtbezirk'));
    expect(data.features).toHaveLength(9);
    expect(data.features.find(({ properties }) => properties.STB_NR === '8')?.properties.STB_NAME).toBe('Kalk');
    expect(notes).toContainEqual({
      severity: 'info',
      code: 'geodata.crs-unusual',
      params: { name: 'WGS_1984_UTM_Zone_32N', eastingMeters: 2_500_000 },
      where: { file: 'Stadtbezirk.shp' },
    });
  });
});
