import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { inLayerOrder, layerAbove } from './layer-order.ts';

/** Keeps MapLibre's layers as they are wanted. */
export interface LayerSync {
  /** Adds what is missing in its place, replaces what differs, removes the rest. */
  apply(wanted: readonly LayerSpecification[]): void;
  has(id: string): boolean;
}

export function createLayerSync(map: MapLibreMap): LayerSync {
  /** Layers as last handed to MapLibre, by id. */
  const applied = new Map<string, string>();
  return {
    apply(layers) {
      const wanted = inLayerOrder(layers);
      const ids = new Set(wanted.map(({ id }) => id));
      for (const id of [...applied.keys()]) {
        if (ids.has(id)) continue;
        map.removeLayer(id);
        applied.delete(id);
      }
      for (const layer of wanted) {
        const text = JSON.stringify(layer);
        if (applied.get(layer.id) === text) continue;
        if (map.getLayer(layer.id) !== undefined) map.removeLayer(layer.id);
        map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
        applied.set(layer.id, text);
      }
    },
    has: (id) => applied.has(id),
  };
}
