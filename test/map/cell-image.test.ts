import { describe, expect, it } from 'vitest';
import { cellPixels } from '../../src/map/cell-image.ts';
import { CELL_COLORS, CELL_UNKNOWN_COLOR } from '../../src/map/palette.ts';
import { CELL_CLASSES } from '../../src/questions/cell-classes.ts';
import type { CellBlock, CellGrid } from '../../src/questions/population-cells.ts';

const corners = [
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 0],
] as unknown as CellBlock['corners'];

/** A grid of 3 × 2: 0, 5, NaN / 10, 400, 60. */
const grid: CellGrid = {
  columns: 3,
  rows: 2,
  cellMeters: 100,
  persons: Float32Array.of(0, 5, Number.NaN, 10, 400, 60),
  corners,
  blocks: [],
};

const rgba = (pixels: Uint8ClampedArray, cell: number) => [...pixels.slice(cell * 4, cell * 4 + 4)];
const rgb = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

describe('the picture of the cells', () => {
  const pixels = cellPixels(grid, { column: 0, row: 0, columns: 3, rows: 2, corners });

  it('has a pixel per cell, coloured by class', () => {
    expect(pixels).toHaveLength(3 * 2 * 4);
    expect(rgba(pixels, 1)).toEqual([...rgb(CELL_COLORS[0]!), 255]);
    expect(rgba(pixels, 3)).toEqual([...rgb(CELL_COLORS[1]!), 255]);
    expect(rgba(pixels, 4)).toEqual([...rgb(CELL_COLORS[6]!), 255]);
    expect(rgba(pixels, 5)).toEqual([...rgb(CELL_COLORS[3]!), 255]);
  });

  it('shows nothing where nobody lives, and grey where there is no statement', () => {
    expect(rgba(pixels, 0)).toEqual([0, 0, 0, 0]);
    const [r, g, b, alpha] = rgba(pixels, 2);
    expect([r, g, b]).toEqual(rgb(CELL_UNKNOWN_COLOR));
    expect(alpha).toBeGreaterThan(0);
    expect(alpha).toBeLessThan(255);
  });

  it('of a block is cut from the whole grid', () => {
    const block = cellPixels(grid, { column: 1, row: 1, columns: 2, rows: 1, corners });
    expect(block).toHaveLength(2 * 4);
    expect(rgba(block, 0)).toEqual(rgba(pixels, 4));
    expect(rgba(block, 1)).toEqual(rgba(pixels, 5));
  });
});

describe('the colours of the classes', () => {
  it('are one per class and grow darker step by step, so that grey print keeps the order', () => {
    expect(CELL_COLORS).toHaveLength(CELL_CLASSES.length);
    const lightness = CELL_COLORS.map((color) => {
      const [r, g, b] = rgb(color) as [number, number, number];
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
    for (let i = 1; i < lightness.length; i++) expect(lightness[i - 1]! - lightness[i]!).toBeGreaterThan(12);
  });
});
