import type { LayerSpecification } from 'maplibre-gl';

/**
 * Every layer of the map from bottom to top. A layer that comes in several copies (one per district level, one per block of cells) is
 * listed once and named `<id>/<copy>`.
 */
export const LAYER_ORDER = [
  'background',
  'official',
  'ground-built-up',
  'ground-green',
  'ground-forest',
  // Under water and roads: they stay readable over the filled districts.
  'gap-fill',
  'gap-catchment-fill',
  'gap-pattern',
  'gap-catchment-pattern',
  'ground-water',
  'ground-waterways',
  'cells',
  'gap-cells',
  'detail-buildings',
  'supply-fill',
  'supply-pattern',
  'site-fill',
  'plot-fill',
  'plot-pattern',
  'street-casing',
  'road-casing',
  'street-paths',
  'street-fill',
  'road-fill',
  'rail-line',
  'rail-dashes',
  'supply-line',
  'supply-point',
  'plot-line',
  'site-line-halo',
  'site-line',
  'site-line-dashed',
  'district-fill',
  'district-halo',
  'district-line',
  'gap-catchment-line',
  'gap-border',
  'gap-band-fill',
  'gap-band-halo',
  'gap-band-line',
  'gap-pointed',
  'selection-fill',
  'selection-halo',
  'selection-line',
  'street-names',
  'road-names',
  'waterway-names',
  'nature-names',
  'place-names',
  'supply-names',
  'site-names',
  'district-names-near',
  'house-dots',
  'gap-circles',
  'house-symbols',
  'house-names',
  // Above the houses, for what stands above is placed first: from afar a symbol gives way to a name, and its dot stays.
  'district-names',
  'gap-flow-casing',
  'gap-flow-line',
  'gap-flow-arrows',
  'gap-band-names',
  'gap-names',
  'gap-numbers',
  'difference-circles',
  'difference-numbers',
  'house-selected',
  'selection-ring',
  'need-area-fill',
  'need-area-line',
  'need-names',
  'need-ring',
  'need-symbols',
  'need-more',
  'measure-line',
  'measure-names',
  'suggestion-pins',
  'suggestion-numbers',
  'measure-halo',
  'measure-symbols',
  'measure-badges',
] as const;

/** Detail that a slow machine leaves out while the map is moved; none of it has an opacity that depends on data. */
export const DETAIL_LAYERS: ReadonlySet<string> = new Set<(typeof LAYER_ORDER)[number]>([
  'ground-waterways',
  'detail-buildings',
  'street-casing',
  'street-paths',
  'street-fill',
  'rail-line',
  'rail-dashes',
  'street-names',
  'road-names',
  'waterway-names',
  'nature-names',
  'place-names',
  'supply-names',
  'site-names',
  'house-names',
]);

/** Place in the order; throws on an id nobody has listed, so that no layer appears at a height nobody chose. */
export function layerHeight(id: string): number {
  const base = id.split('/')[0]!;
  const height = (LAYER_ORDER as readonly string[]).indexOf(base);
  if (height < 0) throw new RangeError(`layer "${id}" is not in LAYER_ORDER`);
  return height;
}

/** The layers from bottom to top; copies keep their order among themselves. */
export function inLayerOrder(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers
    .map((layer, i) => ({ layer, i, height: layerHeight(layer.id) }))
    .sort((a, b) => a.height - b.height || a.i - b.i)
    .map(({ layer }) => layer);
}

/** The id among `present` (bottom to top) under which a new layer belongs; `undefined` = on top. */
export function layerAbove(id: string, present: readonly string[]): string | undefined {
  const height = layerHeight(id);
  return present.find((other) => layerHeight(other) > height);
}
