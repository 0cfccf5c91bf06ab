import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/city/checksum.ts';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { createStaticServer, listenOnLoopback } from '../../src/cli/static-server.ts';
import { buildRealCity } from '../pipeline/build/real-city.ts';
import { SMALL_FILES, smallRecipe } from '../pipeline/build/small-city.ts';
import { describeWithShared, sharedPath } from '../shared-folder.ts';
import { sharedBrowser } from './driver.ts';
import { describeDifference } from './equal-bytes/describe-difference.ts';
import { type CityJob, makeCity } from './equal-bytes/make-city.ts';
import { packedSmallFiles, packedSmallRecipe } from './equal-bytes/packed-small-city.ts';
import type { WorkerAnswer, WorkerBuild, WorkerRequest } from './equal-bytes/worker-protocol.ts';

/**
 * The promise "Equal bytes everywhere": Node and a module worker in Chromium, under the production server's policy and in other locales
 * and time zones than Node's, make the same package, byte by byte.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const LOCALES = [
  { locale: 'en-GB', timezoneId: 'Pacific/Auckland' },
  // Other digits, other separators, a clock that is half an hour off.
  { locale: 'ar-EG', timezoneId: 'America/St_Johns' },
];

/** A package: its paths, and the bytes of each. */
interface NodePackage {
  readonly paths: readonly string[];
  read(path: string): Promise<Uint8Array>;
}

let folder: string;
let server: ReturnType<typeof createStaticServer>;
let origin: string;

async function writeSources(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await mkdir(join(folder, 'sources', name), { recursive: true });
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, 'sources', name, path), content);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-bytes-'));
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(import.meta.dirname, 'equal-bytes'),
    logLevel: 'error',
    build: { outDir: join(folder, 'page'), emptyOutDir: true },
  });
  await writeSources('small', SMALL_FILES);
  await writeSources('packed', await packedSmallFiles());
  server = createStaticServer([
    { prefix: '/', folder: join(folder, 'page') },
    { prefix: '/sources/', folder: join(folder, 'sources') },
    { prefix: '/sources/real/', folder: sharedPath('data') },
  ]);
  origin = `http://127.0.0.1:${await listenOnLoopback(server, 0)}`;
});

afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function packageInNode(job: CityJob, sources: string): Promise<NodePackage> {
  const { files } = await makeCity(job, createNodeHost(join(folder, 'sources', sources)));
  return { paths: [...files.keys()], read: async (path) => files.get(path) as Uint8Array };
}

interface Place {
  readonly locale: string;
  readonly timezoneId: string;
  readonly otherEngine?: boolean;
}

type Ask = (request: WorkerRequest) => Promise<WorkerAnswer>;

async function differencesOf(inNode: NodePackage, { sha256ByPath }: WorkerBuild, ask: Ask): Promise<string[]> {
  const differences: string[] = [];
  for (const path of inNode.paths) {
    const bytes = await inNode.read(path);
    if (sha256Hex(bytes) === sha256ByPath[path]) continue;
    const answer = await ask({ ask: 'file', path });
    if (!('bytes' in answer)) throw new Error(JSON.stringify(answer));
    differences.push(await describeDifference(path, bytes, Uint8Array.from(Buffer.from(answer.bytes, 'base64'))));
  }
  return differences;
}

/** Builds in the worker and compares. */
async function compare(job: CityJob, sources: string, inNode: NodePackage, place: Place): Promise<void> {
  const { otherEngine = false, ...options } = place;
  const context = await (await sharedBrowser()).newContext(options);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${origin}/`);
    const ask: Ask = (request) => page.evaluate((question) => globalThis.askWorker(question), request);
    const answer = await ask({ ask: 'build', job, sources: `/sources/${sources}/`, otherEngine });
    if (!('build' in answer)) throw new Error(JSON.stringify(answer));
    const { sha256ByPath, locale, timeZone } = answer.build;
    expect({ locale, timeZone }).toEqual({ locale: place.locale, timeZone: place.timezoneId });
    expect(Object.keys(sha256ByPath).sort()).toEqual([...inNode.paths].sort());
    expect((await differencesOf(inNode, answer.build, ask)).join('\n')).toBe('');
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const SMALL: CityJob = { kind: 'recipe', name: 'Kleinstadt', recipe: JSON.stringify(smallRecipe()) };
const PACKED: CityJob = { kind: 'recipe', name: 'Kleinstadt, packed', recipe: JSON.stringify(packedSmallRecipe()) };
const DEMO: CityJob = { kind: 'demo', name: 'Musterstadt at scale 0.02', scale: 0.02 };
const CASES = [
  { job: SMALL, sources: 'small', expectedFiles: ['districts.fgb', 'population.fgb', 'facilities.fgb', 'network.bin'] },
  {
    job: PACKED,
    sources: 'packed',
    expectedFiles: ['districts.fgb', 'population.fgb', 'facilities.fgb', 'network.bin'],
  },
  { job: DEMO, sources: 'none', expectedFiles: ['base-buildings.fgb', 'forecast.json', 'social.json', 'network.bin'] },
];

describe.each(CASES)('$job.name', ({ job, sources, expectedFiles }) => {
  let inNode: NodePackage;

  beforeAll(async () => {
    inNode = await packageInNode(job, sources);
  });

  it('has the files that a city of this kind has', () => {
    expect(inNode.paths).toEqual(expect.arrayContaining(['manifest.json', ...expectedFiles]));
  });

  it.each(LOCALES)('has the same bytes from Node and from a browser worker in $locale, $timezoneId', async (place) => {
    await compare(job, sources, inNode, place);
  });

  it('has the same bytes from an engine with other last bits, another day and another chance', async () => {
    await compare(job, sources, inNode, { ...LOCALES[0]!, otherEngine: true });
  });
});

describeWithShared('Neubrandenburg from OpenStreetMap and the Zensus grid', () => {
  it('has the same bytes from the command line and from a browser worker', async () => {
    const { folder: built } = await buildRealCity('neubrandenburg');
    const read = async (path: string) => new Uint8Array(await readFile(join(built, path)));
    const manifest = JSON.parse(new TextDecoder().decode(await read('manifest.json'))) as { files: { path: string }[] };
    const paths = ['manifest.json', ...manifest.files.map(({ path }) => path)];
    const recipe = await readFile(join(ROOT, 'data', 'cities', 'neubrandenburg.json'), 'utf8');
    await compare({ kind: 'recipe', name: 'Neubrandenburg', recipe }, 'real', { paths, read }, LOCALES[0]!);
  });
});
