import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/city/checksum.ts';
import type { ColumnValue } from '../../src/city/flatgeobuf/format.ts';
import { writeFlatGeobuf } from '../../src/city/flatgeobuf/write-flatgeobuf.ts';
import { houseLayer } from '../../src/city/layers/city-layers.ts';
import { openCity, readManifest, readPackageFile } from '../../src/city/open-city.ts';
import { memoryPackageSource } from '../../src/city/package-source.ts';
import { readCity, readHouses, readNetwork, readPopulation, readStreets } from '../../src/city/read-city.ts';
import type { Manifest } from '../../src/city/types.ts';
import { writeCity } from '../../src/city/write-city.ts';
import { problemText } from '../../src/i18n/problem-text.ts';
import { refusal } from './refusal.ts';
import { emptyCity, tinyCity } from './tiny-city.ts';

const WHERE = { file: 'manifest.json' };

function manifestText(change: object): string {
  return JSON.stringify({ ...writeCity(tinyCity()).manifest, ...change });
}

/** The package with one file changed; the manifest stays as it was. */
function damaged(path: string, change: (bytes: Uint8Array) => Uint8Array) {
  const { files } = writeCity(tinyCity());
  return memoryPackageSource(new Map([...files, [path, change(files.get(path)!.slice())]]));
}

/** The package with one file changed and the manifest made to fit it, as by somebody who writes packages with other tools. */
async function forged(path: string, bytes: Uint8Array) {
  const { files } = writeCity(tinyCity());
  const opened = await openCity(memoryPackageSource(new Map([...files, [path, bytes]])));
  const manifest: Manifest = {
    ...opened.manifest,
    files: opened.manifest.files.map((file) =>
      file.path === path ? { ...file, bytes: bytes.length, sha256: sha256Hex(bytes) } : file,
    ),
  };
  return { ...opened, manifest };
}

/** `facilities.fgb` with one value in each row of a column. */
function facilitiesWith(column: string, value: ColumnValue): Uint8Array {
  const city = tinyCity();
  const layer = houseLayer(city.identity);
  const at = layer.columns.findIndex(({ name }) => name === column);
  const features = city.houses.map((house, i) => {
    const feature = layer.toFeature(house, i + 1);
    return { ...feature, values: feature.values.with(at, value) };
  });
  return writeFlatGeobuf('facilities', layer.columns, features).bytes;
}

describe('readManifest', () => {
  it('reads what was written', () => {
    const { manifest, files } = writeCity(tinyCity());
    expect(readManifest(new TextDecoder().decode(files.get('manifest.json')))).toEqual(manifest);
  });

  it('keeps a note whose code only a newer program knows', () => {
    const notes = [{ severity: 'info', code: 'pipeline.new-thing', params: { n: 3 } }];
    expect(readManifest(manifestText({ notes })).notes).toEqual(notes);
  });

  it('refuses a package of a newer format, whatever else it holds', async () => {
    const newer = await refusal(() => readManifest('{"schemaVersion":2,"bands":"new"}'));
    expect(newer).toEqual({ code: 'city.schema-too-new', params: { found: 2, expected: 1 }, where: WHERE });
    expect(problemText(newer, 'de')).toBe(
      'Datei manifest.json: Das Stadtpaket hat das Format 2, dieses Programm kennt höchstens 1. Bitte eine neuere Fassung des Programms verwenden.',
    );
  });

  it('refuses a web page sent in place of the manifest', async () => {
    expect(await refusal(() => readManifest('<!doctype html><title>Start</title>'))).toEqual({
      code: 'city.json-invalid',
      params: { found: '<!doctype html><title>Start</title>' },
      where: WHERE,
    });
  });

  it.each([
    [{ schemaVersion: '1' }, 'schemaVersion', '"1"', 'number'],
    [{ bands: [{ from: 0, to: '3' }] }, 'bands[0].to', '"3"', 'number'],
    [{ services: ['kita'] }, 'services[0]', '"kita"', /^kita-u3 \| kita-ue3 \| /],
    [{ referenceDate: '31.12.2023' }, 'referenceDate', '"31.12.2023"', /\\d\{4\}/],
    [{ files: [{ path: 'a.fgb', bytes: -1 }] }, 'files[0].bytes', '-1', '≥ 0'],
    [{ name: undefined }, 'name', 'undefined', 'string'],
  ])('refuses %j and says where, what was found and what was expected', async (change, path, found, expected) => {
    expect(await refusal(() => readManifest(manifestText(change)))).toEqual({
      code: 'city.field-invalid',
      params: { path, found, expected: typeof expected === 'string' ? expected : expect.stringMatching(expected) },
      where: WHERE,
    });
  });

  it('refuses age bands with a gap', async () => {
    const bands = [
      { from: 0, to: 3 },
      { from: 6, to: null },
    ];
    expect(await refusal(() => readManifest(manifestText({ bands })))).toEqual({
      code: 'city.rule-broken',
      params: { rule: 'contiguous-bands', found: '6', limit: '3' },
      where: { file: 'manifest.json', column: 'bands[1]' },
    });
  });
});

describe('reading a package', () => {
  it('tells how far a file has come', async () => {
    const { files, manifest } = writeCity(tinyCity());
    const opened = await openCity(memoryPackageSource(files));
    const steps: [number, number][] = [];
    await readPopulation(opened, { onProgress: (done, total) => steps.push([done, total]) });
    const { bytes } = manifest.files.find((file) => file.path === 'population.fgb')!;
    expect(steps).toEqual([[bytes, bytes]]);
  });

  it('gives empty layers and null where the package has no such file', async () => {
    const opened = await openCity(memoryPackageSource(writeCity(emptyCity()).files));
    expect(await readHouses(opened)).toEqual([]);
    expect(await readStreets(opened)).toEqual([]);
    expect(await readNetwork(opened)).toBeNull();
    expect(await readPackageFile(opened, 'population')).toBeNull();
  });

  it('refuses a package without a manifest', async () => {
    expect(await refusal(() => openCity(memoryPackageSource(new Map())))).toEqual({
      code: 'city.file-missing',
      params: { file: 'manifest.json' },
    });
  });

  it('refuses a package in which a file of the manifest is missing', async () => {
    const { files } = writeCity(tinyCity());
    files.delete('facilities.fgb');
    expect(await refusal(async () => readCity(await openCity(memoryPackageSource(files))))).toEqual({
      code: 'city.file-missing',
      params: { file: 'facilities.fgb' },
    });
  });

  it('refuses a file that was cut short', async () => {
    const source = damaged('population.fgb', (bytes) => bytes.subarray(0, bytes.length - 8));
    const { bytes } = writeCity(tinyCity()).manifest.files.find((file) => file.path === 'population.fgb')!;
    expect(await refusal(async () => readPopulation(await openCity(source)))).toEqual({
      code: 'city.length-wrong',
      params: { found: bytes - 8, expected: bytes },
      where: { file: 'population.fgb' },
    });
  });

  it('refuses a file in which one bit differs', async () => {
    const source = damaged('network.bin', (bytes) => bytes.with(70, bytes[70]! ^ 1));
    expect(await refusal(async () => readNetwork(await openCity(source)))).toEqual({
      code: 'city.checksum-wrong',
      params: { found: expect.stringMatching(/^[0-9a-f]{64}$/), expected: expect.stringMatching(/^[0-9a-f]{64}$/) },
      where: { file: 'network.bin' },
    });
  });

  it.each([
    ['text', new TextEncoder().encode('id;name\n1;Kita')],
    ['nothing', new Uint8Array()],
    ['a header that ends too early', writeCity(tinyCity()).files.get('facilities.fgb')!.subarray(0, 60)],
    ['features that end too early', writeCity(tinyCity()).files.get('facilities.fgb')!.subarray(0, -16)],
  ])('refuses %s in place of a layer', async (_, bytes) => {
    const opened = await forged('facilities.fgb', bytes);
    expect(await refusal(() => readHouses(opened))).toEqual({
      code: 'city.file-damaged',
      params: { expected: 'FlatGeobuf', detail: expect.any(String) },
      where: { file: 'facilities.fgb' },
    });
  });

  it('refuses a layer in place of another', async () => {
    const opened = await forged('facilities.fgb', writeCity(tinyCity()).files.get('context.fgb')!);
    expect(await refusal(() => readHouses(opened))).toEqual({
      code: 'city.column-missing',
      params: { expected: 'string' },
      where: { file: 'facilities.fgb', column: 'operator' },
    });
  });

  it('refuses a word that is none of those it may be, with the number of the feature', async () => {
    const opened = await forged('facilities.fgb', facilitiesWith('grade', 'guessed'));
    expect(await refusal(() => readHouses(opened))).toEqual({
      code: 'city.field-invalid',
      params: { path: 'grade', found: '"guessed"', expected: 'measured | official | estimated | assumed' },
      where: { file: 'facilities.fgb', feature: '1', column: 'grade' },
    });
  });

  it('refuses a missing value where there must be one', async () => {
    const opened = await forged('facilities.fgb', facilitiesWith('outside', null));
    expect(await refusal(() => readHouses(opened))).toEqual({
      code: 'city.field-invalid',
      params: { path: 'outside', found: 'null', expected: 'boolean' },
      where: { file: 'facilities.fgb', feature: '1', column: 'outside' },
    });
  });

  it('refuses an offer without its status, with the path inside the column', async () => {
    const { status, ...offer } = tinyCity().houses[0]!.offers[0]!;
    const opened = await forged('facilities.fgb', facilitiesWith('offers', JSON.stringify([offer])));
    expect(await refusal(() => readHouses(opened))).toEqual({
      code: 'city.field-invalid',
      params: { path: '[0].status', found: 'undefined', expected: 'existing | secured | planned | idea | closed' },
      where: { file: 'facilities.fgb', feature: '1', column: 'offers' },
    });
  });

  it('reads a file cut out of another one, whose numbers do not lie on a round address', async () => {
    const bytes = writeCity(tinyCity()).files.get('facilities.fgb')!;
    const whole = new Uint8Array(bytes.length + 3);
    whole.set(bytes, 3);
    const opened = await forged('facilities.fgb', whole.subarray(3));
    expect((await readHouses(opened)).map(({ id }) => id)).toEqual(['h:1', 'h:2']);
  });

  it('refuses a table with text in place of a number', async () => {
    const rows = [{ district: 'd:1', service: 'kita-u3', year: 2023, kind: 'occupied', value: '12', source: 0 }];
    const opened = await forged('district-figures.json', new TextEncoder().encode(JSON.stringify(rows)));
    expect(await refusal(() => readCity(opened))).toEqual({
      code: 'city.field-invalid',
      params: { path: '[0].value', found: '"12"', expected: 'number' },
      where: { file: 'district-figures.json' },
    });
  });

  it('refuses a package whose files fit each other but break a rule', async () => {
    const { files } = writeCity(tinyCity());
    const opened = await openCity(memoryPackageSource(files));
    const manifest: Manifest = { ...opened.manifest, sources: [] };
    expect(await refusal(() => readCity({ ...opened, manifest }))).toEqual({
      code: 'city.rule-broken',
      params: { rule: 'known-source', found: '0', limit: '0' },
      where: { layer: 'facilities', feature: 'h:1', column: 'source' },
    });
  });
});
