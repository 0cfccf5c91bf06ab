import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { SOURCES } from '../sources.ts';

export const OFFICIAL_HOST = 'sgx.geodatenzentrum.de';

/** basemap.de Web Raster, grey. Source: basemap.de of the federal and state surveys, WMTS of the BKG; free, CC BY 4.0. */
const OFFICIAL_TILES = `https://${OFFICIAL_HOST}/wmts_basemapde/tile/1.0.0/de_basemapde_web_raster_grau/default/GLOBAL_WEBMERCATOR/{z}/{y}/{x}.png`;

export function officialTileUrl(z: number, x: number, y: number): string {
  return OFFICIAL_TILES.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}

export function officialSource(): SourceSpecification {
  return { type: 'raster', tiles: [OFFICIAL_TILES], tileSize: 256, minzoom: 4, maxzoom: 18 };
}

/** The official map as a quiet background under the data. */
export function officialLayer(): LayerSpecification {
  return {
    id: 'official',
    type: 'raster',
    source: SOURCES.official,
    paint: { 'raster-opacity': 0.85, 'raster-saturation': -0.4, 'raster-fade-duration': 0 },
  };
}
