import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { SLOTS } from '../need-data.ts';
import { INK } from '../palette.ts';
import { HALO, REGULAR, SEMIBOLD } from './text-style.ts';

export const NEED_SOURCE = 'needs';

/** Pixels between symbols at one place. */
const STEP = 27;

const get = (name: string): ExpressionSpecification => ['get', name];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

/** Something by the slot of a symbol. */
function bySlot(of: (slot: number) => [number, number]): ExpressionSpecification {
  const arms = Array.from({ length: SLOTS - 1 }, (_, i) => [i + 1, ['literal', of(i + 1)]]).flat();
  return ['match', get('slot'), ...arms, ['literal', of(0)]] as unknown as ExpressionSpecification;
}

/** Three in a row, the first at the place itself. */
const place = (slot: number): [number, number] => [(slot % 3) * STEP, Math.floor(slot / 3) * STEP];

/** Needs: an outline where an area was drawn, a symbol at each place, names from near by. */
export function needLayers(): LayerSpecification[] {
  const source = NEED_SOURCE;
  return [
    {
      id: 'need-area-fill',
      type: 'fill',
      source,
      filter: ['!', isPoint],
      paint: { 'fill-color': INK.text, 'fill-opacity': ['case', get('selected'), 0.16, 0.06] },
    },
    {
      id: 'need-area-line',
      type: 'line',
      source,
      filter: ['!', isPoint],
      paint: { 'line-color': INK.text, 'line-width': ['case', get('selected'), 3, 1.4], 'line-dasharray': [3, 2] },
    },
    {
      id: 'need-ring',
      type: 'circle',
      source,
      filter: ['all', isPoint, get('selected')],
      paint: {
        'circle-radius': 19,
        'circle-color': INK.paper,
        'circle-opacity': 0.6,
        'circle-stroke-color': INK.accent,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'need-symbols',
      type: 'symbol',
      source,
      filter: isPoint,
      layout: {
        'icon-image': get('icon'),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 10.5, 0.8, 13, 1],
        'icon-offset': bySlot(place),
        'icon-overlap': 'always',
        // From afar they lie over the names of the gap map; near by names make room for them.
        'icon-ignore-placement': ['step', ['zoom'], true, 12.5, false],
        'symbol-sort-key': ['case', get('selected'), 1, 0],
      },
    },
    {
      id: 'need-more',
      type: 'symbol',
      source,
      filter: ['all', isPoint, ['!=', get('more'), '']],
      layout: {
        'text-field': get('more'),
        'text-font': SEMIBOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10.5, 10.5, 13, 13],
        'text-offset': [(place(SLOTS - 1)[0] + STEP) / 13, place(SLOTS - 1)[1] / 13],
        'text-overlap': 'always',
        'text-ignore-placement': true,
      },
      paint: { ...HALO, 'text-color': INK.text },
    },
    {
      id: 'need-names',
      type: 'symbol',
      source,
      filter: ['all', isPoint, ['!=', get('label'), '']],
      minzoom: 12.5,
      layout: {
        'text-field': get('label'),
        'text-font': REGULAR,
        'text-size': 12.5,
        'text-max-width': 11,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.5,
        'text-justify': 'auto',
      },
      paint: { ...HALO, 'text-color': INK.text },
    },
  ];
}
