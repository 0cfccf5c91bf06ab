import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Host of the optional official background map; the only address outside the server that the page may ask. */
export const BASEMAP_ORIGIN = 'https://sgx.geodatenzentrum.de';

/** The one content security policy, sent with every answer. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  `connect-src 'self' ${BASEMAP_ORIGIN}`,
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.wasm', '.txt']);
/** Larger text files are sent as they are: compressing them anew would cost more than it saves on loopback. */
const COMPRESS_LIMIT_BYTES = 8_000_000;

/** Folders by URL prefix, the longest prefix first. */
export interface Mount {
  readonly prefix: string;
  readonly folder: string;
}

export interface ByteRange {
  readonly start: number;
  /** Inclusive, as in HTTP. */
  readonly end: number;
}

/**
 * The single byte range a `Range` header asks for; `null` = none asked or not understood (send all), `'unsatisfiable'` = outside the
 * file. Several ranges in one header are answered with the whole file, which HTTP allows.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') {
    const length = Number(match[2]);
    return length === 0 ? 'unsatisfiable' : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start >= size || start > end ? 'unsatisfiable' : { start, end };
}

function resolvePath(mounts: readonly Mount[], url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path === '/') path = '/index.html';
  const mount = mounts.find((candidate) => path.startsWith(candidate.prefix));
  if (mount === undefined || path.includes('\0')) return null;
  const file = normalize(join(mount.folder, path.slice(mount.prefix.length)));
  const root = normalize(mount.folder + sep);
  return file.startsWith(root) ? file : null;
}

const gzipCache = new Map<string, { readonly key: string; readonly bytes: Buffer }>();

async function gzipOf(file: string, key: string): Promise<Buffer> {
  const known = gzipCache.get(file);
  if (known?.key === key) return known.bytes;
  const bytes = gzipSync(await readFile(file), { level: 6 });
  gzipCache.set(file, { key, bytes });
  return bytes;
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

async function answer(mounts: readonly Mount[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Method not allowed');
  const file = resolvePath(mounts, request.url ?? '/');
  const info = file === null ? null : await stat(file).catch(() => null);
  if (file === null || info === null || !info.isFile()) return sendText(response, 404, 'Not found');

  const extension = extname(file);
  const etag = `"${info.size.toString(36)}-${Math.floor(info.mtimeMs).toString(36)}"`;
  response.setHeader('Content-Type', TYPES[extension] ?? 'application/octet-stream');
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', etag);
  const hashed = /\/assets\/.*-[\w-]{8,}\.\w+$/.test(file);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const range = parseRange(request.headers.range, info.size);
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${info.size}`);
    return sendText(response, 416, 'Range not satisfiable');
  }
  const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (range === null && acceptsGzip && COMPRESSED.has(extension) && info.size <= COMPRESS_LIMIT_BYTES) {
    const bytes = await gzipOf(file, etag);
    response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': bytes.length, Vary: 'Accept-Encoding' });
    response.end(request.method === 'HEAD' ? undefined : bytes);
    return;
  }
  const start = range?.start ?? 0;
  const end = range?.end ?? info.size - 1;
  response.setHeader('Content-Length', end - start + 1);
  if (range !== null) response.setHeader('Content-Range', `bytes ${start}-${end}/${info.size}`);
  response.writeHead(range === null ? 200 : 206);
  if (request.method === 'HEAD' || info.size === 0) {
    response.end();
    return;
  }
  createReadStream(file, { start, end })
    .on('error', () => response.destroy())
    .pipe(response);
}

/** A static file server with byte ranges, gzip for text, the content security policy, and a plain 404 for what is not there. */
export function createStaticServer(mounts: readonly Mount[]): Server {
  const ordered = [...mounts].sort((a, b) => b.prefix.length - a.prefix.length);
  return createServer((request, response) => {
    answer(ordered, request, response).catch(() => {
      if (!response.headersSent) sendText(response, 500, 'Internal error');
      else response.destroy();
    });
  });
}

/** Listens on 127.0.0.1, on the wished port or, if it is taken, on the next free one of the ten after it. Port 0 takes any. */
export async function listenOnLoopback(server: Server, wishedPort: number): Promise<number> {
  for (let port = wishedPort; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= wishedPort + 10) throw error;
    }
  }
}
