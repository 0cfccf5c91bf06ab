import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { INK } from '../palette.ts';
import { SOURCES } from '../sources.ts';

const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

/** The selected object in the accent colour: an outline with a light edge, for houses a ring. */
export function selectionLayers(): LayerSpecification[] {
  const source = SOURCES.selection;
  return [
    {
      id: 'selection-fill',
      type: 'fill',
      source,
      filter: ['!', isPoint],
      paint: { 'fill-color': INK.accent, 'fill-opacity': 0.1 },
    },
    {
      id: 'selection-halo',
      type: 'line',
      source,
      filter: ['!', isPoint],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': INK.paper, 'line-width': 6.5, 'line-opacity': 0.9 },
    },
    {
      id: 'selection-line',
      type: 'line',
      source,
      filter: ['!', isPoint],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': INK.accent, 'line-width': 3 },
    },
    {
      id: 'selection-ring',
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 7, 12, 11, 16, 17, 18, 19],
        'circle-opacity': 0,
        'circle-stroke-color': INK.accent,
        'circle-stroke-width': 3,
      },
    },
  ];
}
