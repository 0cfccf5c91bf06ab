import sqliteWasmUrl from 'sql.js/dist/sql-wasm.wasm?url';
import { sha256Hex } from '../../../src/city/checksum.ts';
import type { PipelineHost } from '../../../src/pipeline/types.ts';
import { fail } from '../../../src/shared/problem.ts';
import { becomeOtherEngine } from './other-engine.ts';
import type { WorkerAnswer, WorkerBuild, WorkerRequest } from './worker-protocol.ts';

/** The module worker of the test: builds cities from files that it fetches, and keeps the package of the last one. */

let files: ReadonlyMap<string, Uint8Array> = new Map();

function fetchingHost(folder: string): PipelineHost {
  const read = async (path: string) => {
    const response = await fetch(new URL(folder + path, self.location.origin));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : fail('pipeline.source-missing', { path });
  };
  return {
    size: async (path) => (await read(path)).length,
    read,
    loadSqliteWasm: async () => new Uint8Array(await (await fetch(sqliteWasmUrl)).arrayBuffer()),
  };
}

async function build(request: WorkerRequest & { ask: 'build' }): Promise<WorkerBuild> {
  if (request.otherEngine) becomeOtherEngine();
  // Loaded late, because libraries take hold of Math's functions when they are loaded.
  const { makeCity } = await import('./make-city.ts');
  files = (await makeCity(request.job, fetchingHost(request.sources))).files;
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    sha256ByPath: Object.fromEntries([...files].map(([path, bytes]) => [path, sha256Hex(bytes)])),
    locale,
    timeZone,
  };
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  try {
    if (request.ask === 'build') return { build: await build(request) };
    return { bytes: base64Of(files.get(request.path) ?? new Uint8Array()) };
  } catch (error) {
    const { problem, stack } = error as Error & { readonly problem?: unknown };
    return { error: `${JSON.stringify(problem)} ${stack}` };
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  self.postMessage(await answer(data));
});
