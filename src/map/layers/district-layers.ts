import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BASE_COLORS as C, DISTRICT_COLORS } from '../palette.ts';
import { SOURCES } from '../sources.ts';
import { HALO, REGULAR, SEMIBOLD } from './text-style.ts';

export interface DistrictInput {
  /** Levels of the city, 1 = largest. */
  readonly levels: readonly number[];
  /** The level that the gap map colours: its borders are drawn from afar, its names come with the numbers; `null` = none. */
  readonly coloured: number | null;
}

interface LevelStyle {
  /** Zoom from which borders are drawn, and from which to which names are written. */
  readonly linesFrom: number;
  readonly namesFrom: number;
  readonly namesTo: number;
  readonly width: number;
  readonly dash: [number, number] | null;
}

const LEVEL_STYLES: readonly LevelStyle[] = [
  { linesFrom: 0, namesFrom: 9, namesTo: 13.5, width: 1.6, dash: null },
  { linesFrom: 11.7, namesFrom: 12.3, namesTo: 16, width: 1.2, dash: [4, 2] },
  { linesFrom: 12.5, namesFrom: 13.5, namesTo: 17, width: 0.9, dash: [2, 2] },
];

/** From here on houses are what one looks for, and names give way to them. */
const HOUSES_FIRST_ZOOM = 14;
const MAX_ZOOM = 24;

/** A level's style; a city with one level alone shows it like the first, deeper levels appear later. */
function styleOfLevel(index: number): LevelStyle {
  const last = LEVEL_STYLES.at(-1)!;
  const style = LEVEL_STYLES[index];
  if (style !== undefined) return style;
  const later = index - LEVEL_STYLES.length + 1;
  return {
    ...last,
    linesFrom: last.linesFrom + later,
    namesFrom: last.namesFrom + later,
    namesTo: last.namesTo + later,
  };
}

/** Zoom from which the names of a level are written; index 0 = the largest units. */
export function namesFromZoom(index: number): number {
  return styleOfLevel(index).namesFrom;
}

/** Borders and names of districts: large units from afar, small ones from nearby. The fill is not seen; it catches the pointer. */
export function districtLayers({ levels, coloured }: DistrictInput): LayerSpecification[] {
  const finest = levels.length - 1;
  return [
    {
      id: 'district-fill',
      type: 'fill',
      source: SOURCES.districts,
      paint: { 'fill-color': C.paper, 'fill-opacity': 0 },
    },
    // Finest first: where borders coincide, that of the larger unit covers the others.
    ...levels.toReversed().flatMap((level): LayerSpecification[] => {
      const index = levels.indexOf(level);
      const { namesFrom, namesTo, width, dash, ...style } = styleOfLevel(index);
      const linesFrom = level === coloured ? 0 : style.linesFrom;
      const color = DISTRICT_COLORS[Math.min(index, DISTRICT_COLORS.length - 1)]!;
      return [
        {
          id: `district-halo/${level}`,
          type: 'line',
          source: SOURCES.districts,
          filter: ['==', ['get', 'level'], level],
          minzoom: linesFrom,
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': C.paper,
            'line-opacity': 0.65,
            'line-width': ['interpolate', ['linear'], ['zoom'], 9, width + 1, 14, width * 1.6 + 3],
          },
        },
        {
          id: `district-line/${level}`,
          type: 'line',
          source: SOURCES.districts,
          filter: ['==', ['get', 'level'], level],
          minzoom: linesFrom,
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': color,
            'line-width': ['interpolate', ['linear'], ['zoom'], 9, width * 0.6, 12, width, 16, width * 1.7],
            ...(dash === null ? {} : { 'line-dasharray': dash }),
          },
        },
        // The names of the finest level stay: there is no smaller unit to give way to.
        ...(level === coloured ? [] : nameLayers(level, index, namesFrom, index === finest ? MAX_ZOOM : namesTo)),
      ];
    }),
  ];
}

/** The names of a level: above the houses from afar, below them nearby. */
function nameLayers(level: number, index: number, from: number, to: number): LayerSpecification[] {
  const part = (id: string, minzoom: number, maxzoom: number): LayerSpecification[] =>
    minzoom >= maxzoom
      ? []
      : [
          {
            id: `${id}/${level}`,
            type: 'symbol',
            source: SOURCES.districtNames,
            filter: ['==', ['get', 'level'], level],
            minzoom,
            maxzoom,
            layout: {
              'text-field': ['get', 'name'],
              'text-font': index === 0 ? SEMIBOLD : REGULAR,
              'text-size': index === 0 ? sizes(11.5, 16) : sizes(10.5, 13.5),
              'text-letter-spacing': index === 0 ? 0.03 : 0,
              'text-max-width': 7,
              'text-padding': 8,
              'symbol-sort-key': ['get', 'rank'],
            },
            paint: { ...HALO, 'text-halo-width': 1.8, 'text-color': index === 0 ? '#4b4358' : '#6a6076' },
          },
        ];
  return [
    ...part('district-names', from, Math.min(to, HOUSES_FIRST_ZOOM)),
    ...part('district-names-near', Math.max(from, HOUSES_FIRST_ZOOM), to),
  ];
}

function sizes(far: number, near: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 9, far, 14, near];
}
