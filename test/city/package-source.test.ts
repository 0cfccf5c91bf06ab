import { afterEach, describe, expect, it } from 'vitest';
import { openCity } from '../../src/city/open-city.ts';
import { httpPackageSource } from '../../src/city/package-source.ts';
import { readCity } from '../../src/city/read-city.ts';
import { openStreamedLayer } from '../../src/city/streamed-layer.ts';
import { writeCity } from '../../src/city/write-city.ts';
import { problemText } from '../../src/i18n/problem-text.ts';
import { startServer, type TestServer } from './range-server.ts';
import { refusal } from './refusal.ts';
import { tinyCity } from './tiny-city.ts';

const FILES = writeCity(tinyCity()).files;
const EVERYWHERE = [8, 47, 10, 49] as const;

const servers: TestServer[] = [];
async function serve(...options: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...options);
  servers.push(server);
  return server;
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe('httpPackageSource', () => {
  it('reads a whole package from a web server', async () => {
    const { url } = await serve(FILES, { ranges: 'kept' });
    const back = await readCity(await openCity(httpPackageSource(url)));
    expect(writeCity(back).files).toEqual(FILES);
  });

  it('tells how many bytes have come', async () => {
    const big = new Map([['big.bin', new Uint8Array(300_000)]]);
    const { url } = await serve(big, { ranges: 'kept' });
    const steps: number[] = [];
    await httpPackageSource(url).read('big.bin', (done) => steps.push(done));
    expect(steps.at(-1)).toBe(300_000);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('asks for the bytes it needs of a streamed layer', async () => {
    const { url, requests } = await serve(FILES, { ranges: 'kept' });
    const opened = await openCity(httpPackageSource(url));
    const layer = await openStreamedLayer(opened, 'buildings');
    expect(await layer!.featuresInBox(EVERYWHERE)).toHaveLength(2);
    const { bytes, indexBytes } = opened.manifest.files.find(({ path }) => path === 'base-buildings.fgb')!;
    expect(requests).toEqual([
      'manifest.json',
      `base-buildings.fgb bytes=0-${indexBytes! - 1}`,
      `base-buildings.fgb bytes=${indexBytes}-${bytes - 1}`,
    ]);
  });

  it('reads a streamed layer whole, once, from a server that ignores byte ranges', async () => {
    const { url, requests } = await serve(FILES, { ranges: 'ignored' });
    const layer = await openStreamedLayer(await openCity(httpPackageSource(url)), 'buildings');
    expect(await layer!.featuresInBox(EVERYWHERE)).toHaveLength(2);
    expect(await layer!.featuresInBox(EVERYWHERE)).toHaveLength(2);
    expect(requests.map((line) => line.split('=')[0])).toEqual([
      'manifest.json',
      'base-buildings.fgb bytes',
      'base-buildings.fgb',
    ]);
  });

  it('refuses another range than the one asked for', async () => {
    const { url } = await serve(FILES, { ranges: 'shifted' });
    const source = httpPackageSource(url);
    expect(await refusal(() => source.range!('network.bin', 0, 64))).toEqual({
      code: 'city.range-wrong',
      params: { found: `bytes 8-71/${FILES.get('network.bin')!.length}`, expected: 'bytes 0-63' },
      where: { file: 'network.bin' },
    });
  });

  it('says which file is missing', async () => {
    const { url } = await serve(new Map(), { ranges: 'kept' });
    const missing = await refusal(() => openCity(httpPackageSource(url)));
    expect(missing).toEqual({ code: 'city.file-missing', params: { file: 'manifest.json' } });
    expect(problemText(missing, 'de')).toBe(
      'Im Stadtpaket fehlt die Datei manifest.json. Bitte das Paket vollständig neu kopieren.',
    );
  });

  it.each([403, 500])('says that the server refuses with %i', async (status) => {
    const { url } = await serve(FILES, { ranges: 'kept', statuses: { 'manifest.json': status } });
    expect(await refusal(() => openCity(httpPackageSource(url)))).toEqual({
      code: 'city.server-refused',
      params: { file: 'manifest.json', status },
    });
  });

  it('says that there is no connection', async () => {
    const { url, close } = await startServer(FILES, { ranges: 'kept' });
    await close();
    expect(await refusal(() => openCity(httpPackageSource(url)))).toEqual({
      code: 'city.network-failed',
      params: { file: 'manifest.json' },
    });
  });

  it('stays an abort when it is stopped', async () => {
    const { url } = await serve(FILES, { ranges: 'kept' });
    const stopped = httpPackageSource(url).read('network.bin', undefined, AbortSignal.abort());
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});
