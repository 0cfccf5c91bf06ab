import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { isByFeature } from './by-feature.ts';
import { inLayerOrder, layerAbove } from './layer-order.ts';

/** Keeps MapLibre's layers as they are wanted. */
export interface LayerSync {
  /** Adds what is missing in its place, changes what differs, takes the rest away. */
  apply(wanted: readonly LayerSpecification[]): void;
  /** Removes all layers, so that their sources can be removed too. */
  clear(): void;
  /** Whether a layer is shown. */
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

/** Whether tiles that were laid out for the one can be painted by the other: MapLibre keeps an array per property that features decide. */
function canBecome(before: LayerSpecification, now: LayerSpecification): boolean {
  const [paintBefore, paintNow] = [fieldsOf(before, 'paint'), fieldsOf(now, 'paint')];
  return (
    isSame(basisOf(before), basisOf(now)) &&
    changedNames(paintBefore, paintNow).every((name) => isByFeature(paintBefore[name]) === isByFeature(paintNow[name]))
  );
}

const filterOf = (layer: LayerSpecification) => ('filter' in layer ? layer.filter : undefined);

export function createLayerSync(map: LayerMap): LayerSync {
  /** Layers as last handed to MapLibre, by id. */
  const applied = new Map<string, LayerSpecification>();
  const shown = new Set<string>();

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
    if (before !== undefined && canBecome(before, layer)) change(before, layer);
    else add(layer);
  };

  /**
   * Raster layers go, for their sources may go with them. Others are hidden and kept: tiles that were asked for while they were there
   * still come, and a new layer of the same id would be handed them before it was evaluated for the first time.
   */
  const takeAway = (id: string, layer: LayerSpecification) => {
    shown.delete(id);
    if (layer.type !== 'raster') {
      put({ ...layer, layout: { ...layer.layout, visibility: 'none' } } as LayerSpecification);
      return;
    }
    map.removeLayer(id);
    applied.delete(id);
  };

  return {
    apply(layers) {
      const wanted = inLayerOrder(layers);
      const ids = new Set(wanted.map(({ id }) => id));
      for (const [id, layer] of applied) if (!ids.has(id) && shown.has(id)) takeAway(id, layer);
      for (const layer of wanted) {
        put(layer);
        shown.add(layer.id);
      }
    },
    clear() {
      for (const id of applied.keys()) map.removeLayer(id);
      applied.clear();
      shown.clear();
    },
    has: (id) => shown.has(id),
  };
}
