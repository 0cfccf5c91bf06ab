import { describe, expect, it } from 'vitest';
import { openCity } from '../../src/city/open-city.ts';
import { memoryPackageSource, type PackageSource } from '../../src/city/package-source.ts';
import { openStreamedLayer } from '../../src/city/streamed-layer.ts';
import type { Building, CityContent, Manifest } from '../../src/city/types.ts';
import { writeCity } from '../../src/city/write-city.ts';
import { type LonLatBox, roundDegrees } from '../../src/shared/coordinates.ts';
import { boxesOverlap, boxOfGeometry } from '../../src/shared/geometry/box.ts';
import { seededRandom } from '../../src/shared/random.ts';
import { refusal } from './refusal.ts';
import { emptyCity, rectangle, tinyCity } from './tiny-city.ts';

/** A city with buildings of about 10 m at random places of a box 22 km wide. */
function builtCity(count: number): CityContent {
  const random = seededRandom(5);
  const buildings = Array.from({ length: count }, (_, i): Building => {
    const [lon, lat] = [roundDegrees(random.between(9, 9.3)), roundDegrees(random.between(48, 48.2))];
    const geometry = rectangle(lon, lat, roundDegrees(lon + 0.0001), roundDegrees(lat + 0.0001));
    return { geometry, levels: i, residential: null };
  });
  return { ...tinyCity(), base: { ...tinyCity().base!, buildings } };
}

const CITY = builtCity(5000);
const FILES = writeCity(CITY).files;
const QUARTER: LonLatBox = [9.1, 48.1, 9.12, 48.11];
const levelsInQuarter = CITY.base!.buildings.filter(({ geometry }) =>
  boxesOverlap(boxOfGeometry(geometry)!, QUARTER),
).map(({ levels }) => levels);

/** A source that writes down which bytes it was asked for. */
function watched(source: PackageSource): { source: PackageSource; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    source: {
      name: source.name,
      read: (path, ...rest) => {
        asked.push(path);
        return source.read(path, ...rest);
      },
      range: async (path, start, end) => {
        asked.push(`${path} ${start}–${end}`);
        return (await source.range?.(path, start, end)) ?? null;
      },
    },
  };
}

function withRecord(manifest: Manifest, change: object): Manifest {
  const files = manifest.files.map((file) => (file.path === 'base-buildings.fgb' ? { ...file, ...change } : file));
  return { ...manifest, files };
}

describe('openStreamedLayer', () => {
  it('finds the buildings of a box and reads little more than them', async () => {
    const { source, asked } = watched(memoryPackageSource(FILES));
    const opened = await openCity(source);
    const layer = await openStreamedLayer(opened, 'buildings');
    const found = await layer!.featuresInBox(QUARTER);
    expect(levelsInQuarter.length).toBeGreaterThan(5);
    expect(found.map(({ levels }) => levels).sort()).toEqual(levelsInQuarter.sort());
    const record = opened.manifest.files.find(({ path }) => path === 'base-buildings.fgb')!;
    const ranges = asked.filter((line) => line.startsWith('base-buildings.fgb '));
    expect(ranges[0]).toBe(`base-buildings.fgb 0–${record.indexBytes}`);
    const featureBytes = ranges.slice(1).reduce((sum, line) => {
      const [start, end] = line.split(' ')[1]!.split('–').map(Number);
      return sum + end! - start!;
    }, 0);
    expect(featureBytes).toBeLessThan((record.bytes - record.indexBytes!) / 4);
  });

  it('finds all buildings in a box around the city and none beside it', async () => {
    const layer = await openStreamedLayer(await openCity(memoryPackageSource(FILES)), 'buildings');
    expect(await layer!.featuresInBox([8, 47, 10, 49])).toHaveLength(5000);
    expect(await layer!.featuresInBox([10, 48, 11, 49])).toEqual([]);
  });

  it('gives streets with kind and name', async () => {
    const layer = await openStreamedLayer(await openCity(memoryPackageSource(FILES)), 'streets');
    expect(await layer!.featuresInBox([9, 48.005, 9.002, 48.007])).toEqual([CITY.base!.streets[0]]);
  });

  it('reads the whole file once from a source that gives no ranges', async () => {
    const { source, asked } = watched({ ...memoryPackageSource(FILES), range: async () => null });
    const layer = await openStreamedLayer(await openCity(source), 'buildings');
    const found = await Promise.all([layer!.featuresInBox(QUARTER), layer!.featuresInBox(QUARTER)]);
    for (const part of found) expect(part).toHaveLength(levelsInQuarter.length);
    expect(asked.filter((line) => line === 'base-buildings.fgb')).toHaveLength(1);
  });

  it('refuses a file over 64 MB from a source that gives no ranges', async () => {
    const opened = await openCity({ ...memoryPackageSource(FILES), range: async () => null });
    const manifest = withRecord(opened.manifest, { bytes: 64 * 1024 * 1024 + 1 });
    expect(await refusal(() => openStreamedLayer({ ...opened, manifest }, 'buildings'))).toEqual({
      code: 'city.ranges-unsupported',
      params: { megabytes: 65, limitMegabytes: 64 },
      where: { file: 'base-buildings.fgb' },
    });
  });

  it('is null where the package has no such layer', async () => {
    const opened = await openCity(memoryPackageSource(writeCity(emptyCity()).files));
    expect(await openStreamedLayer(opened, 'buildings')).toBeNull();
  });

  it('refuses an index in which one bit differs', async () => {
    const bytes = FILES.get('base-buildings.fgb')!;
    const files = new Map([...FILES, ['base-buildings.fgb', bytes.with(1000, bytes[1000]! ^ 1)]]);
    const opened = await openCity(memoryPackageSource(files));
    expect(await refusal(() => openStreamedLayer(opened, 'buildings'))).toMatchObject({
      code: 'city.checksum-wrong',
      where: { file: 'base-buildings.fgb' },
    });
  });

  it('refuses a file that ends before the features do', async () => {
    const bytes = FILES.get('base-buildings.fgb')!;
    const files = new Map([...FILES, ['base-buildings.fgb', bytes.subarray(0, bytes.length - 100)]]);
    const layer = await openStreamedLayer(await openCity(memoryPackageSource(files)), 'buildings');
    expect(await refusal(() => layer!.featuresInBox([8, 47, 10, 49]))).toMatchObject({
      code: 'city.range-wrong',
      where: { file: 'base-buildings.fgb' },
    });
  });

  it('refuses features that are no features', async () => {
    const { indexBytes } = (await openCity(memoryPackageSource(FILES))).manifest.files.find(
      ({ path }) => path === 'base-buildings.fgb',
    )!;
    const bytes = FILES.get('base-buildings.fgb')!.slice();
    bytes.fill(0xff, indexBytes!);
    const opened = await openCity(memoryPackageSource(new Map([...FILES, ['base-buildings.fgb', bytes]])));
    const layer = await openStreamedLayer(opened, 'buildings');
    expect(await refusal(() => layer!.featuresInBox(QUARTER))).toMatchObject({
      code: 'city.file-damaged',
      where: { file: 'base-buildings.fgb' },
    });
  });

  it('refuses a package that does not say how long the index is', async () => {
    const opened = await openCity(memoryPackageSource(FILES));
    const manifest = withRecord(opened.manifest, { indexSha256: null });
    expect(await refusal(() => openStreamedLayer({ ...opened, manifest }, 'buildings'))).toMatchObject({
      code: 'city.field-invalid',
      where: { file: 'manifest.json' },
    });
  });
});
