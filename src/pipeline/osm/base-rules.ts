import type { Tags } from './osm-model.ts';

/** Layers of the base map that are made of areas or lines by kind. */
export type BaseAreaLayer = 'water' | 'green' | 'builtUp';
export type BaseLineLayer = 'waterways' | 'roads' | 'streets' | 'rail';

export interface BaseKind<L> {
  readonly layer: L;
  readonly kind: string;
}

const GREEN_BY_LANDUSE: Readonly<Record<string, string | undefined>> = {
  forest: 'forest',
  grass: 'grass',
  meadow: 'grass',
  village_green: 'grass',
  recreation_ground: 'grass',
  greenfield: 'grass',
  cemetery: 'cemetery',
  allotments: 'allotments',
  farmland: 'farmland',
  farm: 'farmland',
  orchard: 'farmland',
  vineyard: 'farmland',
  plant_nursery: 'farmland',
};

const GREEN_BY_LEISURE: Readonly<Record<string, string | undefined>> = {
  park: 'park',
  garden: 'park',
  common: 'grass',
  recreation_ground: 'grass',
  golf_course: 'grass',
  pitch: 'grass',
};

const GREEN_BY_NATURAL: Readonly<Record<string, string | undefined>> = {
  wood: 'forest',
  scrub: 'forest',
  grassland: 'grass',
  heath: 'grass',
  wetland: 'grass',
};

const BUILT_UP_BY_LANDUSE: Readonly<Record<string, string | undefined>> = {
  residential: 'residential',
  commercial: 'commercial',
  retail: 'commercial',
  industrial: 'industrial',
  railway: 'industrial',
  port: 'industrial',
  harbour: 'industrial',
  depot: 'industrial',
};

/** Which area layer an area belongs to, and as what; `null` if it is not drawn. */
export function baseAreaKind(tags: Tags): BaseKind<BaseAreaLayer> | null {
  const { natural, landuse, leisure, waterway, water, amenity } = tags;
  if (natural === 'water' || waterway === 'riverbank' || landuse === 'reservoir' || landuse === 'basin') {
    const isFlowing = waterway === 'riverbank' || water === 'river' || water === 'canal' || water === 'stream';
    return { layer: 'water', kind: isFlowing ? 'river' : 'lake' };
  }
  const green =
    GREEN_BY_LEISURE[leisure ?? ''] ??
    (amenity === 'grave_yard' ? 'cemetery' : undefined) ??
    GREEN_BY_LANDUSE[landuse ?? ''] ??
    GREEN_BY_NATURAL[natural ?? ''];
  if (green !== undefined) return { layer: 'green', kind: green };
  const builtUp = BUILT_UP_BY_LANDUSE[landuse ?? ''];
  return builtUp === undefined ? null : { layer: 'builtUp', kind: builtUp };
}

const LINE_BY_HIGHWAY: Readonly<Record<string, BaseKind<BaseLineLayer> | undefined>> = Object.fromEntries([
  ...['motorway', 'trunk', 'primary', 'secondary', 'tertiary'].flatMap((kind) =>
    [kind, `${kind}_link`].map((highway) => [highway, { layer: 'roads', kind }]),
  ),
  ...['residential', 'service', 'pedestrian', 'track', 'path', 'footway', 'steps', 'cycleway'].map((kind) => [
    kind,
    { layer: 'streets', kind },
  ]),
  ...['unclassified', 'living_street', 'road'].map((highway) => [highway, { layer: 'streets', kind: 'residential' }]),
  ['bridleway', { layer: 'streets', kind: 'path' }],
]);

const RAIL_KINDS: Readonly<Record<string, string | undefined>> = {
  rail: 'rail',
  light_rail: 'light-rail',
  subway: 'light-rail',
  tram: 'light-rail',
  narrow_gauge: 'light-rail',
};

const WATERWAY_KINDS: ReadonlySet<string> = new Set(['river', 'stream', 'canal']);

/** Which line layer a way belongs to, and as what; `null` if it is not drawn. Tracks of yards and waters and rails underground are not. */
export function baseLineKind(tags: Tags): BaseKind<BaseLineLayer> | null {
  const isUnderground = tags.tunnel !== undefined && tags.tunnel !== 'no';
  if (tags.highway !== undefined) return tags.area === 'yes' ? null : (LINE_BY_HIGHWAY[tags.highway] ?? null);
  if (isUnderground) return null;
  const rail = tags.service === undefined ? RAIL_KINDS[tags.railway ?? ''] : undefined;
  if (rail !== undefined) return { layer: 'rail', kind: rail };
  return WATERWAY_KINDS.has(tags.waterway ?? '') ? { layer: 'waterways', kind: tags.waterway! } : null;
}

const RESIDENTIAL_BUILDINGS: ReadonlySet<string> = new Set([
  'residential',
  'apartments',
  'house',
  'detached',
  'semidetached_house',
  'terrace',
  'bungalow',
  'dormitory',
  'farm',
  'villa',
  'static_caravan',
]);

/** True for kinds people live in, false for any other stated kind, `null` for a plain `building=yes`. */
export function isResidentialBuilding(tags: Tags): boolean | null {
  if (RESIDENTIAL_BUILDINGS.has(tags.building ?? '')) return true;
  return tags.building === 'yes' ? null : false;
}

/** Storeys from `building:levels`: a number from 0.5 to 200; `null` where absent or anything else. */
export function levelsByTags(tags: Tags): number | null {
  const text = tags['building:levels'];
  if (text === undefined || !/^\d{1,3}(\.\d)?$/.test(text)) return null;
  const levels = Number(text);
  return levels > 0 && levels <= 200 ? levels : null;
}

const PLACE_RANKS: Readonly<Record<string, { readonly kind: string; readonly rank: number } | undefined>> = {
  city: { kind: 'city', rank: 1 },
  town: { kind: 'town', rank: 2 },
  borough: { kind: 'suburb', rank: 3 },
  suburb: { kind: 'suburb', rank: 3 },
  village: { kind: 'village', rank: 4 },
  quarter: { kind: 'quarter', rank: 5 },
  neighbourhood: { kind: 'quarter', rank: 6 },
  hamlet: { kind: 'village', rank: 6 },
};

/** How a place node is labelled: kind and rank (1 = most important); `null` if not at all. Stations rank with villages. */
export function placeKind(tags: Tags): { readonly kind: string; readonly rank: number } | null {
  const place = PLACE_RANKS[tags.place ?? ''];
  if (place !== undefined) return place;
  return tags.railway === 'station' || tags.railway === 'halt' ? { kind: 'station', rank: 4 } : null;
}

/** What the label of a named area is of: lakes, woods and parks are labelled; `null` for anything else. */
export function areaLabelKind(tags: Tags): string | null {
  const base = baseAreaKind(tags);
  if (base?.layer === 'water') return base.kind === 'lake' ? 'water' : null;
  if (base?.kind === 'forest') return 'wood';
  return base?.kind === 'park' ? 'park' : null;
}

/** Rank of such a label by size: over 1 km² 3, over 10 ha 5, over 1 ha 6, else 7. */
export function areaLabelRank(squareMeters: number): number {
  if (squareMeters > 1_000_000) return 3;
  if (squareMeters > 100_000) return 5;
  return squareMeters > 10_000 ? 6 : 7;
}
