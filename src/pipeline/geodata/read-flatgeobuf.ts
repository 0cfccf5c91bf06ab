import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js';
import type { Feature } from 'geojson';
import { fail } from '../../shared/problem.ts';
import type { SourceBytes } from '../types.ts';
import { type CrsStatement, columnsOf, type RawLayer } from './geo-layer.ts';
import { readFeatures } from './read-geojson.ts';

function crsOf(header: HeaderMeta | null): CrsStatement | null {
  const crs = header?.crs;
  if (!crs) return null;
  if (crs.code > 0 && (crs.org === null || crs.org.toUpperCase() === 'EPSG')) return { kind: 'epsg', code: crs.code };
  if (crs.wkt) return { kind: 'wkt', text: crs.wkt };
  return crs.name ? { kind: 'unknown', name: crs.name } : null;
}

const MAGIC_BYTES = 8;
const SIZE_BYTES = 4;

/** True if the last feature ends where the file does: the library reads what is cut off as zeros. */
function isWhole(bytes: Uint8Array, { featuresCount, indexNodeSize }: HeaderMeta): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = MAGIC_BYTES + SIZE_BYTES + view.getUint32(MAGIC_BYTES, true);
  if (indexNodeSize > 0 && featuresCount > 0) at += calcTreeSize(featuresCount, indexNodeSize);
  while (at + SIZE_BYTES <= bytes.length) at += SIZE_BYTES + view.getUint32(at, true);
  return at === bytes.length;
}

/** All features of a FlatGeobuf file, in its order. Throws `geodata.damaged` where it is cut off. */
export async function readFlatGeobuf({ name: file, bytes }: SourceBytes): Promise<RawLayer> {
  let header: HeaderMeta | null = null;
  const found: Feature[] = [];
  try {
    const options = {
      headerMetaFn: (meta: HeaderMeta) => {
        header = meta;
        if (!isWhole(bytes, meta)) throw new RangeError('cut off');
      },
    };
    for await (const feature of deserialize(bytes, options)) found.push(feature as Feature);
  } catch {
    fail('geodata.damaged', { format: 'flatgeobuf' }, { file });
  }
  const meta = header as HeaderMeta | null;
  // Writers that stream leave the count at 0.
  if (meta === null || (meta.featuresCount > 0 && meta.featuresCount !== found.length)) {
    fail('geodata.damaged', { format: 'flatgeobuf' }, { file });
  }
  const features = readFeatures(
    found.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties })),
    file,
  );
  const columns = meta.columns?.map((column) => column.name) ?? columnsOf(features);
  return { file, format: 'flatgeobuf', columns, features, crs: crsOf(meta), notes: [] };
}
