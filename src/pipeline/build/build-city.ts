import { projectionOf } from '../../city/projection.ts';
import type { BaseMap, CityContent, CityIdentity, SourceRecord } from '../../city/types.ts';
import { type WrittenCity, writeCity } from '../../city/write-city.ts';
import { intersectBox } from '../../shared/geometry/box.ts';
import { createDistrictLocator } from '../../shared/geometry/district-locator.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import { readOsm } from '../osm/read-osm.ts';
import type { Distribution } from '../population/distribute-population.ts';
import type { BuildContext, BuildStep, OsmContent, PipelineHost } from '../types.ts';
import { buildDistricts } from './build-districts.ts';
import { buildFigures, type CityFigures } from './build-figures.ts';
import { buildObjects } from './build-objects.ts';
import { buildPopulation } from './build-population.ts';
import { type KeyedDistrict, type LookupTables, rolesOf } from './build-state.ts';
import { stopIfCancelled } from './cancel.ts';
import { createSourceLoader, fileNameOf, type SourceLoader } from './load-sources.ts';
import { createGaplessLocator, type GaplessLocator } from './nearest-district.ts';
import { createPlacer, placeStreets } from './place-objects.ts';
import { baseMapOf, type LandUse, readLandUse } from './read-land-use.ts';
import type { Recipe } from './recipe.ts';
import { createSourceTables, type SourceTables } from './source-tables.ts';
import { areaOfBox, createStudyArea, type StudyArea } from './study-area.ts';

/** Says where the work stands, lets other work run (a worker hears "cancel" only then), and stops if it was cancelled. */
async function reach(context: BuildContext, step: BuildStep, fraction: number): Promise<void> {
  context.progress(step, fraction);
  await new Promise((resolve) => setTimeout(resolve));
  stopIfCancelled(context);
}

async function readLookups(recipe: Recipe, tables: SourceTables): Promise<LookupTables> {
  const lookups = new Map<string, { file: string; table: Awaited<ReturnType<SourceTables['rows']>>['table'] }>();
  for (const { setting } of rolesOf(recipe, 'lookup')) {
    const { file, table } = await tables.rows(setting.source);
    lookups.set(setting.source.id, { file, table });
  }
  return lookups;
}

function defineStudyArea(recipe: Recipe, districts: readonly KeyedDistrict[], notes: Note[]): StudyArea {
  const { studyArea, surroundingsMeters } = recipe;
  const by = 'districts' in studyArea ? 'districts' : 'polygon' in studyArea ? 'polygon' : 'box';
  notes.push(note('info', 'pipeline.study-area', { by, surroundingsMeters }));
  const areas =
    'districts' in studyArea
      ? districts.filter(({ level }) => level === 1).map(({ geometry }) => geometry)
      : ['polygon' in studyArea ? studyArea.polygon : areaOfBox(studyArea.box)];
  return createStudyArea(areas, recipe.epsg, surroundingsMeters);
}

async function readOsmPart(
  recipe: Recipe,
  loader: SourceLoader,
  studyArea: StudyArea,
  context: BuildContext,
  notes: Note[],
): Promise<OsmContent | null> {
  const [found] = rolesOf(recipe, 'osm');
  if (found === undefined) return null;
  const { role, setting } = found;
  const { parts } = await loader.load(setting.source);
  const { reachBox } = studyArea;
  const bbox = role.box === undefined ? reachBox : intersectBox(role.box, reachBox);
  if (bbox === null) {
    const params = { found: String(role.box), expected: String(reachBox), swapped: false };
    return fail('pipeline.source-elsewhere', params, { file: fileNameOf(setting.source.path) });
  }
  const options = { epsg: recipe.epsg, bbox, sourceIndex: setting.sourceIndex };
  const read = await readOsm(parts[0] as (typeof parts)[number], options, context);
  notes.push(...read.notes);
  return read.data;
}

async function readLandUses(recipe: Recipe, tables: SourceTables): Promise<LandUse[]> {
  const plans: LandUse[] = [];
  for (const { role, setting } of rolesOf(recipe, 'land-use'))
    plans.push(readLandUse(await tables.rows(setting.source), role));
  return plans;
}

/** The base map of OpenStreetMap, else the areas of land-use plans, else none. */
function chooseBaseMap(recipe: Recipe, osm: OsmContent | null, landUse: readonly LandUse[]): BaseMap | null {
  const uses = rolesOf(recipe, 'osm')[0]?.role.use;
  if (osm !== null && (uses === undefined || uses.includes('base'))) return osm.base;
  return baseMapOf(landUse.flatMap((plan) => plan.base));
}

/** People and houses that were given to the nearest district because they lie in a gap between the smallest ones. */
function gapNotes({ population, houses }: Pick<CityContent, 'population' | 'houses'>, locator: GaplessLocator): Note[] {
  const kinds = [
    ['population', population],
    ['houses', houses],
  ] as const;
  return kinds.flatMap(([kind, objects]) => {
    const count = objects.filter((object) => !object.outside && locator.isInGap(object.position)).length;
    return count === 0 ? [] : [note('info', 'pipeline.nearest-district', { kind }, { count })];
  });
}

/** What the package leaves out because no source has it. */
function missingParts(content: Pick<CityContent, 'network' | 'population' | 'base' | 'districts'>): Note[] {
  const parts = [
    ['network', content.network === null],
    ['population', content.population.length === 0],
    ['base', content.base === null],
    ['districts', content.districts.length === 0],
  ] as const;
  return parts.filter(([, missing]) => missing).map(([part]) => note('info', 'pipeline.part-missing', { part }));
}

function identify(
  recipe: Recipe,
  sources: readonly SourceRecord[],
  studyArea: StudyArea,
  population: Distribution,
  figures: CityFigures,
): CityIdentity {
  const dates = sources.flatMap(({ date }) => (date === null ? [] : [date]));
  return {
    id: recipe.id,
    name: recipe.name,
    invented: false,
    epsg: recipe.epsg,
    referenceDate: recipe.referenceDate,
    dataDate: dates.sort().at(-1) ?? recipe.referenceDate,
    levels: recipe.levels,
    bands: population.bands,
    years: figures.forecast?.years ?? [Number(recipe.referenceDate.slice(0, 4))],
    variants: figures.forecast?.variants ?? ['middle'],
    smallNumberThreshold: recipe.smallNumberThreshold,
    schoolCutOff: recipe.schoolCutOff,
    words: recipe.words,
    demandGrid: population.demandGrid,
    bbox: studyArea.bbox,
  };
}

/** The records of the sources; an OpenStreetMap extract whose date the recipe does not state gets that of its newest object. */
async function recordSources(recipe: Recipe, loader: SourceLoader, osm: OsmContent | null): Promise<SourceRecord[]> {
  const records = await loader.records();
  const osmIndex = rolesOf(recipe, 'osm')[0]?.setting.sourceIndex;
  return records.map((record, i) => (i === osmIndex ? { ...record, date: record.date ?? osm?.date ?? null } : record));
}

/** Reads and joins all sources of a recipe. */
async function assembleCity(recipe: Recipe, host: PipelineHost, context: BuildContext): Promise<CityContent> {
  const notes: Note[] = [];
  const loader = await createSourceLoader(recipe, host, context);
  const tables = createSourceTables(loader, host, notes);
  const lookups = await readLookups(recipe, tables);
  await reach(context, 'districts', 0);
  const districts = await buildDistricts({ recipe, loader, tables, lookups, notes });
  const locator = createGaplessLocator(createDistrictLocator(districts), districts, projectionOf(recipe.epsg));
  const studyArea = defineStudyArea(recipe, districts, notes);
  await reach(context, 'osm', 0);
  const osm = await readOsmPart(recipe, loader, studyArea, context, notes);
  const landUse = await readLandUses(recipe, tables);
  await reach(context, 'population', 0);
  const population = await buildPopulation({
    recipe,
    loader,
    tables,
    lookups,
    districts,
    locator,
    studyArea,
    osm,
    landUse,
    notes,
  });
  await reach(context, 'facilities', 0);
  const objects = await buildObjects({ recipe, tables, locator, studyArea, osm, notes });
  const { bands } = population;
  const figures = await buildFigures({ recipe, tables, lookups, districts, bands, houses: objects.houses, notes });
  await reach(context, 'base', 1);
  const uses = rolesOf(recipe, 'osm')[0]?.role.use;
  const sources = await recordSources(recipe, loader, osm);
  const content = {
    identity: identify(recipe, sources, studyArea, population, figures),
    sources,
    districts: districts.map(({ key, ...district }) => district),
    population: population.points,
    forecast: figures.forecast?.forecast ?? null,
    ...objects,
    catchments: figures.catchments,
    districtFigures: figures.districtFigures,
    social: figures.social,
    history: figures.history,
    network: uses === undefined || uses.includes('network') ? (osm?.network ?? null) : null,
    base: chooseBaseMap(recipe, osm, landUse),
    streets: placeStreets(osm?.streets ?? [], createPlacer(studyArea, locator, 'streets')),
  };
  return { ...content, notes: [...notes, ...gapNotes(content, locator), ...missingParts(content)] };
}

/**
 * Builds the package of a city from a recipe and its sources. Pure pipeline: runs in Node and in a worker alike, same input, same bytes.
 * Throws the first problem that would mean guessing (see `shared/problems/pipeline-*.ts`); what was dropped, repaired, estimated or
 * assumed stands in the notes of the manifest. Stops with `pipeline.cancelled` between steps once `context.signal` is aborted.
 */
export async function buildCity(recipe: Recipe, host: PipelineHost, context: BuildContext): Promise<WrittenCity> {
  const content = await assembleCity(recipe, host, context);
  await reach(context, 'write', 0);
  const written = writeCity(content);
  context.progress('write', 1);
  return written;
}
