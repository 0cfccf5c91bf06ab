import { cellClass } from '../questions/cell-classes.ts';
import type { CellBlock, CellGrid } from '../questions/population-cells.ts';
import { CELL_COLORS, CELL_UNKNOWN_COLOR } from './palette.ts';

/** Strength of cells without a statement, 0–255: seen, but behind every class. */
const UNKNOWN_ALPHA = 110;

/**
 * The picture of a block: RGBA, `4 × columns × rows` bytes, a pixel per cell, row 0 at the north. Nothing where nobody lives, grey where
 * there is no statement.
 */
export function cellPixels(grid: CellGrid, block: CellBlock): Uint8ClampedArray<ArrayBuffer> {
  const colors = CELL_COLORS.map(rgbOf);
  const unknown = rgbOf(CELL_UNKNOWN_COLOR);
  const pixels = new Uint8ClampedArray(block.columns * block.rows * 4);
  for (let row = 0; row < block.rows; row++) {
    for (let column = 0; column < block.columns; column++) {
      const persons = grid.persons[(block.row + row) * grid.columns + block.column + column]!;
      const at = (row * block.columns + column) * 4;
      if (Number.isNaN(persons)) {
        pixels.set(unknown, at);
        pixels[at + 3] = UNKNOWN_ALPHA;
      } else {
        const index = cellClass(persons);
        if (index === null) continue;
        pixels.set(colors[index]!, at);
        pixels[at + 3] = 255;
      }
    }
  }
  return pixels;
}

function rgbOf(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
