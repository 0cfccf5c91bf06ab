import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { DIFFERENCE_COLORS, INK } from '../palette.ts';
import { SOURCES } from '../sources.ts';
import { HALO, REGULAR, SEMIBOLD } from './text-style.ts';

/** Pixels of the largest circle of a difference. */
const LARGEST_RADIUS = 34;

const get = (name: string): ExpressionSpecification => ['get', name];
const faded: ExpressionSpecification = ['case', get('concerned'), 1, 0.45];

/** Measures of the scenario in the accent colour, lifted by a ring; a dashed line leads to where a moved house stood. */
function ownLayers(): LayerSpecification[] {
  const source = SOURCES.measures;
  const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
  const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
  return [
    {
      id: 'measure-line',
      type: 'line',
      source,
      filter: isLine,
      paint: { 'line-color': INK.accent, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'measure-halo',
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': ['case', get('selected'), 19, 15.5],
        'circle-color': INK.paper,
        'circle-opacity': 0.92,
        'circle-stroke-color': INK.accent,
        'circle-stroke-width': ['case', get('selected'), 4, 2.5],
        'circle-stroke-opacity': faded,
      },
    },
    {
      id: 'measure-symbols',
      type: 'symbol',
      source,
      filter: isPoint,
      layout: { 'icon-image': get('icon'), 'icon-size': 0.8, 'icon-overlap': 'always', 'icon-ignore-placement': true },
      paint: { 'icon-opacity': faded },
    },
    {
      id: 'measure-badges',
      type: 'symbol',
      source,
      filter: ['all', isPoint, ['!=', get('badge'), '']],
      layout: {
        'text-field': get('badge'),
        'text-font': SEMIBOLD,
        'text-size': 19,
        'text-offset': [0.75, -0.7],
        'text-overlap': 'always',
        'text-ignore-placement': true,
      },
      paint: { 'text-color': INK.accent, 'text-halo-color': INK.paper, 'text-halo-width': 2.5 },
    },
    {
      id: 'measure-names',
      type: 'symbol',
      source,
      filter: isPoint,
      minzoom: 12.5,
      layout: {
        'text-field': get('label'),
        'text-font': REGULAR,
        'text-size': 12.5,
        'text-max-width': 10,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.6,
        'text-justify': 'auto',
      },
      paint: { ...HALO, 'text-color': INK.accent },
    },
  ];
}

/** Suggested places, numbered by rank. */
function pinLayers(): LayerSpecification[] {
  const source = SOURCES.suggestions;
  return [
    {
      id: 'suggestion-pins',
      type: 'circle',
      source,
      paint: {
        'circle-radius': 11,
        'circle-color': INK.paper,
        'circle-stroke-color': INK.accent,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'suggestion-numbers',
      type: 'symbol',
      source,
      layout: {
        'text-field': get('label'),
        'text-font': SEMIBOLD,
        'text-size': 13,
        'text-overlap': 'always',
        'text-ignore-placement': true,
      },
      paint: { 'text-color': INK.accent },
    },
  ];
}

/** Missing places fewer (blue) or more (orange) than in the other scenario, by area of the circle and with the number in it. */
function differenceLayers(): LayerSpecification[] {
  const source = SOURCES.difference;
  const isBetter: ExpressionSpecification = ['>', get('value'), 0];
  return [
    {
      id: 'difference-circles',
      type: 'circle',
      source,
      paint: {
        // The radius was worked out with the features: areas are in proportion to places.
        'circle-radius': ['*', LARGEST_RADIUS, get('size')],
        'circle-color': ['case', isBetter, DIFFERENCE_COLORS.better, DIFFERENCE_COLORS.worse],
        'circle-opacity': 0.85,
        'circle-stroke-color': INK.paper,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'difference-numbers',
      type: 'symbol',
      source,
      layout: {
        'text-field': get('label'),
        'text-font': SEMIBOLD,
        'text-size': 13,
        'text-overlap': 'always',
        'text-ignore-placement': true,
      },
      paint: { 'text-color': INK.text, 'text-halo-color': INK.paper, 'text-halo-width': 1.8 },
    },
  ];
}

export interface MeasureLayerInput {
  readonly measures: boolean;
  readonly pins: boolean;
  readonly difference: boolean;
}

/** The layers of what there is to show. */
export function measureLayers({ measures, pins, difference }: MeasureLayerInput): LayerSpecification[] {
  return [...(difference ? differenceLayers() : []), ...(measures ? ownLayers() : []), ...(pins ? pinLayers() : [])];
}
