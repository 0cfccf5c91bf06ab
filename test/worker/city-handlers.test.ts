import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryPackageSource, type PackageSource } from '../../src/city/package-source.ts';
import { writeCity } from '../../src/city/write-city.ts';
import { fail, type ProblemError } from '../../src/shared/problem.ts';
import { createCityHandlers } from '../../src/worker/city-handlers.ts';
import { createWorkerClient } from '../../src/worker/client.ts';
import type { Progress } from '../../src/worker/protocol.ts';
import { at, tinyCity } from '../fixtures/tiny-city.ts';
import { createTestWorker, type TestWorker } from './node-worker.ts';

const written = writeCity(tinyCity());
let worker: TestWorker;
afterEach(() => worker.stop());

/** A client of the real worker on packages in memory; `reads` lists what was asked of them. */
function openWorker(
  packages: Readonly<Record<string, PackageSource>> = { '/zehnblock/': memoryPackageSource(written.files) },
) {
  const reads: string[] = [];
  const recorded = (baseUrl: string): PackageSource => {
    const source = packages[baseUrl] ?? memoryPackageSource(new Map());
    return {
      ...source,
      read: (path, onProgress, signal) => {
        reads.push(path);
        return source.read(path, onProgress, signal);
      },
    };
  };
  worker = createTestWorker(() => createCityHandlers(recorded));
  return { client: createWorkerClient(worker.spawn), reads };
}

async function openTiny() {
  const opened = openWorker();
  const summary = await opened.client.call('openCity', { baseUrl: '/zehnblock/' });
  return { ...opened, summary };
}

const withoutBase = (reads: readonly string[]) => reads.filter((path) => !path.startsWith('base-'));

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no problem',
    (thrown: unknown) => (thrown as ProblemError).problem.code,
  );

/** The tile of a place in the town. */
function tileAt(x: number, y: number, z: number) {
  const [lon, lat] = at(x, y);
  const side = 2 ** z;
  const rad = (lat * Math.PI) / 180;
  return {
    z,
    x: Math.floor(((lon + 180) / 360) * side),
    y: Math.floor(((1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2) * side),
  };
}

describe('opening a city', () => {
  it('reads the manifest, and of the rest only the base map ahead of its first tile', async () => {
    const { summary, reads } = await openTiny();
    expect(withoutBase(reads)).toEqual(['manifest.json']);
    expect(summary).toMatchObject({
      identity: { id: 'zehnblock', name: 'Zehnblock', invented: true },
      edition: written.manifest.edition,
      counts: {
        inhabitants: null,
        districtsByLevel: [],
        houses: 16,
        supplyAreas: 4,
        sites: 2,
        plots: 2,
        demandPoints: 104,
      },
      layers: ['population', 'districts', 'supplyAreas', 'plots', 'sites', 'houses'],
      hasBaseMap: true,
    });
    expect(summary.services.slice(0, 3)).toEqual(['kita-u3', 'kita-ue3', 'grundschule']);
  });

  it('fills in the counts when everything is read, with progress by file', async () => {
    const { client } = await openTiny();
    const seen: Progress[] = [];
    const summary = await client.call('loadCity', {}, { onProgress: (progress) => seen.push(progress) });
    // Blocks (c, r): 20 + 5 × ((c + 2r) mod 10); 3 in (0, 0), 0 in (2, 7), unknown in (9, 9); outside is not counted.
    let expected = 0;
    for (let row = 0; row < 10; row++)
      for (let column = 0; column < 10; column++) expected += 20 + 5 * ((column + 2 * row) % 10);
    expected += 3 - 20 - (20 + 5 * 6) - (20 + 5 * 7);
    expect(summary.counts.inhabitants).toBe(expected);
    expect(summary.counts.districtsByLevel).toEqual([2, 4]);
    expect(seen[0]?.what).toBe('districts.fgb');
    expect(seen[0]!.doneBytes).toBeLessThanOrEqual(seen[0]!.totalBytes);
  });

  it('hands over the problem of a damaged package, and every later call names it too', async () => {
    const { client } = openWorker({
      '/damaged/': { name: 'x', read: async () => fail('city.file-missing', { file: 'manifest.json' }) },
    });
    expect(await codeOf(client.call('openCity', { baseUrl: '/damaged/' }))).toBe('city.file-missing');
    expect(await codeOf(client.call('houses', {}))).toBe('city.file-missing');
  });

  it('is needed before any other call', async () => {
    const { client } = openWorker();
    expect(await codeOf(client.call('houses', {}))).toBe('app.no-city-open');
  });

  it('reads each file once, however many calls need it, but again after a failure', async () => {
    let failures = 1;
    const source = memoryPackageSource(written.files);
    const { client, reads } = openWorker({
      '/zehnblock/': {
        ...source,
        read: async (path, onProgress, signal) => {
          if (path === 'facilities.fgb' && failures-- > 0) return fail('city.network-failed', { file: path });
          return source.read(path, onProgress, signal);
        },
      },
    });
    await client.call('openCity', { baseUrl: '/zehnblock/' });
    expect(await codeOf(client.call('houses', {}))).toBe('city.network-failed');
    await Promise.all([
      client.call('houses', {}),
      client.call('describe', { kind: 'house', id: 'einrichtungen:gs-1' }),
    ]);
    expect(withoutBase(reads)).toEqual(['manifest.json', 'facilities.fgb', 'facilities.fgb', 'districts.fgb']);
  });
});

describe('the layers of the map', () => {
  it('come as collections', async () => {
    const { client } = await openTiny();
    const { areas, labels } = await client.call('districts', {});
    expect([areas.features.length, labels.features.length]).toEqual([6, 6]);
    expect((await client.call('houses', {})).features).toHaveLength(16);
    expect((await client.call('supplyAreas', {})).features).toHaveLength(4);
    expect((await client.call('sites', {})).features).toHaveLength(2);
    expect((await client.call('plots', {})).features).toHaveLength(2);
  });

  it('come as a grid of persons for the cells, its numbers handed over', async () => {
    const { client } = await openTiny();
    const grid = (await client.call('populationCells', {}))!;
    expect([grid.columns, grid.rows]).toEqual([12, 10]);
    expect(grid.persons).toBeInstanceOf(Float32Array);
  });
});

describe('questions about single objects', () => {
  it('reach the tables they need', async () => {
    const { client } = await openTiny();
    const ref = { kind: 'district', id: 'amt:21' } as const;
    expect((await client.call('describe', ref))?.kind).toBe('district');
    expect((await client.call('locate', { ref }))?.geometry.type).toBe('Polygon');
    expect(
      await client.call('objectAt', { position: at(640, 850), kinds: ['site', 'district'], withinMeters: 10 }),
    ).toEqual({ kind: 'site', id: 'bauvorhaben:1' });
    expect((await client.call('search', { text: 'äußere bach', limit: 5 }))[0]?.name).toBe('Äußere Bachstraße');
    expect(
      (await client.call('housesNear', { position: at(0, 0), services: null, offset: 0, limit: 1 })).houses[0]?.name,
    ).toBe('Hort Südstadt');
  });
});

describe('base map tiles', () => {
  async function decode(part: 'ground' | 'detail', z: number, x = 250, y = 750) {
    const { client } = await openTiny();
    const bytes = await client.call('baseTile', { part, ...tileAt(x, y, z) });
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(bytes)));
    return Object.fromEntries(
      Object.entries(layers).map(([name, layer]) => [
        name,
        Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties),
      ]),
    );
  }

  it('hold the ground layers under their own names, with kind and name', async () => {
    const layers = await decode('ground', 12);
    expect(Object.keys(layers).sort()).toEqual(['builtUp', 'green', 'places', 'rail', 'roads', 'water', 'waterways']);
    expect(layers.green).toContainEqual({ kind: 'park', name: 'Stadtpark' });
    expect(layers.green).toContainEqual({ kind: 'farmland' });
    expect(layers.places).toContainEqual({ kind: 'town', name: 'Zehnblock', rank: 1 });
  });

  it('leave out lesser roads far away', async () => {
    const kinds = async (z: number) => (await decode('ground', z)).roads?.map(({ kind }) => kind);
    expect(await kinds(7)).toEqual(['motorway']);
    expect((await kinds(12))?.sort()).toEqual(['motorway', 'primary', 'secondary']);
  });

  it('hold streets from zoom 13, footways and buildings from zoom 14', async () => {
    const far = await decode('detail', 13);
    expect(new Set(far.streets?.map(({ kind }) => kind))).toEqual(new Set(['residential']));
    expect(far.buildings).toBeUndefined();
    const near = await decode('detail', 15);
    expect(near.streets?.map(({ kind }) => kind)).toContain('footway');
    expect(near.streets).toContainEqual({ kind: 'residential', name: 'Parkstraße' });
    expect(near.buildings?.length).toBeGreaterThan(0);
    expect(near.buildings?.every(({ residential }) => typeof residential === 'boolean')).toBe(true);
  });

  it('put things where they are: the pond lies in the right part of its tile', async () => {
    const { client } = await openTiny();
    const address = tileAt(272, 755, 14);
    const bytes = await client.call('baseTile', { part: 'ground', ...address });
    const water = new VectorTile(new PbfReader(new Uint8Array(bytes))).layers.water!;
    const pond = Array.from({ length: water.length }, (_, i) => water.feature(i)).find(
      ({ properties }) => properties.name === 'Parkteich',
    )!;
    const [lon, lat] = (pond.toGeoJSON(address.x, address.y, address.z).geometry as { coordinates: number[][][] })
      .coordinates[0]![0] as [number, number];
    // One unit of a zoom 14 tile is about 0.4 m, 1e-5° about 1 m.
    const corners = [at(260, 740), at(285, 740), at(285, 770), at(260, 770)];
    expect(Math.min(...corners.map(([x, y]) => Math.hypot(x - lon, y - lat)))).toBeLessThan(1e-5);
  });

  it('are empty outside the city and outside their zooms', async () => {
    const { client } = await openTiny();
    expect((await client.call('baseTile', { part: 'ground', z: 12, x: 0, y: 0 })).byteLength).toBe(0);
    expect((await client.call('baseTile', { part: 'detail', ...tileAt(500, 500, 12) })).byteLength).toBe(0);
  });

  it('are given again after their bytes were handed over', async () => {
    const { client } = await openTiny();
    const address = { part: 'ground' as const, ...tileAt(500, 500, 14) };
    const first = new Uint8Array(await client.call('baseTile', address));
    const second = new Uint8Array(await client.call('baseTile', address));
    expect(second.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });

  it('that a caller gave up do not fail for another who waits for the same streets', async () => {
    const source = memoryPackageSource(written.files);
    const slow: PackageSource = {
      ...source,
      range: async (path, start, end, signal) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        signal?.throwIfAborted();
        return source.range!(path, start, end);
      },
    };
    const { client } = openWorker({ '/zehnblock/': slow });
    await client.call('openCity', { baseUrl: '/zehnblock/' });
    const gaveUp = new AbortController();
    const address = tileAt(250, 750, 14);
    const first = client.call('baseTile', { part: 'detail', ...address }, { signal: gaveUp.signal });
    const second = client.call('baseTile', { part: 'detail', ...address, y: address.y });
    await new Promise((resolve) => setTimeout(resolve, 30));
    gaveUp.abort('moved away');
    await expect(first).rejects.toBe('moved away');
    expect((await second).byteLength).toBeGreaterThan(0);
  });
});
