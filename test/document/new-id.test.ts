import { describe, expect, it } from 'vitest';
import { newId } from '../../src/document/new-id.ts';

describe('new ids', () => {
  it('are 16 letters and digits, never the same twice', () => {
    const ids = new Set(Array.from({ length: 2000 }, newId));
    expect(ids.size).toBe(2000);
    expect([...ids].every((id) => /^[0-9a-z]{16}$/.test(id))).toBe(true);
  });
});
