import { fail } from '../../shared/problem.ts';
import type { FoundFormat } from '../../shared/problems/pipeline-osm.ts';
import type { SourceBytes } from '../types.ts';
import type { OsmModel } from './osm-model.ts';
import { OsmModelBuilder } from './osm-model-builder.ts';
import { readOsmPbf } from './read-osm-pbf.ts';
import { OsmXmlReader } from './read-osm-xml.ts';
import { bunzip, gunzip } from './unpack.ts';

/** More than this is not unpacked: a state's extract fits, a bomb does not. */
export const UNPACKED_LIMIT_BYTES = 2_000_000_000;

const XML_PIECE_BYTES = 1024 * 1024;

/**
 * Reads an OSM extract: `.osm.pbf`, `.osm`, `.osm.gz` or `.osm.bz2`. What it is, is told by its first bytes, not by its name. Yields
 * how far it is (0–1) and returns the model. Refuses more than `limitBytes` of unpacked data while unpacking.
 */
export function* readOsmModel(
  source: SourceBytes,
  limitBytes: number = UNPACKED_LIMIT_BYTES,
): Generator<number, OsmModel> {
  const builder = new OsmModelBuilder();
  const format = formatOf(source.bytes);
  switch (format) {
    case 'pbf':
      yield* readOsmPbf(source, builder, limitBytes);
      break;
    case 'osm-xml':
      yield* readXml(source, plainPieces(source, limitBytes), builder);
      break;
    case 'gzip':
      yield* readXml(source, gunzip(source, limitBytes), builder);
      break;
    case 'bzip2':
      yield* readXml(source, bunzip(source, limitBytes), builder);
      break;
    case 'empty':
      fail('osm.empty-file', {}, { file: source.name });
      break;
    default:
      fail('osm.format-unknown', { found: format }, { file: source.name });
  }
  if (builder.elementCount === 0) fail('osm.no-elements', {}, { file: source.name });
  return builder.finish();
}

function* plainPieces(source: SourceBytes, limitBytes: number) {
  const { bytes, name } = source;
  if (bytes.length > limitBytes) fail('osm.too-large', { limitBytes }, { file: name });
  for (let start = 0; start < bytes.length; start += XML_PIECE_BYTES) {
    const end = Math.min(start + XML_PIECE_BYTES, bytes.length);
    yield { bytes: bytes.subarray(start, end), fraction: end / bytes.length };
  }
}

function* readXml(
  source: SourceBytes,
  pieces: Iterable<{ bytes: Uint8Array; fraction: number }>,
  builder: OsmModelBuilder,
): Generator<number> {
  const reader = new OsmXmlReader(source.name, builder);
  let isFirst = true;
  for (const { bytes, fraction } of pieces) {
    if (isFirst) {
      const inner = formatOf(bytes);
      if (inner === 'pbf') fail('osm.format-unknown', { found: 'pbf-packed' }, { file: source.name });
      if (inner !== 'osm-xml') fail('osm.format-unknown', { found: foundInside(inner) }, { file: source.name });
      isFirst = false;
    }
    reader.write(bytes);
    yield fraction;
  }
  if (isFirst) fail('osm.empty-file', {}, { file: source.name });
  reader.end();
}

type Format = 'pbf' | 'osm-xml' | 'gzip' | 'bzip2' | 'empty' | FoundFormat;

function foundInside(format: Format): FoundFormat {
  return format === 'gzip' || format === 'bzip2' || format === 'empty' || format === 'pbf' || format === 'osm-xml'
    ? 'binary'
    : format;
}

const MAGIC: readonly (readonly [Format, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zip', [0x50, 0x4b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** Tells a format by its first bytes. */
function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) return 'empty';
  for (const [format, magic] of MAGIC) if (magic.every((byte, i) => bytes[i] === byte)) return format;
  const text = Array.from(bytes.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('');
  // Length of the first header (four bytes), then its first field: the text "OSMHeader".
  if (text.startsWith('\u0000\u0000') && text.startsWith('\n\tOSMHeader', 4)) return 'pbf';
  const start = text.replace(/^(\u00ef\u00bb\u00bf)?\s*/, '');
  if (/^<(!doctype )?html/i.test(start)) return 'html';
  if (start.startsWith('<')) return 'osm-xml';
  if (/^[{[]/.test(start)) return 'json';
  return [...text].some((letter) => letter < '\t') ? 'binary' : 'text';
}
