import type { Geometry, Position } from 'geojson';
import { projectionOf } from '../../city/projection.ts';
import type { BaseMap } from '../../city/types.ts';
import type { LonLat, LonLatBox } from '../../shared/coordinates.ts';
import { boxContains, boxesOverlap, boxOfGeometries, boxOfGeometry, intersectBox } from '../../shared/geometry/box.ts';
import { fail, type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import { stopIfCancelled } from '../build/cancel.ts';
import { buildWalkNetwork } from '../network/build-walk-network.ts';
import type { BuildContext, BuildStep, DraftNetwork, OsmContent, SourceBytes } from '../types.ts';
import { createAccessFinder } from './access-points.ts';
import { collectAreas } from './collect-areas.ts';
import { collectBaseMap } from './collect-base-map.ts';
import { collectContext } from './collect-context.ts';
import { collectHouses } from './collect-houses.ts';
import { collectStreets } from './collect-streets.ts';
import { collectSupplyAreas } from './collect-supply-areas.ts';
import { draftWalkNetwork } from './draft-walk-network.ts';
import type { OsmModel } from './osm-model.ts';
import { readOsmModel } from './read-osm-model.ts';

export interface ReadOsmOptions {
  /** Metric CRS of the city. */
  readonly epsg: number;
  /** Only what lies in this box is taken; without it everything. */
  readonly bbox?: LonLatBox;
  /** Index of the file among the sources of the city. */
  readonly sourceIndex: number;
}

/**
 * Reads everything a city takes from an OpenStreetMap extract (`.osm.pbf`, `.osm`, `.osm.gz`, `.osm.bz2`).
 *
 * With `bbox`, the network ends at the box, points outside it are left out, and areas, lines and buildings that touch it are kept whole.
 * The `bbox` of the result is that of what is really used (network, houses, context, accesses, buildings), never what the file's header
 * says. `districts` of houses and streets are empty and `outside` is false: the building of the package fills them. Lets other
 * work run between steps; throws `pipeline.cancelled` once `context.signal` is aborted, and the problems of {@link readOsmModel}.
 */
export async function readOsm(
  source: SourceBytes,
  options: ReadOsmOptions,
  context: BuildContext,
): Promise<WithNotes<OsmContent>> {
  const work = readOsmInSteps(source, options);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    context.progress(next.value.step, next.value.fraction);
    await new Promise((resolve) => setTimeout(resolve));
    stopIfCancelled(context);
  }
}

interface Progress {
  readonly step: BuildStep;
  readonly fraction: number;
}

function* readOsmInSteps(source: SourceBytes, options: ReadOsmOptions): Generator<Progress, WithNotes<OsmContent>> {
  const reading = readOsmModel(source);
  let read = reading.next();
  for (; !read.done; read = reading.next()) yield { step: 'osm', fraction: read.value * 0.7 };
  return yield* collectContent(read.value, source.name, options);
}

/** Makes the content of a city from a model. Yields after each part. */
export function* collectContent(
  model: OsmModel,
  file: string,
  { epsg, bbox, sourceIndex }: ReadOsmOptions,
): Generator<Progress, WithNotes<OsmContent>> {
  const projection = projectionOf(epsg);
  const box = bbox ?? null;
  const notes: Note[] = notesOnFaults(model);
  const collected = collectAreas(model);
  const areas = box === null ? collected.areas : collected.areas.filter(({ geometry }) => touches(box, geometry));
  yield { step: 'osm', fraction: 0.8 };
  const draft = draftWalkNetwork(model, box);
  const network = draft.edges.length === 0 ? null : buildWalkNetwork(draft, epsg);
  yield { step: 'network', fraction: 1 };
  const houses = collectHouses(model, areas, projection, sourceIndex);
  const context = collectContext(model, areas, sourceIndex);
  yield { step: 'facilities', fraction: 0.5 };
  const supply = collectSupplyAreas(model, areas, projection, createAccessFinder(draft), sourceIndex);
  yield { step: 'facilities', fraction: 1 };
  const base = collectBaseMap(model, areas, projection);
  const streets = collectStreets(model);
  yield { step: 'base', fraction: 1 };
  const isIn = ({ position }: { readonly position: readonly number[] }) => box === null || boxContains(box, position);
  const content = {
    date: model.date,
    network: network?.data ?? null,
    houses: houses.houses.filter(isIn),
    supplyAreas: supply.supplyAreas,
    context: context.filter(isIn),
    base: box === null ? base : clipBase(base, box),
    buildings: base.buildings,
    streets: streets.filter(isIn),
  };
  notes.push(...collected.notes, ...(network?.notes ?? []), ...houses.notes, ...supply.notes);
  const used = boxOfUsed(content, draft) ?? boxOfGeometries(geometriesOf(content.base));
  const clipped = used !== null && box !== null ? intersectBox(used, box) : used;
  if (clipped === null) fail('osm.nothing-inside', {}, { file });
  return { data: { ...content, bbox: clipped }, notes };
}

function touches(box: LonLatBox, geometry: Geometry): boolean {
  const own = boxOfGeometry(geometry);
  return own !== null && boxesOverlap(own, box);
}

function clipBase(base: BaseMap, box: LonLatBox): BaseMap {
  const clip = <F extends { readonly geometry: Geometry }>(features: readonly F[]) =>
    features.filter(({ geometry }) => touches(box, geometry));
  return {
    water: base.water,
    green: base.green,
    builtUp: base.builtUp,
    buildings: base.buildings,
    waterways: clip(base.waterways),
    roads: clip(base.roads),
    streets: clip(base.streets),
    rail: clip(base.rail),
    places: clip(base.places),
  };
}

function* geometriesOf(base: BaseMap): Generator<Geometry> {
  for (const layer of Object.values(base) as (readonly { readonly geometry: Geometry }[])[]) {
    for (const { geometry } of layer) yield geometry;
  }
}

function boxOfUsed(content: Omit<OsmContent, 'bbox'>, draft: DraftNetwork): LonLatBox | null {
  const points = function* (): Generator<Geometry> {
    for (const { position } of [...content.houses, ...content.context]) {
      yield { type: 'Point', coordinates: [...position] };
    }
    for (const { geometry } of content.buildings) yield geometry;
    for (const { accessPoints } of content.supplyAreas)
      yield { type: 'MultiPoint', coordinates: positionsOf(accessPoints) };
    yield { type: 'MultiPoint', coordinates: positionsOf(draft.nodes) };
  };
  return boxOfGeometries(points());
}

function positionsOf(points: readonly LonLat[]): Position[] {
  return points as readonly (readonly number[])[] as Position[];
}

function notesOnFaults({ faults }: OsmModel): Note[] {
  const notes: Note[] = [];
  if (faults.missingWayNodes > 0) {
    const params = { ways: faults.waysWithMissingNodes };
    notes.push(note('warning', 'osm.nodes-missing', params, { count: faults.missingWayNodes }));
  }
  if (faults.missingMembers > 0) {
    const params = { relations: faults.relationsWithMissingMembers };
    notes.push(note('info', 'osm.members-missing', params, { count: faults.missingMembers }));
  }
  if (faults.repeated > 0) notes.push(note('info', 'osm.elements-repeated', {}, { count: faults.repeated }));
  return notes;
}
