import { Gunzip, Unzlib } from 'fflate';
import bzip2 from 'unbzip2-stream/lib/bzip2.js';
import { fail, ProblemError } from '../../shared/problem.ts';
import type { SourceBytes } from '../types.ts';

/** Compressed bytes handed to the inflater at a time: at the highest possible ratio (1 : 1032) they give 66 MB. */
const PIECE_BYTES = 64 * 1024;

/** A piece of unpacked data and how far the packed bytes are used up. */
export interface UnpackedPiece {
  readonly bytes: Uint8Array;
  /** 0–1 of the packed bytes. */
  readonly fraction: number;
}

/**
 * Unpacks a `.gz` file piece by piece and stops with `osm.too-large` as soon as more than `limitBytes` have come out, so that a bomb
 * never gets to fill the memory. Throws `osm.truncated` and `osm.damaged`.
 */
export function* gunzip(source: SourceBytes, limitBytes: number): Generator<UnpackedPiece> {
  let pieces: Uint8Array[] = [];
  const inflater = new Gunzip((bytes) => pieces.push(bytes));
  let total = 0;
  for (let start = 0; start < source.bytes.length; start += PIECE_BYTES) {
    const end = Math.min(start + PIECE_BYTES, source.bytes.length);
    const isLast = end === source.bytes.length;
    guardInflate(source.name, start, () => inflater.push(source.bytes.subarray(start, end), isLast), isLast);
    for (const bytes of pieces) {
      total += bytes.length;
      if (total > limitBytes) fail('osm.too-large', { limitBytes }, { file: source.name });
      if (bytes.length > 0) yield { bytes, fraction: end / source.bytes.length };
    }
    pieces = [];
  }
}

/** Unpacks a `.bz2` file block by block (at most 900 kB before run-length coding each). Same limits and problems as {@link gunzip}. */
export function* bunzip(source: SourceBytes, limitBytes: number): Generator<UnpackedPiece> {
  const { bytes: packed, name } = source;
  let position = 0;
  let blockStart = 0;
  let bit = 0;
  const readBits = (count: number | null): number => {
    if (count === null) {
      if (bit > 0) position++;
      bit = 0;
      return 0;
    }
    let value = 0;
    for (let left = count; left > 0; ) {
      if (position >= packed.length) fail('osm.truncated', { position: blockStart }, { file: name });
      const taken = Math.min(left, 8 - bit);
      value = (value << taken) | ((packed[position]! >> (8 - bit - taken)) & ((1 << taken) - 1));
      bit += taken;
      left -= taken;
      if (bit === 8) {
        bit = 0;
        position++;
      }
    }
    return value;
  };
  let total = 0;
  let output = new Uint8Array(1_000_000);
  while (position < packed.length) {
    const bufferSize = 100_000 * guardInflate(name, position, () => bzip2.header(readBits));
    const buffer = new Int32Array(bufferSize);
    let checksum = 0;
    for (;;) {
      let length = 0;
      const push = (byte: number) => {
        if (length === output.length) {
          if (total + length > limitBytes) fail('osm.too-large', { limitBytes }, { file: name });
          const larger = new Uint8Array(length * 2);
          larger.set(output);
          output = larger;
        }
        output[length++] = byte;
      };
      const running = checksum;
      blockStart = position;
      const next: number | null = guardInflate(name, position, () =>
        bzip2.decompress(readBits, push, buffer, bufferSize, running),
      );
      if (next === null) break;
      checksum = next;
      total += length;
      if (total > limitBytes) fail('osm.too-large', { limitBytes }, { file: name });
      yield { bytes: output.slice(0, length), fraction: position / packed.length };
    }
  }
}

/** Unpacks zlib data whose length is stated beforehand; more or less than that is a damaged file. `position` is for messages. */
export function unzlibExactly(packed: Uint8Array, length: number, file: string, position: number): Uint8Array {
  const unpacked = new Uint8Array(length);
  let filled = 0;
  const inflater = new Unzlib((bytes) => {
    if (filled + bytes.length > length) damaged(file, position, `more than ${length} bytes`);
    unpacked.set(bytes, filled);
    filled += bytes.length;
  });
  for (let start = 0; start < packed.length; start += PIECE_BYTES) {
    const end = Math.min(start + PIECE_BYTES, packed.length);
    guardInflate(file, position, () => inflater.push(packed.subarray(start, end), end === packed.length));
  }
  if (filled < length) damaged(file, position, `${filled} of ${length} bytes`);
  return unpacked;
}

function damaged(file: string, position: number, detail: string): never {
  return fail('osm.damaged', { position, detail }, { file });
}

/** Turns what a decoder throws into a problem with the place in the file. `mayEnd`: the decoder has been given all there is. */
function guardInflate<T>(file: string, position: number, decode: () => T, mayEnd = false): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    if (mayEnd && /unexpected EOF/i.test(detail)) return fail('osm.truncated', { position }, { file });
    return damaged(file, position, detail);
  }
}
