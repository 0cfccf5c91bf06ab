import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { HOUSE_GROUPS, type HouseGroup, houseGroupByService, type ServiceId } from '../../shared/services.ts';
import { HOUSE_COLORS, INK } from '../palette.ts';
import { SOURCES } from '../sources.ts';
import { tagFilter } from './area-layers.ts';
import { HALO, REGULAR } from './text-style.ts';

export interface HouseInput {
  /** Show houses that offer at least one of these services; `null` = all. */
  readonly services: ReadonlySet<ServiceId> | null;
  /** The selected house keeps its symbol at every zoom and under every filter; `null` = none. */
  readonly selectedId: string | null;
  /** Draw the houses of the gap map, each with the ring of its load. */
  readonly loads?: boolean;
}

/** Zoom from which symbols stand where there is room, and from which all of them do. */
export const SYMBOLS_FROM_ZOOM = 12;
export const ALL_SYMBOLS_FROM_ZOOM = 15.5;

/**
 * The group by which a house is drawn: its own first one, or, where services are chosen, the first group among the chosen services it
 * offers.
 */
export function shownGroup(services: ReadonlySet<ServiceId> | null): ExpressionSpecification {
  if (services === null) return ['get', 'group'];
  const branches = HOUSE_GROUPS.flatMap((group) => {
    const ofGroup = [...services].filter((service) => houseGroupByService(service) === group);
    return ofGroup.length === 0 ? [] : [tagFilter('services', ofGroup), group];
  });
  if (branches.length === 0) return ['get', 'group'];
  return ['case', ...branches, ['get', 'group']] as unknown as ExpressionSpecification;
}

/** Houses: dots from afar; from zoom 12 symbols, thinned by rank, over the dots of those that found no room; names nearby. */
export function houseLayers({ services, selectedId, loads = false }: HouseInput): LayerSpecification[] {
  const source = loads ? SOURCES.gapHouses : SOURCES.houses;
  const filter = tagFilter('services', services);
  const group = shownGroup(services);
  const color = [
    'match',
    group,
    ...HOUSE_GROUPS.flatMap((name: HouseGroup) => [name, HOUSE_COLORS[name]]),
    INK.text,
  ] as unknown as ExpressionSpecification;
  const isMissing: ExpressionSpecification = ['in', ['concat', '|', group, '|'], ['get', 'missing']];
  const icon = [
    'concat',
    'house/',
    group,
    '/',
    ['get', 'state'],
    '/',
    ['case', isMissing, 'missing', 'stated'],
    ...(loads ? [['get', 'ring']] : []),
  ] as unknown as ExpressionSpecification;
  const size: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 12, 0.66, 14, 0.86, 16, 1, 18, 1.15];
  const hollow: ExpressionSpecification = ['any', isMissing, ['!=', ['get', 'state'], 'existing']];
  return [
    {
      id: 'house-dots',
      type: 'circle',
      source,
      filter,
      maxzoom: ALL_SYMBOLS_FROM_ZOOM,
      paint: {
        // Too small from afar to be hollow.
        'circle-color': ['step', ['zoom'], color, SYMBOLS_FROM_ZOOM, ['case', hollow, INK.paper, color]],
        'circle-stroke-color': ['step', ['zoom'], INK.paper, SYMBOLS_FROM_ZOOM, ['case', hollow, color, INK.paper]],
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.1, 11, 1.8, 12, 2.6, 15, 4],
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 11, 0, 12, 0.8, 15, 1.2],
        // From afar a haze that tells dense from sparse, not confetti.
        'circle-opacity': [
          'interpolate',
          ['linear'],
          ['zoom'],
          10,
          ['case', ['get', 'outside'], 0.35, 0.65],
          12,
          ['case', ['get', 'outside'], 0.5, 1],
        ],
      },
    },
    {
      id: 'house-symbols',
      type: 'symbol',
      source,
      filter,
      minzoom: SYMBOLS_FROM_ZOOM,
      layout: {
        'icon-image': icon,
        'icon-size': size,
        'icon-overlap': ['step', ['zoom'], 'never', ALL_SYMBOLS_FROM_ZOOM, 'always'],
        'icon-padding': ['interpolate', ['linear'], ['zoom'], 12, ['literal', [3]], 15, ['literal', [0]]],
        'symbol-sort-key': ['get', 'rank'],
        'symbol-z-order': 'source',
      },
      paint: { 'icon-opacity': ['case', ['get', 'outside'], 0.6, 1] },
    },
    {
      id: 'house-selected',
      type: 'symbol',
      source,
      filter: ['==', ['get', 'id'], selectedId ?? ''],
      layout: { 'icon-image': icon, 'icon-size': size, 'icon-overlap': 'always', 'icon-ignore-placement': true },
    },
    {
      id: 'house-names',
      type: 'symbol',
      source,
      filter: ['all', filter, ['!=', ['coalesce', ['get', 'name'], ''], '']],
      minzoom: 15.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': 12,
        'text-max-width': 9,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.15,
        'text-justify': 'auto',
        'text-padding': 3,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { ...HALO, 'text-color': INK.text },
    },
  ];
}
