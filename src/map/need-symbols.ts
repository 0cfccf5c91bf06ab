import { canvasContext } from './house-symbols.ts';
import { INK } from './palette.ts';

/** How far a need is: talked about, agreed (decided, secured), done, put aside. */
export const NEED_STAGES = ['open', 'agreed', 'done', 'aside'] as const;
export type NeedStage = (typeof NEED_STAGES)[number];

/** SVG paths in a square of 28 × 28: bubble, hexagon, circle, square. */
export const NEED_SHAPES: Readonly<Record<NeedStage, string>> = {
  open: 'M5 4h18a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-6l-3 4.5L11 21H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z',
  agreed: 'M14 2.5 24.5 8.2v11.6L14 25.5 3.5 19.8V8.2Z',
  done: 'M14 3a11 11 0 1 1 0 22 11 11 0 1 1 0-22Z',
  aside: 'M4 4h20v20H4Z',
};

/** Fill, line, colour of the letter and dashes of a stage; shape and letter say the same without colour. */
export function needInk(stage: NeedStage) {
  switch (stage) {
    case 'open':
      return { fill: INK.paper, line: INK.text, ink: INK.text, dash: [] };
    case 'agreed':
      return { fill: INK.accent, line: INK.paper, ink: '#ffffff', dash: [] };
    case 'done':
      return { fill: INK.secondary, line: INK.paper, ink: '#ffffff', dash: [] };
    case 'aside':
      return { fill: INK.paper, line: INK.secondary, ink: INK.secondary, dash: [3, 2.4] };
  }
}

export interface NeedSymbol {
  readonly stage: NeedStage;
  /** One to four signs. */
  readonly letter: string;
  readonly overdue: boolean;
}

/** Name of a symbol's picture on the map, e.g. `need/open/51/late`. */
export function needSymbolId({ stage, letter, overdue }: NeedSymbol): string {
  return `need/${stage}/${encodeURIComponent(letter)}/${overdue ? 'late' : 'in-time'}`;
}

export function parseNeedSymbolId(id: string): NeedSymbol | null {
  const [, stageName, letter, late] = /^need\/(\w+)\/([^/]*)\/(late|in-time)$/.exec(id) ?? [];
  const stage = NEED_STAGES.find((candidate) => candidate === stageName);
  return stage === undefined ? null : { stage, letter: decodeURIComponent(letter!), overdue: late === 'late' };
}

const PIXELS = 32;
const FONT = '"Source Sans 3 Variable", "Source Sans 3", sans-serif';

/** Draws a symbol; `null` if the name is none of a need. Needs a canvas, so it runs in browsers alone. */
export function drawNeedIcon(id: string, pixelRatio: number): ImageData | null {
  const symbol = parseNeedSymbolId(id);
  if (symbol === null) return null;
  const side = Math.ceil(PIXELS * pixelRatio);
  const context = canvasContext(side);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 4 * pixelRatio);
  const shape = new Path2D(NEED_SHAPES[symbol.stage]);
  const { fill, line, ink, dash } = needInk(symbol.stage);
  context.lineJoin = 'round';
  context.strokeStyle = INK.paper;
  context.lineWidth = 4.5;
  context.stroke(shape);
  context.fillStyle = fill;
  context.fill(shape);
  context.strokeStyle = line;
  context.lineWidth = 2;
  context.setLineDash([...dash]);
  context.stroke(shape);
  context.setLineDash([]);
  context.fillStyle = ink;
  context.textAlign = 'center';
  const size = symbol.letter.length > 2 ? 8.5 : 12;
  context.font = `700 ${size}px ${FONT}`;
  // The bubble's own middle lies above that of the square.
  context.fillText(symbol.letter, 14, (symbol.stage === 'open' ? 12.5 : 14) + 0.34 * size);
  if (symbol.overdue) drawLate(context);
  return context.getImageData(0, 0, side, side);
}

/** An exclamation mark at the upper right: the day has passed. */
function drawLate(context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D): void {
  context.beginPath();
  context.arc(25.5, 2.5, 6, 0, 2 * Math.PI);
  context.fillStyle = '#8a4b00';
  context.fill();
  context.strokeStyle = INK.paper;
  context.lineWidth = 1.2;
  context.stroke();
  context.fillStyle = '#ffffff';
  context.font = `700 10px ${FONT}`;
  context.fillText('!', 25.5, 6);
}
