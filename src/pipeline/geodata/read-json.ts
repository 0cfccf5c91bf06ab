import type { Topology } from 'topojson-specification';
import { fail } from '../../shared/problem.ts';
import { decodeText } from '../tables/decode-text.ts';
import type { SourceBytes } from '../types.ts';
import type { RawLayer } from './geo-layer.ts';
import { GEOJSON_TYPES, readGeoJson } from './read-geojson.ts';
import { readTopoJson } from './read-topojson.ts';

/** The line (from 1) an engine's message about broken JSON speaks of, `null` if it does not say. */
function lineOfError(error: unknown, text: string): number | null {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message);
  if (line !== null) return Number(line[1]);
  const position = /position (\d+)/.exec(message);
  if (position === null) return /end of (JSON|data)/i.test(message) ? text.split('\n').length : null;
  return text.slice(0, Number(position[1])).split('\n').length;
}

function parse(text: string, file: string): Record<string, unknown> {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const row = lineOfError(error, text);
    return fail('geodata.json-damaged', {}, row === null ? { file } : { file, row });
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    return fail('geodata.json-other', { found: Array.isArray(root) ? '[ … ]' : typeof root }, { file });
  }
  return root as Record<string, unknown>;
}

/** GeoJSON or TopoJSON, told apart by `type`. Throws `geodata.json-damaged` with the line, `geodata.json-other` for any other JSON. */
export function readJson(source: SourceBytes, layer: string | undefined): RawLayer {
  const { data: text, notes } = decodeText(source);
  const root = parse(text, source.name);
  if (root.type === 'Topology') {
    const read = readTopoJson(root as unknown as Topology, source.name, layer);
    return { ...read, notes: [...notes, ...read.notes] };
  }
  if (!GEOJSON_TYPES.includes(String(root.type))) {
    fail('geodata.json-other', { found: Object.keys(root).slice(0, 8).join(', ') }, { file: source.name });
  }
  const read = readGeoJson(root, source.name);
  return { ...read, notes: [...notes, ...read.notes] };
}
