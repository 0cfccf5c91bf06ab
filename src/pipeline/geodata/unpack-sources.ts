import { unzipSync } from 'fflate';
import { fail, ProblemError } from '../../shared/problem.ts';
import { gunzipChunks } from '../tables/gunzip-chunks.ts';
import type { SourceBytes } from '../types.ts';
import { recogniseContent } from './recognise-content.ts';

/** Largest size of all unpacked files together: beyond it text, geometries and result no longer fit a browser's memory. */
export const UNPACKED_LIMIT_BYTES = 500_000_000;

/** Endings of the members of an archive that may be map data or parts of it. */
const WANTED = /\.(shp|dbf|prj|cpg|shx|geojson|json|topojson|gpkg|fgb|kml)$/i;

export interface Unpacked {
  readonly files: readonly SourceBytes[];
  /** Names of everything in archives, for messages. */
  readonly names: readonly string[];
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function unzip({ name, bytes }: SourceBytes, limitBytes: number): Unpacked {
  const names: string[] = [];
  const sizes = new Map<string, number>();
  let total = 0;
  try {
    // Memory is taken as the archive's directory states it, so checking that statement bounds it, true or not.
    const members = unzipSync(bytes, {
      filter: (file) => {
        if (!file.name.endsWith('/')) names.push(file.name);
        if (!WANTED.test(file.name) || /(^|\/)(__MACOSX\/|\._)/.test(file.name)) return false;
        total += file.originalSize;
        if (total > limitBytes) fail('geodata.too-large', { limitBytes }, { file: name });
        sizes.set(file.name, file.originalSize);
        return true;
      },
    });
    const files = Object.entries(members).map(([path, member]) => ({ name: path, bytes: member }));
    if (files.some((file) => file.bytes.length !== sizes.get(file.name))) throw new RangeError('size');
    return { files, names };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return fail('geodata.archive-damaged', {}, { file: name });
  }
}

/**
 * The files themselves: archives (zip, KMZ) and gzip are unpacked, up to `limitBytes` per source. Throws `geodata.too-large`,
 * `geodata.archive-damaged`, `table.too-large`, `table.gzip-damaged`.
 */
export function unpackSources(sources: readonly SourceBytes[], limitBytes = UNPACKED_LIMIT_BYTES): Unpacked {
  const unpacked = sources.map((source): Unpacked => {
    const { is } = recogniseContent(source);
    if (is === 'gzip') {
      const bytes = joinChunks([...gunzipChunks(source, limitBytes)]);
      return unpackSources([{ name: source.name.replace(/\.gz$/i, ''), bytes }], limitBytes);
    }
    return is === 'zip' ? unzip(source, limitBytes) : { files: [source], names: [] };
  });
  return { files: unpacked.flatMap(({ files }) => files), names: unpacked.flatMap(({ names }) => names) };
}
