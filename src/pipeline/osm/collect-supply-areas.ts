import type { Projection } from '../../city/projection.ts';
import type { SupplyArea } from '../../city/types.ts';
import { areaSquareMeters } from '../../shared/geometry/area-square-meters.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { AccessFinder } from './access-points.ts';
import type { OsmArea } from './collect-areas.ts';
import { openToAllByTags } from './collect-houses.ts';
import { findContained } from './find-contained.ts';
import { mergeDuplicates } from './merge-duplicates.ts';
import { listIds } from './note-ids.ts';
import { featuresWhere, type OsmFeature } from './osm-features.ts';
import type { OsmModel } from './osm-model.ts';
import { isClosedToPublic, supplyKindByTags } from './supply-rules.ts';

/**
 * Playgrounds, public green and pitches of an extract. Usable m² is the area in the plane of the metric CRS, to 1 m²; missing for a
 * playground mapped as a point. Left out and told in the notes: areas closed to the public, green mapped as a point, green whose
 * outline is not complete, and green that lies wholly in other green (its m² are already counted).
 */
export function collectSupplyAreas(
  model: OsmModel,
  areas: readonly OsmArea[],
  projection: Projection,
  accessPointsOf: AccessFinder,
  source: number,
): { readonly supplyAreas: SupplyArea[]; readonly notes: Note[] } {
  const all = featuresWhere(model, areas, (tags) => supplyKindByTags(tags) !== null);
  const kindOf = (feature: OsmFeature) => supplyKindByTags(feature.tags)!.kind;
  const notes: Note[] = [];
  type Code =
    | 'osm.supply-closed'
    | 'osm.supply-points'
    | 'osm.supply-incomplete'
    | 'osm.supply-merged'
    | 'osm.green-contained';
  const tell = (code: Code, ids: readonly string[]) => {
    if (ids.length > 0) notes.push(note('info', code, { ids: listIds(ids) }, { count: ids.length }));
  };
  const drop = (code: Code, features: readonly OsmFeature[], isDropped: (feature: OsmFeature) => boolean) => {
    tell(
      code,
      features.filter(isDropped).map(({ key }) => key),
    );
    return features.filter((feature) => !isDropped(feature));
  };
  let features = drop('osm.supply-closed', all, ({ tags }) => isClosedToPublic(tags));
  features = drop(
    'osm.supply-points',
    features,
    (feature) => feature.area === null && kindOf(feature) !== 'playground',
  );
  features = drop('osm.supply-incomplete', features, (feature) => !feature.isComplete);
  const playgrounds = mergeDuplicates(
    features.filter((feature) => kindOf(feature) === 'playground'),
    kindOf,
    projection,
  );
  tell(
    'osm.supply-merged',
    playgrounds.pairs.map(({ from, into }) => `${from} → ${into}`),
  );
  const green = features.filter((feature) => kindOf(feature) === 'green');
  const contained = new Set(findContained(green));
  const kept = [
    ...playgrounds.features,
    ...drop('osm.green-contained', green, (feature) => contained.has(feature)),
    ...features.filter((feature) => kindOf(feature) === 'pitch'),
  ];
  const supplyAreas = kept.map((feature) => supplyAreaOf(feature, projection, accessPointsOf, source));
  return { supplyAreas, notes };
}

function supplyAreaOf(
  { key, tags, area, position }: OsmFeature,
  projection: Projection,
  accessPointsOf: AccessFinder,
  source: number,
): SupplyArea {
  const { kind, services } = supplyKindByTags(tags)!;
  return {
    id: `osm:${key}`,
    kind,
    services,
    name: tags.name ?? null,
    usableSquareMeters: area === null ? null : Math.round(areaSquareMeters(area, projection)),
    accessPoints: area === null ? [position] : accessPointsOf(area),
    openToAll: openToAllByTags(tags),
    outside: false,
    source,
    grade: 'estimated',
    geometry: area ?? { type: 'Point', coordinates: [...position] },
  };
}
