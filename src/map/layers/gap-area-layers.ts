import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { DistrictClass } from '../../questions/gap-map/gap-classes.ts';
import { CLASS_COLORS, CLASS_PATTERN_COLORS, INK } from '../palette.ts';
import { SOURCES } from '../sources.ts';

export const DISTRICT_CLASSES: readonly DistrictClass[] = [0, 1, 2, 3, 4, 'unknown', 'small'];

/** Zoom from which cells stand in place of filled districts. */
export const NEAR_ZOOM = 13.5;

/** Name of a class's pattern, drawn by `patterns.ts`. */
export function gapPattern(cls: DistrictClass): string {
  return `gap/class/${cls}`;
}

/**
 * What the areas' feature-state says, so that a new year hands over values alone: `cls` (a class as text), `border` (Randlage) and
 * `pointed` (a person points at its row). Areas without a state are not drawn.
 */
export interface AreaState {
  readonly cls: string;
  readonly border: boolean;
}

const cls: ExpressionSpecification = ['coalesce', ['feature-state', 'cls'], ''];

export interface GapAreaInput {
  readonly area: 'district' | 'catchment';
  /** The districts' level that is coloured. */
  readonly level: number;
  /** Classes that occur: each pattern is a layer of its own, and drawing one that nobody has costs as much as any other. */
  readonly classes: ReadonlySet<DistrictClass>;
  /** Whether cells take the fill's place from nearby. */
  readonly untilNear: boolean;
  /** Over a map of roads and names that must show through. */
  readonly seeThrough: boolean;
}

/** Areas filled by class: colour, and the pattern of deficits and of missing figures. */
export function gapAreaLayers({ area, level, classes, untilNear, seeThrough }: GapAreaInput): LayerSpecification[] {
  const common = {
    source: area === 'district' ? SOURCES.districts : SOURCES.gapCatchments,
    ...(untilNear ? { maxzoom: NEAR_ZOOM } : {}),
  };
  const inLevel: ExpressionSpecification = area === 'district' ? ['==', ['get', 'level'], level] : ['literal', true];
  const strength = seeThrough ? 0.75 : 1;
  const patterned = DISTRICT_CLASSES.filter((one) => classes.has(one) && one in CLASS_PATTERN_COLORS);
  return [
    {
      id: area === 'district' ? 'gap-fill' : 'gap-catchment-fill',
      type: 'fill',
      ...common,
      filter: inLevel,
      paint: {
        'fill-color': [
          'match',
          cls,
          ...DISTRICT_CLASSES.flatMap((one) => [String(one), CLASS_COLORS[one]]),
          INK.paper,
        ] as unknown as ExpressionSpecification,
        'fill-opacity': ['case', ['==', cls, ''], 0, strength],
      },
    },
    ...patterned.map(
      (one): LayerSpecification => ({
        id: `${area === 'district' ? 'gap-pattern' : 'gap-catchment-pattern'}/${one}`,
        type: 'fill',
        ...common,
        filter: apart(inLevel, one),
        paint: { 'fill-pattern': gapPattern(one), 'fill-opacity': ['case', ['==', cls, String(one)], 1, 0] },
      }),
    ),
    ...(area === 'catchment' ? [outlineLayer()] : []),
  ];
}

/**
 * A filter that lets the same areas through but is its own: MapLibre keeps layers of equal filter in one bucket, and a bucket that comes
 * back from its worker after one of its layers was removed fails on the states of all of them.
 */
function apart(filter: ExpressionSpecification, key: DistrictClass): ExpressionSpecification {
  return ['all', filter, ['!=', ['get', 'id'], `/${key}`]];
}

/** Randlage as short strokes inside the district's border, and the district whose row a person points at. */
export function districtEdgeLayers(level: number): LayerSpecification[] {
  const only = (pixels: number, state: 'border' | 'pointed'): ExpressionSpecification => [
    'case',
    ['boolean', ['feature-state', state], false],
    pixels,
    0,
  ];
  const common = {
    type: 'line' as const,
    source: SOURCES.districts,
    filter: ['==', ['get', 'level'], level] as ExpressionSpecification,
  };
  return [
    {
      id: 'gap-border',
      ...common,
      paint: {
        'line-color': INK.text,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10.5, only(2.6, 'border'), 13, only(5, 'border')],
        // Outer rings of tiles run so that the inside is on the right.
        'line-offset': ['interpolate', ['linear'], ['zoom'], 10.5, 2.2, 13, 3.6],
        'line-dasharray': [0.4, 0.7],
      },
    },
    {
      id: 'gap-pointed',
      ...common,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': INK.accent, 'line-width': only(3, 'pointed') },
    },
  ];
}

function outlineLayer(): LayerSpecification {
  return {
    id: 'gap-catchment-line',
    type: 'line',
    source: SOURCES.gapCatchments,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#4b4358', 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 14, 1.8] },
  };
}
