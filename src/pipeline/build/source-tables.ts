import { fail, type Note } from '../../shared/problem.ts';
import { readGeoTable } from '../geodata/read-geo-table.ts';
import { readTextTable } from '../tables/read-text-table.ts';
import type { GeoTable, PipelineHost } from '../types.ts';
import type { SourceLoader } from './load-sources.ts';
import { fileNameOf } from './load-sources.ts';
import type { RecipeSource } from './recipe.ts';
import { rowsOfGeoTable, type SourceRows } from './source-rows.ts';

/** Files that are tables of text, by their ending; everything else holds geometries. JSON is a table if the recipe says so. */
const TEXT_TABLE = /\.(csv|tsv|txt)(\.gz)?$/i;

function isTextTable(source: RecipeSource): boolean {
  return source.read?.json !== undefined || TEXT_TABLE.test(fileNameOf(source.path));
}

/** Gives the rows of a source; a source with several roles is read once. */
export interface SourceTables {
  /** Rows of a table or of a layer with geometries. */
  rows(source: RecipeSource): Promise<SourceRows>;
  /** A layer with geometries. Throws `pipeline.source-without-geometry` for a table of text. */
  geo(source: RecipeSource): Promise<GeoTable>;
}

/** Remembers what was read of sources that have more to give. */
function remembering<T>(read: (source: RecipeSource) => Promise<T>): (source: RecipeSource) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (source) => {
    const found = known.get(source.id) ?? read(source);
    if (source.roles.length > 1) known.set(source.id, found);
    return found;
  };
}

/** `notes` receives what the readers have to say, once per source. */
export function createSourceTables(loader: SourceLoader, host: PipelineHost, notes: Note[]): SourceTables {
  const geo = remembering(async (source): Promise<GeoTable> => {
    if (isTextTable(source)) fail('pipeline.source-without-geometry', {}, { file: fileNameOf(source.path) });
    const { parts } = await loader.load(source);
    const { epsg, prj, layer, axisOrder, encoding: stated } = source.read ?? {};
    const encoding = stated === 'auto' ? undefined : stated;
    const loadSqliteWasm = host.loadSqliteWasm?.bind(host);
    const read = await readGeoTable(parts, { epsg, prj, layer, axisOrder, encoding, loadSqliteWasm });
    notes.push(...read.notes);
    return read.data;
  });
  const rows = remembering(async (source): Promise<SourceRows> => {
    const file = fileNameOf(source.path);
    if (!isTextTable(source)) return rowsOfGeoTable(file, await geo(source));
    const { parts } = await loader.load(source);
    const { epsg, prj, layer, axisOrder, ...options } = source.read ?? {};
    const read = readTextTable(parts[0] as (typeof parts)[number], options);
    notes.push(...read.notes);
    return { file, table: read.data, geometries: null };
  });
  return { rows, geo };
}
