import { ProblemError, problem } from '../shared/problem.ts';
import type { SpawnedWorker } from './port.ts';
import type { CallName, Calls, ClientMessage, Progress, ServerMessage } from './protocol.ts';

export interface CallOptions {
  /** Aborting rejects the call with `signal.reason` at once and tells the worker to drop it. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface WorkerClient {
  call<N extends CallName>(name: N, input: Calls[N]['input'], options?: CallOptions): Promise<Calls[N]['output']>;
  /** Calls back after the worker crashed and a new one was started; gives back a function that ends it. */
  onRestart(listener: () => void): () => void;
  close(): void;
}

interface Pending {
  resolve(output: unknown): void;
  reject(reason: unknown): void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** A worker that dies this often before it has answered a single call is not started again. */
const MAX_BARREN_STARTS = 3;

/**
 * A client for the worker that `spawn` starts. If the worker dies, pending calls reject with `app.worker-crashed`, a new worker is
 * started and opens the newest package again before it answers anything else. After three deaths without one answer in between it
 * gives up: every call then rejects.
 */
export function createWorkerClient(spawn: () => SpawnedWorker): WorkerClient {
  const pending = new Map<number, Pending>();
  const restartListeners = new Set<() => void>();
  let nextId = 1;
  let barrenStarts = 0;
  let newestPackage: Calls['openCity']['input'] | null = null;
  let worker: SpawnedWorker | null = null;
  let closed = false;

  const post = (message: ClientMessage) => worker?.port.postMessage(message);

  const onMessage = (message: ServerMessage) => {
    if (message.kind === 'ready') return;
    const call = pending.get(message.id);
    if (call === undefined) return;
    if (message.kind === 'progress') {
      call.onProgress?.(message.progress);
      return;
    }
    pending.delete(message.id);
    barrenStarts = 0;
    if (message.kind === 'done') call.resolve(message.output);
    else call.reject(new ProblemError(message.problem));
  };

  const onCrash = (detail: string) => {
    worker = null;
    const crashed = [...pending.values()];
    pending.clear();
    for (const call of crashed) call.reject(new ProblemError(problem('app.worker-crashed', { detail })));
    if (closed || barrenStarts >= MAX_BARREN_STARTS) return;
    start();
    // Nobody waits for this answer: later calls fail with the reason why the package could not be opened.
    if (newestPackage !== null) post({ kind: 'call', id: nextId++, name: 'openCity', input: newestPackage });
    for (const listener of restartListeners) listener();
  };

  const start = () => {
    barrenStarts++;
    const started = spawn();
    worker = started;
    started.port.addEventListener('message', (event) => {
      if (worker === started) onMessage(event.data as ServerMessage);
    });
    started.port.start?.();
    started.onCrash((detail) => {
      if (worker === started) onCrash(detail);
    });
  };

  start();
  return {
    call<N extends CallName>(name: N, input: Calls[N]['input'], { signal, onProgress }: CallOptions = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (worker === null) return Promise.reject(new ProblemError(problem('app.worker-crashed', { detail: '' })));
      if (name === 'openCity') newestPackage = input as Calls['openCity']['input'];
      const id = nextId++;
      return new Promise<Calls[N]['output']>((resolve, reject) => {
        const onAbort = () => {
          if (!pending.delete(id)) return;
          post({ kind: 'cancel', id });
          reject(signal?.reason);
        };
        const settled = () => signal?.removeEventListener('abort', onAbort);
        signal?.addEventListener('abort', onAbort, { once: true });
        pending.set(id, {
          resolve: (output) => {
            settled();
            resolve(output as Calls[N]['output']);
          },
          reject: (reason) => {
            settled();
            reject(reason);
          },
          onProgress,
        });
        post({ kind: 'call', id, name, input });
      });
    },
    onRestart(listener) {
      restartListeners.add(listener);
      return () => restartListeners.delete(listener);
    },
    close() {
      closed = true;
      worker?.stop();
      onCrash('closed');
    },
  };
}
