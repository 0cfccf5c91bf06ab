import { describe, expect, it } from 'vitest';
import { createTileLoader } from '../../src/map/city-protocol.ts';
import type { MapClient } from '../../src/map/map-client.ts';
import { type Problem, ProblemError, problem } from '../../src/shared/problem.ts';

const URL = 'city://x/ground/12/2150/1400';

/** A client whose calls are answered one after the other by the given steps. */
function clientOf(...steps: (() => Promise<ArrayBuffer>)[]) {
  const asked: unknown[] = [];
  const client = {
    call: (name: string, input: unknown) => {
      asked.push([name, input]);
      return steps.shift()!();
    },
  } as unknown as MapClient;
  return { client, asked };
}

const load = (client: MapClient, said: Problem[], url = URL, controller = new AbortController()) =>
  createTileLoader(client, (found) => said.push(found))({ url }, controller);

const failing = (found: Problem) => () => Promise.reject(new ProblemError(found));

describe('a tile of the base map', () => {
  it('is asked of the worker and handed over as it comes', async () => {
    const bytes = new ArrayBuffer(3);
    const { client, asked } = clientOf(async () => bytes);
    expect((await load(client, [])).data).toBe(bytes);
    expect(asked).toEqual([['baseTile', { part: 'ground', z: 12, x: 2150, y: 1400 }]]);
  });

  it('is asked once more when the worker died under it', async () => {
    const said: Problem[] = [];
    const { client, asked } = clientOf(
      failing(problem('app.worker-crashed', { detail: '' })),
      async () => new ArrayBuffer(1),
    );
    expect(((await load(client, said)).data as ArrayBuffer).byteLength).toBe(1);
    expect([asked.length, said.length]).toEqual([2, 0]);
  });

  it('that cannot be read stays empty, and the problem is said', async () => {
    const said: Problem[] = [];
    const missing = problem('city.file-missing', { file: 'base-water.fgb' });
    const { client } = clientOf(failing(missing));
    expect(((await load(client, said)).data as ArrayBuffer).byteLength).toBe(0);
    expect(said).toEqual([missing]);
  });

  it('that is no longer wanted fails quietly', async () => {
    const said: Problem[] = [];
    const controller = new AbortController();
    const { client } = clientOf(async () => {
      controller.abort();
      throw new ProblemError(problem('city.network-failed', { file: 'x' }));
    });
    await expect(load(client, said, URL, controller)).rejects.toBeInstanceOf(ProblemError);
    expect(said).toEqual([]);
  });
});
