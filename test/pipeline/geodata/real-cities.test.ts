import { expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import type { GeoTable } from '../../../src/pipeline/types.ts';
import type { Area } from '../../../src/shared/geometry/area.ts';
import { areaSquareMeters } from '../../../src/shared/geometry/area-square-meters.ts';
import type { Note } from '../../../src/shared/problem.ts';
import { describeWithShared, sharedPath } from '../../shared-folder.ts';
import {
  askGdal,
  countCornersApart,
  describeWithGdal,
  ogr,
  read,
  readShared,
  sharedShapefile,
} from './geodata-fixtures.ts';

/** The reprojection proj4 is not given: Köln's system as PROJ text. */
const KOELN_PROJ = '+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=2500000 +y_0=0 +datum=WGS84 +units=m +no_defs';

const LOR_LEVELS = ['Bezirk', 'Prognoseraum', 'Bezirksregion', 'Planungsraum'] as const;

function byKey(table: GeoTable, column: string) {
  return new Map(table.features.map(({ geometry, properties }) => [properties[column], geometry]));
}

/** Number of objects, and of corners that lie farther apart than `meters` in the objects with the same key. */
function compare(a: GeoTable, b: GeoTable, column: string, meters: number) {
  const others = byKey(b, column);
  const apart = a.features.map(({ geometry, properties }) =>
    countCornersApart(geometry, others.get(properties[column]) ?? null, meters),
  );
  return { objects: apart.length, cornersApart: apart.reduce((sum, count) => sum + count, 0) };
}

/** Rows and repairs of the polygons that were invalid in the source. */
function repairsOf(notes: readonly Note[]) {
  return notes.flatMap(({ code, params, where }) =>
    code === 'geodata.area-repaired'
      ? [{ row: where?.row, feature: where?.feature, repairs: (params as { repairs: unknown }).repairs }]
      : [],
  );
}

function squareMetersOf(table: GeoTable, epsg: number): number[] {
  const projection = projectionOf(epsg);
  return table.features.map(({ geometry }) => areaSquareMeters(geometry as Area, projection));
}

describeWithShared('Köln', () => {
  it('has its 9, 86 and 371 districts within 2 cm of the WGS 84 versions of the same files', async () => {
    const bezirke = (await read(sharedShapefile('koeln/shp/Stadtbezirk'))).data;
    const stadtteile = (await read(sharedShapefile('koeln/shp/Stadtteil'))).data;
    const viertel = (await read(sharedShapefile('koeln/shp/Stadtviertel'))).data;
    const pairs = [
      compare(bezirke, (await readShared('koeln/stadtbezirke.geojson')).data, 'STB_NR', 0.02),
      compare(stadtteile, (await readShared('koeln/stadtteile.kml')).data, 'STT_NR', 0.02),
      compare(viertel, (await readShared('koeln/stadtviertel.kml')).data, 'STV_NR', 0.02),
    ];
    expect(pairs).toEqual([9, 86, 371].map((objects) => ({ objects, cornersApart: 0 })));
  });

  it('has three polygons that touch themselves, repaired and named', async () => {
    const stadtteile = await read(sharedShapefile('koeln/shp/Stadtteil'));
    const viertel = await read(sharedShapefile('koeln/shp/Stadtviertel'));
    expect(repairsOf([...stadtteile.notes, ...viertel.notes])).toEqual([
      { row: 79, feature: 'STT_NR=202', repairs: ['self-touching'] },
      { row: 92, feature: 'STV_NR=20502', repairs: ['self-touching'] },
      { row: 366, feature: 'STV_NR=20201', repairs: ['self-touching'] },
    ]);
    expect(stadtteile.data.features.find(({ properties }) => properties.STT_NR === '105')?.properties.STT_NAME).toBe(
      'Deutz',
    );
    expect(viertel.data.features.some(({ properties }) => properties.STV_NAME === 'Siedlung Südfriedhof')).toBe(true);
  });

  it('has 4,498 points and 2,121 land-use areas of which five are invalid: four touch themselves, one is a line', async () => {
    const points = await read(sharedShapefile('koeln/fnp/signet_aktuell'));
    expect(points.data.features).toHaveLength(4498);
    const count = (kind: string) => points.data.features.filter(({ properties }) => properties.NAME === kind).length;
    const kinds = ['Kindereinrichtung', 'Schule', 'Spielplatz', 'Jugendeinrichtung', 'Alteneinrichtung'];
    expect(kinds.map(count)).toEqual([589, 269, 685, 127, 81]);
    const { data, notes } = await read(sharedShapefile('koeln/fnp/fnp_aktuell'));
    expect(data.features).toHaveLength(2121);
    expect(repairsOf(notes).map(({ row, repairs }) => [row, repairs])).toEqual([
      [475, ['self-touching']],
      [672, ['self-touching']],
      [1350, ['self-touching']],
      [1624, ['self-touching']],
    ]);
    const lost = notes.filter(({ code }) => code === 'geodata.area-lost');
    expect(lost.map(({ where }) => where?.row)).toEqual([2039]);
  });
});

describeWithShared('Berlin', () => {
  it('has 12, 60, 140 and 447 areas, with 0, 5, 13 and 2 invalid ones repaired and named', async () => {
    const tables = await Promise.all(LOR_LEVELS.map((level) => readShared(`berlin/lor_${level}.topojson`)));
    expect(tables.map(({ data }) => data.features.length)).toEqual([12, 60, 140, 447]);
    expect(tables.map(({ notes }) => repairsOf(notes).length)).toEqual([0, 5, 13, 2]);
    expect(repairsOf(tables[3]!.notes)).toEqual([
      { row: 68, feature: 's=03040508', repairs: ['self-crossing'] },
      { row: 436, feature: 's=12214125', repairs: ['self-crossing'] },
    ]);
  });

  it('keeps the area of every Planungsraum that the file states', async () => {
    const { data } = await readShared('berlin/lor_Planungsraum.topojson');
    const measured = squareMetersOf(data, 25833);
    const shares = data.features.map(({ properties }, i) => Math.abs(measured[i]! / (properties.a as number) - 1));
    // The outlines are simplified and quantised; the figures in the file are those of the originals.
    expect(Math.max(...shares)).toBeLessThan(0.08);
    const total = measured.reduce((sum, area) => sum + area, 0);
    const stated = data.features.reduce((sum, { properties }) => sum + (properties.a as number), 0);
    expect(Math.abs(total / stated - 1)).toBeLessThan(0.002);
  });
});

describeWithShared('Stuttgart, Leipzig and Heidelberg', () => {
  it('have 23 Stadtbezirke, 10 Stadtbezirke with 63 Ortsteile, and a boundary in EPSG:25832 by its crs member', async () => {
    const stuttgart = await readShared('stuttgart/stuttgart_stadtbezirke.geojson');
    expect(stuttgart.data.features).toHaveLength(23);
    expect(stuttgart.notes).toEqual([]);
    expect((await readShared('leipzig/bezirke.json')).data.features).toHaveLength(10);
    expect((await readShared('leipzig/ortsteile.json')).data.features).toHaveLength(63);
    const heidelberg = (await readShared('heidelberg/stadtgrenze_heidelberg.geojson')).data;
    // The official area is 108.83 km²; a UTM plane shrinks lengths near its central meridian (9° E) by 0.9996.
    expect(squareMetersOf(heidelberg, 25832)[0]! / 1e6 / 0.9996 ** 2).toBeCloseTo(108.83, 2);
  });
});

describeWithGdal('GDAL reads the same', () => {
  it('corners of Köln’s shapefiles within 2 cm', async () => {
    for (const [name, key] of [
      ['Stadtbezirk', 'STB_NR'],
      ['Stadtteil', 'STT_NR'],
      ['Stadtviertel', 'STV_NR'],
    ] as const) {
      const ours = (await read(sharedShapefile(`koeln/shp/${name}`))).data;
      const file = sharedPath('data', 'koeln', 'shp', `${name}.shp`);
      const srs = ['-s_srs', KOELN_PROJ, '-t_srs', '+proj=longlat +datum=WGS84'];
      const theirs = (await read(ogr('a.json', ['-f', 'GeoJSON', ...srs, '-lco', 'COORDINATE_PRECISION=9', file])))
        .data;
      expect(compare(ours, theirs, key, 0.02).cornersApart).toBe(0);
    }
  });

  it('invalid polygons, whose repaired areas equal those of ST_MakeValid to 3 m² and a ten-thousandth', async () => {
    for (const level of LOR_LEVELS.slice(1)) {
      const { data, notes } = await readShared(`berlin/lor_${level}.topojson`);
      const theirs = askGdal(
        sharedPath('data', 'berlin', `lor_${level}.topojson`),
        `select rowid as fid, ST_Area(ST_Transform(SetSRID(ST_MakeValid(geometry), 4326), 25833)) as area from ${level} where not ST_IsValid(geometry)`,
      );
      const areas = squareMetersOf(data, 25833);
      expect(repairsOf(notes).map(({ row }) => row)).toEqual(theirs.map(({ fid }) => Number(fid) + 1));
      for (const { fid, area } of theirs) {
        const difference = Math.abs(areas[Number(fid)]! - Number(area));
        expect(difference).toBeLessThan(Math.max(3, Number(area) / 10_000));
      }
    }
  });

  it('invalid polygons of Köln, with the same areas', async () => {
    for (const name of ['Stadtteil', 'Stadtviertel']) {
      const { data, notes } = await read(sharedShapefile(`koeln/shp/${name}`));
      const theirs = askGdal(
        sharedPath('data', 'koeln', 'shp', `${name}.shp`),
        `select rowid as fid, ST_Area(ST_MakeValid(geometry)) as area from ${name} where not ST_IsValid(geometry)`,
      );
      const areas = squareMetersOf(data, 25832);
      expect(theirs.length).toBeGreaterThan(0);
      expect(repairsOf(notes).map(({ row }) => row)).toEqual(theirs.map(({ fid }) => Number(fid) + 1));
      for (const { fid, area } of theirs) expect(Math.abs(areas[Number(fid)]! - Number(area))).toBeLessThan(3);
    }
  });
});
