import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../src/city/projection.ts';
import type { DemandPoint } from '../../src/city/types.ts';
import { computeCellGrid } from '../../src/questions/population-cells.ts';
import { at, tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();

function pointAt(lon: number, lat: number, total: number | null): DemandPoint {
  return {
    id: `p:${lon}:${lat}:${total}`,
    position: [lon, lat] as never,
    districts: [],
    total,
    persons: [],
    outside: false,
    grade: 'official',
  };
}

describe('the cell grid of the tiny town', () => {
  const grid = computeCellGrid(city.population, city.identity)!;
  const persons = (column: number, rowFromSouth: number) =>
    grid.persons[(grid.rows - 1 - rowFromSouth) * grid.columns + column];

  it('spans the ten blocks and the outside cells two columns further east, rows from the north', () => {
    expect([grid.columns, grid.rows, grid.cellMeters]).toEqual([12, 10, 100]);
    expect(grid.persons.length).toBe(120);
  });

  it('puts the persons of each block into its cell', () => {
    expect(persons(0, 0)).toBe(3);
    expect(persons(4, 3)).toBe(20 + 5 * ((4 + 2 * 3) % 10));
    expect(persons(9, 0)).toBe(20 + 5 * 9);
    expect(persons(11, 2)).toBe(40);
  });

  it('tells nobody (0) from no statement (NaN), and has nobody where there is no demand point', () => {
    expect(persons(2, 7)).toBe(0);
    expect(persons(9, 9)).toBeNaN();
    expect(persons(10, 5)).toBe(0);
  });

  it('names the corners of the whole grid in the order the map wants', () => {
    expect(grid.corners).toEqual([at(0, 1000), at(1200, 1000), at(1200, 0), at(0, 0)]);
    expect(grid.blocks).toEqual([{ column: 0, row: 0, columns: 12, rows: 10, corners: grid.corners }]);
  });
});

describe('cells that are not those of the metric CRS', () => {
  it('use the grid of the source: a Zensus cell of EPSG:3035 keeps its corners', () => {
    const projection = projectionOf(3035);
    const centre = projection.inverse(4_300_050, 2_900_050);
    const grid = computeCellGrid([pointAt(centre[0], centre[1], 7)], {
      demandGrid: { epsg: 3035, cellMeters: 100 },
      epsg: 25832,
    })!;
    expect([grid.columns, grid.rows, grid.persons[0]]).toEqual([1, 1, 7]);
    expect(grid.corners[0]).toEqual(projection.inverse(4_300_000, 2_900_100));
    expect(grid.corners[2]).toEqual(projection.inverse(4_300_100, 2_900_000));
  });

  it('are squares of 100 m where demand points are free: points of one square add up, one unknown among known ones does not hide them', () => {
    const points = [
      pointAt(...tuple(at(10, 10)), 4),
      pointAt(...tuple(at(80, 90)), 5),
      pointAt(...tuple(at(50, 50)), null),
    ];
    const grid = computeCellGrid(points, { demandGrid: null, epsg: 25832 })!;
    expect([grid.columns, grid.rows, grid.persons[0]]).toEqual([1, 1, 4 + 5]);
  });

  it('are cut into blocks of at most 160 × 160 cells that cover the grid once', () => {
    const points = [pointAt(...tuple(at(50, 50)), 1), pointAt(...tuple(at(20_050, 5_050)), 1)];
    const grid = computeCellGrid(points, { demandGrid: null, epsg: 25832 })!;
    expect([grid.columns, grid.rows]).toEqual([201, 51]);
    expect(grid.blocks.map(({ column, columns, rows }) => [column, columns, rows])).toEqual([
      [0, 160, 51],
      [160, 41, 51],
    ]);
    expect(grid.blocks[0]!.corners[1]).toEqual(grid.blocks[1]!.corners[0]);
  });

  it('grow when a stray point would make the grid larger than memory allows', () => {
    const points = [pointAt(...tuple(at(0, 0)), 1), pointAt(...tuple(at(400_000, 400_000)), 1)];
    const grid = computeCellGrid(points, { demandGrid: null, epsg: 25832 })!;
    // 4,001² cells of 100 m are 16 million; of 200 m 2,001² are still above 4 million.
    expect(grid.cellMeters).toBe(400);
  });

  it('do not exist without demand points', () => {
    expect(computeCellGrid([], { demandGrid: null, epsg: 25832 })).toBeNull();
  });
});

function tuple(position: readonly [number, number]): [number, number] {
  return [position[0], position[1]];
}
