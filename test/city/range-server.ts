import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  /** Ends with a slash. */
  readonly url: string;
  /** `file` or `file bytes=a-b`, in the order of the requests. */
  readonly requests: string[];
  close(): Promise<void>;
}

interface Options {
  /** What the server does with a `Range` header. */
  readonly ranges: 'kept' | 'ignored' | 'shifted';
  /** Statuses to answer instead of the file. */
  readonly statuses?: Readonly<Record<string, number>>;
}

/** Serves files from memory on 127.0.0.1. */
export async function startServer(files: ReadonlyMap<string, Uint8Array>, options: Options): Promise<TestServer> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    const range = request.headers.range;
    requests.push(range === undefined ? path : `${path} ${range}`);
    const bytes = files.get(path);
    const status = options.statuses?.[path] ?? (bytes === undefined ? 404 : 200);
    if (status !== 200 || bytes === undefined) {
      response.writeHead(status).end();
      return;
    }
    const match = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
    if (match === null || options.ranges === 'ignored') {
      response.writeHead(200, { 'Content-Length': bytes.length }).end(bytes);
      return;
    }
    const shift = options.ranges === 'shifted' ? 8 : 0;
    const start = Number(match[1]) + shift;
    const end = Math.min(Number(match[2]) + shift, bytes.length - 1);
    response
      .writeHead(206, { 'Content-Range': `bytes ${start}-${end}/${bytes.length}`, 'Content-Length': end - start + 1 })
      .end(bytes.subarray(start, end + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
