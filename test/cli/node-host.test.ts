import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeHost } from '../../src/cli/node-host.ts';

describe('the host of the command line', () => {
  let folder = '';
  let address = '';
  const server = createServer((request, response) => {
    if (request.url !== '/kitas.csv') response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Length': '5' }).end(request.method === 'HEAD' ? undefined : 'a;b;c');
  });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'node-host-'));
    await writeFile(join(folder, 'kitas.csv'), 'a;b');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it('measures and reads files below its folder, and by absolute path', async () => {
    const host = createNodeHost(folder);
    expect(await host.size('kitas.csv')).toBe(3);
    expect(new TextDecoder().decode(await host.read('kitas.csv'))).toBe('a;b');
    expect(await createNodeHost('/nowhere').size(join(folder, 'kitas.csv'))).toBe(3);
  });

  it('refuses what is not there, and folders', async () => {
    const host = createNodeHost(folder);
    const missing = { problem: { code: 'pipeline.source-missing', params: { path: 'x.csv' } } };
    await expect(host.size('x.csv')).rejects.toMatchObject(missing);
    await expect(host.read('x.csv')).rejects.toMatchObject(missing);
    await expect(host.size('.')).rejects.toMatchObject({ problem: { code: 'pipeline.source-missing' } });
  });

  it('measures and reads web addresses, and says what a server answers or that it does not', async () => {
    const host = createNodeHost(folder);
    expect(await host.size(`${address}/kitas.csv`)).toBe(5);
    expect(new TextDecoder().decode(await host.read(`${address}/kitas.csv`))).toBe('a;b;c');
    await expect(host.size(`${address}/x.csv`)).rejects.toMatchObject({
      problem: { code: 'pipeline.source-unreachable', params: { address: `${address}/x.csv`, status: 404 } },
    });
    await expect(host.size('http://127.0.0.1:1/x.csv')).rejects.toMatchObject({
      problem: { code: 'pipeline.source-unreachable', params: { status: 0 } },
    });
  });

  it('has SQLite for GeoPackages', async () => {
    const wasm = await createNodeHost(folder).loadSqliteWasm!();
    expect([...wasm.subarray(0, 4)]).toEqual([0x00, ...new TextEncoder().encode('asm')]);
  });
});
