import type { WorkerAnswer, WorkerRequest } from './worker-protocol.ts';

/** Starts the worker and lets the test talk to it, one question after the other. */

declare global {
  var askWorker: (request: WorkerRequest) => Promise<WorkerAnswer>;
}

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

globalThis.askWorker = (request) =>
  new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: `the worker crashed: ${message}` });
    worker.postMessage(request);
  });
