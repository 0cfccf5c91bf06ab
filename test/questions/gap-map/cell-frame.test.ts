import { describe, expect, it } from 'vitest';
import { createCellFrame } from '../../../src/questions/gap-map/cell-frame.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { computeCellGrid } from '../../../src/questions/population-cells.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { pointOf, townOf } from './small-town.ts';

describe('the cells of demand points', () => {
  it('are those of the population: their persons add up to the same grid', () => {
    const city = tinyCity();
    const frame = createCellFrame(createCityModel(city));
    const grid = computeCellGrid(city.population, city.identity)!;
    expect([frame.columns, frame.rows]).toEqual([grid.columns, grid.rows]);
    const persons = new Float32Array(grid.persons.length);
    city.population.forEach(({ total }, p) => {
      persons[frame.cellOf[p]!] = total === null ? Number.NaN : persons[frame.cellOf[p]!]! + total;
    });
    expect(persons).toEqual(grid.persons);
  });

  it('hold the points of a site where it lies: Alte Gärtnerei in column 6 of 12, 1 row below the northern edge', () => {
    const model = createCityModel(tinyCity());
    const frame = createCellFrame(model);
    const site = model.points.site.indexOf(0);
    expect(frame.cellOf[site]).toBe(1 * 12 + 6);
  });

  it('give no cell to a site beyond the grid, and a grid of nothing to a city without demand points', () => {
    const city = tinyCity();
    const west = createCityModel(townOf([pointOf(50, 50, 1)], [], { sites: city.sites }));
    expect(createCellFrame(west).cellOf).toEqual(Int32Array.from([0, -1, -1]));
    const nobody = createCityModel(townOf([], []));
    expect(createCellFrame(nobody)).toEqual({ columns: 0, rows: 0, cellOf: new Int32Array(0) });
  });
});
