import { SYMBOL_KINDS, SYMBOL_MAX_RADIUS, type SymbolKind, symbolSample } from './gap-samples.ts';
import { canvasContext } from './house-symbols.ts';
import { arrowId } from './layers/gap-reach-layers.ts';
import { FLOW_COLORS, INK } from './palette.ts';

const ARROW_PIXELS = 22;

/** Draws a circle of places or an arrow's head by its name; `null` if it is neither. */
export function drawGapIcon(id: string, pixelRatio: number): ImageData | null {
  for (const direction of ['in', 'out'] as const) {
    if (id === arrowId(direction)) return drawArrow(FLOW_COLORS[direction], pixelRatio);
  }
  const circle = parseCircleId(id);
  return circle === null ? null : drawCircle(circle.kind, circle.radius, pixelRatio);
}

/** Kind and radius of a circle's picture; `null` if the name is none of a circle. */
export function parseCircleId(id: string): { readonly kind: SymbolKind; readonly radius: number } | null {
  const [, kindName, size] = /^gap\/circle\/(\w+)\/(\d+)$/.exec(id) ?? [];
  const kind = SYMBOL_KINDS.find((candidate) => candidate === kindName);
  const radius = Number(size);
  return kind === undefined || !(radius > 0 && radius <= SYMBOL_MAX_RADIUS) ? null : { kind, radius };
}

function drawCircle(kind: SymbolKind, radius: number, pixelRatio: number): ImageData {
  const { fill, color, width, edge } = symbolSample(kind);
  const pixels = 2 * radius + 3;
  const side = Math.ceil(pixels * pixelRatio);
  const context = canvasContext(side);
  context.scale(side / pixels, side / pixels);
  const circle = (r: number) => {
    context.beginPath();
    context.arc(pixels / 2, pixels / 2, Math.max(0.5, r), 0, 2 * Math.PI);
  };
  // The light edge lies outside, the ring inside: what is seen has the radius asked for.
  circle(radius + 1.3);
  context.fillStyle = edge;
  context.fill();
  circle(radius);
  context.fillStyle = color;
  context.fill();
  if (fill !== color) {
    circle(radius - width);
    context.fillStyle = fill;
    context.fill();
  }
  return context.getImageData(0, 0, side, side);
}

/** A head that points to the right, along the line. */
function drawArrow(color: string, pixelRatio: number): ImageData {
  const side = ARROW_PIXELS * pixelRatio;
  const context = canvasContext(side);
  context.scale(pixelRatio, pixelRatio);
  const head = new Path2D('M3 3.5L19 11L3 18.5L7 11Z');
  context.lineJoin = 'round';
  context.strokeStyle = INK.paper;
  context.lineWidth = 3;
  context.stroke(head);
  context.fillStyle = color;
  context.fill(head);
  return context.getImageData(0, 0, side, side);
}
