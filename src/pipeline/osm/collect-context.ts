import type { ContextPoint } from '../../city/types.ts';
import type { OsmArea } from './collect-areas.ts';
import { featuresWhere } from './osm-features.ts';
import type { OsmModel, Tags } from './osm-model.ts';

/**
 * What point of interest the tags describe; `null` if none. A stop is where people wait or a station, not the mark on the road
 * (`stop_position`). A crossing that bars walkers is none. A shelter is a roof for anybody (`amenity=shelter`).
 */
export function contextKindByTags(tags: Tags): ContextPoint['kind'] | null {
  switch (tags.amenity) {
    case 'pharmacy':
      return 'pharmacy';
    case 'shelter':
      return 'shelter';
    case 'toilets':
      return tags.access === 'private' || tags.access === 'no' ? null : 'toilet';
    case 'marketplace':
      return 'market';
    case 'place_of_worship':
      return 'worship';
    case 'hospital':
      return 'hospital';
    case 'bus_station':
      return 'stop';
  }
  if (tags.shop === 'supermarket') return 'supermarket';
  if (tags.healthcare === 'pharmacy') return 'pharmacy';
  if (tags.highway === 'bus_stop') return 'stop';
  if (tags.railway === 'tram_stop' || tags.railway === 'station' || tags.railway === 'halt') return 'stop';
  const isCrossing = tags.highway === 'crossing' && tags.crossing !== 'no' && tags.foot !== 'no';
  return isCrossing ? 'crossing' : null;
}

/** Points of interest for checklists: nodes, and areas by a point inside them. Ids as for houses. */
export function collectContext(model: OsmModel, areas: readonly OsmArea[], source: number): ContextPoint[] {
  return featuresWhere(model, areas, (tags) => contextKindByTags(tags) !== null).map(({ key, tags, position }) => ({
    id: `osm:${key}`,
    kind: contextKindByTags(tags)!,
    name: tags.name ?? null,
    position,
    source,
  }));
}
