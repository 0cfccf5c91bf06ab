import { LOADS } from '../questions/gap-map/gap-calls.ts';
import { HOUSE_STATES, type HouseState } from '../questions/house-state.ts';
import { HOUSE_GROUPS, type HouseGroup } from '../shared/services.ts';
import { BASE_COLORS, HOUSE_COLORS, LOAD_STYLES, type RingLoad } from './palette.ts';

/** The drawing of a group's symbol in a square of 24 × 24; an SVG path, so that legends draw the same shape as the map. */
export interface HouseShape {
  readonly path: string;
  /** Lines drawn over the filled shape, e.g. the spine of the book. */
  readonly detail: string | null;
  /** Written in the shape; `null` where the shape says it all. The same in every language, as on a road sign. */
  readonly letter: string | null;
  /** Height of the letter's middle. */
  readonly letterY: number;
}

export const HOUSE_SHAPES: Readonly<Record<HouseGroup, HouseShape>> = {
  kita: { path: 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20Z', detail: null, letter: 'K', letterY: 12.2 },
  grundschule: {
    path: 'M5 2.8h14a2.2 2.2 0 0 1 2.2 2.2v14a2.2 2.2 0 0 1-2.2 2.2H5A2.2 2.2 0 0 1 2.8 19V5A2.2 2.2 0 0 1 5 2.8Z',
    detail: null,
    letter: 'G',
    letterY: 12.2,
  },
  schule: { path: 'M12 .9 23.1 12 12 23.1 .9 12Z', detail: null, letter: 'S', letterY: 12.2 },
  ganztag: {
    path: 'M3 1.8h18v3.4H3ZM3 7.2h18v13.4a1.6 1.6 0 0 1-1.6 1.6H4.6A1.6 1.6 0 0 1 3 20.6Z',
    detail: null,
    letter: 'G',
    letterY: 14.9,
  },
  jugend: { path: 'M12 1.4 23.2 21.6H.8Z', detail: null, letter: 'J', letterY: 15.2 },
  pflege: { path: 'M12 1.2 22.9 9.2 18.8 22H5.2L1.1 9.2Z', detail: null, letter: 'P', letterY: 12.8 },
  gesundheit: {
    path: 'M8 1.6h8V8h6.4v8H16v6.4H8V16H1.6V8H8Z',
    detail: null,
    letter: null,
    letterY: 12,
  },
  begegnung: { path: 'M12 1.2 22.6 10v12.2H1.4V10Z', detail: null, letter: 'B', letterY: 14.6 },
  bibliothek: {
    path: 'M12 5C9.4 3 5.6 2.6 1.4 3.3v16.8c4.2-.7 8-.3 10.6 1.7 2.6-2 6.4-2.4 10.6-1.7V3.3C18.4 2.6 14.6 3 12 5Z',
    detail:
      'M12 5v16.8M4.6 8.2c1.8-.2 3.3 0 4.7.7M4.6 12c1.8-.2 3.3 0 4.7.7M19.4 8.2c-1.8-.2-3.3 0-4.7.7M19.4 12c-1.8-.2-3.3 0-4.7.7',
    letter: null,
    letterY: 12,
  },
  sport: {
    path: 'M7.6 5.2h8.8a6.8 6.8 0 0 1 0 13.6H7.6a6.8 6.8 0 0 1 0-13.6Z',
    detail: null,
    letter: 'Sp',
    letterY: 12.2,
  },
};

/** What a symbol says: its group, whether the house is there yet, and whether a figure of its places is missing. */
export interface HouseSymbol {
  readonly group: HouseGroup;
  readonly state: HouseState;
  readonly missing: boolean;
  /** Drawn as a ring around it; `null` = no ring. */
  readonly load: RingLoad | null;
}

/** Name of a symbol's picture on the map, e.g. `house/kita/planned/missing`, with a load `house/kita/existing/stated/over`. */
export function houseSymbolId({ group, state, missing, load }: HouseSymbol): string {
  return `house/${group}/${state}/${missing ? 'missing' : 'stated'}${load === null ? '' : `/${load}`}`;
}

/** The symbol of a picture's name; `null` if it is none. */
export function parseHouseSymbolId(id: string): HouseSymbol | null {
  const [kind, group, state, figures, load] = id.split('/');
  const knownGroup = HOUSE_GROUPS.find((candidate) => candidate === group);
  const knownState = HOUSE_STATES.find((candidate) => candidate === state);
  if (kind !== 'house' || knownGroup === undefined || knownState === undefined) return null;
  const knownLoad = LOADS.find((candidate) => candidate === load) ?? 'none';
  return {
    group: knownGroup,
    state: knownState,
    missing: figures === 'missing',
    load: knownLoad === 'none' ? null : knownLoad,
  };
}

/** Fill, line and ink of a symbol: full for what is there and stated, hollow for planned, ideas and missing figures. */
export function houseSymbolInk({ group, state, missing }: Omit<HouseSymbol, 'load'>) {
  const color = HOUSE_COLORS[group];
  const hollow = missing || state !== 'existing';
  // Dashes for planned, round dots for ideas; both with gaps wide enough to be seen at 22 pixels.
  const dash = state === 'planned' ? [4, 3] : state === 'idea' ? [0.1, 4.4] : [];
  const cap: CanvasLineCap = state === 'idea' ? 'round' : 'butt';
  return { fill: hollow ? BASE_COLORS.paper : color, line: color, ink: hollow ? color : '#ffffff', hollow, dash, cap };
}

/** Side of a symbol's picture in map pixels: the shape with room for its halo and badge. */
export const SYMBOL_PIXELS = 28;
/** With a ring around it. */
const RINGED_PIXELS = 40;
const RING_RADIUS = 15;

const FONT = '"Source Sans 3 Variable", "Source Sans 3", sans-serif';

/** Draws a symbol for a screen of the given pixel ratio. Needs a canvas, so it runs in browsers alone. */
export function drawHouseSymbol(symbol: HouseSymbol, pixelRatio: number): ImageData {
  const pixels = symbol.load === null ? SYMBOL_PIXELS : RINGED_PIXELS;
  const side = pixels * pixelRatio;
  const context = canvasContext(side);
  if (symbol.load !== null) drawRing(context, symbol.load, pixelRatio);
  const { fill, line, ink, hollow, dash, cap } = houseSymbolInk(symbol);
  const { path, detail, letter, letterY } = HOUSE_SHAPES[symbol.group];
  const shape = new Path2D(path);
  // The 24 × 24 drawing becomes 22 pixels wide, in the middle.
  const scale = (22 / 24) * pixelRatio;
  const margin = ((pixels - 22) / 2) * pixelRatio;
  context.setTransform(scale, 0, 0, scale, margin, margin);
  context.lineJoin = 'round';
  context.lineCap = 'round';

  context.strokeStyle = BASE_COLORS.paper;
  context.lineWidth = 4;
  context.stroke(shape);
  context.fillStyle = fill;
  context.fill(shape);
  context.strokeStyle = line;
  context.lineWidth = hollow ? 2.2 : 0.8;
  context.setLineDash(dash);
  context.lineCap = cap;
  context.stroke(shape);
  context.setLineDash([]);
  context.lineCap = 'round';
  if (detail !== null) {
    context.strokeStyle = ink;
    context.lineWidth = 1.3;
    context.stroke(new Path2D(detail));
  }
  if (letter !== null) {
    context.fillStyle = ink;
    context.font = `700 ${letter.length > 1 ? 10.5 : 13}px ${FONT}`;
    context.textAlign = 'center';
    context.textBaseline = 'alphabetic';
    // Capital letters of the face are 0.66 of its size high.
    context.fillText(letter, 12, letterY + 0.33 * (letter.length > 1 ? 10.5 : 13));
  }
  if (symbol.missing) drawBadge(context, line);
  return context.getImageData(0, 0, side, side);
}

/** The ring of a load, on a light ground that parts it from the map. */
function drawRing(
  context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D,
  load: RingLoad,
  pixelRatio: number,
): void {
  const { color, width, dash } = LOAD_STYLES[load];
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.beginPath();
  context.arc(RINGED_PIXELS / 2, RINGED_PIXELS / 2, RING_RADIUS, 0, 2 * Math.PI);
  context.fillStyle = BASE_COLORS.paper;
  context.fill();
  context.strokeStyle = BASE_COLORS.paper;
  context.lineWidth = width + 2.4;
  context.stroke();
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = load === 'unknown' ? 'round' : 'butt';
  context.setLineDash([...dash]);
  context.stroke();
  context.setLineDash([]);
}

/** The question mark at the upper right: a figure is missing. */
function drawBadge(context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D, color: string): void {
  context.beginPath();
  context.arc(21, 3.4, 6, 0, 2 * Math.PI);
  context.fillStyle = BASE_COLORS.paper;
  context.fill();
  context.strokeStyle = color;
  context.lineWidth = 1.2;
  context.stroke();
  context.fillStyle = color;
  context.font = `700 11px ${FONT}`;
  context.textAlign = 'center';
  context.fillText('?', 21, 3.4 + 3.6);
}

/** A fresh square canvas to draw on. */
export function canvasContext(side: number): OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D {
  if (typeof OffscreenCanvas !== 'undefined') {
    const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
    if (context !== null) return context;
  }
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  return canvas.getContext('2d', { willReadFrequently: true })!;
}
