/** The part of a `MessagePort`, a `Worker` and a worker's own scope that client and server need. */
export interface PortLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** A `MessagePort` waits for it; a `Worker` has none. */
  start?(): void;
}

/** A running worker as the client sees it. */
export interface SpawnedWorker {
  readonly port: PortLike;
  /** Calls back once if the worker dies or cannot be loaded. */
  onCrash(listener: (detail: string) => void): void;
  stop(): void;
}

/** The buffers of an answer that may be handed over instead of copied: itself or its own typed arrays, not deeper. */
export function transferablesOf(output: unknown): ArrayBuffer[] {
  if (output instanceof ArrayBuffer) return [output];
  if (typeof output !== 'object' || output === null) return [];
  const buffers = new Set<ArrayBuffer>();
  for (const value of Object.values(output)) {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  }
  return [...buffers];
}
