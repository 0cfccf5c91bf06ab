import { fail, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import { decodeOneByte } from '../tables/decode-one-byte.ts';
import type { Cell, SourceBytes } from '../types.ts';

export interface DbfTable {
  readonly columns: readonly string[];
  /** In the order of the file; `null` = deleted. */
  readonly rows: readonly (Readonly<Record<string, Cell>> | null)[];
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

type Decode = (bytes: Uint8Array) => string;

const FIELD_BYTES = 32;

/** Language driver ids (byte 29) of the encodings met in Germany. Source: dBase IV and ArcGIS documentation of LDID. */
const ENCODING_BY_DRIVER: Readonly<Record<number, string>> = {
  1: 'cp437',
  2: 'cp850',
  3: 'windows-1252',
  100: 'cp852',
  200: 'windows-1250',
  201: 'windows-1251',
};

/** What a `.cpg` file or a recipe calls an encoding → the name this program and `TextDecoder` use. */
function canonicalEncoding(label: string): string {
  const text = label.trim().toLowerCase().replace(/[\s_]/g, '-');
  const number = /^(?:ansi-?|cp-?|windows-?|oem-?|ibm-?)?(\d{3,5})$/.exec(text)?.[1];
  if (number === '65001') return 'utf-8';
  if (number === '28591' || text === '88591' || /^(iso-?)?8859-?1$|^latin-?1$/.test(text)) return 'windows-1252';
  if (number === undefined) return text;
  // Western DOS code pages agree in the letters of German, French and Spanish names.
  if (number === '437' || number === '850') return 'cp850';
  return number.startsWith('125') ? `windows-${number}` : text;
}

function decoderFor(label: string, file: string): Decode {
  const encoding = canonicalEncoding(label);
  if (encoding === 'windows-1252' || encoding === 'cp850') return (bytes) => decodeOneByte(bytes, encoding);
  try {
    const decoder = new TextDecoder(encoding);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return fail('geodata.encoding-unknown', { found: label.trim() }, { file });
  }
}

/** UTF-8 where most texts with special characters are (a name cut off in mid-character is not), else Windows-1252. */
function guessEncoding(texts: readonly Uint8Array[]): string | null {
  let fitting = 0;
  let special = 0;
  const strict = new TextDecoder('utf-8', { fatal: true });
  for (const bytes of texts) {
    if (!bytes.some((byte) => byte > 127)) continue;
    special++;
    try {
      strict.decode(bytes);
      fitting++;
    } catch {
      // Not UTF-8.
    }
  }
  if (special === 0) return null;
  return fitting * 2 > special ? 'utf-8' : 'windows-1252';
}

function readFields(bytes: Uint8Array, headerBytes: number): Field[] {
  const fields: Field[] = [];
  let start = 1;
  for (let at = 32; at + FIELD_BYTES <= headerBytes && bytes[at] !== 0x0d; at += FIELD_BYTES) {
    const nameBytes = bytes.subarray(at, at + 11);
    const end = nameBytes.indexOf(0);
    const name = decodeOneByte(end < 0 ? nameBytes : nameBytes.subarray(0, end), 'windows-1252').trim();
    const length = bytes[at + 16] as number;
    fields.push({ name, type: String.fromCharCode(bytes[at + 11] as number), start, length });
    start += length;
  }
  return fields;
}

function numberOf(text: string): Cell {
  const plain = text.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  // Keys of twenty digits do not survive as numbers.
  return Number.isInteger(value) && !Number.isSafeInteger(value) && /^\d+$/.test(plain) ? plain : value;
}

function cellOfField(bytes: Uint8Array, { type }: Field, decode: Decode): Cell {
  const text = decode(bytes).replace(/\0/g, '').trim();
  switch (type) {
    case 'N':
    case 'F':
      return numberOf(text);
    case 'D':
      return /^(?!0000)\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null;
    case 'L':
      return /^[TtYy]$/.test(text) ? true : /^[FfNn]$/.test(text) ? false : null;
    case 'C':
      return text === '' ? null : text;
    default:
      // Memos and binary types point into files that lie elsewhere.
      return null;
  }
}

/**
 * A dBase III/IV table as it stands beside a `.shp`. Numbers may be written with a comma; blank and starred numbers are `null`. Encoding:
 * `declared` (from a `.cpg` or a recipe), else the language driver of the header, else guessed and noted. Throws `geodata.damaged`,
 * `geodata.encoding-unknown`.
 */
export function readDbf({ name, bytes }: SourceBytes, declared: string | null): WithNotes<DbfTable> {
  const damaged = (): never => fail('geodata.damaged', { format: 'dbase' }, { file: name });
  if (bytes.length < 33) damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const recordCount = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (headerBytes < 33 || recordBytes < 1 || headerBytes + recordCount * recordBytes > bytes.length) damaged();
  const fields = readFields(bytes, headerBytes);
  if (fields.some((field) => field.start + field.length > recordBytes)) damaged();
  const records = Array.from({ length: recordCount }, (_, i) => {
    const start = headerBytes + i * recordBytes;
    return bytes.subarray(start, start + recordBytes);
  });
  const partOf = (record: Uint8Array, field: Field) => record.subarray(field.start, field.start + field.length);
  const stated = declared ?? ENCODING_BY_DRIVER[view.getUint8(29)];
  const texts = fields.filter((field) => field.type === 'C');
  const guess = stated ?? guessEncoding(records.flatMap((record) => texts.map((field) => partOf(record, field))));
  const decode = decoderFor(guess ?? 'utf-8', name);
  const rows = records.map((record) =>
    record[0] === 0x2a
      ? null
      : Object.fromEntries(fields.map((field) => [field.name, cellOfField(partOf(record, field), field, decode)])),
  );
  const notes =
    stated === undefined && guess !== null
      ? [note('info', 'geodata.encoding-guessed', { encoding: guess }, { where: { file: name } })]
      : [];
  return { data: { columns: fields.map((field) => field.name), rows }, notes };
}
