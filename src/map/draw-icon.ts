import { drawGapIcon } from './gap-icons.ts';
import { drawHouseSymbol, parseHouseSymbolId } from './house-symbols.ts';
import { drawPattern } from './patterns.ts';

/** The picture of a house, pattern, circle or arrow by its name; `null` if it is none of these. */
export function drawIcon(id: string, pixelRatio: number): ImageData | null {
  const symbol = parseHouseSymbolId(id);
  if (symbol !== null) return drawHouseSymbol(symbol, pixelRatio);
  return drawPattern(id, pixelRatio) ?? drawGapIcon(id, pixelRatio);
}
