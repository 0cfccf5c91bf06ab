import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { ServiceId } from '../../shared/services.ts';
import { isByFeature } from '../by-feature.ts';
import { AREA_STYLES, BASE_COLORS as C } from '../palette.ts';
import { SOURCES } from '../sources.ts';
import { HALO, REGULAR, SEMIBOLD } from './text-style.ts';

const kind: ExpressionSpecification = ['get', 'kind'];

/** Names of the patterns, drawn by `patterns.ts`. */
export const PATTERNS = { plot: 'pattern/plot', pitch: 'pattern/pitch', playground: 'pattern/playground' } as const;

function byKind(part: 'fill' | 'line'): ExpressionSpecification {
  return [
    'match',
    kind,
    'playground',
    AREA_STYLES.playground[part],
    'pitch',
    AREA_STYLES.pitch[part],
    AREA_STYLES.green[part],
  ];
}

export interface SupplyInput {
  /** Show areas of these services; `null` = all. */
  readonly services: ReadonlySet<ServiceId> | null;
}

/** Features tagged with at least one of the services; areas without any are shown only when all are asked for. */
export function tagFilter(property: string, wanted: Iterable<string> | null): ExpressionSpecification {
  if (wanted === null) return ['literal', true] as unknown as ExpressionSpecification;
  const tests = [...wanted].map((id) => ['in', `|${id}|`, ['get', property]]);
  return ['any', ...tests] as unknown as ExpressionSpecification;
}

/** Greens, playgrounds and pitches that serve the quarter. */
export function supplyLayers({ services }: SupplyInput): LayerSpecification[] {
  const source = SOURCES.supplyAreas;
  const wanted = tagFilter('services', services);
  const isArea: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];
  const only = (...more: ExpressionSpecification[]): FilterSpecification =>
    ['all', wanted, ...more] as FilterSpecification;
  return [
    {
      id: 'supply-fill',
      type: 'fill',
      source,
      filter: only(isArea),
      layout: { 'fill-sort-key': ['get', 'rank'] },
      paint: {
        'fill-color': byKind('fill'),
        'fill-opacity': ['match', kind, 'green', 0.4, 0.6],
      },
    },
    {
      id: 'supply-pattern',
      type: 'fill',
      source,
      minzoom: 14,
      filter: only(isArea, ['!=', kind, 'green']),
      paint: { 'fill-pattern': ['match', kind, 'playground', PATTERNS.playground, PATTERNS.pitch] },
    },
    {
      id: 'supply-line',
      type: 'line',
      source,
      minzoom: 11,
      filter: only(isArea),
      paint: {
        'line-color': byKind('line'),
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.2, 15, 0.9],
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.4, 15, 1, 18, 1.8],
      },
    },
    {
      id: 'supply-point',
      type: 'circle',
      source,
      minzoom: 12,
      filter: only(['==', ['geometry-type'], 'Point']),
      paint: {
        'circle-color': byKind('fill'),
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 12, 2, 15, 4, 18, 7],
        'circle-stroke-color': byKind('line'),
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 12, 0.6, 16, 1.4],
      },
    },
    {
      id: 'supply-names',
      type: 'symbol',
      source,
      minzoom: 15,
      filter: only(['!=', ['coalesce', ['get', 'name'], ''], '']),
      layout: {
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': 11.5,
        'text-max-width': 8,
        'text-padding': 6,
        'text-optional': true,
      },
      paint: { ...HALO, 'text-color': ['match', kind, 'playground', '#6b4a06', 'pitch', '#474c73', '#43603a'] },
    },
  ];
}

/** Development sites: outlined in full where the procedure runs, dashed where it rests or was given up. */
export function siteLayers(): LayerSpecification[] {
  const source = SOURCES.sites;
  const rests: ExpressionSpecification = ['!=', ['coalesce', ['get', 'sideState'], ''], ''];
  const { fill, line } = AREA_STYLES.site;
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 1, 14, 2, 18, 3];
  return [
    {
      id: 'site-fill',
      type: 'fill',
      source,
      paint: { 'fill-color': fill, 'fill-opacity': ['case', rests, 0.06, 0.16] },
    },
    {
      id: 'site-line-halo',
      type: 'line',
      source,
      minzoom: 12,
      paint: { 'line-color': C.paper, 'line-opacity': 0.7, 'line-width': 4.5 },
    },
    {
      id: 'site-line',
      type: 'line',
      source,
      filter: ['!', rests],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': line, 'line-width': width },
    },
    {
      id: 'site-line-dashed',
      type: 'line',
      source,
      filter: rests,
      paint: { 'line-color': line, 'line-width': width, 'line-dasharray': [2.5, 1.8] },
    },
    {
      id: 'site-names',
      type: 'symbol',
      source,
      minzoom: 13.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': SEMIBOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 17, 14],
        'text-max-width': 8,
        'text-padding': 4,
      },
      paint: { ...HALO, 'text-color': line },
    },
  ];
}

/** Plots for common needs: hatched, so that they read as set aside and not as land use. */
export function plotLayers(): LayerSpecification[] {
  const source = SOURCES.plots;
  const { fill, line } = AREA_STYLES.plot;
  return [
    {
      id: 'plot-fill',
      type: 'fill',
      source,
      paint: { 'fill-color': fill, 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 14, 0.08] },
    },
    { id: 'plot-pattern', type: 'fill', source, minzoom: 12.5, paint: { 'fill-pattern': PATTERNS.plot } },
    {
      id: 'plot-line',
      type: 'line',
      source,
      minzoom: 12,
      paint: {
        'line-color': line,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.6, 15, 1.4, 18, 2.2],
      },
    },
  ];
}

/** Under the gap map, areas, sites and plots are thin outlines and their names; what catches the pointer stays, unseen. */
export function muted(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.flatMap((layer): LayerSpecification[] => {
    if (layer.type === 'line') {
      return layer.id.includes('halo') ? [] : [{ ...layer, paint: { ...layer.paint, 'line-opacity': 0.5 } }];
    }
    if (layer.type === 'symbol') return [layer];
    if (layer.type !== 'fill' || layer.id.endsWith('pattern')) return [];
    const opacity = layer.paint?.['fill-opacity'];
    // Read from the features still, where it was: a layer whose paint ceases to be has to be laid out anew.
    const none = isByFeature(opacity) ? (['*', 0, opacity] as unknown as ExpressionSpecification) : 0;
    return [{ ...layer, paint: { ...layer.paint, 'fill-opacity': none } }];
  });
}
