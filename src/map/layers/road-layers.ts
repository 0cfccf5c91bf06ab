import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BASE_COLORS as C } from '../palette.ts';
import { SOURCES } from '../sources.ts';

const kind: ExpressionSpecification = ['get', 'kind'];
const roads = { source: SOURCES.ground, 'source-layer': 'roads' } as const;
const streets = { source: SOURCES.detail, 'source-layer': 'streets' } as const;

/** Width in pixels at each zoom, by kind; between zooms it grows like the map itself. */
type Widths = readonly (readonly [zoom: number, byKind: Readonly<Record<string, number>>, other: number])[];

const ROAD_WIDTHS: Widths = [
  [7, { motorway: 0.9, trunk: 0.7 }, 0.3],
  [10, { motorway: 2, trunk: 1.7, primary: 1.4, secondary: 1.1 }, 0.6],
  [12, { motorway: 3.2, trunk: 2.8, primary: 2.5, secondary: 2 }, 1.5],
  [14, { motorway: 6, trunk: 5.4, primary: 4.8, secondary: 4.2 }, 3.4],
  [16, { motorway: 14, trunk: 13, primary: 12, secondary: 11 }, 9],
  [18, { motorway: 34, trunk: 32, primary: 30, secondary: 27 }, 23],
];

const STREET_WIDTHS: Widths = [
  [13, { residential: 0.7, living_street: 0.7, unclassified: 0.8, pedestrian: 0.6 }, 0.2],
  [14, { residential: 1.7, living_street: 1.6, unclassified: 1.9, pedestrian: 1.6 }, 0.6],
  [16, { residential: 6.4, living_street: 6, unclassified: 6.8, pedestrian: 5.5 }, 2.6],
  [18, { residential: 19, living_street: 18, unclassified: 20, pedestrian: 16 }, 8],
];

/** Kinds that are drawn as a thin dashed line instead of a street. */
const PATHS = ['track', 'path', 'footway', 'steps', 'cycleway', 'bridleway'];
const isPath: ExpressionSpecification = ['in', kind, ['literal', PATHS]];

function width(widths: Widths, extra: (zoom: number) => number): ExpressionSpecification {
  const stops = widths.flatMap(([zoom, byKind, other]) => {
    const branches = Object.entries(byKind).flatMap(([name, pixels]) => [name, pixels + extra(zoom)]);
    return [zoom, ['match', kind, ...branches, other + extra(zoom)]];
  });
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

/** Both casings together, in pixels: a hair in the distance, a kerb nearby. */
const casing = (zoom: number) => (zoom < 10 ? 0.4 : zoom < 13 ? 0.9 : zoom < 15 ? 1.5 : 2.2);

const importance: ExpressionSpecification = ['match', kind, 'motorway', 5, 'trunk', 4, 'primary', 3, 'secondary', 2, 1];
const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** Roads and streets under the gap map: thin light lines that leave the colours alone. */
export function quietRoadLayers(): LayerSpecification[] {
  return roadLayers().flatMap((layer) =>
    layer.type !== 'line' || layer.id.endsWith('casing')
      ? []
      : [{ ...layer, paint: { ...layer.paint, 'line-opacity': 0.55 } }],
  );
}

/** Roads and streets: white with a casing, main roads over side streets. */
export function roadLayers(): LayerSpecification[] {
  return [
    {
      id: 'street-casing',
      type: 'line',
      ...streets,
      minzoom: 14,
      filter: ['!', isPath],
      layout: round,
      paint: { 'line-color': C.roadCasing, 'line-width': width(STREET_WIDTHS, casing) },
    },
    {
      id: 'street-fill',
      type: 'line',
      ...streets,
      filter: ['!', isPath],
      layout: round,
      paint: { 'line-color': C.road, 'line-width': width(STREET_WIDTHS, () => 0) },
    },
    {
      id: 'street-paths',
      type: 'line',
      ...streets,
      minzoom: 15,
      filter: isPath,
      paint: {
        'line-color': C.path,
        'line-width': ['interpolate', ['linear'], ['zoom'], 15, 0.7, 18, 2],
        'line-dasharray': [3, 1.5],
      },
    },
    {
      id: 'road-casing',
      type: 'line',
      ...roads,
      layout: { ...round, 'line-sort-key': importance },
      paint: {
        'line-color': ['match', kind, ['motorway', 'trunk'], C.motorwayCasing, C.roadCasing],
        'line-width': width(ROAD_WIDTHS, casing),
      },
    },
    {
      id: 'road-fill',
      type: 'line',
      ...roads,
      layout: { ...round, 'line-sort-key': importance },
      paint: {
        'line-color': ['match', kind, ['motorway', 'trunk'], C.motorway, C.road],
        'line-width': width(ROAD_WIDTHS, () => 0),
      },
    },
  ];
}
