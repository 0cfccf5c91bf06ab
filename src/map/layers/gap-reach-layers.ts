import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { FLOW_COLORS, INK } from '../palette.ts';
import { SOURCES } from '../sources.ts';
import { NEAR_ZOOM } from './gap-area-layers.ts';
import { HALO, SEMIBOLD } from './text-style.ts';

/** Source of a block's picture of cells. */
export function gapCellSource(block: number): string {
  return `gap-cells/${block}`;
}

export interface GapCellInput {
  readonly blockCount: number;
  /** At every zoom, not from nearby only. */
  readonly always: boolean;
}

/** States of cells: one picture per block, not smoothed. */
export function gapCellLayers({ blockCount, always }: GapCellInput): LayerSpecification[] {
  return Array.from({ length: blockCount }, (_, block) => ({
    id: `gap-cells/${block}`,
    type: 'raster' as const,
    source: gapCellSource(block),
    ...(always ? {} : { minzoom: NEAR_ZOOM }),
    paint: { 'raster-resampling': 'nearest' as const, 'raster-fade-duration': 0 },
  }));
}

/** A walking distance around a house; `index` 0 = the shortest. */
export interface BandProperties {
  readonly index: number;
  /** E.g. "600 m", on its outline. */
  readonly label: string;
}

/** What can be reached: areas inside one another, the shortest with the strongest outline. */
export function bandLayers(): LayerSpecification[] {
  const source = SOURCES.gapBands;
  const index: ExpressionSpecification = ['get', 'index'];
  return [
    {
      id: 'gap-band-fill',
      type: 'fill',
      source,
      layout: { 'fill-sort-key': ['-', 0, index] },
      paint: { 'fill-color': INK.accent, 'fill-opacity': 0.05 },
    },
    {
      id: 'gap-band-halo',
      type: 'line',
      source,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': INK.paper, 'line-width': 5, 'line-opacity': 0.75 },
    },
    {
      id: 'gap-band-line',
      type: 'line',
      source,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': INK.accent,
        'line-width': ['match', index, 0, 3, 1, 2.2, 1.6],
        'line-dasharray': ['match', index, 0, ['literal', [1, 0]], 1, ['literal', [3, 1.4]], ['literal', [1.2, 1.4]]],
      },
    },
    {
      id: 'gap-band-names',
      type: 'symbol',
      source,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 400,
        'text-field': ['get', 'label'],
        'text-font': SEMIBOLD,
        'text-size': 12,
      },
      paint: { ...HALO, 'text-halo-width': 2, 'text-color': INK.accent },
    },
  ];
}

/** Demand that finds its place elsewhere, as an arc from where it lives to where it goes. */
export interface FlowProperties {
  readonly direction: 'in' | 'out';
  /** Pixels, in proportion to the amount. */
  readonly width: number;
}

/** Picture of an arrow's head, drawn by `gap-icons.ts`. */
export function arrowId(direction: FlowProperties['direction']): string {
  return `gap/arrow/${direction}`;
}

export function flowLayers(): LayerSpecification[] {
  const source = SOURCES.gapFlows;
  const width: ExpressionSpecification = ['get', 'width'];
  const round = { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': width } as const;
  return [
    {
      id: 'gap-flow-casing',
      type: 'line',
      source,
      layout: round,
      paint: { 'line-color': INK.paper, 'line-width': ['+', width, 2.4], 'line-opacity': 0.9 },
    },
    {
      id: 'gap-flow-line',
      type: 'line',
      source,
      layout: round,
      paint: {
        'line-color': ['match', ['get', 'direction'], 'in', FLOW_COLORS.in, FLOW_COLORS.out],
        'line-width': width,
      },
    },
    {
      id: 'gap-flow-arrows',
      type: 'symbol',
      source,
      layout: {
        'symbol-placement': 'line-center',
        'icon-image': ['concat', 'gap/arrow/', ['get', 'direction']],
        'icon-size': ['+', 0.55, ['/', width, 14]],
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
        'symbol-sort-key': width,
      },
    },
  ];
}
