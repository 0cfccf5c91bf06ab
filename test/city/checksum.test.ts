import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256Hex, sha256HexSoon } from '../../src/city/checksum.ts';

const abc = new TextEncoder().encode('abc');
/** FIPS 180-4, example of one block. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

afterEach(() => vi.unstubAllGlobals());

describe('SHA-256', () => {
  it('gives the published digest of "abc"', async () => {
    expect(sha256Hex(abc)).toBe(ABC);
    expect(await sha256HexSoon(abc)).toBe(ABC);
  });

  it('gives the same where the browser has no code of its own, as on plain http', async () => {
    vi.stubGlobal('crypto', {});
    expect(await sha256HexSoon(abc)).toBe(ABC);
  });

  it('reads the part of a buffer that it is given, not the buffer', async () => {
    const inside = new TextEncoder().encode('xabcx').subarray(1, 4);
    expect(await sha256HexSoon(inside)).toBe(ABC);
  });
});
