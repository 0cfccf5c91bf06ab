import { afterEach, describe, expect, it } from 'vitest';
import { fail, ProblemError } from '../../src/shared/problem.ts';
import { createWorkerClient } from '../../src/worker/client.ts';
import type { Progress } from '../../src/worker/protocol.ts';
import type { Handlers } from '../../src/worker/server.ts';
import { createTestWorker, type TestWorker } from './node-worker.ts';

let worker: TestWorker;
afterEach(() => worker.stop());

function clientWith(handlersOf: () => Partial<Handlers>) {
  worker = createTestWorker(handlersOf);
  return createWorkerClient(worker.spawn);
}

const problemIn = async (call: Promise<unknown>) => {
  const thrown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(ProblemError);
  return (thrown as ProblemError).problem;
};

describe('a call', () => {
  it('comes back with the answer of its own handler, whatever the order of answers', async () => {
    const client = clientWith(() => ({
      search: async ({ text }) => {
        await new Promise((resolve) => setTimeout(resolve, text === 'slow' ? 30 : 0));
        return [
          { kind: 'street', id: text, name: text, detail: null, group: null, position: [9, 48] as never, bbox: null },
        ];
      },
    }));
    const slow = client.call('search', { text: 'slow', limit: 1 });
    const fast = client.call('search', { text: 'fast', limit: 1 });
    expect((await fast)[0]?.id).toBe('fast');
    expect((await slow)[0]?.id).toBe('slow');
  });

  it('transfers the buffer of a tile instead of copying it', async () => {
    let sent: ArrayBuffer | null = null;
    const client = clientWith(() => ({
      baseTile: async () => {
        sent = new Uint8Array([1, 2, 3]).buffer;
        return sent;
      },
    }));
    const received = await client.call('baseTile', { part: 'ground', z: 0, x: 0, y: 0 });
    expect([...new Uint8Array(received)]).toEqual([1, 2, 3]);
    expect((sent as unknown as ArrayBuffer).byteLength).toBe(0);
  });

  it('keeps code, parameters and place of a problem', async () => {
    const client = clientWith(() => ({
      openCity: async () => fail('city.file-missing', { file: 'districts.fgb' }, { file: 'manifest.json' }),
    }));
    expect(await problemIn(client.call('openCity', { baseUrl: '/' }))).toEqual({
      code: 'city.file-missing',
      params: { file: 'districts.fgb' },
      where: { file: 'manifest.json' },
    });
  });

  it('turns an error nobody foresaw into app.unexpected with its message', async () => {
    const client = clientWith(() => ({
      openCity: async () => {
        throw new TypeError('x is not a function');
      },
    }));
    expect(await problemIn(client.call('openCity', { baseUrl: '/' }))).toEqual({
      code: 'app.unexpected',
      params: { detail: 'x is not a function' },
    });
  });
});

describe('progress', () => {
  it('reaches the caller, but not more often than the interface can use', async () => {
    const client = clientWith(() => ({
      loadCity: async (_input, { progress }) => {
        for (let i = 0; i < 1000; i++) progress({ what: `file-${i}`, doneBytes: i, totalBytes: 1000 });
        return null as never;
      },
    }));
    const seen: Progress[] = [];
    await client.call('loadCity', {}, { onProgress: (state) => seen.push(state) });
    expect(seen[0]).toEqual({ what: 'file-0', doneBytes: 0, totalBytes: 1000 });
    expect(seen.length).toBeLessThan(20);
  });
});

describe('cancelling', () => {
  it('rejects the call with the reason at once and tells the handler', async () => {
    const controller = new AbortController();
    let heard: () => void = () => {};
    const handlerHeard = new Promise<void>((resolve) => {
      heard = resolve;
    });
    let started: () => void = () => {};
    const handlerStarted = new Promise<void>((resolve) => {
      started = resolve;
    });
    const client = clientWith(() => ({
      search: (_input, { signal }) =>
        new Promise((_resolve, reject) => {
          started();
          signal.addEventListener('abort', () => {
            heard();
            reject(new Error('dropped'));
          });
        }),
    }));
    const call = client.call('search', { text: 'a', limit: 1 }, { signal: controller.signal });
    await handlerStarted;
    controller.abort('newer question');
    await expect(call).rejects.toBe('newer question');
    await handlerHeard;
  });

  it('of a call that is cancelled before it starts never reaches the worker', async () => {
    let calls = 0;
    const client = clientWith(() => ({
      search: async () => {
        calls++;
        return [];
      },
    }));
    await expect(
      client.call('search', { text: 'a', limit: 1 }, { signal: AbortSignal.abort('too late') }),
    ).rejects.toBe('too late');
    await client.call('search', { text: 'b', limit: 1 });
    expect(calls).toBe(1);
  });
});

describe('a crash', () => {
  it('rejects pending calls, starts a new worker and opens the newest package again before anything else', async () => {
    const log: string[] = [];
    let first = true;
    const client = clientWith(() => {
      const dead = !first;
      const hangs = first;
      first = false;
      return {
        openCity: async ({ baseUrl }) => {
          log.push(`${dead ? 'second' : 'first'} opens ${baseUrl}`);
          return null as never;
        },
        search: () => {
          log.push(`${dead ? 'second' : 'first'} searches`);
          return hangs ? new Promise(() => {}) : Promise.resolve([]);
        },
      };
    });
    let restarts = 0;
    client.onRestart(() => restarts++);
    await client.call('openCity', { baseUrl: '/old/' });
    await client.call('openCity', { baseUrl: '/new/' });
    const hanging = client.call('search', { text: 'a', limit: 1 });
    await new Promise((resolve) => setTimeout(resolve, 10));
    worker.crash('out of memory');
    expect(await problemIn(hanging)).toEqual({ code: 'app.worker-crashed', params: { detail: 'out of memory' } });
    expect(await client.call('search', { text: 'a', limit: 1 })).toEqual([]);
    expect(restarts).toBe(1);
    expect(log).toEqual([
      'first opens /old/',
      'first opens /new/',
      'first searches',
      'second opens /new/',
      'second searches',
    ]);
  });

  it('that repeats without a single answer in between ends in a refusal, not in an endless restart', async () => {
    const client = clientWith(() => ({ search: () => new Promise(() => {}) }));
    for (let i = 0; i < 5; i++) worker.crash('cannot load');
    expect(worker.starts).toBe(3);
    expect((await problemIn(client.call('search', { text: 'a', limit: 1 }))).code).toBe('app.worker-crashed');
  });

  it('does not happen when the client is closed: no new worker is started', () => {
    const client = clientWith(() => ({}));
    client.close();
    expect(worker.starts).toBe(1);
  });
});
