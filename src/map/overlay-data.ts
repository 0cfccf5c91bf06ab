import type { FeatureCollection } from 'geojson';
import type { Coordinates, GeoJSONSource, ImageSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapCalls, OverlayName } from '../questions/map-calls.ts';
import type { CellGrid } from '../questions/population-cells.ts';
import { cellPixels } from './cell-image.ts';
import { cellSource } from './layers/cell-layers.ts';
import type { MapClient } from './map-client.ts';
import { SOURCES } from './sources.ts';

/** Replaces the features of a source; nothing happens where the city on the map has none of that name. */
export function setFeatures(map: MapLibreMap, source: string, features: FeatureCollection): void {
  (map.getSource(source) as GeoJSONSource | undefined)?.setData(features);
}

/** What is kept of the overlays for the gap map. */
export interface OverlayData {
  districts?: MapCalls['districts']['output'];
  houses?: MapCalls['houses']['output'];
}

/** Asks for an overlay and hands it to its sources and to `kept`. An aborted call rejects and changes nothing. */
export async function loadOverlay(
  map: MapLibreMap,
  client: MapClient,
  name: OverlayName,
  kept: OverlayData,
  signal: AbortSignal,
): Promise<void> {
  switch (name) {
    case 'districts': {
      kept.districts = await client.call('districts', {}, { signal });
      setFeatures(map, SOURCES.districts, kept.districts.areas);
      setFeatures(map, SOURCES.districtNames, kept.districts.labels);
      return;
    }
    case 'houses':
      kept.houses = await client.call('houses', {}, { signal });
      return setFeatures(map, SOURCES.houses, kept.houses);
    case 'supplyAreas':
      return setFeatures(map, SOURCES.supplyAreas, await client.call('supplyAreas', {}, { signal }));
    case 'sites':
      return setFeatures(map, SOURCES.sites, await client.call('sites', {}, { signal }));
    case 'plots':
      return setFeatures(map, SOURCES.plots, await client.call('plots', {}, { signal }));
    case 'population': {
      const grid = await client.call('populationCells', {}, { signal });
      if (grid !== null) addCells(map, grid);
    }
  }
}

/** One image source per block of the grid. */
function addCells(map: MapLibreMap, grid: CellGrid): void {
  for (const [i, block] of grid.blocks.entries()) {
    const coordinates = block.corners.map(([lon, lat]) => [lon, lat]) as Coordinates;
    // Without an address: the picture is handed over as pixels.
    map.addSource(cellSource(i), { type: 'image', coordinates } as Parameters<MapLibreMap['addSource']>[1]);
    const image = new ImageData(cellPixels(grid, block), block.columns, block.rows);
    (map.getSource(cellSource(i)) as ImageSource).updateImage({ image });
  }
}

/** Number of blocks of cells on the map. */
export function cellBlockCount(map: MapLibreMap): number {
  let count = 0;
  while (map.getSource(cellSource(count)) !== undefined) count++;
  return count;
}
