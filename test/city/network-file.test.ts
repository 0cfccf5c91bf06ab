import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { readNetworkBytes, writeNetwork } from '../../src/city/network-file.ts';
import { refusal } from './refusal.ts';
import { tinyCity } from './tiny-city.ts';

const network = tinyCity().network!;

/** Three nodes, four arcs: header 64, x and y 2·3·4, offsets 4·4, targets and lengths 2·4·4, flags 4, node flags 3. */
const LENGTH = 64 + 24 + 16 + 32 + 4 + 3;

/** The file with some bytes changed and its checksum made to fit again. */
function forged(change: (view: DataView) => void): Uint8Array {
  const bytes = writeNetwork(network);
  change(new DataView(bytes.buffer));
  bytes.set(sha256(bytes.subarray(64)), 32);
  return bytes;
}

describe('network.bin', () => {
  it('reads back as it was written', () => {
    expect(readNetworkBytes(writeNetwork(network), 'network.bin')).toEqual(network);
  });

  it('is as long as its header says', () => {
    expect(writeNetwork(network)).toHaveLength(LENGTH);
  });

  it('gives views of the file instead of copies', () => {
    const bytes = writeNetwork(network);
    const { x, decimeters, nodeFlags } = readNetworkBytes(bytes, 'network.bin');
    for (const array of [x, decimeters, nodeFlags]) expect(array.buffer).toBe(bytes.buffer);
  });

  it('reads a file cut out of another one, whose numbers do not lie on a round address', () => {
    const whole = new Uint8Array(LENGTH + 3);
    whole.set(writeNetwork(network), 3);
    expect(readNetworkBytes(whole.subarray(3), 'network.bin')).toEqual(network);
  });

  it('holds a network without edges', () => {
    const single = {
      ...network,
      nodeCount: 1,
      edgeCount: 0,
      x: Int32Array.of(-5),
      y: Int32Array.of(7),
      offsets: Uint32Array.of(0, 0),
      targets: new Uint32Array(),
      decimeters: new Uint32Array(),
      flags: new Uint8Array(),
      nodeFlags: Uint8Array.of(1),
    };
    expect(readNetworkBytes(writeNetwork(single), 'network.bin')).toEqual(single);
  });

  it.each([
    ['another kind of file', new Uint8Array(200), 'magic', 'other', 'GBWALK'],
    ['a file shorter than the header', writeNetwork(network).subarray(0, 40), 'length', '40', '≥ 64'],
    ['a file cut short', writeNetwork(network).subarray(0, LENGTH - 1), 'length', String(LENGTH - 1), String(LENGTH)],
    ['a newer version', forged((view) => view.setUint32(8, 2, true)), 'version', '2', '1'],
    [
      'more nodes than there are',
      forged((view) => view.setUint32(16, 4, true)),
      'length',
      String(LENGTH),
      String(LENGTH + 13),
    ],
    ['a flipped bit', writeNetwork(network).with(100, 255), 'checksum', 'other', 'SHA-256'],
    ['nodes whose arcs go backwards', forged((view) => view.setUint32(64 + 24 + 4, 9, true)), 'offsets', '1', '0 … 2e'],
    ['arcs that do not begin at 0', forged((view) => view.setUint32(64 + 24, 1, true)), 'offsets', '3', '0 … 2e'],
    ['an arc to no node', forged((view) => view.setUint32(64 + 24 + 16, 3, true)), 'targets', '3', '< 3'],
  ])('is refused as %s', async (_, bytes, part, found, expected) => {
    expect(await refusal(() => readNetworkBytes(bytes, 'network.bin'))).toEqual({
      code: 'city.network-damaged',
      params: { part, found, expected },
      where: { file: 'network.bin' },
    });
  });
});
