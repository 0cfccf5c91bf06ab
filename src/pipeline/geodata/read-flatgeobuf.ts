import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
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

/** All features of a FlatGeobuf file, in its order. Throws `geodata.damaged` where it is cut off. */
export async function readFlatGeobuf({ name: file, bytes }: SourceBytes): Promise<RawLayer> {
  let header: HeaderMeta | null = null;
  const found: Feature[] = [];
  try {
    const options = {
      headerMetaFn: (meta: HeaderMeta) => {
        header = meta;
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
