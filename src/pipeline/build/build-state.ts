import type { Projection } from '../../city/projection.ts';
import type { District } from '../../city/types.ts';
import type { TextTable } from '../types.ts';
import type { Recipe, RecipeSource } from './recipe.ts';

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
export interface KeyedDistrict extends District {
  readonly key: string;
}

/** Tables with the role "lookup", by source id. */
export type LookupTables = ReadonlyMap<string, { readonly file: string; readonly table: TextTable }>;
