import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../src/document/memory-storage.ts';
import { reportingStorage } from '../../src/document/reporting-storage.ts';
import type { Problem } from '../../src/shared/problem.ts';

describe('a storage that is full', () => {
  it('is reported, and the write still fails', async () => {
    const found: Problem[] = [];
    const full = { ...createMemoryStorage(), save: () => Promise.reject(new Error('quota exceeded')) };
    const storage = reportingStorage(full, (problem) => found.push(problem));
    await expect(storage.save(['a'], new Uint8Array(1))).rejects.toThrow('plan.storage-full');
    expect(found).toEqual([{ code: 'plan.storage-full', params: { detail: 'quota exceeded' } }]);
  });

  it('says nothing while it has room', async () => {
    const found: Problem[] = [];
    const storage = reportingStorage(createMemoryStorage(), (problem) => found.push(problem));
    await storage.save(['a'], new Uint8Array([4]));
    expect(await storage.load(['a'])).toEqual(new Uint8Array([4]));
    expect(found).toEqual([]);
  });
});
