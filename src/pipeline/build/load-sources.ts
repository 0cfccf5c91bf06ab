import { sha256Hex } from '../../city/checksum.ts';
import type { SourceRecord } from '../../city/types.ts';
import { fail, ProblemError } from '../../shared/problem.ts';
import type { BuildContext, PipelineHost, SourceBytes } from '../types.ts';
import { stopIfCancelled } from './cancel.ts';
import type { Recipe, RecipeSource } from './recipe.ts';

/** Largest file taken: beyond it neither a browser tab nor Node on a usual PC can hold file and result together. */
export const MAX_SOURCE_BYTES = 1_000_000_000;
export const MAX_TOTAL_BYTES = 2_000_000_000;

/** A source in memory: the file itself first, then what lies beside it (parts of a shapefile). */
export interface LoadedSource {
  readonly parts: readonly SourceBytes[];
  readonly sha256: string;
}

interface SourcePart {
  readonly path: string;
  readonly bytes: number;
}

const SHAPEFILE_PARTS = ['.dbf', '.shx', '.prj', '.cpg'];

/** The file name without folders and address parameters, for messages and the manifest. */
export function fileNameOf(path: string): string {
  return (path.split(/[?#]/)[0] as string).split('/').at(-1) as string;
}

function siblingsOf(path: string): string[] {
  if (!/\.shp$/i.test(path)) return [];
  const upper = path.endsWith('.SHP');
  return SHAPEFILE_PARTS.map((ending) => path.slice(0, -4) + (upper ? ending.toUpperCase() : ending));
}

/** True if a problem says that there is no such file, on disk or on a server. */
function isAbsent(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { code, params } = error.problem;
  return code === 'pipeline.source-missing' || (code === 'pipeline.source-unreachable' && params.status === 404);
}

async function sizeOrNull(host: PipelineHost, path: string): Promise<number | null> {
  try {
    return await host.size(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

function requireSize(bytes: number, path: string): void {
  if (bytes > MAX_SOURCE_BYTES)
    fail('pipeline.source-too-large', { bytes, limitBytes: MAX_SOURCE_BYTES }, { file: fileNameOf(path) });
}

async function measureSource(source: RecipeSource, host: PipelineHost): Promise<SourcePart[]> {
  const parts: SourcePart[] = [{ path: source.path, bytes: await host.size(source.path) }];
  for (const path of siblingsOf(source.path)) {
    const bytes = await sizeOrNull(host, path);
    if (bytes !== null) parts.push({ path, bytes });
  }
  for (const { path, bytes } of parts) requireSize(bytes, path);
  if (parts[0]?.bytes === 0) fail('pipeline.source-empty', {}, { file: fileNameOf(source.path) });
  return parts;
}

/** One checksum for all parts: that of the file, or of the list of names and checksums where there are several. */
function checksumOf(parts: readonly SourceBytes[]): string {
  if (parts.length === 1) return sha256Hex((parts[0] as SourceBytes).bytes);
  const list = parts.map(({ name, bytes }) => `${name} ${sha256Hex(bytes)}\n`).join('');
  return sha256Hex(new TextEncoder().encode(list));
}

/** Gives the files of a recipe one by one and remembers their checksums. */
export interface SourceLoader {
  /** Reads a source; nothing of it is kept. Throws what the host throws. */
  load(source: RecipeSource): Promise<LoadedSource>;
  /** What the manifest says of the sources, in the order of the recipe; sources not read yet are read for their checksum. */
  records(): Promise<SourceRecord[]>;
}

/** Sizes of all parts of all sources, by source id; refuses what is missing, empty or too large. */
async function measureSources(
  recipe: Recipe,
  host: PipelineHost,
  context: BuildContext,
): Promise<Map<string, SourcePart[]>> {
  const partsById = new Map<string, SourcePart[]>();
  for (const source of recipe.sources) {
    stopIfCancelled(context);
    partsById.set(source.id, await measureSource(source, host));
  }
  return partsById;
}

function recordOf(source: RecipeSource, sha256: string): SourceRecord {
  return {
    file: fileNameOf(source.path),
    sha256,
    name: source.name,
    licence: source.licence,
    attribution: source.attribution,
    date: source.date,
    url: source.url,
    usedFor: [...new Set(source.roles.map((role) => role.role))].sort(),
  };
}

/**
 * Measures all sources before any is read. Throws `pipeline.source-missing`, `pipeline.source-empty`, `pipeline.source-too-large`,
 * `pipeline.sources-too-large`.
 */
export async function createSourceLoader(
  recipe: Recipe,
  host: PipelineHost,
  context: BuildContext,
): Promise<SourceLoader> {
  const partsById = await measureSources(recipe, host, context);
  const totalBytes = [...partsById.values()].flat().reduce((sum, { bytes }) => sum + bytes, 0);
  if (totalBytes > MAX_TOTAL_BYTES)
    fail('pipeline.sources-too-large', { bytes: totalBytes, limitBytes: MAX_TOTAL_BYTES });
  const checksums = new Map<string, string>();
  let readBytes = 0;
  const load = async (source: RecipeSource): Promise<LoadedSource> => {
    const parts: SourceBytes[] = [];
    for (const { path } of partsById.get(source.id) ?? []) {
      stopIfCancelled(context);
      const bytes = await host.read(path);
      // A server may have stated less than it sends.
      requireSize(bytes.length, path);
      parts.push({ name: fileNameOf(path), bytes });
      readBytes += bytes.length;
      context.progress('read', Math.min(1, readBytes / totalBytes));
    }
    const sha256 = checksums.get(source.id) ?? checksumOf(parts);
    checksums.set(source.id, sha256);
    return { parts, sha256 };
  };
  const records = async (): Promise<SourceRecord[]> => {
    const list: SourceRecord[] = [];
    for (const source of recipe.sources)
      list.push(recordOf(source, checksums.get(source.id) ?? (await load(source)).sha256));
    return list;
  };
  return { load, records };
}
