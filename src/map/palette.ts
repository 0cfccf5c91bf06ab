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

export const INK = { text: '#1f2426', accent: '#0b5c78', paper: '#fbfaf7' } as const;

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
