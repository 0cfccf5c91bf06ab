import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { inLayerOrder, layerAbove } from './layer-order.ts';

/** Keeps MapLibre's layers as they are wanted. */
export interface LayerSync {
  /** Adds what is missing in its place, changes what differs, removes the rest. */
  apply(wanted: readonly LayerSpecification[]): void;
  has(id: string): boolean;
}

interface Applied {
  /** All of it, and all of it but the zooms. */
  readonly text: string;
  readonly textWithoutZooms: string;
}

const MAX_ZOOM = 24;

export function createLayerSync(map: MapLibreMap): LayerSync {
  /** Layers as last handed to MapLibre, by id. */
  const applied = new Map<string, Applied>();

  const put = (layer: LayerSpecification) => {
    const before = applied.get(layer.id);
    const text = JSON.stringify(layer);
    if (before?.text === text) return;
    const textWithoutZooms = JSON.stringify({ ...layer, minzoom: undefined, maxzoom: undefined });
    applied.set(layer.id, { text, textWithoutZooms });
    if (before?.textWithoutZooms === textWithoutZooms) {
      // A new layer would stay empty until its tiles are laid out again.
      map.setLayerZoomRange(layer.id, layer.minzoom ?? 0, layer.maxzoom ?? MAX_ZOOM);
      return;
    }
    if (map.getLayer(layer.id) !== undefined) map.removeLayer(layer.id);
    map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
  };

  return {
    apply(layers) {
      const wanted = inLayerOrder(layers);
      const ids = new Set(wanted.map(({ id }) => id));
      for (const id of [...applied.keys()]) {
        if (ids.has(id)) continue;
        map.removeLayer(id);
        applied.delete(id);
      }
      for (const layer of wanted) put(layer);
    },
    has: (id) => applied.has(id),
  };
}
