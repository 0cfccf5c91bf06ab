import { canvasContext } from './house-symbols.ts';
import { PATTERNS } from './layers/area-layers.ts';
import { AREA_STYLES } from './palette.ts';

/** Side of a pattern's square in map pixels. */
const SIDE = 8;

/** Draws a pattern by its name; `null` if it is none. Seamless in both directions. */
export function drawPattern(id: string, pixelRatio: number): ImageData | null {
  switch (id) {
    case PATTERNS.plot:
      return hatching(pixelRatio, AREA_STYLES.plot.line, 1.1, 1);
    case PATTERNS.pitch:
      return hatching(pixelRatio, AREA_STYLES.pitch.line, 0.6, -1);
    case PATTERNS.playground:
      return dots(pixelRatio, AREA_STYLES.playground.line);
    default:
      return null;
  }
}

/** Lines at 45°, rising to the right (1) or falling (-1). */
function hatching(pixelRatio: number, color: string, width: number, direction: 1 | -1): ImageData {
  const side = SIDE * pixelRatio;
  const context = canvasContext(side);
  context.scale(pixelRatio, pixelRatio);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  // Three lines: the ones through the corners close the seams.
  for (const shift of [-SIDE, 0, SIDE]) {
    context.moveTo(shift - 1, direction === 1 ? SIDE + 1 : -1);
    context.lineTo(shift + SIDE + 1, direction === 1 ? -1 : SIDE + 1);
  }
  context.stroke();
  return context.getImageData(0, 0, side, side);
}

function dots(pixelRatio: number, color: string): ImageData {
  const side = SIDE * pixelRatio;
  const context = canvasContext(side);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = color;
  for (const [x, y] of [
    [2, 2],
    [6, 6],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 0.85, 0, 2 * Math.PI);
    context.fill();
  }
  return context.getImageData(0, 0, side, side);
}
