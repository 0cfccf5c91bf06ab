import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';

/** An element of a test extract. Coordinates in degrees with at most seven decimals. */
export interface TestNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface TestWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Readonly<Record<string, string>>;
}

export interface TestRelation {
  readonly id: number;
  readonly members: readonly {
    readonly type: 'node' | 'way' | 'relation';
    readonly ref: number;
    readonly role: string;
  }[];
  readonly tags?: Readonly<Record<string, string>>;
}

export interface TestExtract {
  readonly nodes: readonly TestNode[];
  readonly ways: readonly TestWay[];
  readonly relations: readonly TestRelation[];
}

const escaped = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[\n\t]/g, (c) => `&#${c.charCodeAt(0)};`);

export function writeOsmXml({ nodes, ways, relations }: TestExtract): string {
  const tagsOf = (tags: Readonly<Record<string, string>> = {}) =>
    Object.entries(tags).map(([k, v]) => `<tag k="${escaped(k)}" v="${escaped(v)}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">',
    ...nodes.flatMap(({ id, lon, lat, tags }) => [
      `<node id="${id}" lon="${lon}" lat="${lat}">`,
      ...tagsOf(tags),
      '</node>',
    ]),
    ...ways.flatMap(({ id, refs, tags }) => [
      `<way id="${id}">`,
      ...refs.map((ref) => `<nd ref="${ref}"/>`),
      ...tagsOf(tags),
      '</way>',
    ]),
    ...relations.flatMap(({ id, members, tags }) => [
      `<relation id="${id}">`,
      ...members.map(({ type, ref, role }) => `<member type="${type}" ref="${ref}" role="${escaped(role)}"/>`),
      ...tagsOf(tags),
      '</relation>',
    ]),
    '</osm>',
  ].join('\n');
}

/** How {@link writeOsmPbf} writes: all forms the format allows. */
export interface PbfForm {
  readonly dense?: boolean;
  readonly packed?: boolean;
  /** In 1e-9°; must divide the coordinates. */
  readonly granularity?: number;
  readonly lonOffset?: number;
  /** Seconds since 1970 for every node. */
  readonly timestamp?: number;
  readonly features?: readonly string[];
}

/** Writes an extract as `.osm.pbf` with the `pbf` package's writer: one header and one block. */
export function writeOsmPbf({ nodes, ways, relations }: TestExtract, form: PbfForm = {}): Uint8Array {
  const header = new PbfWriter();
  for (const feature of form.features ?? ['OsmSchema-V0.6', 'DenseNodes']) header.writeStringField(4, feature);
  const strings = [''];
  const numberOf = (text: string) => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const writeTags = (tags: Readonly<Record<string, string>> | undefined, pbf: PbfWriter) => {
    pbf.writePackedVarint(2, Object.keys(tags ?? {}).map(numberOf));
    pbf.writePackedVarint(3, Object.values(tags ?? {}).map(numberOf));
  };
  const granularity = form.granularity ?? 100;
  const lonOf = (node: TestNode) => Math.round((node.lon * 1e9 - (form.lonOffset ?? 0)) / granularity);
  const latOf = (node: TestNode) => Math.round((node.lat * 1e9) / granularity);
  const group = new PbfWriter();
  if (form.dense ?? true) group.writeMessage(2, (_, pbf) => writeDense(pbf), null);
  else for (const node of nodes) group.writeMessage(1, (_, pbf) => writeNode(node, pbf), null);
  for (const { id, refs, tags } of ways) {
    group.writeMessage(
      3,
      (_, pbf) => {
        pbf.writeVarintField(1, id);
        writeTags(tags, pbf);
        pbf.writePackedSVarint(8, deltas(refs));
      },
      null,
    );
  }
  for (const { id, members, tags } of relations) {
    group.writeMessage(
      4,
      (_, pbf) => {
        pbf.writeVarintField(1, id);
        writeTags(tags, pbf);
        pbf.writePackedVarint(
          8,
          members.map(({ role }) => numberOf(role)),
        );
        pbf.writePackedSVarint(9, deltas(members.map(({ ref }) => ref)));
        pbf.writePackedVarint(
          10,
          members.map(({ type }) => ['node', 'way', 'relation'].indexOf(type)),
        );
      },
      null,
    );
  }
  function writeNode(node: TestNode, pbf: PbfWriter): void {
    pbf.writeSVarintField(1, node.id);
    writeTags(node.tags, pbf);
    pbf.writeSVarintField(8, latOf(node));
    pbf.writeSVarintField(9, lonOf(node));
  }
  function writeDense(pbf: PbfWriter): void {
    pbf.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
    if (form.timestamp !== undefined) {
      const times = deltas(nodes.map(() => form.timestamp!));
      pbf.writeMessage(5, (_, info) => info.writePackedSVarint(2, times), null);
    }
    pbf.writePackedSVarint(8, deltas(nodes.map(latOf)));
    pbf.writePackedSVarint(9, deltas(nodes.map(lonOf)));
    const keysAndValues = nodes.flatMap(({ tags }) => [
      ...Object.entries(tags ?? {})
        .flat()
        .map(numberOf),
      0,
    ]);
    if (nodes.some(({ tags }) => tags !== undefined)) pbf.writePackedVarint(10, keysAndValues);
  }
  const block = new PbfWriter();
  const groupBytes = group.finish();
  const table = new PbfWriter();
  for (const text of strings) table.writeBytesField(1, new TextEncoder().encode(text));
  block.writeBytesField(1, table.finish());
  block.writeBytesField(2, groupBytes);
  if (granularity !== 100) block.writeVarintField(17, granularity);
  if (form.lonOffset !== undefined) block.writeVarintField(20, form.lonOffset);
  const isPacked = form.packed ?? true;
  return concatenate([
    writeBlob('OSMHeader', header.finish(), isPacked),
    writeBlob('OSMData', block.finish(), isPacked),
  ]);
}

/** One blob with its header; `rawBytes` overrides the stated size of the unpacked data. */
export function writeBlob(type: string, data: Uint8Array, isPacked: boolean, rawBytes = data.length): Uint8Array {
  const blob = new PbfWriter();
  if (isPacked) {
    blob.writeVarintField(2, rawBytes);
    blob.writeBytesField(3, zlibSync(data));
  } else blob.writeBytesField(1, data);
  const blobBytes = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, blobBytes.length);
  const headerBytes = header.finish();
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, headerBytes.length);
  return concatenate([length, headerBytes, blobBytes]);
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function deltas(values: readonly number[]): number[] {
  return values.map((value, i) => value - (i === 0 ? 0 : values[i - 1]!));
}
