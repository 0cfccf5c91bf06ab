import type { MultiPolygon, Polygon, Position } from 'geojson';
import { projectionOf } from '../../city/projection.ts';
import type { Outline } from '../../engine/bands/contour.ts';
import { reachBands } from '../../engine/bands/reach-bands.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { DETOUR_FACTOR } from '../gaps/service-reach.ts';
import type { GapBands, GapCalls } from './gap-calls.ts';

/** Where walking begins: a position, a house, or the access points of a supply area; nowhere for an id the city does not have. */
function startsOf({ city }: CityModel, { houseId, position }: GapCalls['gapBands']['input']): readonly LonLat[] {
  if (houseId === null) return position === null ? [] : [position];
  const house = city.houses.find(({ id }) => id === houseId);
  if (house !== undefined) return [house.position];
  return city.supplyAreas.find(({ id }) => id === houseId)?.accessPoints ?? [];
}

/**
 * Bands of walking distance around a house, a supply area or a position, the largest first so that smaller ones are drawn upon it.
 * Positions in degrees, rounded to 1e-7°. Without a network: circles of limit ÷ 1.2. Empty where there is nothing to start from.
 */
export function answerBands(model: CityModel, input: GapCalls['gapBands']['input']): GapBands {
  const projection = projectionOf(model.city.identity.epsg);
  const toDegrees = (ring: Outline['outer']): Position[] => ring.map(([x, y]) => [...projection.inverse(x, y)]);
  const bands = reachBands({
    graph: model.graph,
    attach: model.attach,
    sources: model.project(startsOf(model, input)),
    points: model.points,
    limitsMeters: input.limitsMeters,
    detourFactor: DETOUR_FACTOR,
  });
  return {
    type: 'FeatureCollection',
    features: bands.flatMap(({ limitMeters, outlines }) => {
      if (outlines.length === 0) return [];
      const polygons = outlines.map(({ outer, holes }) => [outer, ...holes].map(toDegrees));
      const geometry: Polygon | MultiPolygon =
        polygons.length === 1
          ? { type: 'Polygon', coordinates: polygons[0]! }
          : { type: 'MultiPolygon', coordinates: polygons };
      return [{ type: 'Feature', geometry, properties: { limitMeters } }];
    }),
  };
}
