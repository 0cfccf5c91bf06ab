import { projectionOf } from '../../city/projection.ts';
import type { ContextPoint, House, Plot, Site, SupplyArea, WalkNetwork } from '../../city/types.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import { createAccessFinder } from '../osm/access-points.ts';
import type { DraftNetwork, OsmContent } from '../types.ts';
import { rolesOf, type SourceSetting } from './build-state.ts';
import { matchHouses, mergeHouses } from './match-houses.ts';
import {
  createPlacer,
  placeAreas,
  placeContext,
  placeHouses,
  placeSupplyAreas,
  requireNearby,
} from './place-objects.ts';
import { readContext, readPlots, readSites, readSupplyAreas } from './read-areas.ts';
import { readFacilities } from './read-facilities.ts';
import type { Recipe } from './recipe.ts';
import type { RoleName, RoleOf } from './recipe-roles.ts';
import type { SourceRows } from './source-rows.ts';
import type { SourceTables } from './source-tables.ts';
import type { StudyArea } from './study-area.ts';

/** Everything that stands somewhere and belongs to the city or its surroundings. */
export interface CityObjects {
  readonly houses: readonly House[];
  readonly supplyAreas: readonly SupplyArea[];
  readonly context: readonly ContextPoint[];
  readonly sites: readonly Site[];
  readonly plots: readonly Plot[];
}

export interface ObjectParts {
  readonly recipe: Recipe;
  readonly tables: SourceTables;
  readonly locator: DistrictLocator;
  readonly studyArea: StudyArea;
  readonly osm: OsmContent | null;
  readonly notes: Note[];
}

type Reader<N extends RoleName, T> = (rows: SourceRows, role: RoleOf<N>, setting: SourceSetting) => WithNotes<T[]>;

/** The objects of all roles of a kind, source by source; a source that lies elsewhere is refused. */
async function readAll<N extends RoleName, T>(
  parts: ObjectParts,
  name: N,
  read: Reader<N, T>,
  positionOf: (object: T) => LonLat,
): Promise<T[]> {
  const all: T[] = [];
  for (const { role, setting } of rolesOf(parts.recipe, name)) {
    const rows = await parts.tables.rows(setting.source);
    const { data, notes } = read(rows, role, setting);
    requireNearby(data.map(positionOf), parts.studyArea, rows.file);
    parts.notes.push(...notes);
    all.push(...data);
  }
  return all;
}

function positionOfShape({ geometry }: { readonly geometry: SupplyArea['geometry'] }): LonLat {
  return geometry.type === 'Point' ? (geometry.coordinates as unknown as LonLat) : interiorPoint(geometry);
}

/** Official houses and those of OpenStreetMap; what is in both is one house, listed in the notes. */
function joinHouses(official: readonly House[], osm: readonly House[], recipe: Recipe, notes: Note[]): House[] {
  const matches = matchHouses(official, osm, recipe.epsg, recipe.matchMeters);
  if (matches.length === 0) return [...official, ...osm];
  const merged = new Map(matches.map((match) => [match.official, mergeHouses(match)]));
  const replaced = new Set(matches.map((match) => match.other));
  const pairs = matches.map(({ official: house, other, meters, similarity }) => ({
    official: house.id,
    other: other.id,
    meters,
    similarity,
  }));
  notes.push(note('info', 'pipeline.houses-matched', { matches: pairs }, { count: pairs.length }));
  return [...official.map((house) => merged.get(house) ?? house), ...osm.filter((house) => !replaced.has(house))];
}

/** The walking network as nodes in degrees and edges, for finding where paths cross outlines. */
function draftOf(network: WalkNetwork | null, epsg: number): DraftNetwork {
  if (network === null) return { nodes: [], edges: [] };
  const projection = projectionOf(epsg);
  const { nodeCount, x, y, offsets, targets } = network;
  const nodes = Array.from({ length: nodeCount }, (_, node) => projection.inverse(x[node]! / 100, y[node]! / 100));
  const edges: DraftNetwork['edges'][number][] = [];
  for (let from = 0; from < nodeCount; from++) {
    for (let arc = offsets[from]!; arc < offsets[from + 1]!; arc++) {
      const to = targets[arc]!;
      if (from < to) edges.push({ from, to, flags: 0 });
    }
  }
  return { nodes, edges };
}

/** Areas from tables get the places where paths lead into them, else the corners of their outline. */
function openAreas(areas: readonly SupplyArea[], { osm, recipe }: ObjectParts): SupplyArea[] {
  if (areas.every(({ accessPoints }) => accessPoints.length > 0)) return [...areas];
  const accessPointsOf = createAccessFinder(draftOf(osm?.network ?? null, recipe.epsg));
  return areas.map((area) =>
    area.geometry.type === 'Point' ? area : { ...area, accessPoints: accessPointsOf(area.geometry) },
  );
}

/** Reads houses, open spaces, places, sites and plots of all sources, joins and places them. */
export async function buildObjects(parts: ObjectParts): Promise<CityObjects> {
  const { recipe, locator, studyArea, osm, notes } = parts;
  const uses = rolesOf(recipe, 'osm')[0]?.role.use;
  const fromOsm = <T>(use: 'houses' | 'areas' | 'context', objects: readonly T[] | undefined): readonly T[] =>
    uses === undefined || uses.includes(use) ? (objects ?? []) : [];
  const official = await readAll(parts, 'facilities', readFacilities, ({ position }) => position);
  const houses = joinHouses(official, fromOsm('houses', osm?.houses), recipe, notes);
  const areas = openAreas(await readAll(parts, 'supply-areas', readSupplyAreas, positionOfShape), parts);
  const points = await readAll(parts, 'context', readContext, ({ position }) => position);
  const sites = await readAll(parts, 'sites', readSites, positionOfShape);
  const plots = await readAll(parts, 'plots', readPlots, positionOfShape);
  const keep = <T>({ data, notes: said }: WithNotes<T[]>): T[] => {
    notes.push(...said);
    return data;
  };
  return {
    houses: keep(placeHouses(houses, createPlacer(studyArea, locator, 'houses'))),
    supplyAreas: keep(
      placeSupplyAreas(
        [...areas, ...fromOsm('areas', osm?.supplyAreas)],
        createPlacer(studyArea, locator, 'supply-areas'),
      ),
    ),
    context: keep(
      placeContext([...points, ...fromOsm('context', osm?.context)], createPlacer(studyArea, locator, 'context')),
    ),
    sites: keep(placeAreas(sites, createPlacer(studyArea, locator, 'sites'))),
    plots: keep(placeAreas(plots, createPlacer(studyArea, locator, 'plots'))),
  };
}
