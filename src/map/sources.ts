import type { SourceSpecification } from 'maplibre-gl';
import { BASE_ZOOMS, type BasePart } from '../questions/map-calls.ts';
import type { LonLatBox } from '../shared/coordinates.ts';

/** Sources of the map by id. Those of overlays begin empty and are filled when their layer is first shown. */
export const SOURCES = {
  ground: 'ground',
  detail: 'detail',
  official: 'official',
  districts: 'districts',
  districtNames: 'district-names',
  houses: 'houses',
  supplyAreas: 'supply-areas',
  sites: 'sites',
  plots: 'plots',
  selection: 'selection',
  gapLabels: 'gap-labels',
  gapHouses: 'gap-houses',
  gapCatchments: 'gap-catchments',
  gapBands: 'gap-bands',
  gapFlows: 'gap-flows',
  measures: 'measures',
  suggestions: 'suggestions',
  difference: 'difference',
} as const;

export const TILE_PROTOCOL = 'city';

/** Tiles of a part of the base map. `edition` keeps the tiles of two cities apart in MapLibre's caches. */
export function baseTileSource(part: BasePart, edition: string, bounds: LonLatBox): SourceSpecification {
  return {
    type: 'vector',
    tiles: [`${TILE_PROTOCOL}://${encodeURIComponent(edition)}/${part}/{z}/{x}/{y}`],
    minzoom: BASE_ZOOMS[part].from,
    maxzoom: BASE_ZOOMS[part].to,
    bounds: [...bounds],
  };
}

/** What a tile address of {@link baseTileSource} asks for; `null` if it is none. */
export function parseTileUrl(url: string): { part: BasePart; z: number; x: number; y: number } | null {
  const match = /\/(ground|detail)\/(\d+)\/(\d+)\/(\d+)$/.exec(url);
  if (match === null) return null;
  return { part: match[1] as BasePart, z: Number(match[2]), x: Number(match[3]), y: Number(match[4]) };
}

export const EMPTY = { type: 'FeatureCollection' as const, features: [] };
