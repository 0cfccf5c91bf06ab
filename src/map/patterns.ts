import { classSample } from './gap-samples.ts';
import { canvasContext } from './house-symbols.ts';
import { PATTERNS } from './layers/area-layers.ts';
import { DISTRICT_CLASSES, gapPattern } from './layers/gap-area-layers.ts';
import { AREA_STYLES } from './palette.ts';
import { diagonal, dots, type PatternSpec } from './pattern-spec.ts';

const SPECS: ReadonlyMap<string, PatternSpec | null> = new Map([
  [PATTERNS.plot, diagonal({ side: 8, width: 1.1, color: AREA_STYLES.plot.line, rising: true })],
  [PATTERNS.pitch, diagonal({ side: 8, width: 0.6, color: AREA_STYLES.pitch.line, rising: false })],
  [PATTERNS.playground, dots({ side: 8, width: 1.7, color: AREA_STYLES.playground.line })],
  ...DISTRICT_CLASSES.map((cls) => [gapPattern(cls), classSample(cls).pattern] as const),
]);

/** Draws a pattern by its name; `null` if it is none. Seamless in both directions. */
export function drawPattern(id: string, pixelRatio: number): ImageData | null {
  const spec = SPECS.get(id) ?? null;
  if (spec === null) return null;
  const side = Math.round(spec.side * pixelRatio);
  const context = canvasContext(side);
  context.scale(side / spec.side, side / spec.side);
  context.strokeStyle = spec.color;
  context.lineWidth = spec.width;
  context.lineCap = spec.round ? 'round' : 'butt';
  context.stroke(new Path2D(spec.path));
  return context.getImageData(0, 0, side, side);
}
