/** What a recipe should have said at some place; turned into words by `i18n`. */
export type RecipeExpectation =
  | { readonly is: 'text' | 'number' | 'whole-number' | 'yes-no' | 'object' | 'date' | 'unique' | 'once' }
  | { readonly is: 'list'; readonly atLeast: number }
  | { readonly is: 'one-of'; readonly values: readonly string[] }
  | { readonly is: 'form'; readonly form: string }
  | { readonly is: 'source'; readonly role: string };

/** Kinds of objects that are dropped or kept as surroundings. */
export type PlacedKind =
  | 'houses'
  | 'supply-areas'
  | 'context'
  | 'population'
  | 'sites'
  | 'plots'
  | 'catchments'
  | 'streets';

/** An official house and the one of another source that it replaces. */
export interface HousePair {
  readonly official: string;
  readonly other: string;
  readonly meters: number;
  readonly similarity: number;
}

/** Problems and notes of recipes and of joining the sources of a city. */
export interface BuildProblems {
  'recipe.not-json': { detail: string };
  /** `path` as in `sources[2].roles[0].level`; `found: null` = nothing there. */
  'recipe.invalid': { path: string; found: string | null; expected: RecipeExpectation };
  'recipe.unknown-field': { path: string };
  'pipeline.cancelled': Record<never, never>;
  'pipeline.source-missing': { path: string };
  'pipeline.source-unreachable': { address: string; status: number };
  'pipeline.source-empty': Record<never, never>;
  'pipeline.source-too-large': { bytes: number; limitBytes: number };
  'pipeline.sources-too-large': { bytes: number; limitBytes: number };
  /** Nothing of a source lies in the city; `swapped`: it would if longitude and latitude changed places. */
  'pipeline.source-elsewhere': { found: string; expected: string; swapped: boolean };
  'pipeline.coordinate-unreadable': { found: string };
  'pipeline.coordinate-range': { found: string };
  'pipeline.source-without-geometry': Record<never, never>;
  'pipeline.geometry-kind': { found: string; expected: 'Point' | 'Polygon' };
  'pipeline.key-missing': Record<never, never>;
  'pipeline.key-duplicate': { key: string; first: number };
  'pipeline.value-unknown': { found: string; known: string };
  'pipeline.district-name-double': { name: string; level: number };
  'pipeline.lookup-missing': { source: string };
  'pipeline.lookup-key-missing': { key: string };
  'pipeline.forecast-ages': { found: string; known: string };
  'pipeline.forecast-double': Record<never, never>;
  'pipeline.forecast-base-year': { year: number };
  'pipeline.forecast-gaps': Record<never, never>;
  'pipeline.figures-without-districts': { role: string };
  'pipeline.study-area': { by: 'districts' | 'polygon' | 'box'; surroundingsMeters: number };
  'pipeline.houses-without-places': { houses: readonly string[] };
  'pipeline.houses-without-split': { houses: readonly string[] };
  'pipeline.houses-contradictory': { houses: readonly string[] };
  'pipeline.rows-of-other-kinds': Record<never, never>;
  'pipeline.rows-without-position': { rows: readonly number[] };
  'pipeline.catchments-without-house': { houses: readonly string[] };
  'pipeline.houses-matched': { matches: readonly HousePair[] };
  'pipeline.beyond-surroundings': { kind: PlacedKind };
  'pipeline.in-surroundings': { kind: PlacedKind };
  'pipeline.people-in-surroundings': { persons: number };
  'pipeline.people-beyond': { persons: number };
  'pipeline.nearest-district': { kind: PlacedKind };
  'pipeline.unclaimed': { kind: PlacedKind };
  'pipeline.part-missing': { part: 'network' | 'population' | 'base' | 'districts' };
}
