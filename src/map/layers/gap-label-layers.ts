import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { SYMBOL_KINDS, type SymbolKind } from '../gap-samples.ts';
import { INK } from '../palette.ts';
import { SOURCES } from '../sources.ts';
import { NEAR_ZOOM } from './gap-area-layers.ts';
import { HALO, REGULAR, SEMIBOLD } from './text-style.ts';

/** A label point of the coloured level, with what is written and drawn there. Lengths in pixels. */
export interface GapLabelProperties {
  readonly id: string;
  readonly name: string;
  /** The number; empty = none. */
  readonly label: string;
  /** Zoom from which the district has room for the number. */
  readonly fitsFrom: number;
  readonly rank: number;
  /** Radii of the circles; 0 = none. */
  readonly missing: number;
  readonly free: number;
  /** Room that the circles take above and below the point. */
  readonly clear: number;
  /** Colours of the text and of the fill around it. */
  readonly ink: string;
  readonly halo: string;
}

const NUMBER_PIXELS = 13.5;
const NAME_PIXELS = 11.5;

/** Picture of a circle, drawn by `gap-icons.ts`. */
export function circleId(kind: SymbolKind, radius: number): string {
  return `gap/circle/${kind}/${radius}`;
}

export interface GapLabelInput {
  readonly symbols: boolean;
  /** Zoom from which names of the coloured level are written. */
  readonly namesFrom: number;
  /** Zoom up to which the districts are filled; `null` = always, 0 = never. There the text has the fill's colours. */
  readonly filledTo: number | null;
}

/** The number of each district, its name from nearby, and circles of missing and free places left and right of the label point. */
export function gapLabelLayers({ symbols, namesFrom, filledTo }: GapLabelInput): LayerSpecification[] {
  const source = SOURCES.gapLabels;
  const paint = {
    ...HALO,
    'text-halo-width': 1.8,
    'text-color': whileFilled(filledTo, get('ink'), INK.text),
    'text-halo-color': whileFilled(filledTo, get('halo'), INK.paper),
  };
  const hasLabel: ExpressionSpecification = ['!=', get('label'), ''];
  return [
    ...(symbols ? SYMBOL_KINDS.map((kind) => circleLayer(kind, filledTo || null)) : []),
    {
      id: 'gap-names',
      type: 'symbol',
      source,
      minzoom: namesFrom,
      layout: {
        'text-field': get('name'),
        'text-font': REGULAR,
        'text-size': NAME_PIXELS,
        'text-max-width': 8,
        'text-padding': 3,
        'text-variable-anchor': ['bottom'],
        // The number stands in the middle, or under the circles.
        'text-radial-offset': ['/', ['case', ['>', get('clear'), 0], get('clear'), hasLabel, 14, 0], NAME_PIXELS],
        'symbol-sort-key': get('rank'),
      },
      paint,
    },
    {
      id: 'gap-numbers',
      type: 'symbol',
      source,
      // The filter sees whole zooms only: half a level early is a hair too wide, half a level late is a hole.
      filter: ['all', hasLabel, ['>=', ['+', ['zoom'], 0.5], get('fitsFrom')]],
      layout: {
        'text-field': get('label'),
        'text-font': SEMIBOLD,
        'text-size': NUMBER_PIXELS,
        'text-padding': 1,
        ...(symbols
          ? {
              'text-variable-anchor': ['top' as const],
              'text-radial-offset': ['/', get('clear'), NUMBER_PIXELS] as never,
            }
          : {}),
        'symbol-sort-key': get('rank'),
      },
      paint,
    },
  ];
}

/**
 * The label's own colour where areas are filled, another where they are not. Always by zoom and by label, even where one would do: a layer
 * whose paint changes between the two kinds has to be laid out anew.
 */
function whileFilled(to: number | null, filled: ExpressionSpecification, other: string): ExpressionSpecification {
  const plain = ['coalesce', ['get', 'none'], other];
  const colors = ['step', ['zoom'], to === 0 ? plain : filled, NEAR_ZOOM, to === null ? filled : plain];
  return colors as unknown as ExpressionSpecification;
}

function get(name: keyof GapLabelProperties): ExpressionSpecification {
  return ['get', name];
}

/** Small circles lie over large ones, so that none is hidden. */
function circleLayer(kind: SymbolKind, to: number | null): LayerSpecification {
  return {
    id: `gap-circles/${kind}`,
    type: 'symbol',
    source: SOURCES.gapLabels,
    filter: ['>', get(kind), 0],
    ...(to === null ? {} : { maxzoom: to }),
    layout: {
      'icon-image': ['concat', `gap/circle/${kind}/`, ['to-string', get(kind)]],
      'icon-anchor': kind === 'missing' ? 'right' : 'left',
      'icon-overlap': 'always',
      'icon-ignore-placement': true,
      'symbol-sort-key': ['-', 0, get(kind)],
    },
  };
}
