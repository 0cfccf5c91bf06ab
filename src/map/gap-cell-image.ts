import { CELL_STATES, type GapCells } from '../questions/gap-map/gap-calls.ts';
import type { CellBlock } from '../questions/population-cells.ts';
import { CELL_PARTS, isCellLine } from './gap-samples.ts';
import { CELL_LINE_COLORS, CELL_OPACITIES, CELL_STATE_COLORS } from './palette.ts';

/** Bytes R, G, B, A of a colour as one number, as a little-endian `Uint32Array` over the picture's bytes sees them. */
function pixelOf(color: string, opacity: number): number {
  const value = Number.parseInt(color.slice(1), 16);
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255];
  return ((Math.round(opacity * 255) << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** How much stronger lines are than their cell, so that a weak state is still told from another. */
const LINE_GAIN = 0.25;

/** Pixel of each code of `GapCells`, and of the lines over it; code 0 is nothing. */
const FILL_PIXELS = pixelsByCode((state, strength) =>
  pixelOf(CELL_STATE_COLORS[state], CELL_OPACITIES[state][strength]),
);
const LINE_PIXELS = pixelsByCode((state, strength) =>
  state === 'no-place' || state === 'out-of-reach'
    ? pixelOf(CELL_LINE_COLORS[state], Math.min(1, CELL_OPACITIES[state][strength] + LINE_GAIN))
    : 0,
);

function pixelsByCode(pixel: (state: (typeof CELL_STATES)[number], strength: 0 | 1 | 2) => number): Uint32Array {
  const pixels = CELL_STATES.flatMap((state) => ([0, 1, 2] as const).map((strength) => pixel(state, strength)));
  return Uint32Array.from([0, ...pixels]);
}

/** Which parts of a cell are lines, by state. */
const LINES = CELL_STATES.map((state) =>
  Uint8Array.from({ length: CELL_PARTS ** 2 }, (_, part) =>
    isCellLine(state, part % CELL_PARTS, Math.floor(part / CELL_PARTS)) ? 1 : 0,
  ),
);

export interface CellPicture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row 0 at the north. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** The picture of a block of cells: from afar a pixel per cell, from nearby `CELL_PARTS`² with the lines of its state. O(pixels). */
export function gapCellPicture(cells: GapCells, block: CellBlock, near: boolean): CellPicture {
  const parts = near ? CELL_PARTS : 1;
  const width = block.columns * parts;
  const height = block.rows * parts;
  const pixels = new Uint32Array(width * height);
  for (let row = 0; row < block.rows; row++) {
    for (let column = 0; column < block.columns; column++) {
      const code = cells.codes[(block.row + row) * cells.columns + block.column + column]!;
      if (code === 0) continue;
      const at = row * parts * width + column * parts;
      const fill = FILL_PIXELS[code]!;
      if (parts === 1) {
        pixels[at] = fill;
        continue;
      }
      const line = LINE_PIXELS[code]!;
      const lines = LINES[Math.floor((code - 1) / 3)]!;
      for (let part = 0; part < lines.length; part++) {
        const target = at + Math.floor(part / CELL_PARTS) * width + (part % CELL_PARTS);
        pixels[target] = lines[part] === 1 ? line : fill;
      }
    }
  }
  return { width, height, pixels: new Uint8ClampedArray(pixels.buffer) };
}
