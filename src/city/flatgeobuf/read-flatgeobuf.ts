import { ByteBuffer } from 'flatbuffers';
import { fromByteBuffer } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { Position } from 'geojson';
import { fail, ProblemError } from '../../shared/problem.ts';
import {
  COLUMN_CODE,
  type ColumnValue,
  GEOMETRY_CODE,
  INDEX_NODE_SIZE,
  type LayerColumn,
  type LayerGeometry,
  MAGIC,
} from './format.ts';
import { type ByteRun, packedIndexBytes } from './packed-index.ts';

export interface FlatGeobufHeader {
  readonly columns: readonly { readonly name: string; readonly type: number }[];
  readonly featureCount: number;
  /** Where the index begins and the features begin, in bytes from the start of the file. */
  readonly indexStart: number;
  readonly featuresStart: number;
}

/** Reads magic and header. `bytes` must hold them whole; throws `city.file-damaged` where they are something else. */
export function readFlatGeobufHeader(bytes: Uint8Array, file: string): FlatGeobufHeader {
  return guarded(file, () => {
    if (!MAGIC.every((byte, i) => i === 7 || bytes[i] === byte)) throw new RangeError('magic bytes');
    const buffer = new ByteBuffer(bytes);
    const indexStart = MAGIC.length + 4 + buffer.readUint32(MAGIC.length);
    if (indexStart > bytes.length) throw new RangeError('header length');
    // A copy, because the library views doubles in place and a file cut out of another may begin anywhere.
    const copy = new ByteBuffer(bytes.slice(0, indexStart));
    copy.setPosition(MAGIC.length);
    const header = fromByteBuffer(copy);
    if (header.indexNodeSize !== INDEX_NODE_SIZE) throw new RangeError('index node size');
    return {
      columns: header.columns ?? [],
      featureCount: header.featuresCount,
      indexStart,
      featuresStart: indexStart + packedIndexBytes(header.featuresCount),
    };
  });
}

/** Turns a feature into an object. `values` follow the wanted columns and are reused for the next feature. */
export type MakeFeature<T> = (geometry: LayerGeometry, values: readonly ColumnValue[]) => T;

/**
 * Reads the features of the runs; within a run they stand one after the other. Only the wanted columns are decoded; a text equal to
 * the one before in its column is not decoded again, which for districts and kinds in Hilbert order is most of them.
 * Throws `city.column-missing` and `city.file-damaged`.
 */
export function readFeatures<T>(
  bytes: Uint8Array,
  runs: readonly ByteRun[],
  header: FlatGeobufHeader,
  wanted: readonly LayerColumn[],
  file: string,
  make: MakeFeature<T>,
): T[] {
  const plan = planColumns(bytes, header, wanted, file);
  return guarded(file, () => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const values: ColumnValue[] = wanted.map(() => null);
    const found: T[] = [];
    for (const { start, end } of runs) {
      let at = start;
      for (; at < end; at += 4 + view.getUint32(at, true)) {
        const root = follow(view, at + 4);
        values.fill(null);
        readProperties(view, follow(view, requiredField(view, root, FEATURE.properties)), plan, values);
        found.push(make(readGeometry(view, follow(view, requiredField(view, root, FEATURE.geometry))), values));
      }
      if (at !== end) throw new RangeError('feature length');
    }
    return found;
  });
}

/** Reading beyond the end, or text that is no UTF-8: the bytes are not what they should be. */
function guarded<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    return fail('city.file-damaged', { expected: 'FlatGeobuf', detail }, { file });
  }
}

function planColumns(
  bytes: Uint8Array,
  header: FlatGeobufHeader,
  wanted: readonly LayerColumn[],
  file: string,
): ColumnPlan[] {
  for (const { name, kind } of wanted) {
    const column = header.columns.find((candidate) => candidate.name === name);
    if (column?.type !== COLUMN_CODE[kind]) fail('city.column-missing', { expected: kind }, { file, column: name });
  }
  return header.columns.map(({ name, type }) => ({
    type,
    slot: wanted.findIndex((column) => column.name === name),
    readText: createTextReader(bytes),
  }));
}

/** Slots of the fields in the format's two tables (flatgeobuf/src/fbs/feature.fbs). */
const FEATURE = { geometry: 0, properties: 1 } as const;
const GEOMETRY = { ends: 0, xy: 1, type: 6, parts: 7 } as const;

/** Follows a flatbuffers offset. */
function follow(view: DataView, at: number): number {
  return at + view.getUint32(at, true);
}

/** Where a table's field lies, 0 if it is not stored. */
function field(view: DataView, table: number, slot: number): number {
  const vtable = table - view.getInt32(table, true);
  const entry = 4 + slot * 2;
  if (entry >= view.getUint16(vtable, true)) return 0;
  const offset = view.getUint16(vtable + entry, true);
  return offset === 0 ? 0 : table + offset;
}

function requiredField(view: DataView, table: number, slot: number): number {
  const at = field(view, table, slot);
  if (at === 0) throw new RangeError('field missing');
  return at;
}

/** A multiple shape with one part comes as the single one: that is how the writer got it. */
function readGeometry(view: DataView, table: number): LayerGeometry {
  const typeAt = field(view, table, GEOMETRY.type);
  const type = typeAt === 0 ? 0 : view.getUint8(typeAt);
  if (type === GEOMETRY_CODE.MultiPolygon) {
    const parts = follow(view, requiredField(view, table, GEOMETRY.parts));
    const coordinates: Position[][][] = [];
    for (let i = 0; i < view.getUint32(parts, true); i++)
      coordinates.push(readLines(view, follow(view, parts + 4 + i * 4)));
    return coordinates.length === 1
      ? { type: 'Polygon', coordinates: coordinates[0]! }
      : { type: 'MultiPolygon', coordinates };
  }
  const lines = readLines(view, table);
  if (lines[0]?.[0] === undefined) throw new RangeError('empty geometry');
  switch (type) {
    case GEOMETRY_CODE.Point:
      return { type: 'Point', coordinates: lines[0][0] };
    case GEOMETRY_CODE.LineString:
      return { type: 'LineString', coordinates: lines[0] };
    case GEOMETRY_CODE.Polygon:
      return { type: 'Polygon', coordinates: lines };
    case GEOMETRY_CODE.MultiLineString:
      return lines.length === 1
        ? { type: 'LineString', coordinates: lines[0] }
        : { type: 'MultiLineString', coordinates: lines };
    default:
      throw new RangeError(`geometry type ${type}`);
  }
}

function readLines(view: DataView, table: number): Position[][] {
  const xy = follow(view, requiredField(view, table, GEOMETRY.xy));
  const pointCount = view.getUint32(xy, true) >>> 1;
  const endsField = field(view, table, GEOMETRY.ends);
  if (endsField === 0) return [readLine(view, xy + 4, 0, pointCount)];
  const ends = follow(view, endsField);
  const lines: Position[][] = [];
  let from = 0;
  for (let i = 0; i < view.getUint32(ends, true); i++) {
    const to = view.getUint32(ends + 4 + i * 4, true);
    if (to > pointCount) throw new RangeError('line end');
    lines.push(readLine(view, xy + 4, from, to));
    from = to;
  }
  return lines;
}

function readLine(view: DataView, xy: number, from: number, to: number): Position[] {
  const line: Position[] = [];
  for (let at = xy + from * 16; at < xy + to * 16; at += 16) {
    line.push([view.getFloat64(at, true), view.getFloat64(at + 8, true)]);
  }
  return line;
}

type TextReader = (start: number, length: number) => string;

const SHORT_TEXT = 64;

/** Decodes texts of one column, remembering the last. */
function createTextReader(bytes: Uint8Array): TextReader {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lastStart = 0;
  let lastLength = -1;
  let last = '';
  return (start, length) => {
    if (start + length > bytes.length) throw new RangeError('text length');
    if (length === lastLength && length <= SHORT_TEXT) {
      let i = 0;
      while (i < length && bytes[start + i] === bytes[lastStart + i]) i++;
      if (i === length) return last;
    }
    last = decoder.decode(bytes.subarray(start, start + length));
    lastStart = start;
    lastLength = length;
    return last;
  };
}

/** How a column of the file is read: its type code, and the place of its value (−1 = not wanted). */
interface ColumnPlan {
  readonly type: number;
  readonly slot: number;
  readonly readText: TextReader;
}

function readProperties(view: DataView, vector: number, plan: readonly ColumnPlan[], values: ColumnValue[]): void {
  const end = vector + 4 + view.getUint32(vector, true);
  for (let at = vector + 4; at < end; ) {
    const column = plan[view.getUint16(at, true)];
    if (column === undefined) throw new RangeError('column number');
    at += 2;
    let value: ColumnValue;
    switch (column.type) {
      case COLUMN_CODE.bool:
        value = view.getUint8(at) !== 0;
        at += 1;
        break;
      case COLUMN_CODE.int:
        value = view.getInt32(at, true);
        at += 4;
        break;
      case COLUMN_CODE.double:
        value = view.getFloat64(at, true);
        at += 8;
        break;
      case COLUMN_CODE.string:
      case COLUMN_CODE.json: {
        const length = view.getUint32(at, true);
        value = column.slot < 0 ? null : column.readText(at + 4, length);
        at += 4 + length;
        break;
      }
      default:
        throw new RangeError(`column type ${column.type}`);
    }
    if (column.slot >= 0) values[column.slot] = value;
  }
}
