import { sha256 } from '@noble/hashes/sha2.js';
import { fail } from '../shared/problem.ts';
import type { NetworkPart } from '../shared/problems/city.ts';
import type { WalkNetwork } from './types.ts';

/**
 * `network.bin`: a header of 64 bytes, then the arrays of {@link WalkNetwork} one after the other, little-endian as every machine in
 * use, so that they are viewed without a copy. Header: magic (8 bytes), version, EPSG code, nodes, undirected edges, length of the
 * file, 0 (six 32-bit numbers), SHA-256 of everything behind the header (32 bytes).
 */
const MAGIC = new TextEncoder().encode('GBWALK\r\n');
const VERSION = 1;
const HEADER_BYTES = 64;

function bodyBytes(nodeCount: number, edgeCount: number): number {
  return nodeCount * 4 * 2 + (nodeCount + 1) * 4 + edgeCount * 2 * 4 * 2 + edgeCount * 2 + nodeCount;
}

export function writeNetwork(network: WalkNetwork): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + bodyBytes(network.nodeCount, network.edgeCount));
  let at = HEADER_BYTES;
  const { x, y, offsets, targets, decimeters, flags, nodeFlags } = network;
  for (const array of [x, y, offsets, targets, decimeters, flags, nodeFlags]) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  bytes.set(MAGIC);
  const header = new DataView(bytes.buffer, MAGIC.length);
  [VERSION, network.epsg, network.nodeCount, network.edgeCount, bytes.length, 0].forEach((value, i) => {
    header.setUint32(i * 4, value, true);
  });
  bytes.set(sha256(bytes.subarray(HEADER_BYTES)), HEADER_BYTES - 32);
  return bytes;
}

/**
 * Reads `network.bin`; the arrays are views of `bytes`. Throws `city.network-damaged` where magic, version, length, checksum or the
 * order of the arrays do not hold, so that whoever follows an arc never leaves the arrays.
 */
export function readNetworkBytes(bytes: Uint8Array, file: string): WalkNetwork {
  const refuse = (part: NetworkPart, found: string | number, expected: string | number): never =>
    fail('city.network-damaged', { part, found: String(found), expected: String(expected) }, { file });
  if (bytes.length < HEADER_BYTES) return refuse('length', bytes.length, `≥ ${HEADER_BYTES}`);
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) return refuse('magic', 'other', 'GBWALK');
  // Views need an even start; a file is only off it when cut out of another one.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = new DataView(aligned.buffer, aligned.byteOffset + MAGIC.length);
  const [version, epsg, nodeCount, edgeCount, length] = [0, 1, 2, 3, 4].map((i) => header.getUint32(i * 4, true)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (version !== VERSION) return refuse('version', version, VERSION);
  if (length !== bytes.length) return refuse('length', bytes.length, length);
  const expectedLength = HEADER_BYTES + bodyBytes(nodeCount, edgeCount);
  if (length !== expectedLength) return refuse('length', length, expectedLength);
  const checksum = sha256(bytes.subarray(HEADER_BYTES));
  if (!checksum.every((byte, i) => byte === bytes[HEADER_BYTES - 32 + i]))
    return refuse('checksum', 'other', 'SHA-256');
  const network = viewArrays(aligned, epsg, nodeCount, edgeCount);
  const wrongNode = firstWrongOffset(network);
  if (wrongNode !== null) return refuse('offsets', wrongNode, '0 … 2e');
  const wrongArc = network.targets.findIndex((target) => target >= nodeCount);
  if (wrongArc >= 0) return refuse('targets', network.targets[wrongArc] as number, `< ${nodeCount}`);
  return network;
}

function viewArrays(bytes: Uint8Array, epsg: number, nodeCount: number, edgeCount: number): WalkNetwork {
  let at = bytes.byteOffset + HEADER_BYTES;
  const take = (size: number): number => {
    const start = at;
    at += size;
    return start;
  };
  const { buffer } = bytes;
  const arcCount = edgeCount * 2;
  return {
    epsg,
    nodeCount,
    edgeCount,
    x: new Int32Array(buffer, take(nodeCount * 4), nodeCount),
    y: new Int32Array(buffer, take(nodeCount * 4), nodeCount),
    offsets: new Uint32Array(buffer, take((nodeCount + 1) * 4), nodeCount + 1),
    targets: new Uint32Array(buffer, take(arcCount * 4), arcCount),
    decimeters: new Uint32Array(buffer, take(arcCount * 4), arcCount),
    flags: new Uint8Array(buffer, take(arcCount), arcCount),
    nodeFlags: new Uint8Array(buffer, take(nodeCount), nodeCount),
  };
}

/** The first node whose arcs do not follow on those of the node before; `null` if all do. */
function firstWrongOffset({ offsets, nodeCount, targets }: WalkNetwork): number | null {
  if (offsets[0] !== 0 || offsets[nodeCount] !== targets.length) return nodeCount;
  for (let node = 0; node < nodeCount; node++) {
    if ((offsets[node] as number) > (offsets[node + 1] as number)) return node;
  }
  return null;
}
