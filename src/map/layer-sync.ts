import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { inLayerOrder, layerAbove } from './layer-order.ts';

/** Keeps MapLibre's layers as they are wanted. */
export interface LayerSync {
  /** Adds what is missing in its place, changes what differs, removes the rest. */
  apply(wanted: readonly LayerSpecification[]): void;
  has(id: string): boolean;
}

/** As much of a map as its layers need. */
export type LayerMap = Pick<
  MapLibreMap,
  | 'addLayer'
  | 'getLayer'
  | 'removeLayer'
  | 'getLayersOrder'
  | 'setFilter'
  | 'setLayerZoomRange'
  | 'setLayoutProperty'
  | 'setPaintProperty'
>;

const MAX_ZOOM = 24;
const OPTIONS = { validate: import.meta.env.DEV };

const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Everything that may differ between two layers by its name. */
type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (layer: LayerSpecification, part: 'paint' | 'layout') => (layer[part] ?? {}) as Fields;

function changedNames(before: Fields, now: Fields): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => !isSame(before[name], now[name]));
}

/** What a layer is drawn from. A layer that is drawn from something else is another layer. */
const basisOf = (layer: LayerSpecification) => [
  layer.type,
  'source' in layer ? layer.source : null,
  'source-layer' in layer ? layer['source-layer'] : null,
];

const filterOf = (layer: LayerSpecification) => ('filter' in layer ? layer.filter : undefined);

export function createLayerSync(map: LayerMap): LayerSync {
  /** Layers as last handed to MapLibre, by id. */
  const applied = new Map<string, LayerSpecification>();

  const add = (layer: LayerSpecification) => {
    // One that the style began with gives way.
    if (map.getLayer(layer.id) !== undefined) map.removeLayer(layer.id);
    map.addLayer(layer, layerAbove(layer.id, map.getLayersOrder()));
  };

  /**
   * Changes what differs and keeps the layer: a new one of the same id would stay empty until its tiles are laid out again, and tiles that
   * were laid out for the one before would be placed by a layer that was never evaluated.
   */
  const change = (before: LayerSpecification, layer: LayerSpecification) => {
    const { id } = layer;
    if (before.minzoom !== layer.minzoom || before.maxzoom !== layer.maxzoom)
      map.setLayerZoomRange(id, layer.minzoom ?? 0, layer.maxzoom ?? MAX_ZOOM);
    if (!isSame(filterOf(before), filterOf(layer))) map.setFilter(id, filterOf(layer) ?? null, OPTIONS);
    const [paint, layout] = [fieldsOf(layer, 'paint'), fieldsOf(layer, 'layout')];
    for (const name of changedNames(fieldsOf(before, 'layout'), layout))
      map.setLayoutProperty(id, name as never, layout[name] as never, OPTIONS);
    for (const name of changedNames(fieldsOf(before, 'paint'), paint))
      map.setPaintProperty(id, name as never, paint[name] as never, OPTIONS);
  };

  const put = (layer: LayerSpecification) => {
    const before = applied.get(layer.id);
    if (before !== undefined && isSame(before, layer)) return;
    applied.set(layer.id, layer);
    if (before !== undefined && isSame(basisOf(before), basisOf(layer))) change(before, layer);
    else add(layer);
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
