import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Hash over names and contents of files and folders (recursively, sorted), so that "stale" never depends on clocks. */
export async function hashOfInputs(root: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const visit = async (path: string): Promise<void> => {
    const full = join(root, path);
    const entries = await readdir(full, { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      if (!existsSync(full)) return;
      hash
        .update(path)
        .update('\0')
        .update(await readFile(full));
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) await visit(join(path, entry.name));
  };
  for (const input of inputs) await visit(input);
  return hash.digest('hex');
}

/** Runs a Node program and passes its output through; rejects with its exit code if it fails. */
export function runNode(root: string, args: readonly string[], quiet = false): Promise<void> {
  return new Promise((resolve, reject) => {
    // A test runner's NODE_ENV must not decide which build of a library is bundled.
    const { NODE_ENV: _inherited, ...env } = process.env;
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')}: exit code ${code}`))));
  });
}

interface BuildStepOptions {
  readonly root: string;
  readonly name: string;
  readonly inputs: readonly string[];
  /** A file that must exist afterwards. */
  readonly output: string;
  build(): Promise<void>;
}

/** Builds if the output is missing or the inputs changed since the last build. Returns whether it built. */
export async function buildIfStale({ root, name, inputs, output, build }: BuildStepOptions): Promise<boolean> {
  const stamp = join(root, '.cache', `${name}.stamp`);
  const hash = await hashOfInputs(root, inputs);
  const known = await readFile(stamp, 'utf8').catch(() => '');
  if (known === hash && existsSync(join(root, output))) return false;
  await build();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return true;
}

/** Builds the app into `dist/` if it is stale. */
export function buildAppIfStale(root: string): Promise<boolean> {
  return buildIfStale({
    root,
    name: 'app',
    inputs: ['src', 'index.html', 'vite.config.ts', 'package-lock.json', 'public/favicon.svg'],
    output: 'dist/index.html',
    build: () => runNode(root, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']),
  });
}

/** What the example plan's bytes depend on beside the package. */
const PLAN_INPUTS = ['cli/demo-plan', 'document', 'engine', 'indicators', 'plan', 'questions/gaps', 'shared'];

/** Builds the demo city into `public/city/demo` if it is stale, and the example plan beside it. */
export async function buildDemoIfStale(root: string): Promise<boolean> {
  const folder = 'public/city/demo';
  const isNewCity = await buildIfStale({
    root,
    name: 'demo',
    inputs: ['src/pipeline/demo', 'src/pipeline/network', 'src/city', 'src/shared', 'data/demo', 'src/cli/city.ts'],
    output: `${folder}/manifest.json`,
    build: () => runNode(root, ['--import', 'tsx', 'src/cli/city.ts', 'demo', '--out', folder]),
  });
  const isNewPlan = await buildIfStale({
    root,
    name: 'demo-plan',
    inputs: [
      `${folder}/manifest.json`,
      'package.json',
      'package-lock.json',
      ...PLAN_INPUTS.map((part) => `src/${part}`),
    ],
    output: `${folder}/plan.gemeinbedarf`,
    // The city's own build has just written it.
    build: async () => {
      if (!isNewCity) await runNode(root, ['--import', 'tsx', 'src/cli/demo-plan/write-demo-plan.ts', folder]);
    },
  });
  return isNewCity || isNewPlan;
}
