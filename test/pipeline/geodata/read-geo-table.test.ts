import { gzipSync, strToU8, zipSync } from 'fflate';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { GeoTable } from '../../../src/pipeline/types.ts';
import { codesOf, jsonSource, polygons, problemOf, read, square, textSource } from './geodata-fixtures.ts';

const POINT: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { name: 'Dom' }, geometry: { type: 'Point', coordinates: [6.9582811, 50.9412789] } },
  ],
};

/** The cathedral in metres; computed with PROJ (cs2cs EPSG:4326 EPSG:25832), not with this program. */
const UTM_POINT = [356_558.867, 5_645_279.827] as const;

function pointAt(coordinates: readonly number[], crs?: unknown) {
  return jsonSource({
    type: 'FeatureCollection',
    ...(crs === undefined ? {} : { crs }),
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } }],
  });
}

function firstPoint(table: GeoTable): [number, number] {
  const geometry = table.features[0]?.geometry;
  if (geometry?.type !== 'Point') throw new Error('no point');
  return geometry.coordinates as [number, number];
}

function crsNamed(name: string) {
  return { type: 'name', properties: { name } };
}

describe('GeoJSON', () => {
  it('becomes rows with cells; nested values become their JSON, an id of the feature a property', async () => {
    const source = jsonSource({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', id: 7, properties: { a: 'x', b: 1.5, c: true, d: null, e: { f: [1] } }, geometry: null },
        { type: 'Feature', properties: { g: 2 }, geometry: { type: 'Point', coordinates: [7.123456789, 51, 80] } },
      ],
    });
    expect(await read(source)).toEqual({
      data: {
        columns: ['id', 'a', 'b', 'c', 'd', 'e', 'g'],
        features: [
          { row: 1, geometry: null, properties: { id: 7, a: 'x', b: 1.5, c: true, d: null, e: '{"f":[1]}' } },
          { row: 2, geometry: { type: 'Point', coordinates: [7.1234568, 51] }, properties: { g: 2 } },
        ],
      },
      notes: [
        {
          severity: 'warning',
          code: 'geodata.geometries-missing',
          params: {},
          where: { file: 'test.geojson' },
          count: 1,
        },
      ],
    });
  });

  it('may be one feature or a bare geometry', async () => {
    const geometry = { type: 'Point', coordinates: [7, 51] };
    for (const root of [geometry, { type: 'Feature', properties: {}, geometry }]) {
      const { data } = await read(jsonSource(root));
      expect(data.features).toEqual([{ row: 1, geometry, properties: {} }]);
    }
  });

  it('is read in the system its crs member names, in every spelling in use', async () => {
    const names = [
      'urn:ogc:def:crs:EPSG::25832',
      'urn:ogc:def:crs:EPSG:6.9:25832',
      'EPSG:25832',
      'http://www.opengis.net/def/crs/EPSG/0/25832',
    ];
    for (const name of names) {
      const { data } = await read(pointAt(UTM_POINT, crsNamed(name)));
      const [lon, lat] = firstPoint(data);
      expect(Math.abs(lon - 6.9582811)).toBeLessThan(2e-7);
      expect(Math.abs(lat - 50.9412789)).toBeLessThan(2e-7);
    }
    const { data } = await read(pointAt([7, 51], crsNamed('urn:ogc:def:crs:OGC:1.3:CRS84')));
    expect(data.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [7, 51] });
  });

  it('is refused with the line where its notation breaks off', async () => {
    const text = '{"type": "FeatureCollection",\n"features": [\n{"type": "Feature",,\n]}';
    expect(await problemOf(() => read(textSource(text)))).toEqual({
      code: 'geodata.json-damaged',
      params: {},
      where: { file: 'test.geojson', row: 3 },
    });
    expect(await problemOf(() => read(textSource('{"type": "FeatureCollection",\n"features": [')))).toMatchObject({
      code: 'geodata.json-damaged',
      where: { row: 2 },
    });
  });

  it('is refused where a coordinate, a feature or a geometry is none, with its row', async () => {
    const bad = (geometry: unknown) => ({
      ...POINT,
      features: [POINT.features[0], { type: 'Feature', properties: {}, geometry }],
    });
    const where = { file: 'test.geojson', row: 2 };
    expect(await problemOf(() => read(jsonSource(bad({ type: 'Point', coordinates: ['7', '51'] }))))).toEqual({
      code: 'geodata.coordinate',
      params: { found: '["7","51"]' },
      where,
    });
    expect(await problemOf(() => read(jsonSource(bad({ type: 'Circle', coordinates: [7, 51] }))))).toEqual({
      code: 'geodata.geometry-unknown',
      params: { found: 'Circle' },
      where,
    });
    const notFeature = { ...POINT, features: [POINT.features[0], { name: 'x' }] };
    expect(await problemOf(() => read(jsonSource(notFeature)))).toMatchObject({
      code: 'geodata.feature-expected',
      where,
    });
    expect(await problemOf(() => read(jsonSource({ ...POINT, features: [] })))).toMatchObject({
      code: 'geodata.no-features',
    });
  });
});

describe('coordinate systems', () => {
  it('of metres read as degrees are refused, and the fitting ones named', async () => {
    expect(await problemOf(() => read(pointAt(UTM_POINT)))).toEqual({
      code: 'geodata.meters-as-degrees',
      params: { crs: 'EPSG:4326', found: '356558.87, 5645279.83', fitting: 'EPSG:25832, EPSG:25833' },
      where: { file: 'test.geojson', row: 1 },
    });
    // Web Mercator fits nothing else.
    expect(await problemOf(() => read(pointAt([774_592.3, 6_611_150])))).toMatchObject({
      params: { fitting: 'EPSG:3857' },
    });
  });

  it('of degrees read as metres are refused', async () => {
    expect(await problemOf(() => read(pointAt([6.9582811, 50.9412789]), { epsg: 25832 }))).toMatchObject({
      code: 'geodata.degrees-as-meters',
      params: { crs: 'EPSG:25832', found: '6.95828, 50.94128' },
    });
  });

  it('with swapped axes are refused, naming found and expected, for degrees and for metres', async () => {
    expect(await problemOf(() => read(pointAt([50.9412789, 6.9582811])))).toEqual({
      code: 'geodata.axes-swapped',
      params: { crs: 'EPSG:4326', found: '50.94128, 6.95828', expected: '6.95828, 50.94128' },
      where: { file: 'test.geojson', row: 1 },
    });
    const [x, y] = UTM_POINT;
    for (const epsg of [25832, 32632]) {
      expect(await problemOf(() => read(pointAt([y, x]), { epsg }))).toMatchObject({
        code: 'geodata.axes-swapped',
        params: { found: '5645280, 356559', expected: '356559, 5645280' },
      });
    }
  });

  it('with swapped axes are read where the recipe says so, and where it says that they are right', async () => {
    const swapped = await read(pointAt([50.9412789, 6.9582811]), { axisOrder: 'north-east' });
    expect(swapped.data.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [6.9582811, 50.9412789] });
    const right = await read(pointAt([50.9412789, 6.9582811]), { axisOrder: 'east-north' });
    expect(right.data.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [50.9412789, 6.9582811] });
    expect(await problemOf(() => read(pointAt([6.9582811, 50.9412789]), { axisOrder: 'north-east' }))).toMatchObject({
      code: 'geodata.axes-swapped',
    });
  });

  it('of the wrong zone are refused where that puts the data outside of it', async () => {
    // Gauß-Krüger zone 2 read as zone 3.
    expect(await problemOf(() => read(pointAt([2_566_000, 5_645_000]), { epsg: 31467 }))).toEqual({
      code: 'geodata.crs-outside',
      params: { crs: 'EPSG:31467', found: '2566000.00, 5645000.00', fitting: 'EPSG:31466' },
      where: { file: 'test.geojson', row: 1 },
    });
  });

  it('that are unknown are refused with those that are known', async () => {
    for (const attempt of [
      () => read(pointAt([7, 51]), { epsg: 99_999 }),
      () => read(pointAt([7, 51], crsNamed('urn:ogc:def:crs:EPSG::99999'))),
    ]) {
      expect(await problemOf(attempt)).toMatchObject({
        code: 'geodata.crs-unknown',
        params: { found: 'EPSG:99999', known: expect.stringContaining('25832') },
      });
    }
    expect(await problemOf(() => read(pointAt([7, 51], crsNamed('Landesnetz'))))).toMatchObject({
      params: { found: 'Landesnetz' },
    });
    expect(await problemOf(() => read(pointAt([7, 51]), { prj: 'nonsense' }))).toMatchObject({
      code: 'geodata.crs-unknown',
      params: { found: 'nonsense' },
    });
  });

  it('of the recipe override those of the file, and that is noted', async () => {
    const { data, notes } = await read(pointAt(UTM_POINT, crsNamed('EPSG:25833')), { epsg: 25832 });
    expect(data.features[0]?.geometry).toMatchObject({ type: 'Point' });
    expect(notes).toEqual([
      {
        severity: 'info',
        code: 'geodata.crs-overridden',
        params: { stated: 'EPSG:25833', used: 'EPSG:25832' },
        where: { file: 'test.geojson' },
      },
    ]);
  });

  it('on Bessel’s ellipsoid are shifted also where the WKT of a German file leaves the shift out', async () => {
    const wkt =
      'PROJCS["DHDN_3_Degree_Gauss_Zone_2",GEOGCS["GCS_Deutsches_Hauptdreiecksnetz",DATUM["D_Deutsches_Hauptdreiecksnetz",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",2500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",6.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const byWkt = await read(pointAt([2_566_000, 5_645_000]), { prj: wkt });
    const byCode = await read(pointAt([2_566_000, 5_645_000]), { epsg: 31466 });
    expect(byWkt.data).toEqual(byCode.data);
    // PROJ (cs2cs EPSG:31466 EPSG:4326, Helmert) gives 6.9383… 50.9365…; without the shift it would be 150 m off.
    const [lon, lat] = firstPoint(byWkt.data);
    expect([lon.toFixed(4), lat.toFixed(4)]).toEqual(['6.9383', '50.9365']);
  });
});

describe('invalid polygons', () => {
  it('are repaired, and named with row, object and what was wrong', async () => {
    const bowTie = [
      [7, 51],
      [7.02, 51.02],
      [7.02, 51],
      [7, 51.02],
      [7, 51],
    ];
    const open = square(7.1, 51, 0.01).slice(0, 4);
    const fine = square(7.2, 51, 0.01);
    const { data, notes } = await read(jsonSource(polygons([bowTie], [open], [fine])));
    expect(data.features.map(({ geometry }) => geometry?.type)).toEqual(['MultiPolygon', 'Polygon', 'Polygon']);
    const named = (row: number, repair: string) => ({
      severity: 'warning',
      code: 'geodata.area-repaired',
      params: { repairs: [repair] },
      where: { file: 'test.geojson', row, feature: `key=k${row}` },
      count: 1,
    });
    expect(notes).toEqual([named(1, 'self-crossing'), named(2, 'closed')]);
  });

  it('with doubled positions, or that only rounding spoils, are counted', async () => {
    const doubled = [...square(7, 51, 0.01).slice(0, 2), [7.01, 51], ...square(7, 51, 0.01).slice(2)];
    const tooFine = [...square(7.1, 51, 0.01).slice(0, 2), [7.11, 51.00000001], ...square(7.1, 51, 0.01).slice(2)];
    const { notes } = await read(jsonSource(polygons([doubled], [tooFine])));
    expect(notes.map(({ code, count, severity }) => [code, count, severity])).toEqual([
      ['geodata.positions-doubled', 1, 'info'],
      ['geodata.rounding-repaired', 1, 'info'],
    ]);
  });

  it('of which nothing is left become missing geometries, named', async () => {
    const line = [
      [7, 51],
      [7.01, 51.01],
      [7, 51],
    ];
    const { data, notes } = await read(jsonSource(polygons([line], [square(7, 51, 0.01)])));
    expect(data.features[0]).toEqual({ row: 1, geometry: null, properties: { key: 'k1' } });
    expect(notes).toEqual([
      {
        severity: 'warning',
        code: 'geodata.area-lost',
        params: {},
        where: { file: 'test.geojson', row: 1, feature: 'key=k1' },
        count: 1,
      },
    ]);
  });

  it('in their hundreds are named up to a limit and counted beyond', async () => {
    const open = Array.from({ length: 60 }, (_, i) => [square(7 + i / 100, 51, 0.005).slice(0, 4)]);
    const { notes } = await read(jsonSource(polygons(...open)));
    expect(notes).toHaveLength(51);
    expect(notes[50]).toMatchObject({ code: 'geodata.areas-repaired', count: 10 });
  });
});

describe('files and archives', () => {
  const packed = strToU8(JSON.stringify(POINT));

  it('are recognised by content; another ending is noted', async () => {
    const { data, notes } = await read({ name: 'districts.kml', bytes: packed });
    expect(data.features).toHaveLength(1);
    expect(notes).toEqual([
      {
        severity: 'info',
        code: 'geodata.ending-differs',
        params: { format: 'geojson', ending: 'kml' },
        where: { file: 'districts.kml' },
      },
    ]);
    expect(await problemOf(() => read({ name: 'a.geojson', bytes: packed }, { format: 'kml' }))).toMatchObject({
      code: 'geodata.format-differs',
      params: { expected: 'kml', found: 'geojson' },
    });
  });

  it('may be gzip or zip; other files in a zip do not matter, several layers must be told apart', async () => {
    expect((await read({ name: 'a.geojson.gz', bytes: gzipSync(packed) })).data.features).toHaveLength(1);
    const zip = zipSync({
      'data/a.geojson': packed,
      'readme.txt': strToU8('read me'),
      'dialect.json': strToU8('{"delimiter":";"}'),
      '__MACOSX/data/._a.geojson': strToU8('junk'),
    });
    expect((await read({ name: 'a.zip', bytes: zip })).data.features).toHaveLength(1);
    const two = { name: 'two.zip', bytes: zipSync({ 'a.geojson': packed, 'b.geojson': packed }) };
    expect(await problemOf(() => read(two))).toEqual({
      code: 'geodata.layer-unclear',
      params: { found: 'a, b' },
      where: { file: 'two.zip' },
    });
    expect((await read(two, { layer: 'b' })).data.features).toHaveLength(1);
    expect(await problemOf(() => read(two, { layer: 'c' }))).toMatchObject({
      code: 'geodata.layer-unknown',
      params: { expected: 'c', found: 'a, b' },
    });
  });

  it('that unpack to more than the limit are refused: bombs in zip and gzip', async () => {
    const zeros = new Uint8Array(2_000_000);
    const zip = { name: 'bomb.zip', bytes: zipSync({ 'a.geojson': zeros }) };
    const gzip = { name: 'bomb.geojson.gz', bytes: gzipSync(zeros) };
    expect(zip.bytes.length).toBeLessThan(3000);
    const limit = { unpackedLimitBytes: 1_000_000 };
    expect(await problemOf(() => read(zip, limit))).toMatchObject({
      code: 'geodata.too-large',
      params: { limitBytes: 1_000_000 },
    });
    expect(await problemOf(() => read(gzip, limit))).toMatchObject({ code: 'table.too-large' });
  });

  it('whose directory states too small a size are unpacked no further than stated, and what is cut off is refused', async () => {
    const bytes = zipSync({ 'a.geojson': strToU8(JSON.stringify(POINT).padEnd(100_000)) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, 60, true);
    expect(await problemOf(() => read({ name: 'liar.zip', bytes }))).toMatchObject({ code: 'geodata.json-damaged' });
  });

  it('that are damaged archives are refused', async () => {
    const bytes = zipSync({ 'a.geojson': packed });
    expect(await problemOf(() => read({ name: 'cut.zip', bytes: bytes.subarray(0, bytes.length - 30) }))).toMatchObject(
      {
        code: 'geodata.archive-damaged',
      },
    );
  });

  it('that are no map data are refused with what they are', async () => {
    const found = async (text: string | Uint8Array, name = 'x.gpkg') => {
      const bytes = typeof text === 'string' ? strToU8(text) : text;
      const problem = await problemOf(() => read({ name, bytes }));
      return problem.code === 'geodata.not-map-data' ? problem.params.found : problem.code;
    };
    expect(await found('')).toBe('empty');
    expect(await found('  \n ')).toBe('empty');
    expect(await found('id;name\n1;Mitte')).toBe('text');
    expect(await found('%PDF-1.7')).toBe('pdf');
    expect(await found('<!DOCTYPE html><html><body>404</body></html>')).toBe('html');
    expect(await found('<?xml version="1.0"?><osm version="0.6"></osm>')).toBe('osm');
    expect(
      await found('<?xml version="1.0"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0"/>'),
    ).toBe('gml');
    expect(await found('<?xml version="1.0"?><svg/>')).toBe('xml');
    expect(await found(new Uint8Array([1, 2, 0, 4]))).toBe('binary');
    expect(await found('anything', 'a.dbf')).toBe('shapefile-part');
    expect(await found(zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>') }))).toBe(
      'excel',
    );
    expect(await found('[1, 2]')).toBe('geodata.json-other');
  });
});

describe('notes', () => {
  it('are empty for a file in order', async () => {
    expect(codesOf((await read(jsonSource(POINT))).notes)).toEqual([]);
  });
});
