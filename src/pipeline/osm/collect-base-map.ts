import type { LineString } from 'geojson';
import type { Projection } from '../../city/projection.ts';
import type { Area, BaseFeature, BaseMap, Building } from '../../city/types.ts';
import { areaSquareMeters } from '../../shared/geometry/area-square-meters.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import {
  areaLabelKind,
  areaLabelRank,
  baseAreaKind,
  baseLineKind,
  isResidentialBuilding,
  levelsByTags,
  placeKind,
} from './base-rules.ts';
import type { OsmArea } from './collect-areas.ts';
import { positionOfNode } from './osm-features.ts';
import { nodesOfWay, type OsmModel } from './osm-model.ts';

/**
 * The offline base map: areas and lines by kind (see `base-rules.ts`), buildings, and labels. Incomplete multipolygons are drawn as far
 * as they close. Lines are cut where a node is not in the file. Order: by OSM type and id; labels by rank, then in that order.
 */
export function collectBaseMap(model: OsmModel, areas: readonly OsmArea[], projection: Projection): BaseMap {
  const areaLayers: Record<'water' | 'green' | 'builtUp', BaseFeature<Area>[]> = { water: [], green: [], builtUp: [] };
  const buildings: Building[] = [];
  for (const { tags, geometry } of areas) {
    const base = baseAreaKind(tags);
    if (base !== null) areaLayers[base.layer].push({ kind: base.kind, name: tags.name ?? null, geometry });
    if (tags.building !== undefined && tags.building !== 'no') {
      buildings.push({ geometry, levels: levelsByTags(tags), residential: isResidentialBuilding(tags) });
    }
  }
  return { ...areaLayers, ...collectLines(model), buildings, places: collectPlaces(model, areas, projection) };
}

function collectLines(model: OsmModel): Pick<BaseMap, 'waterways' | 'roads' | 'streets' | 'rail'> {
  const layers: Record<'waterways' | 'roads' | 'streets' | 'rail', BaseFeature<LineString>[]> = {
    waterways: [],
    roads: [],
    streets: [],
    rail: [],
  };
  for (let way = 0; way < model.wayIds.length; way++) {
    const tags = model.wayTags(way);
    const base = baseLineKind(tags);
    if (base === null) continue;
    for (const geometry of linesOfWay(model, way)) {
      layers[base.layer].push({ kind: base.kind, name: tags.name ?? null, geometry });
    }
  }
  return layers;
}

/** The parts of a way whose nodes are in the file; usually one. */
function linesOfWay(model: OsmModel, way: number): LineString[] {
  const parts: number[][] = [[]];
  for (const node of nodesOfWay(model, way)) {
    const part = parts[parts.length - 1]!;
    if (node < 0) parts.push([]);
    else if (part[part.length - 1] !== node) part.push(node);
  }
  return parts
    .filter((part) => part.length >= 2)
    .map((part) => ({
      type: 'LineString',
      coordinates: part.map((node) => [model.lon[node]! / 1e7, model.lat[node]! / 1e7]),
    }));
}

function collectPlaces(model: OsmModel, areas: readonly OsmArea[], projection: Projection): BaseMap['places'] {
  const places: BaseMap['places'][number][] = [];
  model.taggedNodes.forEach((node, k) => {
    const tags = model.nodeTags(k);
    const place = placeKind(tags);
    if (place === null || tags.name === undefined) return;
    const coordinates = [...positionOfNode(model, node)];
    places.push({ ...place, name: tags.name, geometry: { type: 'Point', coordinates } });
  });
  for (const { tags, geometry } of areas) {
    const kind = areaLabelKind(tags);
    if (kind === null || tags.name === undefined) continue;
    const rank = areaLabelRank(areaSquareMeters(geometry, projection));
    const coordinates = [...interiorPoint(geometry)];
    places.push({ kind, rank, name: tags.name, geometry: { type: 'Point', coordinates } });
  }
  return places.sort((a, b) => a.rank - b.rank);
}
