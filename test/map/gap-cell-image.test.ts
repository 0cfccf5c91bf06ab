import { describe, expect, it } from 'vitest';
import { gapCellPicture } from '../../src/map/gap-cell-image.ts';
import { CELL_PARTS } from '../../src/map/gap-samples.ts';
import { CELL_LINE_COLORS, CELL_OPACITIES, CELL_STATE_COLORS } from '../../src/map/palette.ts';
import type { GapCells } from '../../src/questions/gap-map/gap-calls.ts';
import type { CellBlock } from '../../src/questions/population-cells.ts';

const corners = [
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 0],
] as unknown as CellBlock['corners'];

/** Codes are 1 + 3 × state + strength: nothing, served weak, no place middle / out of reach strong, unknown, nothing. */
const cells: GapCells = { tells: 'places', columns: 3, rows: 2, codes: Uint8Array.of(0, 1, 5, 9, 10, 0) };
const whole: CellBlock = { column: 0, row: 0, columns: 3, rows: 2, corners };

const rgb = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
const rgba = (pixels: Uint8ClampedArray, at: number) => [...pixels.slice(at * 4, at * 4 + 4)];

describe('the picture of the states from afar', () => {
  const { pixels, width, height } = gapCellPicture(cells, whole, false);

  it('has a pixel per cell: colour by state, opacity by strength', () => {
    expect([width, height, pixels.length]).toEqual([3, 2, 24]);
    const expected = (state: keyof typeof CELL_STATE_COLORS, strength: 0 | 1 | 2) => [
      ...rgb(CELL_STATE_COLORS[state]),
      Math.round(CELL_OPACITIES[state][strength] * 255),
    ];
    expect(rgba(pixels, 1)).toEqual(expected('served', 0));
    expect(rgba(pixels, 2)).toEqual(expected('no-place', 1));
    expect(rgba(pixels, 3)).toEqual(expected('out-of-reach', 2));
    expect(rgba(pixels, 4)).toEqual(expected('unknown', 0));
  });

  it('shows nothing where nobody of the target group lives', () => {
    expect(rgba(pixels, 0)).toEqual([0, 0, 0, 0]);
    expect(rgba(pixels, 5)).toEqual([0, 0, 0, 0]);
  });
});

describe('the picture of the states from nearby', () => {
  const { pixels, width, height } = gapCellPicture(cells, whole, true);
  const part = (column: number, row: number, x: number, y: number) =>
    rgba(pixels, (row * CELL_PARTS + y) * width + column * CELL_PARTS + x);

  it('has lines in the cells that lack something, and none where served', () => {
    expect([width, height]).toEqual([3 * CELL_PARTS, 2 * CELL_PARTS]);
    expect(part(2, 0, 0, 0).slice(0, 3)).toEqual(rgb(CELL_LINE_COLORS['no-place']));
    expect(part(2, 0, 1, 0).slice(0, 3)).toEqual(rgb(CELL_STATE_COLORS['no-place']));
    expect(part(0, 1, 0, 0).slice(0, 3)).toEqual(rgb(CELL_LINE_COLORS['out-of-reach']));
    for (let at = 0; at < CELL_PARTS; at++) {
      expect(part(1, 0, at, 0).slice(0, 3)).toEqual(rgb(CELL_STATE_COLORS.served));
      expect(part(0, 0, at, at)).toEqual([0, 0, 0, 0]);
    }
  });

  it('draws lines a quarter stronger than the cell', () => {
    const opacity = CELL_OPACITIES['no-place'][1];
    expect(part(2, 0, 1, 0)[3]).toBe(Math.round(opacity * 255));
    expect(part(2, 0, 0, 0)[3]).toBe(Math.round((opacity + 0.25) * 255));
  });
});

describe('a block of the grid', () => {
  it('is cut from the whole', () => {
    const block: CellBlock = { column: 1, row: 1, columns: 2, rows: 1, corners };
    const cut = gapCellPicture(cells, block, false);
    expect([cut.width, cut.height]).toEqual([2, 1]);
    expect(rgba(cut.pixels, 0).slice(0, 3)).toEqual(rgb(CELL_STATE_COLORS.unknown));
    expect(rgba(cut.pixels, 1)).toEqual([0, 0, 0, 0]);
  });
});
