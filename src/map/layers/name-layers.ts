import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BASE_COLORS as C } from '../palette.ts';
import { SOURCES } from '../sources.ts';
import { HALO, ITALIC, REGULAR, SEMIBOLD } from './text-style.ts';

const kind: ExpressionSpecification = ['get', 'kind'];
const name: ExpressionSpecification = ['get', 'name'];
const rank: ExpressionSpecification = ['coalesce', ['get', 'rank'], 9];

/** Places whose name the districts carry as well. */
const DISTRICT_PLACES = ['suburb', 'quarter', 'neighbourhood', 'borough'];

/** Zoom from which names of a kind are written. */
const PLACES_FROM_ZOOM = { town: 8, village: 10.5, suburb: 11.5, quarter: 13, station: 13.5 } as const;

export interface NameInput {
  /** Districts write their own names: the base map then leaves out those of its quarters. */
  readonly districtsShown: boolean;
}

/** Names of places, nature, streets and water of the base map. Names are as in the source, in every language. */
export function nameLayers({ districtsShown }: NameInput): LayerSpecification[] {
  const places = { source: SOURCES.ground, 'source-layer': 'places' } as const;
  const settlement: ExpressionSpecification = [
    'match',
    kind,
    districtsShown
      ? ['city', 'town', 'village', 'station']
      : ['city', 'town', 'village', 'station', ...DISTRICT_PLACES],
    true,
    false,
  ];
  return [
    {
      id: 'place-names',
      type: 'symbol',
      ...places,
      filter: ['all', settlement, ['>=', ['zoom'], fromZoom()], ['any', ['!=', kind, 'city'], ['<', ['zoom'], 13]]],
      layout: {
        'text-field': name,
        'text-font': ['match', kind, ['city', 'town'], ['literal', SEMIBOLD], ['literal', REGULAR]],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          ['match', kind, 'city', 16, 'town', 12, 11],
          12,
          ['match', kind, 'city', 20, 'town', 15, 'station', 10.5, 12.5],
          16,
          ['match', kind, 'city', 22, 'town', 18, 'station', 12, 15],
        ],
        'text-max-width': 8,
        'text-padding': 6,
        'symbol-sort-key': rank,
      },
      paint: { ...HALO, 'text-color': ['match', kind, ['city', 'town'], C.placeText, C.text] },
    },
    {
      id: 'nature-names',
      type: 'symbol',
      ...places,
      minzoom: 12.5,
      filter: [
        'all',
        ['match', kind, ['water', 'wood', 'park'], true, false],
        ['any', ['!=', kind, 'park'], ['>=', ['zoom'], 14]],
      ],
      layout: {
        'text-field': name,
        'text-font': ITALIC,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 10.5, 16, 13],
        'text-max-width': 7,
        'text-padding': 8,
        'symbol-sort-key': rank,
      },
      paint: { ...HALO, 'text-color': ['match', kind, 'water', C.waterText, C.greenText] },
    },
    {
      id: 'waterway-names',
      type: 'symbol',
      source: SOURCES.ground,
      'source-layer': 'waterways',
      minzoom: 13,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 400,
        'text-field': ['coalesce', name, ''],
        'text-font': ITALIC,
        'text-size': 11,
        'text-letter-spacing': 0.06,
      },
      paint: { ...HALO, 'text-color': C.waterText },
    },
    streetNames('road-names', SOURCES.ground, 'roads', 13.5),
    streetNames('street-names', SOURCES.detail, 'streets', 15),
  ];
}

function fromZoom(): ExpressionSpecification {
  const branches = Object.entries(PLACES_FROM_ZOOM).flat();
  return ['match', kind, ...branches, 0] as unknown as ExpressionSpecification;
}

function streetNames(
  id: 'road-names' | 'street-names',
  source: string,
  sourceLayer: string,
  minzoom: number,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    'source-layer': sourceLayer,
    minzoom,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 320,
      'text-field': ['coalesce', name, ''],
      'text-font': REGULAR,
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 16, 12, 18, 14],
      'text-max-angle': 35,
      'text-padding': 4,
    },
    paint: { ...HALO, 'text-color': C.text },
  };
}
