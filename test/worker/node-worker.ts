import { MessageChannel } from 'node:worker_threads';
import type { PortLike, SpawnedWorker } from '../../src/worker/port.ts';
import { type Handlers, serve } from '../../src/worker/server.ts';

export interface TestWorker {
  readonly spawn: () => SpawnedWorker;
  /** Kills the newest worker as a crash would. */
  crash(detail: string): void;
  /** Closes every channel, so that the test process can end. */
  stop(): void;
  readonly starts: number;
}

/** Runs the real server on Node's message channels; `handlersOf` makes fresh handlers for each start, as a new worker would. */
export function createTestWorker(handlersOf: () => Partial<Handlers>): TestWorker {
  const stops: (() => void)[] = [];
  let crashNewest: (detail: string) => void = () => {};
  const state = {
    starts: 0,
    spawn: (): SpawnedWorker => {
      state.starts++;
      const { port1, port2 } = new MessageChannel();
      const stop = () => {
        port1.close();
        port2.close();
      };
      stops.push(stop);
      serve(port2 as unknown as PortLike, handlersOf() as Handlers);
      return {
        port: port1 as unknown as PortLike,
        onCrash: (listener) => {
          crashNewest = (detail) => {
            stop();
            listener(detail);
          };
        },
        stop,
      };
    },
    crash: (detail: string) => crashNewest(detail),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
  return state;
}
