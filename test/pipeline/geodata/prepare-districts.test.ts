import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import type { DistrictLevelInput } from '../../../src/pipeline/geodata/district-rows.ts';
import { findOverlaps } from '../../../src/pipeline/geodata/find-overlaps.ts';
import { type PreparedDistrict, prepareDistricts } from '../../../src/pipeline/geodata/prepare-districts.ts';
import type { Cell, GeoTable } from '../../../src/pipeline/types.ts';
import { type Area, areaFromPolygons, polygonsOf } from '../../../src/shared/geometry/area.ts';
import { areaSquareMeters } from '../../../src/shared/geometry/area-square-meters.ts';
import { uniteAreas } from '../../../src/shared/geometry/clip-areas.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { interiorPoint } from '../../../src/shared/geometry/interior-point.ts';
import { areaContains } from '../../../src/shared/geometry/side-of-area.ts';
import { describeWithShared } from '../../shared-folder.ts';
import { problemOf, read, readShared, sharedShapefile } from './geodata-fixtures.ts';

const PLANE = projectionOf(25832);

/** A rectangle in thousandths of a degree east and north of 7° E, 51° N (70 m × 111 m each). */
function box(west: number, south: number, east: number, north: number): Area {
  const at = (x: number, y: number) => [7 + x / 1000, 51 + y / 1000];
  return {
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  };
}

type Row = readonly [Record<string, Cell>, Geometry | null];

function table(...rows: Row[]): GeoTable {
  return {
    columns: Object.keys(rows[0]?.[0] ?? {}),
    features: rows.map(([properties, geometry], i) => ({ row: i + 1, properties, geometry })),
  };
}

function level(number: number, rows: Row[], more: Partial<DistrictLevelInput> = {}): DistrictLevelInput {
  return {
    source: 'src',
    file: `level${number}.geojson`,
    table: table(...rows),
    level: number,
    id: 'nr',
    name: 'name',
    ...more,
  };
}

const HALVES: Row[] = [
  [{ nr: 1, name: 'West' }, box(0, 0, 10, 10)],
  [{ nr: 2, name: 'Ost' }, box(10, 0, 20, 10)],
];

const QUARTERS: Row[] = [
  [{ nr: '11', name: 'Südwest', up: '1' }, box(0, 0, 10, 5)],
  [{ nr: '12', name: 'Nordwest', up: '1' }, box(0, 5, 10, 10)],
  [{ nr: '21', name: 'Alles Ost', up: '2' }, box(10, 0, 20, 10)],
];

function prepare(...levels: DistrictLevelInput[]) {
  return prepareDistricts(levels, PLANE);
}

function summary(districts: readonly PreparedDistrict[]) {
  return districts.map(({ id, key, level: of, parent, name }) => ({ id, key, level: of, parent, name }));
}

describe('districts of two levels', () => {
  const expected = [
    { id: 'src:1', key: '1', level: 1, parent: null, name: 'West' },
    { id: 'src:2', key: '2', level: 1, parent: null, name: 'Ost' },
    { id: 'src:11', key: '11', level: 2, parent: 'src:1', name: 'Südwest' },
    { id: 'src:12', key: '12', level: 2, parent: 'src:1', name: 'Nordwest' },
    { id: 'src:21', key: '21', level: 2, parent: 'src:2', name: 'Alles Ost' },
  ];

  it('know their parent by position, by a column, and by the first characters of their key', () => {
    for (const parent of [undefined, 'up', { characters: 1 }]) {
      const { data, notes } = prepare(level(1, HALVES), level(2, QUARTERS, { parent }));
      expect(summary(data)).toEqual(expected);
      expect(notes).toEqual([]);
      expect(data[0]?.geometry).toEqual(box(0, 0, 10, 10));
    }
  });

  it('come out the same in whatever order levels and rows are given', () => {
    const reversed = prepare(level(2, [...QUARTERS].reverse()), level(1, [...HALVES].reverse()));
    expect(summary(reversed.data)).toEqual(expected);
  });

  it('take their names from a list, or from the key where there are none', () => {
    const names = new Map([
      ['1', 'Links'],
      ['2', 'Rechts'],
    ]);
    expect(prepare(level(1, HALVES, { names, name: undefined })).data.map(({ name }) => name)).toEqual([
      'Links',
      'Rechts',
    ]);
    expect(prepare(level(1, HALVES, { name: undefined })).data.map(({ name }) => name)).toEqual(['1', '2']);
  });

  it('may take their keys from the smaller districts in them; those without any are left out and named', () => {
    const halves: Row[] = [...HALVES.map(([, geometry]): Row => [{}, geometry]), [{}, box(50, 0, 51, 1)]];
    const coarse = level(1, halves, { id: { fromLevel: 2, characters: 1 }, name: undefined });
    const { data, notes } = prepare(coarse, level(2, QUARTERS));
    expect(summary(data).slice(0, 2)).toEqual([
      { id: 'src:1', key: '1', level: 1, parent: null, name: '1' },
      { id: 'src:2', key: '2', level: 1, parent: null, name: '2' },
    ]);
    expect(notes).toEqual([
      {
        severity: 'warning',
        code: 'district.without-key',
        params: { rows: '3' },
        where: { file: 'level1.geojson' },
        count: 1,
      },
    ]);
  });

  it('may have polygons in collections; rows without a geometry are left out and counted', () => {
    const collection: Geometry = {
      type: 'GeometryCollection',
      geometries: [box(0, 0, 1, 1), { type: 'Point', coordinates: [7, 51] }, box(2, 0, 3, 1)],
    };
    const { data, notes } = prepare(
      level(1, [
        [{ nr: 1, name: 'a' }, collection],
        [{ nr: 2, name: 'b' }, null],
      ]),
    );
    expect(data.map(({ geometry }) => geometry)).toEqual([
      areaFromPolygons([...polygonsOf(box(0, 0, 1, 1)), ...polygonsOf(box(2, 0, 3, 1))]),
    ]);
    expect(notes).toMatchObject([{ code: 'district.geometry-missing', count: 1 }]);
  });
});

describe('districts are refused', () => {
  const refusal = async (...levels: DistrictLevelInput[]) => problemOf(() => prepare(...levels));

  it('where a column is missing, naming those there are', async () => {
    for (const more of [{ id: 'key' }, { name: 'key' }, { parent: 'key' }]) {
      expect(await refusal(level(1, HALVES, more))).toEqual({
        code: 'district.column-missing',
        params: { column: 'key', found: 'nr, name' },
        where: { file: 'level1.geojson' },
      });
    }
  });

  it('where a key is missing or stands twice, with file, row and key', async () => {
    expect(await refusal(level(1, [HALVES[0]!, [{ nr: ' ', name: 'x' }, box(10, 0, 20, 10)]]))).toEqual({
      code: 'district.key-missing',
      params: {},
      where: { file: 'level1.geojson', row: 2, column: 'nr' },
    });
    expect(await refusal(level(1, [HALVES[0]!, [{ nr: '1', name: 'x' }, box(10, 0, 20, 10)]]))).toEqual({
      code: 'district.key-duplicate',
      params: { key: '1', firstRow: 1 },
      where: { file: 'level1.geojson', row: 2, feature: '1' },
    });
  });

  it('where a name is missing, in the table or in the list', async () => {
    expect(await refusal(level(1, [[{ nr: 1, name: '' }, box(0, 0, 1, 1)]]))).toMatchObject({
      code: 'district.name-missing',
      params: { key: '1' },
      where: { row: 1 },
    });
    expect(await refusal(level(1, HALVES, { names: new Map([['1', 'West']]) }))).toMatchObject({
      code: 'district.name-unknown',
      params: { key: '2' },
    });
  });

  it('where a geometry is no area', async () => {
    expect(
      await refusal(
        level(1, [
          [
            { nr: 1, name: 'a' },
            { type: 'Point', coordinates: [7, 51] },
          ],
        ]),
      ),
    ).toMatchObject({
      code: 'district.not-area',
      params: { found: 'Point' },
      where: { row: 1 },
    });
  });

  it('where a parent is unknown, far away, or another one than stated', async () => {
    const orphan: Row[] = [[{ nr: '31', name: 'Fern', up: '3' }, box(100, 0, 101, 1)]];
    expect(await refusal(level(1, HALVES), level(2, orphan, { parent: 'up' }))).toMatchObject({
      code: 'district.parent-unknown',
      params: { parent: '3', found: '1, 2' },
      where: { row: 1, feature: 'Fern' },
    });
    expect(await refusal(level(1, HALVES), level(2, orphan))).toMatchObject({ code: 'district.parent-not-found' });
    const wrong: Row[] = [[{ nr: '11', name: 'Falsch', up: '1' }, box(9, 0, 19, 10)]];
    expect(await refusal(level(1, HALVES), level(2, wrong, { parent: 'up' }))).toEqual({
      code: 'district.outside-parent',
      // A tenth of it lies in the west, sampled on a grid of 24.
      params: { parent: 'West', share: 0.92 },
      where: { file: 'level2.geojson', feature: 'Falsch' },
    });
  });

  it('where neighbours overlap by more than a hundredth of the smaller one, or are drawn twice', async () => {
    const overlapping: Row[] = [HALVES[0]!, [{ nr: 2, name: 'Ost' }, box(9, 0, 20, 10)]];
    const problem = await refusal(level(1, overlapping));
    expect(problem).toMatchObject({
      code: 'district.siblings-overlap',
      params: { other: 'West' },
      where: { feature: 'Ost' },
    });
    // One tenth of the western half.
    expect((problem.params as { share: number }).share).toBeCloseTo(0.1, 4);
    const twice: Row[] = [HALVES[0]!, [{ nr: 2, name: 'Doppelt' }, box(0, 0, 10, 10)]];
    expect(await refusal(level(1, twice))).toMatchObject({ code: 'district.siblings-overlap', params: { share: 1 } });
    const crossing: Row[] = [
      [{ nr: 1, name: 'Quer' }, box(0, 4, 10, 6)],
      [{ nr: 2, name: 'Hoch' }, box(4, 0, 6, 10)],
    ];
    expect(await refusal(level(1, crossing))).toMatchObject({ code: 'district.siblings-overlap' });
  });

  it('where a level is missing between others, or the keys inside one area differ', async () => {
    expect(await refusal(level(2, QUARTERS))).toMatchObject({ code: 'district.level-unknown', params: { level: 1 } });
    const whole = level(1, [[{}, box(0, 0, 20, 10)]], { id: { fromLevel: 2, characters: 1 }, name: undefined });
    expect(await refusal(whole, level(2, QUARTERS))).toMatchObject({
      code: 'district.keys-unclear',
      params: { found: '1, 2' },
      where: { row: 1 },
    });
    const nowhere = level(1, HALVES, { id: { fromLevel: 3, characters: 1 } });
    expect(await refusal(nowhere)).toMatchObject({ code: 'district.level-unknown', params: { level: 3 } });
  });
});

describe('borders that do not match', () => {
  it('lose slivers to the district whose id comes first, whatever the order of rows', () => {
    // The eastern half begins 0.05 units (3.5 m) too far west.
    const rows: Row[] = [HALVES[0]!, [{ nr: 2, name: 'Ost' }, box(9.95, 0, 20, 10)]];
    const forward = prepare(level(1, rows));
    expect(prepare(level(1, [...rows].reverse())).data).toEqual(forward.data);
    expect(forward.data.map(({ geometry }) => geometry)).toEqual([
      box(0, 0, 10, 10),
      {
        type: 'Polygon',
        coordinates: [
          expect.arrayContaining([
            [7.01, 51],
            [7.02, 51],
            [7.02, 51.01],
            [7.01, 51.01],
          ]),
        ],
      },
    ]);
    const sliver = areaSquareMeters(box(9.95, 0, 10, 10), PLANE);
    expect(forward.notes).toEqual([
      {
        severity: 'warning',
        code: 'district.siblings-trimmed',
        params: { districts: 'Ost', squareMeters: Math.round(sliver) },
        where: { file: 'level1.geojson' },
        count: 1,
      },
    ]);
  });

  it('are left alone where rounding alone has moved a corner', () => {
    const corner: Row[] = [
      HALVES[0]!,
      [
        { nr: 2, name: 'Ost' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [7.01, 51],
              [7.02, 51],
              [7.02, 51.01],
              [7.01, 51.01],
              // Two centimetres into the western half.
              [7.0099997, 51.005],
              [7.01, 51],
            ],
          ],
        },
      ],
    ];
    const { data, notes } = prepare(level(1, corner));
    expect(notes).toEqual([]);
    expect(data[1]?.geometry).toEqual(corner[1]?.[1]);
  });

  it('of a child beyond its parent are noted with their share', () => {
    // 0.5 of 5.5 units stand out in the north.
    const quarters: Row[] = [
      QUARTERS[0]!,
      [{ nr: '12', name: 'Nordwest', up: '1' }, box(0, 5, 10, 10.5)],
      QUARTERS[2]!,
    ];
    const { data, notes } = prepare(level(1, HALVES), level(2, quarters));
    expect(data).toHaveLength(5);
    expect(notes).toMatchObject([
      { severity: 'info', code: 'district.beyond-parent', params: { districts: 'Nordwest' }, count: 1 },
    ]);
    const [beyond] = notes.map(({ params }) => params as { share: number });
    expect(Math.abs(beyond!.share - 0.5 / 5.5)).toBeLessThan(1 / 24);
  });
});

/** What must hold for districts of any city. */
function expectSound(districts: readonly PreparedDistrict[]): void {
  const byId = new Map(districts.map((district) => [district.id, district]));
  expect(byId.size).toBe(districts.length);
  for (const { level: of, parent, geometry } of districts) {
    if (of === 1) expect(parent).toBeNull();
    else {
      expect(byId.get(parent ?? '')?.level).toBe(of - 1);
      expect(areaContains(byId.get(parent ?? '')!.geometry, interiorPoint(geometry))).toBe(true);
    }
  }
  for (const of of new Set(districts.map((district) => district.level))) {
    const areas = districts.filter((district) => district.level === of).map(({ geometry }) => geometry);
    expect(findOverlaps(areas)).toEqual([]);
  }
  const locator = createDistrictLocator(districts);
  for (const { id, level: of, geometry } of districts.filter((district) => district.level === locator.levelCount)) {
    expect(locator.locate(interiorPoint(geometry))[of - 1]).toBe(id);
  }
}

function countsByLevel(districts: readonly PreparedDistrict[]): number[] {
  const counts: number[] = [];
  for (const { level: of } of districts) counts[of - 1] = (counts[of - 1] ?? 0) + 1;
  return counts;
}

describeWithShared('real districts', () => {
  it('of Berlin nest in four levels whose upper three have no keys of their own', async () => {
    const lor = async (name: string) => (await readShared(`berlin/lor_${name}.topojson`)).data;
    const coarse = async (number: number, name: string, characters: number): Promise<DistrictLevelInput> => ({
      source: `lor${number}`,
      file: name,
      table: await lor(name),
      level: number,
      id: { fromLevel: 4, characters },
      parent: number > 1 ? { characters: characters - 2 } : undefined,
    });
    const { data, notes } = prepareDistricts(
      [
        await coarse(1, 'Bezirk', 2),
        await coarse(2, 'Prognoseraum', 4),
        await coarse(3, 'Bezirksregion', 6),
        {
          source: 'lor4',
          file: 'Planungsraum',
          table: await lor('Planungsraum'),
          level: 4,
          id: 's',
          parent: { characters: 6 },
        },
      ],
      projectionOf(25833),
    );
    // Two of the 140 Bezirksregionen are two halves of an exclave 2 km outside, with no Planungsraum and so no key: officially there are 138.
    expect(countsByLevel(data)).toEqual([12, 60, 138, 447]);
    expect(notes).toContainEqual({
      severity: 'warning',
      code: 'district.without-key',
      params: { rows: '139, 140' },
      where: { file: 'Bezirksregion' },
      count: 2,
    });
    expect(data.find(({ id }) => id === 'lor4:01011101')).toMatchObject({ parent: 'lor3:010111', level: 4 });
    expectSound(data);
  });

  it('of Köln nest in three levels, by key and by position alike', async () => {
    const shp = async (name: string) => (await read(sharedShapefile(`koeln/shp/${name}`))).data;
    const tables = await Promise.all(['Stadtbezirk', 'Stadtteil', 'Stadtviertel'].map(shp));
    const prepareBy = (byKey: boolean) =>
      prepareDistricts(
        ['STB', 'STT', 'STV'].map((prefix, i) => ({
          source: prefix.toLowerCase(),
          file: `${prefix}.shp`,
          table: tables[i]!,
          level: i + 1,
          id: `${prefix}_NR`,
          name: `${prefix}_NAME`,
          parent: byKey && i > 0 ? { characters: i === 1 ? 1 : 3 } : undefined,
        })),
        PLANE,
      );
    const { data } = prepareBy(true);
    expect(countsByLevel(data)).toEqual([9, 86, 371]);
    expect(summary(prepareBy(false).data)).toEqual(summary(data));
    expectSound(data);
    // Stadtbezirke and Stadtteile cover the 405.0 km² of the city; Stadtviertel leave out woods, river and harbours.
    const squareKilometers = [1, 2, 3].map((of) =>
      data
        .filter((district) => district.level === of)
        .reduce((sum, { geometry }) => sum + areaSquareMeters(geometry, PLANE) / 1e6, 0),
    );
    expect(squareKilometers.map(Math.round)).toEqual([405, 405, 188]);
  });

  it('of Leipzig nest by position, and of Stuttgart make one level', async () => {
    const leipzig = prepareDistricts(
      [
        {
          source: 'sbz',
          file: 'a',
          table: (await readShared('leipzig/bezirke.json')).data,
          level: 1,
          id: 'SBZ',
          name: 'Name',
        },
        {
          source: 'ot',
          file: 'b',
          table: (await readShared('leipzig/ortsteile.json')).data,
          level: 2,
          id: 'OT',
          name: 'Name',
        },
      ],
      projectionOf(25833),
    );
    expect(countsByLevel(leipzig.data)).toEqual([10, 63]);
    expect(leipzig.notes).toEqual([]);
    expectSound(leipzig.data);
    // Leipzig numbers its Ortsteile by Stadtbezirk.
    for (const { key, parent } of leipzig.data.filter((district) => district.level === 2))
      expect(parent).toBe(`sbz:${key[0]}`);
    const table = (await readShared('stuttgart/stuttgart_stadtbezirke.geojson')).data;
    const stuttgart = prepareDistricts(
      [{ source: 's', file: 'c', table, level: 1, id: 'districtNumber', name: 'name' }],
      PLANE,
    );
    expect(countsByLevel(stuttgart.data)).toEqual([23]);
    expectSound(stuttgart.data);
    const whole = uniteAreas(stuttgart.data.map(({ geometry }) => geometry));
    const sum = stuttgart.data.reduce((total, { geometry }) => total + areaSquareMeters(geometry, PLANE), 0);
    expect(Math.abs(areaSquareMeters(whole as Area, PLANE) / sum - 1)).toBeLessThan(1e-5);
  });
});
