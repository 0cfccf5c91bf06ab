import { type Projection, projectionOf } from '../../city/projection.ts';
import type { PreparedDistrict } from '../geodata/prepare-districts.ts';
import type { TextTable } from '../types.ts';
import type { Recipe, RecipeSource } from './recipe.ts';
import type { RoleName, RoleOf } from './recipe-roles.ts';

/** Where a role's rows come from. */
export interface SourceSetting {
  readonly source: RecipeSource;
  /** Place in the recipe and in the manifest's list of sources. */
  readonly sourceIndex: number;
  readonly recipe: Recipe;
  /** To the city's metric coordinate system. */
  readonly projection: Projection;
}

/** A district with the key it has in its source. */
export type KeyedDistrict = PreparedDistrict;

/** Tables with the role "lookup", by source id. */
export type LookupTables = ReadonlyMap<string, { readonly file: string; readonly table: TextTable }>;

/** A role of one kind and the source it stands in. */
export interface RoleInSource<N extends RoleName> {
  readonly role: RoleOf<N>;
  readonly setting: SourceSetting;
}

/** All roles of one kind, in the order of the recipe. */
export function rolesOf<N extends RoleName>(recipe: Recipe, name: N): RoleInSource<N>[] {
  const projection = projectionOf(recipe.epsg);
  return recipe.sources.flatMap((source, sourceIndex) =>
    source.roles
      .filter((role): role is RoleOf<N> => role.role === name)
      .map((role) => ({ role, setting: { source, sourceIndex, recipe, projection } })),
  );
}
