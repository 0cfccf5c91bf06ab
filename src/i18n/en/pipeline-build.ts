import type { BuildProblems, PlacedKind, RecipeExpectation } from '../../shared/problems/pipeline-build.ts';
import type { ProblemMessages } from '../problem-text.ts';

function expected(expectation: RecipeExpectation): string {
  switch (expectation.is) {
    case 'text':
      return 'a text that is not empty';
    case 'number':
      return 'a number';
    case 'whole-number':
      return 'a whole number';
    case 'yes-no':
      return 'true or false';
    case 'object':
      return 'an object in braces';
    case 'date':
      return 'a date such as 2025-12-31';
    case 'unique':
      return 'a short name that occurs only once';
    case 'once':
      return 'this role at most once in the recipe';
    case 'list':
      return expectation.atLeast > 0 ? `a list with at least ${expectation.atLeast} entries` : 'a list';
    case 'one-of':
      return expectation.values.length === 0 ? 'nothing' : `one of: ${expectation.values.join(', ')}`;
    case 'form':
      return expectation.form;
    case 'source':
      return `a source with the role "${expectation.role}"`;
  }
}

const KINDS: Readonly<Record<PlacedKind, string>> = {
  houses: 'Houses',
  'supply-areas': 'Green, play and sports areas',
  context: 'Other places',
  population: 'Grid cells',
  sites: 'Development sites',
  plots: 'Plots',
  catchments: 'Catchments',
  streets: 'Streets',
};

const PARTS = {
  network: 'a walking network; distances are estimated from straight lines',
  population: 'inhabitants',
  base: 'a base map',
  districts: 'districts; the whole city is the only level',
} as const;

/** The first entries of a list and how many there are. */
function some(entries: readonly (string | number)[]): string {
  const shown = entries.slice(0, 10).join(', ');
  return entries.length > 10 ? `${shown} … (${entries.length} in all)` : shown;
}

export const pipelineBuildEn: ProblemMessages<BuildProblems> = {
  'recipe.not-json': ({ detail }) => `The recipe is not valid JSON (${detail}).`,
  'recipe.invalid': (params) =>
    `${params.path}: found ${params.found ?? 'nothing'}, expected ${expected(params.expected)}.`,
  'recipe.unknown-field': ({ path }) => `${path}: recipes have no such field (check the spelling).`,
  'pipeline.cancelled': () => 'Cancelled. Nothing was saved.',
  'pipeline.source-missing': ({ path }) => `There is no file ${path}. Check the path in the recipe, or "base".`,
  'pipeline.source-unreachable': ({ address, status }) =>
    `${address} cannot be reached (${status === 0 ? 'no answer' : `status ${status}`}).`,
  'pipeline.source-empty': () => 'The file is empty.',
  'pipeline.source-too-large': ({ bytes, limitBytes }, format) =>
    `The file is too large: ${format.bytes(bytes)}, at most ${format.bytes(limitBytes)} are possible. Please cut it to the city's area.`,
  'pipeline.sources-too-large': ({ bytes, limitBytes }, format) =>
    `All sources together are too large: ${format.bytes(bytes)}, at most ${format.bytes(limitBytes)} are possible.`,
  'pipeline.source-elsewhere': ({ found, expected: wanted, swapped }) =>
    `No object lies in the study area: found ${found}, expected within ${wanted}. ${
      swapped ? 'Longitude and latitude are swapped.' : 'Check the coordinate system (EPSG) of the source.'
    }`,
  'pipeline.coordinate-unreadable': ({ found }) => `"${found}" is not a coordinate.`,
  'pipeline.coordinate-range': ({ found }) =>
    `${found} are not degrees (longitude −180 to 180, latitude −90 to 90). If they are metres, the recipe must state the EPSG code.`,
  'pipeline.source-without-geometry': () => 'The source is a table without geometries; areas are needed here.',
  'pipeline.geometry-kind': ({ found, expected: wanted }) =>
    `The geometry is of type ${found}, expected ${wanted === 'Point' ? 'a point or an area' : 'an area'}.`,
  'pipeline.key-missing': () => 'The key is missing.',
  'pipeline.key-duplicate': ({ key, first }) => `The key "${key}" already stands in row ${first}.`,
  'pipeline.value-unknown': ({ found, known }) =>
    `"${found}" is not provided for here${known === '' ? '' : `; known are ${known}`}.`,
  'pipeline.district-name-double': ({ name, level }) =>
    `"${name}" stands for two districts of level ${level}; please join by key.`,
  'pipeline.lookup-missing': ({ source }) => `The source "${source}" does not have the role "lookup".`,
  'pipeline.lookup-key-missing': ({ key }) => `The lookup table has no name for the key "${key}".`,
  'pipeline.forecast-ages': ({ found, known }) =>
    `The age group ${found} of the forecast does not consist of whole age bands of the city (${known}).`,
  'pipeline.forecast-double': () => 'District, age group, year and variant stand twice in the forecast.',
  'pipeline.forecast-base-year': ({ year }) =>
    `The forecast in persons does not contain the base year ${year}, so no factors can be formed.`,
  'pipeline.forecast-gaps': () => 'Forecast values not stated.',
  'pipeline.figures-without-districts': ({ role }) =>
    `The role "${role}" needs districts, but the recipe has no source with the role "districts".`,
  'pipeline.study-area': ({ by, surroundingsMeters }, format) =>
    `Study area ${
      { districts: 'from the districts', polygon: 'as a polygon in the recipe', box: 'as a box in the recipe' }[by]
    }; surroundings up to ${format.unit(surroundingsMeters, 'm')}.`,
  'pipeline.houses-without-places': ({ houses }) => `Houses without places (empty or 0): not stated. ${some(houses)}`,
  'pipeline.houses-without-split': ({ houses }) =>
    `Houses whose places are not split over their offers: split not stated. ${some(houses)}`,
  'pipeline.houses-contradictory': ({ houses }) =>
    `Houses whose places by offer do not add up to their total: split not stated. ${some(houses)}`,
  'pipeline.rows-of-other-kinds': () => 'Rows of other kinds, not asked for in the recipe.',
  'pipeline.rows-without-position': ({ rows }) => `Rows without a position left out: ${some(rows)}.`,
  'pipeline.catchments-without-house': ({ houses }) =>
    `Catchments left out because their house was not found, or not uniquely: ${some(houses)}.`,
  'pipeline.houses-matched': ({ matches }) =>
    `Houses that are also in OpenStreetMap; the official statement holds: ${some(
      matches.map(({ official, other, meters }) => `${official} = ${other} (${Math.round(meters)} m)`),
    )}`,
  'pipeline.beyond-surroundings': ({ kind }) => `${KINDS[kind]} beyond the surroundings left out.`,
  'pipeline.in-surroundings': ({ kind }) => `${KINDS[kind]} in the surroundings, not counted for the city.`,
  'pipeline.people-in-surroundings': ({ persons }, format) =>
    `${format.number(persons)} people live in the surroundings and are not counted for the city.`,
  'pipeline.people-beyond': ({ persons }, format) =>
    `${format.number(persons)} people beyond the surroundings left out.`,
  'pipeline.nearest-district': ({ kind }) =>
    `${KINDS[kind]} in gaps between the smallest districts: given to the nearest one.`,
  'pipeline.unclaimed': ({ kind }) => `${KINDS[kind]} in the study area but in no district: kept as surroundings.`,
  'pipeline.part-missing': ({ part }) => `No source contains ${PARTS[part]}.`,
};
