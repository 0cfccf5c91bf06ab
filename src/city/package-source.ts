import { fail } from '../shared/problem.ts';

/** Called while a file comes in, with the bytes so far. */
export type ByteProgress = (doneBytes: number) => void;

/** Where a package's files come from: a web server, dropped files, a folder. */
export interface PackageSource {
  /** For messages: the address or folder. */
  readonly name: string;
  /** A whole file. Throws `city.file-missing` and other `city.*` problems. */
  read(path: string, onProgress?: ByteProgress, signal?: AbortSignal): Promise<Uint8Array>;
  /** The bytes `start … end − 1`, or `null` where the source can only give whole files. */
  range?(path: string, start: number, end: number, signal?: AbortSignal): Promise<Uint8Array | null>;
}

/** A package in memory, e.g. just written. */
export function memoryPackageSource(files: ReadonlyMap<string, Uint8Array>, name = 'memory'): PackageSource {
  const bytesOf = (path: string) => files.get(path) ?? fail('city.file-missing', { file: path });
  return {
    name,
    read: async (path, onProgress) => {
      const bytes = bytesOf(path);
      onProgress?.(bytes.length);
      return bytes;
    },
    range: async (path, start, end) => bytesOf(path).slice(start, end),
  };
}

/** A package on a web server. `baseUrl` is absolute and ends with a slash. */
export function httpPackageSource(baseUrl: string): PackageSource {
  return {
    name: baseUrl,
    read: async (path, onProgress, signal) => {
      const response = await request(baseUrl, path, {}, signal);
      return response.status === 200 ? readBody(response, path, signal, onProgress) : refuseStatus(response, path);
    },
    range: async (path, start, end, signal) => {
      const asked = `bytes ${start}-${end - 1}`;
      const response = await request(baseUrl, path, { Range: asked.replace(' ', '=') }, signal);
      if (response.status === 200) {
        // The server sends the whole file instead: stop it, the caller decides whether that is too much.
        await response.body?.cancel();
        return null;
      }
      if (response.status !== 206) return refuseStatus(response, path);
      const bytes = await readBody(response, path, signal);
      const sent = response.headers.get('Content-Range');
      if (sent !== null && !sent.startsWith(`${asked}/`)) {
        return fail('city.range-wrong', { found: sent, expected: asked }, { file: path });
      }
      return bytes;
    },
  };
}

function request(
  baseUrl: string,
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const init = signal === undefined ? { headers } : { headers, signal };
  return reported(path, signal, () => fetch(new URL(path, baseUrl), init));
}

/** A broken connection becomes a problem; a call that was stopped stays an abort. */
async function reported<T>(path: string, signal: AbortSignal | undefined, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return fail('city.network-failed', { file: path });
  }
}

async function refuseStatus(response: Response, path: string): Promise<never> {
  await response.body?.cancel();
  if (response.status === 404 || response.status === 410) return fail('city.file-missing', { file: path });
  return fail('city.server-refused', { file: path, status: response.status });
}

async function readBody(
  response: Response,
  path: string,
  signal: AbortSignal | undefined,
  onProgress?: ByteProgress,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reported(path, signal, () => reader.read());
    if (done) break;
    chunks.push(value);
    length += value.length;
    onProgress?.(length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
