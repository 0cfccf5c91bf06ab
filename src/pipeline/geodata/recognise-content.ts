import { fail } from '../../shared/problem.ts';
import type { ForeignContent, GeoFormat } from '../../shared/problems/pipeline-geodata.ts';
import { isGzip } from '../tables/gunzip-chunks.ts';
import type { SourceBytes } from '../types.ts';

/** What the first bytes of a file show. GeoJSON and TopoJSON are told apart after parsing: both are `json` here. */
export type Content =
  | { readonly is: 'map-data'; readonly format: Exclude<GeoFormat, 'geojson' | 'topojson'> | 'json' }
  | { readonly is: 'zip' | 'gzip' }
  | { readonly is: 'foreign'; readonly content: ForeignContent };

const SIGNATURES: readonly (readonly [Content, readonly number[]])[] = [
  [{ is: 'zip' }, [0x50, 0x4b, 0x03, 0x04]],
  [{ is: 'zip' }, [0x50, 0x4b, 0x05, 0x06]],
  [{ is: 'map-data', format: 'geopackage' }, [...'SQLite format 3\0'].map((c) => c.charCodeAt(0))],
  [{ is: 'map-data', format: 'flatgeobuf' }, [0x66, 0x67, 0x62]],
  [{ is: 'map-data', format: 'shapefile' }, [0x00, 0x00, 0x27, 0x0a]],
  [{ is: 'foreign', content: 'pdf' }, [0x25, 0x50, 0x44, 0x46]],
  [{ is: 'foreign', content: 'excel' }, [0xd0, 0xcf, 0x11, 0xe0]],
  [{ is: 'foreign', content: 'image' }, [0x89, 0x50, 0x4e, 0x47]],
  [{ is: 'foreign', content: 'image' }, [0xff, 0xd8, 0xff]],
  [{ is: 'foreign', content: 'image' }, [0x49, 0x49, 0x2a, 0x00]],
];

const HEAD_BYTES = 2000;

function xmlContent(head: string): Content {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)[^>]*>/.exec(head);
  const name = root?.[1]?.toLowerCase() ?? '';
  if (name === 'kml') return { is: 'map-data', format: 'kml' };
  if (name === 'html' || /^\s*<!doctype html/i.test(head)) return { is: 'foreign', content: 'html' };
  if (name === 'osm') return { is: 'foreign', content: 'osm' };
  return { is: 'foreign', content: /opengis\.net\/(gml|wfs)|xplan/i.test(head) ? 'gml' : 'xml' };
}

/** What a file is, by its first bytes alone; its name does not matter, but that of the index of a shapefile (it begins like the .shp). */
export function recogniseContent({ name, bytes }: SourceBytes): Content {
  if (bytes.length === 0) return { is: 'foreign', content: 'empty' };
  if (isGzip(bytes)) return { is: 'gzip' };
  if (/\.(shx|dbf)$/i.test(name)) return { is: 'foreign', content: 'shapefile-part' };
  const signature = SIGNATURES.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (signature !== undefined) return signature[0];
  const head = bytes.subarray(0, HEAD_BYTES);
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isUtf16 && head.includes(0)) return { is: 'foreign', content: 'binary' };
  const text = new TextDecoder(isUtf16 ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
    .decode(head)
    .trimStart();
  if (text === '') return { is: 'foreign', content: 'empty' };
  if (text.startsWith('<')) return xmlContent(text);
  return /^[{[]/.test(text) ? { is: 'map-data', format: 'json' } : { is: 'foreign', content: 'text' };
}

/** Throws `geodata.not-map-data`, which says what the file is instead. */
export function refuseForeign(content: ForeignContent, file: string): never {
  return fail('geodata.not-map-data', { found: content }, { file });
}
