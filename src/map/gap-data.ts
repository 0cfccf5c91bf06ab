import type { Feature, FeatureCollection, LineString, Point, Position } from 'geojson';
import type { CatchmentArea, GapBands, GapFlows } from '../questions/gap-map/gap-calls.ts';
import type { HouseProperties, MapCalls } from '../questions/map-calls.ts';
import { polygonsOf } from '../shared/geometry/area.ts';
import { houseGroupByService } from '../shared/services.ts';
import type { GapPicture } from './gap-picture.ts';
import { classSample, symbolRadius, symbolScale } from './gap-samples.ts';
import type { AreaState } from './layers/gap-area-layers.ts';
import type { GapLabelProperties } from './layers/gap-label-layers.ts';
import type { BandProperties, FlowProperties } from './layers/gap-reach-layers.ts';

/** Districts and houses as they came, for the small sources the gap map makes of them. */
export type Districts = MapCalls['districts']['output'];
export type Houses = MapCalls['houses']['output'];

const METERS_PER_DEGREE = 111_320;
/** Metres per pixel at zoom 0 on the equator (512 px tiles). */
const EQUATOR_METERS_PER_PIXEL = 40_075_016.686 / 512;
/** Width of a figure and height of a line of the numbers, in pixels. */
const DIGIT_PIXELS = 7.2;

/** Metres from each district's label point to its nearest border: the room for a number. O(vertices). */
export function roomMeters({ areas, labels }: Districts): Map<string, number> {
  const positionById = new Map(
    labels.features.map(({ properties, geometry }) => [properties.id, geometry.coordinates]),
  );
  const found = new Map<string, number>();
  for (const { properties, geometry } of areas.features) {
    const position = positionById.get(properties.id);
    if (position === undefined) continue;
    let nearest = Number.POSITIVE_INFINITY;
    for (const rings of polygonsOf(geometry)) {
      for (const ring of rings) nearest = Math.min(nearest, squaredDegreesToRing(position, ring));
    }
    found.set(properties.id, Math.sqrt(nearest) * METERS_PER_DEGREE);
  }
  return found;
}

/** Squared distance to the nearest edge, in degrees of latitude. */
function squaredDegreesToRing([lon, lat]: Position, ring: readonly Position[]): number {
  const shrink = Math.cos((lat! * Math.PI) / 180);
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < ring.length; i++) {
    const ax = (ring[i - 1]![0]! - lon!) * shrink;
    const ay = ring[i - 1]![1]! - lat!;
    const dx = (ring[i]![0]! - lon!) * shrink - ax;
    const dy = ring[i]![1]! - lat! - ay;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
    nearest = Math.min(nearest, (ax + t * dx) ** 2 + (ay + t * dy) ** 2);
  }
  return nearest;
}

/** Zoom from which a text of so many characters fits into a circle of so many metres. */
export function fitsFromZoom(characters: number, meters: number, lat: number): number {
  const halfPixels = (characters * DIGIT_PIXELS) / 2;
  const metersPerPixel = EQUATOR_METERS_PER_PIXEL * Math.cos((lat * Math.PI) / 180);
  return Math.log2((halfPixels * metersPerPixel) / meters);
}

/** Label points of the coloured level with numbers and circles. */
export function gapLabels(
  { labels }: Pick<Districts, 'labels'>,
  room: ReadonlyMap<string, number>,
  picture: Pick<GapPicture, 'level' | 'districts' | 'symbols'>,
): FeatureCollection<Point, GapLabelProperties> {
  const byId = new Map(picture.districts.map((district) => [district.id, district]));
  const scale = symbolScale(picture.districts);
  const features = labels.features.flatMap(({ geometry, properties }): Feature<Point, GapLabelProperties>[] => {
    const { id, name, rank, level } = properties;
    const district = byId.get(id);
    if (level !== picture.level || district === undefined) return [];
    const { fill, ink } = classSample(district.cls);
    const radius = (places: number | null) => (picture.symbols ? symbolRadius(places, scale) : 0);
    const [missing, free] = [radius(district.missing), radius(district.free)];
    const label = district.label ?? '';
    const largest = Math.max(missing, free);
    return [
      {
        type: 'Feature',
        geometry,
        properties: {
          id,
          name,
          rank,
          label,
          fitsFrom: fitsFromZoom(label.length, room.get(id) ?? 0, geometry.coordinates[1]!),
          missing,
          free,
          clear: largest === 0 ? 0 : largest + 3,
          ink,
          halo: fill,
        },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}

/** A house with its ring as the end of its picture's name; empty = none. */
export interface GapHouseProperties extends HouseProperties {
  readonly ring: string;
}

/** The houses that offer the services, with the ring of their load; where it is not known, marked like a house without figures. */
export function gapHouses(
  houses: Houses,
  picture: Pick<GapPicture, 'houses' | 'services'>,
): FeatureCollection<Point, GapHouseProperties> {
  const loadById = new Map(picture.houses.map(({ id, load }) => [id, load]));
  const allGroups = `|${[...new Set(picture.services.map(houseGroupByService))].join('|')}|`;
  return {
    type: 'FeatureCollection',
    features: houses.features.flatMap(({ type, geometry, properties }) => {
      const load = loadById.get(properties.id);
      if (load === undefined) return [];
      if (load === 'none') return [{ type, geometry, properties: { ...properties, ring: '' } }];
      const missing = load === 'unknown' ? allGroups : '|';
      return [{ type, geometry, properties: { ...properties, missing, ring: `/${load}` } }];
    }),
  };
}

/** State of each area that is filled, by district or by house of a catchment. */
export function districtStates({ districts }: Pick<GapPicture, 'districts'>): Map<string, AreaState> {
  return new Map(districts.map(({ id, cls, atBorder }) => [id, { cls: String(cls), border: atBorder }]));
}

export function catchmentStates({ catchmentClass }: Pick<GapPicture, 'catchmentClass'>): Map<string, AreaState> {
  const entries = [...(catchmentClass ?? [])];
  return new Map(entries.map(([houseId, cls]) => [houseId, { cls: String(cls), border: false }]));
}

/** Catchments under the id of their house, so that pointing at one finds the house. */
export function gapCatchments(catchments: readonly CatchmentArea[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: catchments.map(({ type, geometry, properties: { houseId, name } }) => ({
      type,
      geometry,
      properties: { id: houseId, name },
    })),
  };
}

/** Bands from the shortest distance on, with its words. */
export function gapBands({
  features,
}: GapBands): FeatureCollection<GapBands['features'][number]['geometry'], BandProperties> {
  const limits = [...new Set(features.map(({ properties }) => properties.limitMeters))].sort((a, b) => a - b);
  return {
    type: 'FeatureCollection',
    features: features.map(({ type, geometry, properties: { limitMeters } }) => ({
      type,
      geometry,
      properties: { index: limits.indexOf(limitMeters), label: `${limitMeters}\u00a0m` },
    })),
  };
}

const FLOW_MAX_PIXELS = 11;
const FLOW_MIN_PIXELS = 1.2;
/** How far an arc leaves the straight line, in parts of its length. */
const FLOW_BEND = 0.14;
const FLOW_STEPS = 20;

/**
 * Flows as arcs that bend to the right of their way, so that those there and back lie side by side. Width is in proportion to the amount;
 * the largest flow has {@link FLOW_MAX_PIXELS}.
 */
export function gapFlows({ features }: GapFlows['lines']): FeatureCollection<LineString, FlowProperties> {
  const largest = features.reduce((most, { properties }) => Math.max(most, properties.amount), 0);
  return {
    type: 'FeatureCollection',
    features: features
      .filter(({ properties, geometry }) => properties.amount > 0 && geometry.coordinates.length > 1)
      .map(({ type, geometry, properties: { amount, direction } }) => ({
        type,
        geometry: { type: 'LineString', coordinates: arc(geometry.coordinates[0]!, geometry.coordinates.at(-1)!) },
        properties: { direction, width: Math.max(FLOW_MIN_PIXELS, (FLOW_MAX_PIXELS * amount) / largest) },
      })),
  };
}

/** A quadratic Bézier curve from one position to another. */
function arc([fromLon, fromLat]: Position, [toLon, toLat]: Position): Position[] {
  const shrink = Math.cos((((fromLat! + toLat!) / 2) * Math.PI) / 180);
  const dx = (toLon! - fromLon!) * shrink;
  const dy = toLat! - fromLat!;
  const controlLon = (fromLon! + toLon!) / 2 + (dy * 2 * FLOW_BEND) / shrink;
  const controlLat = (fromLat! + toLat!) / 2 - dx * 2 * FLOW_BEND;
  return Array.from({ length: FLOW_STEPS + 1 }, (_, step) => {
    const t = step / FLOW_STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    return [a * fromLon! + b * controlLon + c * toLon!, a * fromLat! + b * controlLat + c * toLat!];
  });
}
