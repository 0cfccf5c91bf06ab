import { fail, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { SourceBytes } from '../types.ts';
import { decodeOneByte } from './decode-one-byte.ts';
import { gunzipChunks, isGzip } from './gunzip-chunks.ts';
import type { TextEncoding } from './table-options.ts';

/** Largest unpacked file that is held as one text: above it a table no longer fits a browser's memory. */
export const TEXT_LIMIT_BYTES = 200_000_000;

/** Largest unpacked file that is read piece by piece: the Zensus grids of all Germany with all their age groups take 2 GB. */
export const STREAM_LIMIT_BYTES = 4_000_000_000;

type Encoding = Exclude<TextEncoding, 'auto'>;

/** What a file that is no text turns out to be by its first bytes. */
type Foreign = 'zip' | 'excel' | 'pdf' | 'html' | 'binary';

const SIGNATURES: readonly (readonly [Foreign, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** UTF-16 without a mark: Western text has a zero in every second byte. */
function utf16WithoutMark(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  if (odd > head.length / 4 && even === 0) return 'utf-16le';
  return even > head.length / 4 && odd === 0 ? 'utf-16be' : null;
}

function foreignKind(head: Uint8Array): Foreign | null {
  const signature = SIGNATURES.find(([, start]) => startsWith(head, start));
  if (signature) return signature[0];
  if (head.includes(0)) return 'binary';
  const text = decodeOneByte(head.subarray(0, 200), 'windows-1252').trimStart();
  return /^<(!doctype html|html)/i.test(text) ? 'html' : null;
}

const LETTERS_1252 = new Set([0xe4, 0xf6, 0xfc, 0xdf, 0xc4, 0xd6, 0xdc, 0xe9, 0x96, 0x80]);
const LETTERS_850 = new Set([0x84, 0x94, 0x81, 0xe1, 0x8e, 0x99, 0x9a, 0x82]);

/** The likelier of the two one-byte encodings: the one in which more bytes are ä, ö, ü, ß, é (dash, €). */
function guessOneByteEncoding(bytes: Uint8Array): Encoding {
  let windows = 0;
  let dos = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if (LETTERS_1252.has(byte)) windows++;
    if (LETTERS_850.has(byte)) dos++;
  }
  return dos > windows ? 'cp850' : 'windows-1252';
}

interface Decoder {
  readonly encoding: Encoding;
  /** Throws `TypeError` where the bytes do not fit the encoding. */
  decode(bytes: Uint8Array, last: boolean): string;
}

function createDecoder(encoding: Encoding): Decoder {
  if (encoding === 'cp850' || encoding === 'windows-1252')
    return { encoding, decode: (bytes) => decodeOneByte(bytes, encoding) };
  const decoder = new TextDecoder(encoding, { fatal: true });
  return { encoding, decode: (bytes, last) => decoder.decode(bytes, { stream: !last }) };
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 1_000_000) yield bytes.subarray(start, start + 1_000_000);
}

function headEncoding(head: Uint8Array, declared: TextEncoding, file: string): Encoding | null {
  const marked = BOMS.find(([, mark]) => startsWith(head, mark))?.[0];
  if (marked) return marked;
  if (declared === 'utf-16le' || declared === 'utf-16be') return declared;
  const unmarked = utf16WithoutMark(head);
  if (unmarked) return unmarked;
  const found = foreignKind(head);
  if (found) fail('table.not-text', { found }, { file });
  return declared === 'auto' ? null : declared;
}

/** Text of a file, piece by piece. */
export interface TextStream {
  readonly chunks: Generator<string>;
  /** The encoding in use; may change from UTF-8 until the first byte above 127 has been seen. */
  encoding(): Encoding;
}

function* unpack(source: SourceBytes, limitBytes: number): Generator<Uint8Array> {
  if (isGzip(source.bytes)) {
    yield* gunzipChunks(source, limitBytes);
    return;
  }
  if (source.bytes.length > limitBytes) fail('table.too-large', { limitBytes }, { file: source.name });
  yield* slices(source.bytes);
}

function decodePieces(pieces: Iterable<Uint8Array>, declared: TextEncoding, file: string): TextStream {
  let decoder: Decoder | null = null;
  let decided = false;
  const decode = (bytes: Uint8Array, last: boolean): string => {
    if (decoder === null) {
      const known = headEncoding(bytes.subarray(0, 1000), declared, file);
      decided = known !== null;
      decoder = createDecoder(known ?? 'utf-8');
    }
    const firstSpecial = !decided && bytes.some((byte) => byte > 127);
    decided ||= firstSpecial;
    try {
      return decoder.decode(bytes, last);
    } catch {
      // Everything before the first byte above 127 was the same in any encoding, so the choice is still free.
      if (!firstSpecial) fail('table.encoding', { expected: decoder.encoding }, { file });
      decoder = createDecoder(guessOneByteEncoding(bytes));
      return decoder.decode(bytes, last);
    }
  };
  function* run(): Generator<string> {
    let waiting: Uint8Array | null = null;
    for (const piece of pieces) {
      if (waiting) yield decode(waiting, false);
      waiting = piece;
    }
    if (waiting === null) fail('table.empty', {}, { file });
    yield decode(waiting, true);
  }
  return { chunks: run(), encoding: () => decoder?.encoding ?? 'utf-8' };
}

function join(pieces: Iterable<Uint8Array>): Uint8Array[] {
  const parts = [...pieces];
  if (parts.length < 2) return parts;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return [whole];
}

/**
 * The text of a file, piece by piece, unpacked if it is gzip. A byte order mark wins over what was declared. With `auto`, a file without
 * a mark is UTF-8 if its first piece with special characters is, otherwise the likelier one of Windows-1252 and CP850. Throws
 * `table.not-text` (zip, Excel, PDF, HTML, other binary), `table.empty`, `table.encoding`, `table.too-large`, `table.gzip-damaged`.
 */
export function decodeTextChunks(source: SourceBytes, declared: TextEncoding = 'auto'): TextStream {
  return decodePieces(unpack(source, STREAM_LIMIT_BYTES), declared, source.name);
}

/** The whole text of a file, see {@link decodeTextChunks}; at most {@link TEXT_LIMIT_BYTES}. A guessed encoding is noted. */
export function decodeText(source: SourceBytes, declared: TextEncoding = 'auto'): WithNotes<string> {
  const stream = decodePieces(join(unpack(source, TEXT_LIMIT_BYTES)), declared, source.name);
  const data = [...stream.chunks].join('');
  const encoding = stream.encoding();
  const guessed = declared === 'auto' && (encoding === 'cp850' || encoding === 'windows-1252');
  const notes = guessed ? [note('info', 'table.encoding-guessed', { encoding }, { where: { file: source.name } })] : [];
  return { data, notes };
}
