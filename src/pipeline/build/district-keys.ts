import { fail, type Note, note } from '../../shared/problem.ts';
import { readJoin } from '../population/read-district-counts.ts';
import type { KeyedDistrict, LookupTables } from './build-state.ts';
import type { Recipe } from './recipe.ts';
import { type Row, type RowOptions, type SourceRows, selectRows } from './source-rows.ts';

/** How a role names districts: the common fields of all roles with a district column. */
export interface DistrictColumn {
  readonly district?: string | undefined;
  readonly districtBy: 'key' | 'name';
  readonly level?: number | undefined;
  readonly ignoreDistricts?: readonly string[];
  readonly join?: { readonly source: string; readonly from: string; readonly to: string } | undefined;
}

/** The districts of one level by key or name. Throws `pipeline.district-name-double` where a name stands for two. */
export function districtIdByKey(
  districts: readonly KeyedDistrict[],
  role: DistrictColumn,
  recipe: Recipe,
  file: string,
): ReadonlyMap<string, string> {
  const level = role.level ?? recipe.levels.length;
  const byKey = new Map<string, string>();
  for (const district of districts.filter((candidate) => candidate.level === level)) {
    const key = role.districtBy === 'name' ? district.name : district.key;
    if (byKey.has(key)) fail('pipeline.district-name-double', { name: key, level }, { file });
    byKey.set(key, district.id);
  }
  return byKey;
}

/** Key in the table → key of the district, by a lookup table; `undefined` where the role needs none. */
export function joinOf(role: DistrictColumn, lookups: LookupTables): ReadonlyMap<string, string> | undefined {
  if (role.join === undefined) return undefined;
  const lookup = lookups.get(role.join.source);
  if (lookup === undefined) return fail('pipeline.lookup-missing', { source: role.join.source });
  return readJoin(lookup.table, role.join, lookup.file);
}

/** A row and the district it speaks of; `null` where the role names no district column (the whole city). */
export interface DistrictRow {
  readonly row: Row;
  readonly district: string | null;
}

/** What is needed to find districts in rows; `notes` receives what is said of rows left out. */
export interface DistrictSetting {
  readonly recipe: Recipe;
  readonly districts: readonly KeyedDistrict[];
  readonly lookups: LookupTables;
  readonly notes: Note[];
}

/**
 * The rows of a role with their districts. Rows whose key is listed in `ignoreDistricts` are left out and counted. Throws
 * `population.district-unknown` for a key that no district has.
 */
export function selectDistrictRows(
  rows: SourceRows,
  role: DistrictColumn & RowOptions,
  { recipe, districts, lookups, notes }: DistrictSetting,
): DistrictRow[] {
  const selected = selectRows(rows, role);
  if (role.district === undefined) return selected.map((row) => ({ row, district: null }));
  const idByKey = districtIdByKey(districts, role, recipe, rows.file);
  const join = joinOf(role, lookups);
  const examples = [...idByKey.keys()].slice(0, 5).join(', ');
  const ignored = new Set(role.ignoreDistricts ?? []);
  const found = selected.flatMap((row): DistrictRow[] => {
    const text = row.text(role.district) ?? '';
    if (ignored.has(text)) return [];
    const key = join === undefined ? text : (join.get(text) ?? '');
    const district = idByKey.get(key);
    if (district === undefined)
      return fail('population.district-unknown', { found: text, examples }, row.where(role.district));
    return [{ row, district }];
  });
  const count = selected.length - found.length;
  if (count > 0) {
    const keys = [...ignored].join(', ');
    notes.push(note('info', 'population.district-rows-ignored', { keys }, { where: { file: rows.file }, count }));
  }
  return found;
}
