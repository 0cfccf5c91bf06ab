import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readGeoTable } from '../../../src/pipeline/geodata/read-geo-table.ts';
import { readWkb, WkbError } from '../../../src/pipeline/geodata/read-wkb.ts';
import { describeWithShared, sharedPath } from '../../shared-folder.ts';
import {
  codesOf,
  countCornersApart,
  describeWithGdal,
  jsonSource,
  ogr,
  problemOf,
  read,
  readShared,
  sharedSource,
  textSource,
} from './geodata-fixtures.ts';

function kml(placemarks: string, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${before}\n${placemarks}</Document></kml>`;
}

const RING = '<LinearRing><coordinates>7,51,0 7.2,51,0 7.2,51.2,0 7,51,0</coordinates></LinearRing>';
const HOLE = '<LinearRing><coordinates>\n7.1,51.02 7.15,51.02\n7.15,51.06 7.1,51.02 </coordinates></LinearRing>';

describe('KML', () => {
  it('gives placemarks with typed extended data, name and description', async () => {
    const schema =
      '<Schema id="s" name="s"><SimpleField name="count" type="int"/><SimpleField name="key" type="string"/><SimpleField name="open" type="bool"/></Schema>';
    const text = kml(
      `<Placemark><name>Mitte &amp; S&#252;d</name><description><![CDATA[<b>x</b>]]></description>
       <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="count">12</SimpleData><SimpleData name="key">012</SimpleData><SimpleData name="open">1</SimpleData></SchemaData>
       <Data name="note"><displayName>Note</displayName><value>hello</value></Data></ExtendedData>
       <Point><coordinates>7,51,100</coordinates></Point></Placemark>`,
      schema,
    );
    const { data } = await read(textSource(text, 'a.kml'));
    expect(data).toEqual({
      columns: ['name', 'description', 'count', 'key', 'open', 'note'],
      features: [
        {
          row: 1,
          geometry: { type: 'Point', coordinates: [7, 51] },
          properties: {
            name: 'Mitte & Süd',
            description: '<b>x</b>',
            count: 12,
            key: '012',
            open: true,
            note: 'hello',
          },
        },
      ],
    });
  });

  it('gives polygons with holes, multi-geometries of one kind and of several, and places without a geometry', async () => {
    const polygon = `<Polygon><outerBoundaryIs>${RING}</outerBoundaryIs><innerBoundaryIs>${HOLE}</innerBoundaryIs></Polygon>`;
    const point = '<Point><coordinates>8,52</coordinates></Point>';
    const text = kml(
      [
        polygon,
        `<MultiGeometry>${point}<MultiGeometry>${point}</MultiGeometry></MultiGeometry>`,
        `<MultiGeometry>${point}<LineString><coordinates>7,51 8,52</coordinates></LineString></MultiGeometry>`,
        '',
      ]
        .map((geometry) => `<Placemark>${geometry}</Placemark>`)
        .join(''),
    );
    const { data } = await read(textSource(text, 'a.kml'));
    expect(data.features.map(({ geometry }) => geometry)).toEqual([
      {
        type: 'Polygon',
        coordinates: [
          [
            [7, 51],
            [7.2, 51],
            [7.2, 51.2],
            [7, 51],
          ],
          // Wound the other way round than its outer ring.
          [
            [7.1, 51.02],
            [7.15, 51.06],
            [7.15, 51.02],
            [7.1, 51.02],
          ],
        ],
      },
      {
        type: 'MultiPoint',
        coordinates: [
          [8, 52],
          [8, 52],
        ],
      },
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [8, 52] },
          {
            type: 'LineString',
            coordinates: [
              [7, 51],
              [8, 52],
            ],
          },
        ],
      },
      null,
    ]);
  });

  it('may use prefixes, Latin-1, and come as KMZ; links to other files are noted', async () => {
    const prefixed =
      '<?xml version="1.0" encoding="ISO-8859-1"?><k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:NetworkLink/><k:Placemark><k:name>K\xf6ln</k:name><k:Point><k:coordinates>7,51</k:coordinates></k:Point></k:Placemark></k:kml>';
    const bytes = Uint8Array.from(prefixed, (letter) => letter.charCodeAt(0));
    const { data, notes } = await read({ name: 'a.kmz', bytes: zipSync({ 'doc.kml': bytes }) });
    expect(data.features[0]?.properties).toEqual({ name: 'Köln' });
    expect(notes).toMatchObject([{ severity: 'warning', code: 'geodata.links-unread', count: 1 }]);
  });

  it('is refused with line or row where it is broken', async () => {
    expect(await problemOf(() => read(textSource(kml('<Placemark>\n<name>x</nam></Placemark>'), 'a.kml')))).toEqual({
      code: 'geodata.xml-damaged',
      params: {},
      where: { file: 'a.kml', row: 4 },
    });
    const place = (inner: string) => textSource(kml(`<Placemark>${inner}</Placemark>`), 'a.kml');
    expect(await problemOf(() => read(place('<Point><coordinates>7;51</coordinates></Point>')))).toMatchObject({
      code: 'geodata.coordinate',
      params: { found: '7;51' },
      where: { row: 1 },
    });
    expect(await problemOf(() => read(place('<gx:Track xmlns:gx="x"/>')))).toMatchObject({
      code: 'geodata.geometry-unknown',
      params: { found: 'Track' },
    });
  });
});

describe('TopoJSON', () => {
  // Two triangles that share an arc; quantised on a grid of 0.1°.
  const topology = {
    type: 'Topology',
    transform: { scale: [0.1, 0.1], translate: [7, 51] },
    objects: {
      areas: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', arcs: [[0, 1]], properties: { key: 'a' } },
          { type: 'Polygon', arcs: [[-1, 2]], id: 'b' },
          { type: null, properties: { key: 'c' } },
        ],
      },
    },
    arcs: [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [1, 1],
        [-1, 0],
        [0, -1],
      ],
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
    ],
  };

  it('is unfolded from its arcs; ids become a property', async () => {
    const { data } = await read(jsonSource(topology, 'a.topojson'));
    expect(data.features).toMatchObject([
      {
        row: 1,
        properties: { key: 'a' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [7, 51],
              [7.1, 51.1],
              [7, 51.1],
              [7, 51],
            ],
          ],
        },
      },
      { row: 2, properties: { id: 'b' } },
      { row: 3, properties: { key: 'c' }, geometry: null },
    ]);
  });

  it('is refused where arcs are missing or several objects are offered', async () => {
    expect(await problemOf(() => read(jsonSource({ ...topology, arcs: [] }, 'a.topojson')))).toMatchObject({
      code: 'geodata.damaged',
      params: { format: 'topojson' },
      where: { layer: 'areas' },
    });
    const two = { ...topology, objects: { ...topology.objects, more: topology.objects.areas } };
    expect(await problemOf(() => read(jsonSource(two, 'a.topojson')))).toMatchObject({
      code: 'geodata.layer-unclear',
      params: { found: 'areas, more' },
    });
    expect((await read(jsonSource(two, 'a.topojson'), { layer: 'more' })).data.features).toHaveLength(3);
  });
});

describe('well-known binary', () => {
  /** Bytes from numbers: `u` 4 bytes, `d` 8 bytes, little-endian; a bare number is one byte. */
  const bytesOf = (...parts: (number | ['u' | 'd', number])[]): Uint8Array =>
    Uint8Array.from(
      parts.flatMap((part) => {
        if (typeof part === 'number') return [part];
        const view = new DataView(new ArrayBuffer(part[0] === 'u' ? 4 : 8));
        if (part[0] === 'u') view.setUint32(0, part[1], true);
        else view.setFloat64(0, part[1], true);
        return [...new Uint8Array(view.buffer)];
      }),
    );

  it('is read in the ISO and the EWKB spelling of height and measure, which are dropped', () => {
    const point = { type: 'Point', coordinates: [7, 51] };
    expect(readWkb(bytesOf(1, ['u', 1], ['d', 7], ['d', 51]))).toEqual(point);
    expect(readWkb(bytesOf(1, ['u', 1001], ['d', 7], ['d', 51], ['d', 3]))).toEqual(point);
    expect(readWkb(bytesOf(1, ['u', 3001], ['d', 7], ['d', 51], ['d', 3], ['d', 4]))).toEqual(point);
    expect(readWkb(bytesOf(1, ['u', 0xa0000001], ['u', 4326], ['d', 7], ['d', 51], ['d', 3]))).toEqual(point);
    const line = bytesOf(1, ['u', 2002], ['u', 2], ['d', 7], ['d', 51], ['d', 0], ['d', 8], ['d', 52], ['d', 0]);
    expect(readWkb(line)).toEqual({
      type: 'LineString',
      coordinates: [
        [7, 51],
        [8, 52],
      ],
    });
  });

  it('is null where it is empty: NaN points, no rings, no parts', () => {
    expect(readWkb(bytesOf(1, ['u', 1], ['d', Number.NaN], ['d', Number.NaN]))).toBeNull();
    for (const type of [2, 3, 4, 5, 6, 7]) expect(readWkb(bytesOf(1, ['u', type], ['u', 0]))).toBeNull();
  });

  it('is refused for curves and for bytes that end too early', () => {
    const typeOf = (bytes: Uint8Array) => {
      try {
        return readWkb(bytes);
      } catch (error) {
        return error instanceof WkbError ? error.type : error;
      }
    };
    expect(typeOf(bytesOf(1, ['u', 10], ['u', 0]))).toBe(10);
    expect(typeOf(bytesOf(1, ['u', 2], ['u', 4_000_000_000], ['d', 7]))).toBeNull();
  });
});

describeWithShared('awkward files', () => {
  it('of GeoPackages are read: un-indexed, in write-ahead mode, with empty geometries', async () => {
    const [indexed, unindexed] = await Promise.all([
      readShared('awkward/gpkg/planetiler_geopackage.gpkg'),
      readShared('awkward/gpkg/planetiler_geopackage-unindexed.gpkg'),
    ]);
    expect(unindexed.data).toEqual(indexed.data);
    expect(indexed.data.features).toHaveLength(86);
    expect(indexed.data.columns).toEqual(['fid', 'name', 'marker-col', 'marker-sym', 'line']);
    const empty = await readShared('awkward/gpkg/planetiler_empty-geom.gpkg');
    expect(empty.data.features.map(({ geometry }) => geometry)).toEqual([null]);
    expect(codesOf(empty.notes)).toEqual(['geodata.geometries-missing']);
    const green = await readShared('awkward/upload-cases/tool_green_areas.gpkg');
    expect(green.data.features).toHaveLength(90);
    expect((await readShared('awkward/upload-cases/tool_points_with_category.gpkg')).data.features).toHaveLength(550);
    expect((await readShared('awkward/upload-cases/tool_zipcode_polygon.gpkg')).data.features).toHaveLength(10);
  });

  it('hold the same five areas as GeoPackage, zipped shapefile and KML', async () => {
    const [gpkg, shp, kmlTable] = await Promise.all(
      ['gpkg', 'zip', 'kml'].map(
        async (ending) => (await readShared(`awkward/upload-cases/valid_polygon_valid.${ending}`)).data,
      ),
    );
    const names = (table: typeof gpkg) => table?.features.map(({ properties }) => properties.gen);
    expect(names(gpkg)).toHaveLength(5);
    expect(names(shp)).toEqual(names(gpkg));
    expect(names(kmlTable)).toEqual(names(gpkg));
    expect(shp?.features.map(({ geometry }) => geometry)).toEqual(gpkg?.features.map(({ geometry }) => geometry));
  });

  it('of points are the same as KML and zipped shapefile', async () => {
    const [shp, kmlTable] = await Promise.all(
      ['zip', 'kml'].map(async (ending) => (await readShared(`awkward/upload-cases/valid_point_valid.${ending}`)).data),
    );
    expect(shp?.features).toHaveLength(26);
    expect(shp?.features.map(({ geometry }) => geometry)).toEqual(kmlTable?.features.map(({ geometry }) => geometry));
  });

  it('that are something else are refused with what they are', async () => {
    const refusal = async (path: string) => {
      const { code, params } = await problemOf(() => readShared(`awkward/${path}`));
      return code === 'geodata.not-map-data' ? (params as { found: string }).found : { code, params };
    };
    expect(await refusal('upload-cases/invalid_invalid_wrong_file_extension.gpkg')).toBe('text');
    expect(await refusal('upload-cases/invalid_invalid_no_header.csv')).toBe('text');
    expect(await refusal('upload-cases/invalid_invalid_bad_formed.xlsx')).toBe('excel');
    expect(await refusal('deegree_CadastralZoning.gml')).toBe('gml');
    expect(await refusal('josm_multipolygon.osm')).toBe('osm');
    expect(await refusal('zip_disguised_as.csv')).toEqual({
      code: 'geodata.archive-without-map-data',
      params: {
        found:
          'de_hh_up_hh_schulen_eingaenge_EPSG_25832.csv, de_hh_up_hh_schulen_eingaenge_EPSG_4326.csv, dialect.json',
      },
    });
    expect(await problemOf(() => readShared('awkward/sample.json'))).toMatchObject({
      code: 'geodata.json-damaged',
      where: { file: 'sample.json', row: 3 },
    });
  });

  it('with null geometries keep their rows and count them', async () => {
    const { data, notes } = await readShared('awkward/six_counties_three_null.json');
    expect(data.features).toHaveLength(6);
    expect(data.features.filter(({ geometry }) => geometry === null)).toHaveLength(3);
    expect(notes).toContainEqual(expect.objectContaining({ code: 'geodata.geometries-missing', count: 3 }));
  });

  it('with broken polygons come out repaired', async () => {
    const repairs = async (path: string) =>
      (await readShared(`awkward/geom/${path}`)).notes.map(({ code, params }) =>
        'repairs' in params ? params.repairs : code,
      );
    expect(await repairs('ex10_bowtie.json')).toEqual([['self-touching']]);
    expect(await repairs('ex11_ogc.geojson')).toEqual([]);
    expect(await repairs('ex12_ogc.geojson')).toEqual([['parts-overlapping']]);
    expect(await repairs('ex13_ogc.json')).toEqual([['self-crossing']]);
    expect(await repairs('ex21_crossed_lines.json')).toEqual([]);
    expect(await repairs('ex9_FranklinTwoPrecinctsDetail.json')).toEqual(['geodata.rounding-repaired']);
  });
});

describe('a GeoPackage', () => {
  const sqlite = { name: 'a.gpkg', bytes: strToU8('SQLite format 3\0 and then nothing of use'.padEnd(4096)) };

  it('is refused where SQLite was not loaded, and where the database is damaged', async () => {
    expect(await problemOf(() => readGeoTable([sqlite]))).toMatchObject({ code: 'geodata.sqlite-missing' });
    expect(await problemOf(() => read(sqlite))).toMatchObject({
      code: 'geodata.damaged',
      params: { format: 'geopackage' },
    });
  });
});

describeWithGdal('files that GDAL wrote', () => {
  const leipzig = sharedPath('data', 'leipzig', 'ortsteile.json');
  const shapes = async (source: ReturnType<typeof ogr>, options = {}) =>
    (await read(source, options)).data.features.map(({ geometry, properties }) => [
      properties.OT,
      properties.Name,
      geometry,
    ]);

  it('hold the same 63 Ortsteile as GeoPackage, FlatGeobuf, GeoJSON and zipped shapefile', async () => {
    const original = await shapes(sharedSource('leipzig/ortsteile.json'));
    expect(original).toHaveLength(63);
    expect(await shapes(ogr('a.gpkg', ['-f', 'GPKG', leipzig]))).toEqual(original);
    expect(await shapes(ogr('a.fgb', ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO', leipzig]))).toEqual(original);
    expect(await shapes(ogr('a.shz', ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8', leipzig]))).toEqual(original);
  });

  it('in metres come back within 2 cm: UTM, Gauß-Krüger with the shift, LAEA; codes and WKT from the file itself', async () => {
    const { features } = (await readShared('leipzig/ortsteile.json')).data;
    const byKey = new Map(features.map(({ geometry, properties }) => [properties.OT, geometry]));
    for (const [epsg, format, name] of [
      [25833, 'GPKG', 'a.gpkg'],
      [31468, 'FlatGeobuf', 'a.fgb'],
      [3035, 'ESRI Shapefile', 'a.shz'],
    ] as const) {
      const projected = await read(ogr(name, ['-f', format, '-t_srs', `EPSG:${epsg}`, leipzig]));
      expect(projected.data.features).toHaveLength(63);
      // PROJ may take a finer shift than the seven parameters for Gauß-Krüger: 3 m at most (EPSG:1777).
      const meters = epsg === 31468 ? 3 : 0.02;
      for (const { geometry, properties } of projected.data.features) {
        expect(countCornersApart(geometry, byKey.get(properties.OT) ?? null, meters)).toBe(0);
      }
    }
  });

  it('as FlatGeobuf with an index hold the same objects in another order; cut off they are refused', async () => {
    const source = ogr('a.fgb', ['-f', 'FlatGeobuf', leipzig]);
    const names = (await shapes(source)).map((row) => row[0]);
    expect(names).toHaveLength(63);
    expect(new Set(names).size).toBe(63);
    const cut = { name: 'cut.fgb', bytes: source.bytes.subarray(0, source.bytes.length - 500) };
    expect(await problemOf(() => read(cut))).toMatchObject({
      code: 'geodata.damaged',
      params: { format: 'flatgeobuf' },
    });
  });

  it('with several layers ask which one', async () => {
    const kinds = "select *, case when OT < '50' then 'a' else 'b' end as kind from ortsteile";
    const source = ogr('a.gpkg', ['-f', 'GPKG', leipzig, '-dialect', 'sqlite', '-sql', kinds, '-nln', 'ortsteile']);
    expect((await read(source, { layer: 'ortsteile' })).data.features).toHaveLength(63);
    expect(await problemOf(() => read(source, { layer: 'bezirke' }))).toMatchObject({
      code: 'geodata.layer-unknown',
      params: { expected: 'bezirke', found: 'ortsteile' },
    });
  });
});
