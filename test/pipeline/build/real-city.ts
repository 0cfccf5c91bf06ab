import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openCity } from '../../../src/city/open-city.ts';
import { readCity } from '../../../src/city/read-city.ts';
import type { CityContent, Manifest } from '../../../src/city/types.ts';
import { hashOfInputs } from '../../../src/cli/build-if-stale.ts';
import { folderPackageSource } from '../../../src/cli/package-folder.ts';
import { sharedPath } from '../../shared-folder.ts';

/**
 * Real cities for tests: built by the command line once per state of recipe, sources and pipeline code, and kept in `.cache/cities`.
 * Several test files (and processes) may ask for the same city at the same time; one builds, the others wait.
 */

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CACHE = join(ROOT, '.cache', 'cities');
/** Everything that a package's bytes depend on. */
const CODE = [
  ...['build', 'geodata', 'network', 'osm', 'population', 'tables', 'types.ts'].map((part) => `src/pipeline/${part}`),
  'src/city',
  'src/shared',
  'package-lock.json',
];
const GIVE_UP_MILLISECONDS = 300_000;

export const REAL_CITIES = ['neubrandenburg', 'koeln', 'berlin', 'stuttgart', 'leipzig'] as const;

export type RealCity = (typeof REAL_CITIES)[number];

/** A built city and what building it took. */
export interface BuiltRealCity {
  /** Holds `manifest.json` and its files. */
  readonly folder: string;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

interface Sources {
  readonly sources: readonly { readonly path: string }[];
}

async function keyOf(id: RealCity): Promise<string> {
  const recipe = `data/cities/${id}.json`;
  const { sources } = JSON.parse(await readFile(join(ROOT, recipe), 'utf8')) as Sources;
  const files = sources.flatMap(({ path }) => {
    const stem = sharedPath('data', path.replace(/\.shp$/, ''));
    return path.endsWith('.shp') ? ['.shp', '.dbf', '.prj'].map((ending) => stem + ending) : [stem];
  });
  return (await hashOfInputs(ROOT, [recipe, ...CODE, ...files.map((file) => relative(ROOT, file))])).slice(0, 16);
}

function runCommandLine(id: RealCity, folder: string): Promise<string> {
  const args = ['--import', 'tsx', 'src/cli/city.ts', `data/cities/${id}.json`, '--out', folder, '--lang', 'en'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${id}: exit code ${code}\n${errors}`)),
    );
  });
}

/** `Time 18.9 s, peak memory 1,234.5 MB.` */
function readEffort(output: string): Pick<BuiltRealCity, 'seconds' | 'peakMegabytes'> {
  const match = /Time ([\d.,]+)\s*s, peak memory ([\d.,]+)\s*MB/.exec(output);
  if (match === null) throw new Error(`the report states no time and memory:\n${output}`);
  const number = (text: string) => Number(text.replaceAll(',', ''));
  return { seconds: number(match[1]!), peakMegabytes: number(match[2]!) };
}

async function build(id: RealCity, folder: string, effortFile: string): Promise<void> {
  const older = (await readdir(CACHE)).filter((name) => name.startsWith(`${id}-`) && !folder.endsWith(name));
  const effort = readEffort(await runCommandLine(id, folder));
  await writeFile(effortFile, JSON.stringify(effort));
  for (const name of older) await rm(join(CACHE, name), { recursive: true, force: true });
}

/** Takes the lock, or waits until whoever holds it is done; a lock that is too old is broken. Returns whether it was taken. */
async function takeLock(lock: string, isDone: () => boolean): Promise<boolean> {
  for (;;) {
    if (isDone()) return false;
    try {
      await mkdir(lock);
      return true;
    } catch {
      const age = Date.now() - ((await stat(lock).catch(() => null))?.mtimeMs ?? Date.now());
      if (age > GIVE_UP_MILLISECONDS) await rm(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Builds a real city, or finds it built. Needs `../shared`. */
export async function buildRealCity(id: RealCity): Promise<BuiltRealCity> {
  await mkdir(CACHE, { recursive: true });
  const name = `${id}-${await keyOf(id)}`;
  const folder = join(CACHE, name);
  const effortFile = join(CACHE, `${name}.json`);
  const isDone = () => existsSync(effortFile);
  if (!isDone()) {
    const lock = join(CACHE, `${name}.lock`);
    if (await takeLock(lock, isDone)) {
      try {
        if (!isDone()) await build(id, folder, effortFile);
      } finally {
        await rm(lock, { recursive: true, force: true });
      }
    }
  }
  const effort = JSON.parse(await readFile(effortFile, 'utf8')) as Omit<BuiltRealCity, 'folder'>;
  return { folder, ...effort };
}

/** A real city, read back from its package. */
export async function readRealCity(
  id: RealCity,
): Promise<{ manifest: Manifest; content: CityContent } & BuiltRealCity> {
  const built = await buildRealCity(id);
  const opened = await openCity(folderPackageSource(built.folder));
  return { ...built, manifest: opened.manifest, content: await readCity(opened) };
}
