import type { Area, BaseMap } from '../../city/types.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import { fail, type Note } from '../../shared/problem.ts';
import { type Distribution, distributePopulation } from '../population/distribute-population.ts';
import { type DistrictPopulation, readDistrictCounts } from '../population/read-district-counts.ts';
import { readPopulationGrid } from '../population/read-population-grid.ts';
import type { OsmContent, PopulationGrid } from '../types.ts';
import { type KeyedDistrict, type LookupTables, rolesOf } from './build-state.ts';
import { districtIdByKey, joinOf } from './district-keys.ts';
import type { SourceLoader } from './load-sources.ts';
import type { LandUse } from './read-land-use.ts';
import type { Recipe } from './recipe.ts';
import type { SourceTables } from './source-tables.ts';
import type { StudyArea } from './study-area.ts';

/** What the people of a city are made of. */
export interface PopulationParts {
  readonly recipe: Recipe;
  readonly loader: SourceLoader;
  readonly tables: SourceTables;
  readonly lookups: LookupTables;
  readonly districts: readonly KeyedDistrict[];
  readonly locator: DistrictLocator;
  readonly studyArea: StudyArea;
  readonly osm: OsmContent | null;
  readonly landUse: readonly LandUse[];
  readonly notes: Note[];
}

async function readCounts(parts: PopulationParts): Promise<DistrictPopulation> {
  const { recipe, tables, lookups, districts, notes } = parts;
  const [found] = rolesOf(recipe, 'population-table');
  if (found === undefined) return { bands: [], counts: [] };
  const { role, setting } = found;
  if (districts.length === 0) return fail('pipeline.figures-without-districts', { role: role.role });
  const { file, table } = await tables.rows(setting.source);
  const join = joinOf(role, lookups);
  const read = readDistrictCounts(table, role, {
    file,
    idByKey: districtIdByKey(districts, role, recipe, file),
    ...(join === undefined ? {} : { join }),
  });
  notes.push(...read.notes);
  return read.data;
}

async function readGrid(parts: PopulationParts): Promise<PopulationGrid | null> {
  const { recipe, loader, studyArea, notes } = parts;
  const [found] = rolesOf(recipe, 'population-grid');
  if (found === undefined) return null;
  const { parts: files } = await loader.load(found.setting.source);
  const { encoding, delimiter } = found.setting.source.read ?? {};
  const table = { ...(encoding && { encoding }), ...(delimiter && { delimiter }) };
  const read = readPopulationGrid(files[0] as (typeof files)[number], { ...found.role, table }, studyArea.reachBox);
  notes.push(...read.notes);
  return read.data;
}

/** Built-up land where people live, or where they do business (commercial, industrial). */
function areasOf(builtUp: BaseMap['builtUp'], residential: boolean): Area[] {
  return builtUp.filter(({ kind }) => (kind === 'residential') === residential).map(({ geometry }) => geometry);
}

/** People as demand points: district counts and a grid where the recipe has them, spread as `distributePopulation` says. */
export async function buildPopulation(parts: PopulationParts): Promise<Distribution> {
  const { recipe, districts, locator, studyArea, osm, landUse, notes } = parts;
  const { bands, counts } = await readCounts(parts);
  const grid = await readGrid(parts);
  const builtUp = [
    ...(osm?.base.builtUp ?? []),
    ...landUse.flatMap((plan) => plan.base.filter(({ layer }) => layer === 'builtUp')),
  ];
  const distributed = distributePopulation({
    epsg: recipe.epsg,
    bands,
    counts,
    districts,
    locator,
    grid,
    buildings: osm?.buildings ?? [],
    residentialAreas: [...landUse.flatMap((plan) => plan.residential), ...areasOf(builtUp, true)],
    businessAreas: areasOf(builtUp, false),
    isInside: (position) => studyArea.placeOf(position) === 'inside',
    isKept: (position) => studyArea.placeOf(position) !== 'beyond',
  });
  notes.push(...distributed.notes);
  return distributed.data;
}
