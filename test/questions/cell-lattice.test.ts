import { describe, expect, it } from 'vitest';
import { layCells } from '../../src/questions/cell-lattice.ts';
import { at } from '../fixtures/tiny-city.ts';

const METRIC = { demandGrid: null, epsg: 25832 };

describe('the cells of demand points', () => {
  it('begin at the westernmost and northernmost point and count row by row from the north', () => {
    const points = [at(50, 50), at(250, 350), at(199, 201)].map((position) => ({ position }));
    const { columns, rows, cellMeters, cellOf, west, north } = layCells(points, METRIC)!;
    expect([columns, rows, cellMeters]).toEqual([3, 4, 100]);
    // Rows from the north: y 300–400, 200–300, 100–200, 0–100.
    expect([...cellOf]).toEqual([3 * 3 + 0, 0 * 3 + 2, 1 * 3 + 1]);
    // The town's corner lies at 500,000 / 5,400,000.
    expect([west, north]).toEqual([5_000, 54_004]);
  });

  it('have the size of the grid the points come from, doubled until there are at most 4 million', () => {
    const points = [at(50, 50), at(2_000_050, 50)].map((position) => ({ position }));
    expect(layCells(points.slice(0, 1), { ...METRIC, demandGrid: { epsg: 25832, cellMeters: 250 } })!.cellMeters).toBe(
      250,
    );
    const wide = layCells([...points, { position: at(50, 1_000_050) }], METRIC)!;
    expect(wide.columns * wide.rows).toBeLessThanOrEqual(4_000_000);
    expect(Math.log2(wide.cellMeters / 100) % 1).toBe(0);
  });

  it('do not exist without points', () => {
    expect(layCells([], METRIC)).toBeNull();
  });
});
