import type { Map as MapLibreMap } from 'maplibre-gl';
import { DETAIL_LAYERS } from './layer-order.ts';

/**
 * For maps drawn in software: while a person drags or zooms, the base map's detail and small names are left out; they come back when
 * the movement ends. Opacities alone are changed, so that no tile is laid out again. The pixel ratio stays: MapLibre ends every
 * movement when it changes.
 */
export function moveLightly(map: MapLibreMap): void {
  let opacities: Map<string, unknown> | null = null;

  const begin = () => {
    opacities = new Map();
    for (const id of map.getLayersOrder()) {
      const property = DETAIL_LAYERS.has(id) ? opacityOf(map.getLayer(id)?.type) : null;
      if (property === null) continue;
      opacities.set(id, map.getPaintProperty(id, property));
      map.setPaintProperty(id, property, 0);
    }
  };

  const end = () => {
    const before = opacities ?? new Map<string, unknown>();
    opacities = null;
    for (const [id, opacity] of before) {
      const property = opacityOf(map.getLayer(id)?.type);
      if (property !== null) map.setPaintProperty(id, property, opacity as number | undefined);
    }
  };

  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent !== undefined && opacities === null) begin();
  });
  map.on('moveend', () => {
    if (opacities !== null) end();
  });
}

type OpacityProperty = 'line-opacity' | 'fill-opacity' | 'text-opacity';

function opacityOf(type: string | undefined): OpacityProperty | null {
  if (type === 'line') return 'line-opacity';
  if (type === 'fill') return 'fill-opacity';
  return type === 'symbol' ? 'text-opacity' : null;
}
