import type { CellState, Load } from '../questions/gap-map/gap-calls.ts';
import type { DistrictClass } from '../questions/gap-map/gap-classes.ts';
import type { HouseGroup } from '../shared/services.ts';

/** Colours of the base map (look.md): calm enough that nothing in it competes with data. */
export const BASE_COLORS = {
  land: '#f3f1ea',
  builtUp: '#e9e5db',
  builtUpFar: '#e3ddd0',
  industrialFar: '#dfd9d0',
  industrial: '#e6e2da',
  green: '#dfe6d3',
  farmland: '#eeeddf',
  forest: '#d3ddc6',
  water: '#cddbe3',
  waterText: '#557689',
  greenText: '#5f7350',
  rail: '#c9c4b8',
  road: '#ffffff',
  roadCasing: '#ddd8cc',
  motorway: '#fdf8ec',
  motorwayCasing: '#cfc7b4',
  path: '#d2ccbd',
  building: '#ddd7c9',
  buildingEdge: '#cfc8b7',
  text: '#6b6a64',
  placeText: '#55544f',
  paper: '#fbfaf7',
} as const;

export const INK = { text: '#1f2426', secondary: '#5b6466', accent: '#0b5c78', paper: '#fbfaf7' } as const;

/** Circles of the difference between two scenarios: fewer places missing, more missing. */
export const DIFFERENCE_COLORS = { better: '#5aa3d8', worse: '#f1a340' } as const;

/** Borders of districts, strongest first; levels beyond the last share it. */
export const DISTRICT_COLORS: readonly string[] = ['#6b6277', '#877e92', '#a098a8'];

/**
 * Fill of the population classes (`CELL_CLASSES`): one hue from light to dark, so lightness alone tells the order to every eye and in
 * grey print, and no class looks like water, green or built-up land.
 */
export const CELL_COLORS: readonly string[] = [
  '#efe4f0',
  '#dfcae2',
  '#c9a9cf',
  '#ad84b8',
  '#8f5fa0',
  '#703d85',
  '#4d2063',
];

/** Cells without a statement. */
export const CELL_UNKNOWN_COLOR = '#8f8b83';

export interface AreaStyle {
  readonly fill: string;
  readonly line: string;
}

export const AREA_STYLES: Readonly<Record<'green' | 'playground' | 'pitch' | 'site' | 'plot', AreaStyle>> = {
  green: { fill: '#b3cfa0', line: '#6f9460' },
  playground: { fill: '#e3b95d', line: '#8d6108' },
  pitch: { fill: '#b9bcd2', line: '#5c628c' },
  site: { fill: '#c0593a', line: '#9c3f22' },
  plot: { fill: '#3d5a73', line: '#3d5a73' },
};

/** One dark, muted colour per group; white on it has a contrast of at least 4.5 : 1. The shape and the letter say the same. */
export const HOUSE_COLORS: Readonly<Record<HouseGroup, string>> = {
  kita: '#a8451d',
  grundschule: '#2b5f9e',
  schule: '#27406b',
  ganztag: '#4a7396',
  jugend: '#7b4397',
  pflege: '#80590a',
  gesundheit: '#a01f45',
  begegnung: '#256f62',
  bibliothek: '#5e4a38',
  sport: '#50602c',
};

/** A line: colour, width in pixels, dashes in pixels (empty = drawn through). */
export interface LineStyle {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/**
 * Fill of the classes of districts, diverging from too few to more than enough (look.md; PuOr of ColorBrewer 2.0, Brewer and Harrower).
 * In grey the two ends come near to each other: the deficit classes therefore carry lines.
 */
export const CLASS_COLORS: Readonly<Record<DistrictClass, string>> = {
  0: '#b35806',
  1: '#f1a340',
  2: '#fee0b6',
  3: '#d8daeb',
  4: '#998ec3',
  unknown: '#fbfaf7',
  small: '#fbfaf7',
};

/** Lines and dots over the fill; classes that are not listed have none. */
export const CLASS_PATTERN_COLORS = {
  0: '#6e3301',
  1: '#b0600a',
  2: '#d18f33',
  unknown: '#a9a59c',
  small: '#8f8b83',
} as const satisfies Partial<Record<DistrictClass, string>>;

/** Ink of the number written into a district. */
export const CLASS_INKS: Readonly<Record<DistrictClass, string>> = {
  0: '#ffffff',
  1: INK.text,
  2: INK.text,
  3: INK.text,
  4: INK.text,
  unknown: INK.text,
  small: INK.text,
};

/** Cells by state (look.md; served and no place are of Okabe and Ito's safe colours, out of reach of Tol's). */
export const CELL_STATE_COLORS: Readonly<Record<CellState, string>> = {
  served: '#009e73',
  'no-place': '#e69f00',
  'out-of-reach': '#882e72',
  unknown: CELL_UNKNOWN_COLOR,
};

/** Lines in the cells that lack something, drawn from nearby; a shade darker than their state. */
export const CELL_LINE_COLORS = { 'no-place': '#9c6600', 'out-of-reach': '#4a123c' } as const;

/** Opacity by strength. What is served stays in the background: the eye is to find what is not. */
export const CELL_OPACITIES: Readonly<Record<CellState, readonly [number, number, number]>> = {
  served: [0.18, 0.38, 0.58],
  'no-place': [0.38, 0.66, 1],
  'out-of-reach': [0.58, 0.79, 1],
  unknown: [0.4, 0.4, 0.4],
};

/** Circles of places: missing ones filled, free ones as a ring. */
export const SYMBOL_COLORS = { missing: '#7f3b08', free: '#542788' } as const;

/** Loads that are drawn. */
export type RingLoad = Exclude<Load, 'none'>;

/** Load as a ring around a house: thin, dashed or thick, so that it is read without colour. */
export const LOAD_STYLES: Readonly<Record<RingLoad, LineStyle>> = {
  under: { color: '#6a5aa8', width: 1.6, dash: [] },
  near: { color: '#8a4b00', width: 2.4, dash: [4.2, 2.8] },
  over: { color: '#7f3b08', width: 4, dash: [] },
  unknown: { color: INK.secondary, width: 1.4, dash: [0.1, 3.4] },
};

/** Demand that a district sends out, and demand that comes in. */
export const FLOW_COLORS = { in: '#542788', out: '#8c3d04' } as const;
