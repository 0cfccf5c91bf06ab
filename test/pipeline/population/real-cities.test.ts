import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { AgeBand, Area, DemandPoint, District } from '../../../src/city/types.ts';
import { type GeoTableOptions, readGeoTable } from '../../../src/pipeline/geodata/read-geo-table.ts';
import { type Distribution, distributePopulation } from '../../../src/pipeline/population/distribute-population.ts';
import type { DistrictCountsOptions } from '../../../src/pipeline/population/population-options.ts';
import {
  type DistrictPopulation,
  readDistrictCounts,
  readJoin,
} from '../../../src/pipeline/population/read-district-counts.ts';
import { readPopulationGrid } from '../../../src/pipeline/population/read-population-grid.ts';
import { readTextTable } from '../../../src/pipeline/tables/read-text-table.ts';
import type { JsonTableOptions } from '../../../src/pipeline/tables/table-options.ts';
import { describeWithShared, sharedPath } from '../../shared-folder.ts';
import { dataSource } from '../tables/table-sources.ts';
import { cityWith, sumOf } from './metric-city.ts';

/** What a city's test starts from. */
interface CityFiles {
  readonly epsg: number;
  readonly areas: readonly (readonly string[])[];
  readonly read?: GeoTableOptions;
  readonly key: string;
  readonly table: readonly string[];
  readonly json?: JsonTableOptions;
  readonly options: DistrictCountsOptions;
  readonly lookup?: readonly string[];
  readonly grid?: string;
}

async function districtsOf({ areas, read, key }: CityFiles): Promise<District[]> {
  const { data } = await readGeoTable(
    areas.map((path) => dataSource(...path)),
    read ?? {},
  );
  return data.features.map(({ geometry, properties }) => ({
    id: `stadt:${properties[key]}`,
    level: 1,
    parent: null,
    name: String(properties[key]),
    geometry: geometry as Area,
  }));
}

async function peopleOf(
  city: CityFiles,
): Promise<{ counts: DistrictPopulation; result: Distribution; codes: string[] }> {
  const districts = await districtsOf(city);
  const table = readTextTable(dataSource(...city.table), city.json ? { json: city.json } : {}).data;
  const lookup = city.lookup
    ? readTextTable(dataSource(...city.lookup), { json: { path: ['**'], columns: ['id', 'fid'] } }).data
    : null;
  const counts = readDistrictCounts(table, city.options, {
    file: city.table.at(-1) as string,
    idByKey: new Map(districts.map(({ id, name }) => [name, id])),
    ...(lookup && { join: readJoin(lookup, { from: 'id', to: 'fid' }, 'lookup') }),
  }).data;
  const grid = city.grid ? readPopulationGrid(dataSource('zensus', city.grid), { form: 'wide' }, null).data : null;
  const { data, notes } = distributePopulation(cityWith({ epsg: city.epsg, districts, ...counts, grid }));
  return { counts, result: data, codes: notes.map(({ code }) => code) };
}

/** Every district's total and bands against the sums of its points, to the thousandth. */
function expectExact({ counts, bands }: DistrictPopulation, points: readonly DemandPoint[]): void {
  const byDistrict = new Map<string | null, DemandPoint[]>();
  for (const point of points) {
    const id = point.districts[0] ?? null;
    byDistrict.set(id, [...(byDistrict.get(id) ?? []), point]);
  }
  const sums = counts.map(({ district }) => {
    const own = byDistrict.get(district) ?? [];
    const persons = bands.map((_, i) => sumOf(own.map((point) => point.persons[i] ?? null)));
    return { district, total: sumOf(own.map(({ total }) => total)), persons };
  });
  expect(sums).toEqual(counts);
}

const band = (from: number, to: number | null): AgeBand => ({ from, to });

describeWithShared('the people of Köln 2012 over the grid of 2022', () => {
  let city: Awaited<ReturnType<typeof peopleOf>>;
  beforeAll(async () => {
    city = await peopleOf({
      epsg: 25832,
      areas: ['shp', 'dbf', 'prj', 'shx'].map((ending) => ['koeln', 'shp', `Stadtteil.${ending}`]),
      read: { encoding: 'windows-1252' },
      key: 'STT_NR',
      table: ['koeln', 'bevoelkerung.csv'],
      options: {
        form: 'long',
        numbers: 'plain',
        district: 'raum_id',
        ages: 'zeile',
        values: 'zahl',
        filters: { jahr: '2012', tab_id: ['005', '020'] },
        groups: { Einwohner: 'total' },
        ignoreDistricts: ['000', '001', '002', '003', '004', '005', '006', '007', '008', '009'],
      },
      grid: 'koeln_zensus2022_100m_einwohner.csv.gz',
    });
  });

  it('are 1,044,555 in 86 Stadtteile, each with its 13 age groups to the person', () => {
    expect(city.counts.counts.length).toBe(86);
    expect(sumOf(city.counts.counts.map(({ total }) => total))).toBe(1_044_555);
    expectExact(city.counts, city.result.points);
  });

  it('lie in cells of the grid alone: no Stadtteil had to be spread evenly', () => {
    expect(city.codes).toEqual(['population.spread-by-grid', 'population.grid-scaled', 'population.cells-outside']);
    expect(city.result.points.every(({ id }) => id.startsWith('zensus:CRS3035RES100mN'))).toBe(true);
    expect(city.result.points.length).toBe(26_215);
  });
});

describeWithShared('the people of Berlin 2016 over the grid of 2022', () => {
  it('are 3,670,622 in 447 Planungsräume, with the ages under 6 to the person and the others a remainder', async () => {
    const { counts, result, codes } = await peopleOf({
      epsg: 25833,
      areas: [['berlin', 'lor_Planungsraum.topojson']],
      key: 's',
      table: ['berlin', 'EWR.csv'],
      lookup: ['berlin', 'lor_dict.json'],
      options: {
        form: 'wide',
        district: 'id',
        columns: {
          '2016_E_E00_01': band(0, 1),
          '2016_E_E01_02': band(1, 2),
          '2016_E_E02_03': band(2, 3),
          '2016_E_E03_05': band(3, 5),
          '2016_E_E05_06': band(5, 6),
          '2016_E_E': 'total',
        },
      },
      grid: 'berlin_zensus2022_100m_einwohner.csv.gz',
    });
    const inside = result.points.filter(({ outside }) => !outside);
    expect(sumOf(inside.map(({ total }) => total))).toBe(3_670_622);
    expect(counts.bands.map((_, i) => sumOf(inside.map(({ persons }) => persons[i] ?? null)))).toEqual([
      36_966, 38_034, 37_503, 70_609, 33_532,
    ]);
    expectExact(counts, inside);
    expect(inside.every(({ total, persons }) => sumOf(persons) <= (total as number))).toBe(true);
    expect(result.points.length).toBe(64_321);
    expect(codes).toEqual(['population.spread-by-grid', 'population.grid-scaled', 'population.cells-outside']);
  });
});

describeWithShared('the people of cities of which only districts are known', () => {
  it('are spread evenly and assumed: Stuttgart 1986, 23 Stadtbezirke × 10 groups', async () => {
    const { counts, result, codes } = await peopleOf({
      epsg: 25832,
      areas: [['stuttgart', 'stuttgart_stadtbezirke.geojson']],
      key: 'name',
      table: ['stuttgart', 'einwohner_altersgruppen_stadtbezirke_1986-06-30.csv'],
      options: { form: 'long', district: 'Stadtbezirk', ages: 'Alter in 10 Gruppen', values: 'Einwohner' },
    });
    expect(counts.counts.length).toBe(23);
    expectExact(counts, result.points);
    // The city covers 207 km², a cell 1 ha.
    expect(Math.abs(result.points.length - 20_700)).toBeLessThan(200);
    expect(result.points.every(({ grade }) => grade === 'assumed')).toBe(true);
    expect(result.demandGrid).toEqual({ epsg: 25832, cellMeters: 100 });
    expect(codes).toEqual(['population.spread-evenly']);
  });

  it('have totals only: Leipzig 2023, 63 Ortsteile by name', async () => {
    const { counts, result } = await peopleOf({
      epsg: 25833,
      areas: [['leipzig', 'ortsteile.json']],
      key: 'Name',
      table: ['leipzig', 'leipzig-einwohner-insgesamt.json'],
      json: { path: ['data', '2023', 'Einwohner insgesamt', '*'] },
      options: { form: 'long', numbers: 'plain', district: 'district', values: 'value' },
    });
    expectExact(counts, result.points);
    expect(sumOf(result.points.map(({ total }) => total))).toBe(628_718);
    expect(result.bands).toEqual([]);
  });
});

describeWithShared('the people of Neubrandenburg by cells of 1 km', () => {
  it('are those of the cells whose centre lies in the study area, to the person, whatever they are spread over', () => {
    const source = dataSource('zensus', 'neubrandenburg_zensus2011_1km.csv');
    const rows = readFileSync(sharedPath('data', 'zensus', source.name), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const isInside = ([, lat]: readonly number[]) => (lat as number) > 53.55;
    const grid = readPopulationGrid(source, { form: 'wide' }, null).data;
    const { data } = distributePopulation(cityWith({ epsg: 25833, grid, isInside }));
    const sums = [true, false].map((outside) =>
      sumOf(data.points.filter((p) => p.outside === outside).map((p) => p.total)),
    );
    expect((sums[0] as number) + (sums[1] as number)).toBe(79_817);
    expect(rows.length).toBe(212);
    const inside = data.points.filter(({ outside }) => !outside);
    const kilometre = ({ id }: DemandPoint) => {
      const [, x, y] = /^cell:3035-(\d+)-(\d+)$/.exec(id) as unknown as [string, string, string];
      return `CRS3035RES1000mN${Math.floor(Number(y) / 1000) * 1000}E${Math.floor(Number(x) / 1000) * 1000}`;
    };
    const cells = new Set(inside.map(kilometre));
    const expected = rows
      .map((row) => row.split(';') as [string, string, string, string])
      .filter(([id]) => cells.has(id))
      .reduce((sum, [, , , persons]) => sum + Number(persons), 0);
    expect(sums[1]).toBe(expected);
    expect(inside.length).toBe(cells.size * 100);
  });
});
