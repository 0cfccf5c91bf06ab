import { projectionOf } from '../../city/projection.ts';
import { fail, type Note } from '../../shared/problem.ts';
import type { DistrictLevelInput } from '../geodata/district-rows.ts';
import { prepareDistricts } from '../geodata/prepare-districts.ts';
import { readOsmBoundaries } from '../osm/read-osm-boundaries.ts';
import { readOsmModel } from '../osm/read-osm-model.ts';
import { readJoin } from '../population/read-district-counts.ts';
import type { GeoTable } from '../types.ts';
import { type KeyedDistrict, type LookupTables, type RoleInSource, rolesOf } from './build-state.ts';
import { fileNameOf, type SourceLoader } from './load-sources.ts';
import type { Recipe } from './recipe.ts';
import { rowsOfGeoTable, selectIndices } from './source-rows.ts';
import type { SourceTables } from './source-tables.ts';

export interface DistrictParts {
  readonly recipe: Recipe;
  readonly loader: SourceLoader;
  readonly tables: SourceTables;
  readonly lookups: LookupTables;
  readonly notes: Note[];
}

type DistrictsInSource = RoleInSource<'districts'>;

/** The boundaries of one admin level in an OpenStreetMap extract. */
async function readBoundaries({ role, setting }: DistrictsInSource, parts: DistrictParts): Promise<GeoTable> {
  const { parts: files } = await parts.loader.load(setting.source);
  const work = readOsmModel(files[0] as (typeof files)[number]);
  let read = work.next();
  while (!read.done) read = work.next();
  const { data, notes } = readOsmBoundaries(read.value, role.adminLevel as number);
  parts.notes.push(...notes);
  return data;
}

/** The outlines of a level, reduced to those that pass the role's filters. */
async function readOutlines(found: DistrictsInSource, parts: DistrictParts): Promise<GeoTable> {
  const { role, setting } = found;
  const table = await (role.adminLevel === undefined ? parts.tables.geo(setting.source) : readBoundaries(found, parts));
  if (role.filters === undefined) return table;
  const wanted = selectIndices(rowsOfGeoTable(fileNameOf(setting.source.path), table), role.filters);
  return { ...table, features: table.features.filter((_, i) => wanted.has(i)) };
}

/** Names by key, from a lookup table; `undefined` where the role needs none. */
function namesOf({ role }: DistrictsInSource, lookups: LookupTables): ReadonlyMap<string, string> | undefined {
  const rule = role.nameLookup;
  if (rule === undefined) return undefined;
  const lookup = lookups.get(rule.source);
  if (lookup === undefined) return fail('pipeline.lookup-missing', { source: rule.source });
  return readJoin(lookup.table, { from: rule.key, to: rule.name }, lookup.file);
}

/** The districts of all levels: nested, named, without overlaps; see `prepareDistricts`. Empty for a city without any. */
export async function buildDistricts(parts: DistrictParts): Promise<readonly KeyedDistrict[]> {
  const inputs: DistrictLevelInput[] = [];
  for (const found of rolesOf(parts.recipe, 'districts')) {
    const { role, setting } = found;
    const { level, id, name, parent } = role;
    const names = namesOf(found, parts.lookups);
    const table = await readOutlines(found, parts);
    inputs.push({
      source: setting.source.id,
      file: fileNameOf(setting.source.path),
      table,
      level,
      id,
      name,
      names,
      parent,
    });
  }
  const { data, notes } = prepareDistricts(inputs, projectionOf(parts.recipe.epsg));
  parts.notes.push(...notes);
  return data;
}
