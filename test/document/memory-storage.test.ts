import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../src/document/memory-storage.ts';

describe('storage in memory', () => {
  it('keeps, finds by the beginning of a key, and removes', async () => {
    const storage = createMemoryStorage();
    const bytes = (value: number) => new Uint8Array([value]);
    await storage.save(['doc', 'snapshot', 'a'], bytes(1));
    await storage.save(['doc', 'incremental', 'b'], bytes(2));
    await storage.save(['plans', 'x'], bytes(3));
    expect(await storage.load(['plans', 'x'])).toEqual(bytes(3));
    expect((await storage.loadRange(['doc'])).map(({ data }) => data?.[0])).toEqual([1, 2]);
    await storage.removeRange(['doc', 'snapshot']);
    expect((await storage.loadRange(['doc'])).map(({ data }) => data?.[0])).toEqual([2]);
    await storage.remove(['plans', 'x']);
    expect(await storage.load(['plans', 'x'])).toBeUndefined();
  });
});
