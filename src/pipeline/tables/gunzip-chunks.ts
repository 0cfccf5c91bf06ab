import { Gunzip } from 'fflate';
import { fail } from '../../shared/problem.ts';
import type { SourceBytes } from '../types.ts';

const PUSH_BYTES = 65_536;

/** True if the bytes start like a gzip file. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Length of the last member as its trailer states it (modulo 2^32). */
function statedLength(bytes: Uint8Array): number {
  return bytes.length < 18 ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
}

/**
 * Unpacks a gzip file piece by piece, so that a small file cannot fill the memory: beyond `limitBytes` it is refused. Throws
 * `table.gzip-damaged` where the data is cut off or its length is not the one stated at its end.
 */
export function* gunzipChunks(source: SourceBytes, limitBytes: number): Generator<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  let memberBytes = 0;
  let ended = false;
  const gunzip = new Gunzip((chunk, final) => {
    unpacked.push(chunk);
    memberBytes += chunk.length;
    ended = final;
  });
  gunzip.onmember = () => {
    memberBytes = 0;
  };
  let total = 0;
  for (let start = 0; start < source.bytes.length; start += PUSH_BYTES) {
    const end = start + PUSH_BYTES;
    try {
      gunzip.push(source.bytes.subarray(start, end), end >= source.bytes.length);
    } catch {
      fail('table.gzip-damaged', {}, { file: source.name });
    }
    for (const chunk of unpacked) {
      total += chunk.length;
      if (total > limitBytes) fail('table.too-large', { limitBytes }, { file: source.name });
      if (chunk.length > 0) yield chunk;
    }
    unpacked = [];
  }
  if (!ended || memberBytes % 2 ** 32 !== statedLength(source.bytes)) {
    fail('table.gzip-damaged', {}, { file: source.name });
  }
}
