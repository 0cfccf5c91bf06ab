import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isAbsolute, join } from 'node:path';
import type { PipelineHost } from '../pipeline/types.ts';
import { fail, ProblemError } from '../shared/problem.ts';

function isAddress(path: string): boolean {
  return /^https?:\/\//.test(path);
}

async function ask(address: string, method: 'HEAD' | 'GET'): Promise<Response> {
  try {
    const response = await fetch(address, { method });
    return response.ok ? response : fail('pipeline.source-unreachable', { address, status: response.status });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return fail('pipeline.source-unreachable', { address, status: 0 });
  }
}

/** Files below `folder` (or absolute), and http(s) addresses. */
export function createNodeHost(folder: string): PipelineHost {
  const fullPath = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  return {
    size: async (path) => {
      // A server that does not state the length is asked to deliver; 1 stands for "not known, not empty".
      if (isAddress(path)) return Number((await ask(path, 'HEAD')).headers.get('content-length')) || 1;
      const found = await stat(fullPath(path)).catch(() => null);
      return found?.isFile() ? found.size : fail('pipeline.source-missing', { path });
    },
    read: async (path) => {
      if (isAddress(path)) return new Uint8Array(await (await ask(path, 'GET')).arrayBuffer());
      const bytes = await readFile(fullPath(path)).catch(() => fail('pipeline.source-missing', { path }));
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    loadSqliteWasm: async () => readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')),
  };
}
