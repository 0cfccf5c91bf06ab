import { fail } from '../../shared/problem.ts';
import { readJoin } from '../population/read-district-counts.ts';
import type { KeyedDistrict, LookupTables } from './build-state.ts';
import type { Recipe } from './recipe.ts';
import type { Row } from './source-rows.ts';

/** How a role names districts: the common fields of all roles with a district column. */
export interface DistrictColumn {
  readonly district?: string | undefined;
  readonly districtBy: 'key' | 'name';
  readonly level?: number | undefined;
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

/** Finds the district of a row. Throws `population.district-unknown` for a key that no district has. */
export function createDistrictFinder(
  districts: readonly KeyedDistrict[],
  role: DistrictColumn,
  recipe: Recipe,
  lookups: LookupTables,
  file: string,
): (row: Row) => string {
  const idByKey = districtIdByKey(districts, role, recipe, file);
  const join = joinOf(role, lookups);
  const examples = [...idByKey.keys()].slice(0, 5).join(', ');
  return (row) => {
    const found = row.text(role.district) ?? '';
    const key = join === undefined ? found : (join.get(found) ?? '');
    return idByKey.get(key) ?? fail('population.district-unknown', { found, examples }, row.where(role.district));
  };
}
