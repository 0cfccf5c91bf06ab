import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/city/canonical-json.ts';
import { sha256Hex } from '../../src/city/checksum.ts';
import { openCity } from '../../src/city/open-city.ts';
import { memoryPackageSource } from '../../src/city/package-source.ts';
import { identityOf, readCity } from '../../src/city/read-city.ts';
import type { CityContent } from '../../src/city/types.ts';
import { writeCity } from '../../src/city/write-city.ts';
import { refusal } from './refusal.ts';
import { emptyCity, tinyCity } from './tiny-city.ts';

const byText = (a: unknown, b: unknown) => (canonicalJson([a]) < canonicalJson([b]) ? -1 : 1);

/** Layers come back in Hilbert order; sorted by their own text, two cities can be compared whole. */
function sorted(city: CityContent): CityContent {
  const order = (value: unknown, key: string): unknown =>
    Array.isArray(value) && key !== 'sources' && key !== 'notes' ? value.toSorted(byText) : value;
  const layers = Object.entries(city).map(([key, value]) => [key, order(value, key)]);
  const base = Object.entries(city.base ?? {}).map(([key, value]) => [key, order(value, key)]);
  return { ...Object.fromEntries(layers), base: city.base === null ? null : Object.fromEntries(base) } as CityContent;
}

/** The same city with every list whose order means nothing turned round, and the keys of every object too. */
function turnedRound(city: CityContent): CityContent {
  const turnKeys = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turnKeys);
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]) => [key, turnKeys(item)])
        .toReversed(),
    );
  };
  const base = Object.fromEntries(Object.entries(city.base!).map(([key, items]) => [key, items.toReversed()]));
  return turnKeys({
    ...city,
    districts: city.districts.toReversed(),
    population: city.population.toReversed(),
    houses: city.houses.toReversed(),
    districtFigures: city.districtFigures.toReversed(),
    context: city.context.toReversed(),
    social: city.social.map((one) => ({ ...one, rows: one.rows.toReversed() })),
    history: city.history.toReversed(),
    supplyAreas: city.supplyAreas.toReversed(),
    sites: city.sites.toReversed(),
    streets: city.streets.toReversed(),
    base,
  }) as CityContent;
}

const PATHS = [
  'base-buildings.fgb',
  'base-built-up.fgb',
  'base-green.fgb',
  'base-places.fgb',
  'base-rail.fgb',
  'base-roads.fgb',
  'base-streets.fgb',
  'base-water.fgb',
  'base-waterways.fgb',
  'catchments.fgb',
  'context.fgb',
  'district-figures.json',
  'districts.fgb',
  'facilities.fgb',
  'forecast.json',
  'history.json',
  'network.bin',
  'plots.fgb',
  'population.fgb',
  'sites.fgb',
  'social.json',
  'streets.json',
  'supply-areas.fgb',
];

function hasGdal(): boolean {
  try {
    execFileSync('ogr2ogr', ['--version']);
    return true;
  } catch {
    console.log('skipped: ogr2ogr (gdal-bin) is not installed, the layers are not read by GDAL');
    return false;
  }
}

/** The features of a layer as GDAL understands them. */
function readWithGdal(bytes: Uint8Array): { geometry: { type: string }; properties: Record<string, unknown> }[] {
  const folder = mkdtempSync(join(tmpdir(), 'city-'));
  const path = join(folder, 'layer.fgb');
  writeFileSync(path, bytes);
  const text = execFileSync('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', path], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return JSON.parse(text).features;
}

describe('writeCity', () => {
  it('writes a city that reads back whole, missing values included', async () => {
    const city = tinyCity();
    const back = await readCity(await openCity(memoryPackageSource(writeCity(city).files)));
    expect(sorted(back)).toEqual(sorted(city));
  });

  it('writes a city of nothing but its identity', async () => {
    const city = emptyCity();
    const { files } = writeCity(city);
    expect([...files.keys()]).toEqual(['manifest.json']);
    expect(await readCity(await openCity(memoryPackageSource(files)))).toEqual(city);
  });

  it('lists each file with its length, checksum and feature count, and streamed ones with those of their index', () => {
    const { files, manifest } = writeCity(tinyCity());
    expect(manifest.files.map((file) => file.path)).toEqual(PATHS);
    expect([...files.keys()].toSorted()).toEqual([...PATHS, 'manifest.json'].toSorted());
    for (const file of manifest.files) {
      const bytes = files.get(file.path)!;
      expect([file.bytes, file.sha256]).toEqual([bytes.length, sha256Hex(bytes)]);
    }
    const byPath = new Map(manifest.files.map((file) => [file.path, file]));
    expect(byPath.get('population.fgb')?.features).toBe(3);
    expect(byPath.get('network.bin')?.features).toBeNull();
    expect(byPath.get('population.fgb')?.indexBytes).toBeNull();
    const buildings = byPath.get('base-buildings.fgb')!;
    expect(buildings.indexSha256).toBe(sha256Hex(files.get('base-buildings.fgb')!.subarray(0, buildings.indexBytes!)));
  });

  it('names the services of houses and supply areas, in the catalogue order', () => {
    expect(writeCity(tinyCity()).manifest.services).toEqual(['kita-u3', 'kita-ue3', 'spielflaeche', 'gruen-nah']);
  });

  it('gives the same bytes twice, and in whatever order layers, rows and keys come', () => {
    const expected = writeCity(tinyCity());
    expect(writeCity(tinyCity())).toEqual(expected);
    expect(writeCity(turnedRound(tinyCity()))).toEqual(expected);
  });

  it('writes a package that was read back to the same bytes', async () => {
    const { files } = writeCity(tinyCity());
    const back = await readCity(await openCity(memoryPackageSource(files)));
    expect(writeCity(back).files).toEqual(files);
  });

  it('names the edition after the date of the data and a hash that changes with any content', () => {
    const city = tinyCity();
    const { edition } = writeCity(city).manifest;
    expect(edition).toMatch(/^2024-05-01-[0-9a-f]{12}$/);
    const [first, ...rest] = city.population;
    const oneMore = { ...city, population: [{ ...first!, total: 11.5 }, ...rest] };
    expect(writeCity(oneMore).manifest.edition).not.toBe(edition);
    const renamed = { ...city, identity: { ...city.identity, name: 'Neustadt' } };
    expect(writeCity(renamed).manifest.edition).not.toBe(edition);
  });

  it('rounds persons to thousandths', async () => {
    const city = tinyCity();
    const [first, ...rest] = city.population;
    const persons = [1 / 3, null, 2 / 3];
    const { files } = writeCity({ ...city, population: [{ ...first!, total: 1e-9, persons }, ...rest] });
    const back = await readCity(await openCity(memoryPackageSource(files)));
    const point = back.population.find(({ id }) => id === 'p:1');
    expect([point?.total, point?.persons]).toEqual([0, [0.333, null, 0.667]]);
  });

  it('keeps what the manifest says of the city', () => {
    const city = tinyCity();
    expect(identityOf(writeCity(city).manifest)).toEqual(city.identity);
  });

  it('refuses a metric coordinate system that nothing can be projected to', () => {
    const city = tinyCity();
    expect(() => writeCity({ ...city, identity: { ...city.identity, epsg: 9999 } })).toThrow('city.crs-unknown');
  });

  it('refuses what the reader would refuse: half a year, a figure that is no number', async () => {
    const city = tinyCity();
    const sites = city.sites.map((site) => ({ ...site, firstOccupancy: 2027.5 }));
    expect(await refusal(() => writeCity({ ...city, sites }))).toEqual({
      code: 'city.field-invalid',
      params: { path: 'first_occupancy', found: '2027.5', expected: 'int' },
      where: { file: 'sites.fgb', feature: 's:1', column: 'first_occupancy' },
    });
    const history = city.history.map((figure) => ({ ...figure, value: Number.NaN }));
    expect(await refusal(() => writeCity({ ...city, history }))).toEqual({
      code: 'city.field-invalid',
      params: { path: '[0].value', found: 'NaN', expected: 'number' },
      where: { file: 'history.json' },
    });
  });

  it.skipIf(!hasGdal())('writes houses that GDAL reads with flat columns', () => {
    const houses = readWithGdal(writeCity(tinyCity()).files.get('facilities.fgb')!);
    expect(houses.map(({ properties }) => [properties.id, properties.services, properties.places])).toEqual([
      ['h:1', 'kita-u3,kita-ue3', 18 + 40],
      ['h:2', '', 80],
    ]);
    expect(houses[0]?.properties.name).toBe('Kita „Straßenmäuse“');
    expect([houses[0]?.properties.step_free, houses[1]?.properties.step_free ?? null]).toEqual([true, null]);
  });

  it.skipIf(!hasGdal())('writes people per band that GDAL reads, missing ones missing', () => {
    const points = readWithGdal(writeCity(tinyCity()).files.get('population.fgb')!);
    // Versions of GDAL write a missing value as null or not at all.
    expect({ p_3_6: null, ...points[0]?.properties }).toEqual({
      id: 'p:1',
      district_1: 'd:1',
      district_2: 'd:1a',
      total: 10.5,
      p_0_3: 1.125,
      p_3_6: null,
      p_6_up: 0,
      outside: false,
      grade: 'estimated',
    });
  });

  it.skipIf(!hasGdal())('writes every layer so that GDAL reads all of its features', () => {
    const { files, manifest } = writeCity(tinyCity());
    for (const { path, features } of manifest.files.filter((file) => file.features !== null)) {
      expect([path, readWithGdal(files.get(path)!).length]).toEqual([path, features]);
    }
  });

  it.skipIf(!hasGdal())('gives GDAL one geometry type where single and multiple lines are mixed', () => {
    const waterways = readWithGdal(writeCity(tinyCity()).files.get('base-waterways.fgb')!);
    expect(waterways.map(({ geometry }) => geometry.type)).toEqual(['MultiLineString', 'MultiLineString']);
  });
});
