import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BASE_COLORS as C } from '../palette.ts';
import { SOURCES } from '../sources.ts';

const ground = (layer: string) => ({ source: SOURCES.ground, 'source-layer': layer });
const kind: ExpressionSpecification = ['get', 'kind'];

export function backgroundLayer(): LayerSpecification {
  return { id: 'background', type: 'background', paint: { 'background-color': C.land } };
}

/** Land, water, rail and buildings of the package's own base map. */
export function groundLayers(): LayerSpecification[] {
  return [
    {
      id: 'ground-built-up',
      type: 'fill',
      ...ground('builtUp'),
      // A shade stronger from afar, where it alone draws the shape of the city.
      paint: {
        'fill-color': [
          'interpolate',
          ['linear'],
          ['zoom'],
          11,
          ['match', kind, ['industrial', 'commercial'], C.industrialFar, C.builtUpFar],
          13.5,
          ['match', kind, ['industrial', 'commercial'], C.industrial, C.builtUp],
        ],
      },
    },
    {
      id: 'ground-green',
      type: 'fill',
      ...ground('green'),
      filter: ['!=', kind, 'forest'],
      paint: { 'fill-color': ['match', kind, 'farmland', C.farmland, C.green] },
    },
    {
      id: 'ground-forest',
      type: 'fill',
      ...ground('green'),
      filter: ['==', kind, 'forest'],
      paint: { 'fill-color': C.forest },
    },
    { id: 'ground-water', type: 'fill', ...ground('water'), paint: { 'fill-color': C.water } },
    {
      id: 'ground-waterways',
      type: 'line',
      ...ground('waterways'),
      minzoom: 10,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': C.water,
        'line-width': [
          'interpolate',
          ['exponential', 1.4],
          ['zoom'],
          10,
          ['match', kind, 'stream', 0.3, 1],
          14,
          ['match', kind, 'stream', 1.2, 3],
          18,
          ['match', kind, 'stream', 4, 12],
        ],
      },
    },
    {
      id: 'detail-buildings',
      type: 'fill',
      source: SOURCES.detail,
      'source-layer': 'buildings',
      minzoom: 14,
      paint: {
        'fill-color': C.building,
        'fill-outline-color': C.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.55, 15, 1],
      },
    },
    {
      id: 'rail-line',
      type: 'line',
      ...ground('rail'),
      minzoom: 9,
      paint: {
        'line-color': C.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 13, 1.2, 16, 2.4, 18, 4],
      },
    },
    {
      id: 'rail-dashes',
      type: 'line',
      ...ground('rail'),
      minzoom: 12.5,
      paint: {
        'line-color': C.paper,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12.5, 0.6, 16, 1.4, 18, 2.6],
        'line-dasharray': [4, 4],
      },
    },
  ];
}
