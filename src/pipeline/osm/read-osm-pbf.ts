import { PbfReader } from 'pbf';
import { fail, ProblemError } from '../../shared/problem.ts';
import type { SourceBytes } from '../types.ts';
import type { MemberType } from './osm-model.ts';
import type { OsmModelBuilder } from './osm-model-builder.ts';
import { unzlibExactly } from './unpack.ts';

/** Limits of the format: a blob header is smaller than 64 KiB, a blob at most 32 MiB, packed or not. */
const HEADER_LIMIT_BYTES = 64 * 1024;
const BLOB_LIMIT_BYTES = 32 * 1024 * 1024;
const KNOWN_FEATURES = ['OsmSchema-V0.6', 'DenseNodes', 'Sort.Type_then_ID', 'LocationsOnWays'];
const MEMBER_TYPES: readonly MemberType[] = ['node', 'way', 'relation'];
const COMPRESSION_BY_FIELD: Readonly<Record<number, string | undefined>> = {
  4: 'LZMA',
  5: 'bzip2',
  6: 'LZ4',
  7: 'Zstandard',
};

/**
 * Reads an `.osm.pbf` file into a builder, blob by blob, and yields after each how far it is (0–1). Format: OpenStreetMap wiki,
 * "PBF Format". Throws `osm.truncated`, `osm.damaged`, `osm.block-too-large`, `osm.too-large`, `osm.compression-unknown`,
 * `osm.feature-unknown`, `osm.id-invalid`, `osm.coordinate-invalid`.
 */
export function* readOsmPbf(source: SourceBytes, builder: OsmModelBuilder, limitBytes: number): Generator<number> {
  const { bytes, name } = source;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  let total = 0;
  while (position < bytes.length) {
    const start = position;
    if (start + 4 > bytes.length) fail('osm.truncated', { position: start }, { file: name });
    const headerBytes = view.getUint32(start);
    guardSize(headerBytes, HEADER_LIMIT_BYTES, start, name);
    const blobStart = start + 4 + headerBytes;
    if (blobStart > bytes.length) fail('osm.truncated', { position: start }, { file: name });
    const header = decode(name, start, () => readBlobHeader(bytes.subarray(start + 4, blobStart)));
    guardSize(header.blobBytes, BLOB_LIMIT_BYTES, start, name);
    position = blobStart + header.blobBytes;
    if (position > bytes.length) fail('osm.truncated', { position: start }, { file: name });
    const data = decode(name, start, () => readBlob(bytes.subarray(blobStart, position), name, start));
    total += data.length;
    if (total > limitBytes) fail('osm.too-large', { limitBytes }, { file: name });
    decode(name, start, () => {
      if (header.type === 'OSMHeader') readHeaderBlock(data, builder, name);
      else if (header.type === 'OSMData') readPrimitiveBlock(data, builder);
    });
    yield position / bytes.length;
  }
}

function guardSize(foundBytes: number, limitBytes: number, position: number, file: string): void {
  if (foundBytes > limitBytes) fail('osm.block-too-large', { foundBytes, limitBytes, position }, { file });
}

/** Whatever the protobuf reader stumbles over becomes one problem that says where. */
function decode<T>(file: string, position: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError) {
      throw new ProblemError({ ...error.problem, where: { file, ...error.problem.where } });
    }
    return fail('osm.damaged', { position, detail: error instanceof Error ? error.message : String(error) }, { file });
  }
}

function readBlobHeader(bytes: Uint8Array): { type: string; blobBytes: number } {
  const pbf = new PbfReader(bytes);
  let [type, blobBytes] = ['', -1];
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 1) type = textOf(bytesField(pbf));
    else if (field === 3) blobBytes = pbf.readVarint();
  }
  if (!(blobBytes >= 0)) throw new RangeError('blob header without size');
  return { type, blobBytes };
}

function readBlob(bytes: Uint8Array, file: string, position: number): Uint8Array {
  const pbf = new PbfReader(bytes);
  let rawBytes = 0;
  let raw: Uint8Array | null = null;
  let zlib: Uint8Array | null = null;
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 1) raw = bytesField(pbf);
    else if (field === 2) rawBytes = pbf.readVarint();
    else if (field === 3) zlib = bytesField(pbf);
    else {
      const found = COMPRESSION_BY_FIELD[field];
      if (found !== undefined) fail('osm.compression-unknown', { found });
    }
  }
  if (raw !== null) return raw;
  if (zlib === null) throw new RangeError('blob without data');
  guardSize(rawBytes, BLOB_LIMIT_BYTES, position, file);
  return unzlibExactly(zlib, rawBytes, file, position);
}

function readHeaderBlock(bytes: Uint8Array, builder: OsmModelBuilder, file: string): void {
  const pbf = new PbfReader(bytes);
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 4) {
      const feature = textOf(bytesField(pbf));
      if (!KNOWN_FEATURES.includes(feature)) fail('osm.feature-unknown', { found: feature }, { file });
    } else if (field === 32) builder.addTimestamp(pbf.readVarint(true));
  }
}

/** What the elements of a block share. */
interface Block {
  readonly builder: OsmModelBuilder;
  readonly strings: readonly Uint8Array[];
  /** Number of each string in the builder, −1 until it is needed. */
  readonly textNumbers: Int32Array;
  granularity: number;
  lonOffset: number;
  latOffset: number;
  dateMilliseconds: number;
}

function readPrimitiveBlock(bytes: Uint8Array, builder: OsmModelBuilder): void {
  const pbf = new PbfReader(bytes);
  const strings: Uint8Array[] = [];
  const groups: Uint8Array[] = [];
  const scale = { granularity: 100, lonOffset: 0, latOffset: 0, dateMilliseconds: 1000 };
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 1) {
      const table = new PbfReader(bytesField(pbf));
      for (let entry = table.nextField(); entry > 0; entry = table.nextField()) strings.push(bytesField(table));
    } else if (field === 2) groups.push(bytesField(pbf));
    else if (field === 17) scale.granularity = pbf.readVarint();
    else if (field === 18) scale.dateMilliseconds = pbf.readVarint();
    else if (field === 19) scale.latOffset = pbf.readVarint(true);
    else if (field === 20) scale.lonOffset = pbf.readVarint(true);
  }
  const block: Block = { builder, strings, textNumbers: new Int32Array(strings.length).fill(-1), ...scale };
  for (const group of groups) readGroup(group, block);
}

function readGroup(bytes: Uint8Array, block: Block): void {
  const pbf = new PbfReader(bytes);
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 1) readNode(bytesField(pbf), block);
    else if (field === 2) readDenseNodes(bytesField(pbf), block);
    else if (field === 3) readWay(bytesField(pbf), block);
    else if (field === 4) readRelation(bytesField(pbf), block);
  }
}

function readNode(bytes: Uint8Array, block: Block): void {
  const pbf = new PbfReader(bytes);
  let [id, lon, lat] = [0, 0, 0];
  const tags = new TagLists();
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 1) id = pbf.readSVarint();
    else if (field === 8) lat = pbf.readSVarint();
    else if (field === 9) lon = pbf.readSVarint();
    else if (field === 4) readInfo(bytesField(pbf), block);
    else tags.take(field, pbf);
  }
  addNode(block, id, lon, lat);
  tags.addTo(block);
}

function readDenseNodes(bytes: Uint8Array, block: Block): void {
  const pbf = new PbfReader(bytes);
  let ids: number[] = [];
  let lats: number[] = [];
  let lons: number[] = [];
  let keysAndValues: number[] = [];
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 1) ids = packed(pbf, 'signed');
    else if (field === 5) readDenseInfo(bytesField(pbf), block);
    else if (field === 8) lats = packed(pbf, 'signed');
    else if (field === 9) lons = packed(pbf, 'signed');
    else if (field === 10) keysAndValues = packed(pbf, 'plain');
  }
  if (lats.length !== ids.length || lons.length !== ids.length) throw new RangeError('dense nodes of unequal length');
  let [id, lon, lat, next] = [0, 0, 0, 0];
  for (let i = 0; i < ids.length; i++) {
    id += ids[i]!;
    lon += lons[i]!;
    lat += lats[i]!;
    addNode(block, id, lon, lat);
    for (; next < keysAndValues.length && keysAndValues[next] !== 0; next += 2) {
      addTag(block, keysAndValues[next]!, keysAndValues[next + 1] ?? -1);
    }
    next++;
  }
}

function readWay(bytes: Uint8Array, block: Block): void {
  const pbf = new PbfReader(bytes);
  let id = 0;
  let refs: number[] = [];
  const tags = new TagLists();
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 8) refs = packed(pbf, 'signed');
    else if (field === 4) readInfo(bytesField(pbf), block);
    else tags.take(field, pbf);
  }
  block.builder.addWay(safeId(id));
  tags.addTo(block);
  let ref = 0;
  for (const delta of refs) {
    ref += delta;
    block.builder.addRef(safeId(ref));
  }
}

function readRelation(bytes: Uint8Array, block: Block): void {
  const pbf = new PbfReader(bytes);
  let id = 0;
  let roles: number[] = [];
  let refs: number[] = [];
  let types: number[] = [];
  const tags = new TagLists();
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 8) roles = packed(pbf, 'plain');
    else if (field === 9) refs = packed(pbf, 'signed');
    else if (field === 10) types = packed(pbf, 'plain');
    else if (field === 4) readInfo(bytesField(pbf), block);
    else tags.take(field, pbf);
  }
  block.builder.addRelation(safeId(id));
  tags.addTo(block);
  let ref = 0;
  refs.forEach((delta, i) => {
    ref += delta;
    const type = MEMBER_TYPES[types[i]!];
    const role = block.strings[roles[i]!];
    if (type === undefined || role === undefined) throw new RangeError(`member ${i} of relation ${id}`);
    block.builder.addMember(type, safeId(ref), textOf(role));
  });
}

/** Keys and values of a node, way or relation: fields 2 and 3 in all three. */
class TagLists {
  private keys: number[] = [];
  private values: number[] = [];

  take(field: number, pbf: PbfReader): void {
    if (field === 2) this.keys = packed(pbf, 'plain');
    else if (field === 3) this.values = packed(pbf, 'plain');
  }

  addTo(block: Block): void {
    this.keys.forEach((key, i) => {
      addTag(block, key, this.values[i] ?? -1);
    });
  }
}

function readInfo(bytes: Uint8Array, block: Block): void {
  const pbf = new PbfReader(bytes);
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field === 2) block.builder.addTimestamp((pbf.readVarint(true) * block.dateMilliseconds) / 1000);
  }
}

function readDenseInfo(bytes: Uint8Array, block: Block): void {
  const pbf = new PbfReader(bytes);
  for (let field = pbf.nextField(); field > 0; field = pbf.nextField()) {
    if (field !== 2) continue;
    let time = 0;
    for (const delta of packed(pbf, 'signed')) {
      time += delta;
      block.builder.addTimestamp((time * block.dateMilliseconds) / 1000);
    }
  }
}

/** Stored positions are offset + granularity × value in 1e-9°. */
function addNode(block: Block, id: number, lon: number, lat: number): void {
  const lonE7 = Math.round((block.lonOffset + block.granularity * lon) / 100);
  const latE7 = Math.round((block.latOffset + block.granularity * lat) / 100);
  if (!(Math.abs(lonE7) <= 1_800_000_000 && Math.abs(latE7) <= 900_000_000)) {
    fail('osm.coordinate-invalid', { found: `${lonE7 / 1e7} ${latE7 / 1e7}` }, { feature: `n${id}` });
  }
  block.builder.addNode(safeId(id), lonE7, latE7);
}

function addTag(block: Block, key: number, value: number): void {
  block.builder.addTag(textNumber(block, key), textNumber(block, value));
}

function textNumber(block: Block, index: number): number {
  const known = block.textNumbers[index];
  if (known === undefined) throw new RangeError(`text ${index} of ${block.strings.length}`);
  if (known >= 0) return known;
  const number = block.builder.textNumber(textOf(block.strings[index]!));
  block.textNumbers[index] = number;
  return number;
}

const decoder = new TextDecoder();

function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function safeId(id: number): number {
  return Number.isSafeInteger(id) ? id : fail('osm.id-invalid', { found: String(id) });
}

/** A length-delimited field; refuses one that reaches beyond its message (the library would read on). */
function bytesField(pbf: PbfReader): Uint8Array {
  const end = pbf.readVarint() + pbf.pos;
  if (!(end <= pbf.length)) throw new RangeError('field longer than its message');
  const bytes = pbf.buf.subarray(pbf.pos, end);
  pbf.pos = end;
  return bytes;
}

/** A packed list of numbers, or the single number of a field that is not packed. */
function packed(pbf: PbfReader, form: 'plain' | 'signed'): number[] {
  const end = pbf.readPackedEnd();
  if (!(end <= pbf.length)) throw new RangeError('list longer than its message');
  const numbers: number[] = [];
  while (pbf.pos < end) numbers.push(form === 'signed' ? pbf.readSVarint() : pbf.readVarint());
  return numbers;
}
