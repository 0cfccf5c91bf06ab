import type { Area } from '../../city/types.ts';
import { type LonLat, lonLat } from '../../shared/coordinates.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import type { OsmArea } from './collect-areas.ts';
import type { OsmModel, Tags } from './osm-model.ts';

/** A tagged node or an area: whatever can be a house, a playground, a point of interest or a place name. */
export interface OsmFeature {
  /** `n`, `w` or `r` and the OSM id; with `osm:` in front it is the id of a house. */
  readonly key: string;
  readonly tags: Tags;
  readonly position: LonLat;
  /** `null` for nodes. */
  readonly area: Area | null;
  readonly isComplete: boolean;
}

/** Where a node lies. */
export function positionOfNode(model: OsmModel, node: number): LonLat {
  return lonLat(model.lon[node]! / 1e7, model.lat[node]! / 1e7);
}

/** The nodes and areas whose tags pass the filter: nodes by id, then areas in their order. An area's position is a point well inside it. */
export function featuresWhere(
  model: OsmModel,
  areas: readonly OsmArea[],
  isWanted: (tags: Tags) => boolean,
): OsmFeature[] {
  const features: OsmFeature[] = [];
  model.taggedNodes.forEach((node, k) => {
    const tags = model.nodeTags(k);
    if (!isWanted(tags)) return;
    const position = positionOfNode(model, node);
    features.push({ key: `n${model.nodeIds[node]}`, tags, position, area: null, isComplete: true });
  });
  for (const { key, tags, geometry, isComplete } of areas) {
    if (isWanted(tags)) features.push({ key, tags, position: interiorPoint(geometry), area: geometry, isComplete });
  }
  return features;
}
