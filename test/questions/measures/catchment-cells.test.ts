import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import {
  type CellGrid,
  cellsAround,
  countPieces,
  createCellGeometry,
  neighboursOf,
  rimCells,
} from '../../../src/questions/measures/catchment-cells.ts';
import { polygonsInUnits } from '../../../src/shared/geometry/area.ts';
import { findInvalidity } from '../../../src/shared/geometry/find-invalidity.ts';

/**
 * 6 × 5 cells of 100 m; cell 0 is the north-western one, 29 the south-eastern:
 *
 *    0  1  2  3  4  5
 *    6  7  8  9 10 11
 *   12 13 14 15 16 17
 *   18 19 20 21 22 23
 *   24 25 26 27 28 29
 */
const grid: CellGrid = { epsg: 25832, cellMeters: 100, columns: 6, rows: 5, west: 5000, north: 54005 };
const geometry = createCellGeometry(grid);
const projection = projectionOf(25832);
/** Metres east and south of the grid's corner. */
const at = (east: number, south: number) => projection.inverse(500_000 + east, 5_400_500 - south);
const set = (...cells: number[]) => new Set(cells);

describe('cells of a catchment', () => {
  it('are found by a place, and have their middle where they lie', () => {
    expect(geometry.cellAt(at(250, 50))).toBe(2);
    expect(geometry.cellAt(at(599, 499))).toBe(29);
    expect(geometry.cellAt(at(650, 50))).toBe(-1);
    expect(geometry.cellAt(at(50, -10))).toBe(-1);
    const [lon, lat] = geometry.positionOf(8);
    const [x, y] = projection.forward(lon, lat);
    expect([x - 500_000, 5_400_500 - y]).toEqual([expect.closeTo(250, 1), expect.closeTo(150, 1)]);
  });

  it('have one outline that gives back the same cells', () => {
    for (const cells of [set(8), set(7, 8, 9, 13, 14, 20), set(0, 1, 6, 28, 29)]) {
      expect(geometry.cellsOf(geometry.areaOf(cells)!)).toEqual(cells);
    }
    expect(geometry.areaOf(set())).toBe(null);
  });

  it('make valid outlines: with a hole, in pieces, and where two touch in a corner alone', () => {
    const ring = set(7, 8, 9, 13, 15, 19, 20, 21);
    const corner = set(7, 14);
    // Around the hole at 14 and open to the outside in its corner alone.
    const pinched = set(7, 8, 13, 15, 20, 21, 19);
    for (const cells of [ring, corner, pinched, set(0, 29)]) {
      const area = geometry.areaOf(cells)!;
      expect(findInvalidity(polygonsInUnits(area.coordinates as never))).toBe(null);
      expect(geometry.cellsOf(area)).toEqual(cells);
    }
    expect(geometry.areaOf(ring)!.coordinates.map((rings) => rings.length)).toEqual([2]);
    expect(geometry.areaOf(corner)!.coordinates.length).toBe(2);
  });

  it('know their neighbours, and the square around them within the grid', () => {
    expect([...neighboursOf(0, grid)].sort((a, b) => a - b)).toEqual([1, 6]);
    expect([...neighboursOf(8, grid)].sort((a, b) => a - b)).toEqual([2, 7, 9, 14]);
    expect(cellsAround(8, 1, grid)).toEqual([8]);
    expect(cellsAround(0, 3, grid)).toEqual([0, 1, 6, 7]);
  });

  it('are counted in pieces: a corner does not join', () => {
    expect(countPieces(set(7, 8, 14), grid)).toBe(1);
    expect(countPieces(set(7, 14), grid)).toBe(2);
    // The end of one row and the beginning of the next are no neighbours.
    expect(countPieces(set(5, 6), grid)).toBe(2);
    expect(countPieces(set(), grid)).toBe(0);
  });

  it('have a rim on both sides, told by how far east and north of the school they lie', () => {
    const school = geometry.positionOf(14);
    const rim = rimCells(set(14, 15), grid, geometry, school);
    expect(rim.map(({ cell, isIn }) => [cell, isIn])).toEqual([
      [14, true],
      [8, false],
      [13, false],
      [15, true],
      [20, false],
      [9, false],
      [21, false],
      [16, false],
    ]);
    expect(rim.find(({ cell }) => cell === 8)).toMatchObject({ eastMeters: 0, northMeters: 100 });
    expect(rim.find(({ cell }) => cell === 21)).toMatchObject({ eastMeters: 100, northMeters: -100 });
    expect(rim.find(({ cell }) => cell === 13)).toMatchObject({ eastMeters: -100, northMeters: 0 });
    expect(rimCells(set(), grid, geometry, school).map(({ cell }) => cell)).toEqual([14]);
  });
});
