import type * as z from 'zod/mini';
import { KNOWN_EPSG } from '../../city/projection.ts';
import { type Problem, ProblemError, problem } from '../../shared/problem.ts';
import type { RecipeExpectation } from '../../shared/problems/pipeline-build.ts';
import { type Recipe, recipeSchema } from './recipe.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** `sources[2].roles[0].level`; the whole recipe is `recipe`. */
function pathText(path: Path): string {
  const parts = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return parts.length === 0 ? 'recipe' : parts.join('').replace(/^\./, '');
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

/** The value as short JSON; `null` where there is none. */
function shortJson(value: unknown): string | null {
  const json = value === undefined ? undefined : JSON.stringify(value);
  if (json === undefined) return null;
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}

const TYPES: Readonly<Record<string, RecipeExpectation>> = {
  string: { is: 'text' },
  number: { is: 'number' },
  int: { is: 'whole-number' },
  boolean: { is: 'yes-no' },
  array: { is: 'list', atLeast: 0 },
  tuple: { is: 'list', atLeast: 0 },
  object: { is: 'object' },
  record: { is: 'object' },
};

function expectationOf(issue: Issue): RecipeExpectation {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? { is: 'form', form: issue.expected };
    case 'invalid_value':
      return { is: 'one-of', values: issue.values.map(String) };
    case 'invalid_format':
      return issue.format === 'date' ? { is: 'date' } : { is: 'form', form: String(issue.pattern ?? issue.format) };
    case 'too_small':
      if (issue.origin === 'array') return { is: 'list', atLeast: Number(issue.minimum) };
      if (issue.origin === 'string') return { is: 'text' };
      return { is: 'form', form: `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}` };
    case 'too_big':
      return { is: 'form', form: `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}` };
    case 'invalid_union':
      return { is: 'one-of', values: [...(('options' in issue ? issue.options : undefined) ?? [])].map(String) };
    default:
      return { is: 'form', form: issue.code };
  }
}

/** The branch of a union a person most likely meant: the one that failed deepest, then with the fewest complaints. */
function likelyBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  return branches.reduce((best, branch) => {
    const difference = depth(branch) - depth(best);
    return difference > 0 || (difference === 0 && branch.length < best.length) ? branch : best;
  });
}

function problemsOf(issue: Issue, root: unknown, file: string, above: Path = []): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const unknownKeys = (branch: readonly Issue[]) => branch.every((nested) => nested.code === 'unrecognized_keys');
    const branch = issue.errors.find(unknownKeys) ?? likelyBranch(issue.errors);
    return branch.flatMap((nested) => problemsOf(nested, root, file, path));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem('recipe.unknown-field', { path: pathText([...path, key]) }, { file }));
  }
  const found = shortJson(valueAt(root, path));
  return [problem('recipe.invalid', { path: pathText(path), found, expected: expectationOf(issue) }, { file })];
}

/** Roles that a city has at most once. */
const ONCE: ReadonlySet<string> = new Set(['osm', 'population-table', 'population-grid', 'forecast']);

/** What the shape alone cannot say: references, order of bands and levels, known coordinate systems. */
function findContradictions(recipe: Recipe, file: string): Problem[] {
  const found: Problem[] = [];
  const wrong = (path: Path, value: unknown, expected: RecipeExpectation) =>
    found.push(problem('recipe.invalid', { path: pathText(path), found: shortJson(value), expected }, { file }));
  const metric = KNOWN_EPSG.filter((code) => code !== 4326 && code !== 4258);
  if (!metric.includes(recipe.epsg)) wrong(['epsg'], recipe.epsg, { is: 'one-of', values: metric.map(String) });
  recipe.levels.forEach((entry, index) => {
    if (entry.level !== index + 1)
      wrong(['levels', index, 'level'], entry.level, { is: 'form', form: String(index + 1) });
  });
  const ids = recipe.sources.map((source) => source.id);
  const lookups = recipe.sources
    .filter((source) => source.roles.some((role) => role.role === 'lookup'))
    .map((source) => source.id);
  const levels = recipe.levels.map((entry) => String(entry.level));
  const seen = new Set<string>();
  recipe.sources.forEach((source, index) => {
    const at: Path = ['sources', index];
    if (ids.indexOf(source.id) !== index) wrong([...at, 'id'], source.id, { is: 'unique' });
    source.roles.forEach((role, number) => {
      const here: Path = [...at, 'roles', number];
      if (ONCE.has(role.role) && seen.has(role.role)) wrong([...here, 'role'], role.role, { is: 'once' });
      seen.add(role.role);
      if ('level' in role && role.level !== undefined && !levels.includes(String(role.level)))
        wrong([...here, 'level'], role.level, { is: 'one-of', values: levels });
      if ('join' in role && role.join !== undefined && !lookups.includes(role.join.source))
        wrong([...here, 'join', 'source'], role.join.source, { is: 'one-of', values: lookups });
      if (role.role === 'districts' && role.nameLookup !== undefined && !lookups.includes(role.nameLookup.source))
        wrong([...here, 'nameLookup', 'source'], role.nameLookup.source, { is: 'one-of', values: lookups });
    });
  });
  const used = recipe.sources.flatMap((source) => source.roles).filter((role) => role.role === 'districts');
  for (const level of levels)
    if (!used.some((role) => String(role.level) === level))
      wrong(['levels', Number(level) - 1], recipe.levels[Number(level) - 1], { is: 'source', role: 'districts' });
  if (levels.length > 0 !== 'districts' in recipe.studyArea)
    wrong(['studyArea'], recipe.studyArea, {
      is: 'one-of',
      values: levels.length > 0 ? ['{"districts":true}'] : ['polygon', 'box'],
    });
  return found;
}

/** Everything that is wrong with a recipe (empty: nothing), and the recipe with its defaults filled in. */
export function checkRecipe(
  text: string,
  file: string,
): { readonly recipe: Recipe | null; readonly problems: readonly Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { recipe: null, problems: [problem('recipe.not-json', { detail: (error as Error).message }, { file })] };
  }
  const parsed = recipeSchema.safeParse(value);
  if (!parsed.success) {
    return { recipe: null, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, value, file)) };
  }
  const problems = findContradictions(parsed.data, file);
  return { recipe: problems.length === 0 ? parsed.data : null, problems };
}

/** The recipe in a JSON text; throws the first problem found. */
export function readRecipe(text: string, file: string): Recipe {
  const { recipe, problems } = checkRecipe(text, file);
  if (recipe === null) throw new ProblemError(problems[0]!);
  return recipe;
}
