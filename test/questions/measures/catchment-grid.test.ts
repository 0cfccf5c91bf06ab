import { describe, expect, it } from 'vitest';
import { catchmentGrid } from '../../../src/questions/measures/catchment-grid.ts';
import { pointOf, townOf } from '../gap-map/small-town.ts';

describe('the grid of a catchment', () => {
  it('knows the smallest district of each cell: that of its people, else of its middle', () => {
    // Two cells with people, 450 m and 650 m from the west, and the empty one between them.
    const grid = catchmentGrid(townOf([pointOf(450, 50, 1), pointOf(650, 50, 1)], []))!;
    expect(grid.districts.map(({ name }) => name)).toEqual(['Ost-Nord', 'Ost-Süd', 'West-Nord', 'West-Süd']);
    expect([grid.cellMeters, grid.columns, grid.rows]).toEqual([100, 3, 1]);
    expect([...grid.districtOf]).toEqual([3, 1, 1]);
    // People may be counted to another district than the middle of their cell.
    const moved = pointOf(650, 50, 1, { districts: ['amt:1', 'amt:11'] });
    expect([...catchmentGrid(townOf([pointOf(450, 50, 1), moved], []))!.districtOf]).toEqual([3, 1, 3]);
  });

  it('has one district without a name where the city has none, and is nothing without people', () => {
    const grid = catchmentGrid({ ...townOf([pointOf(450, 50, 1), pointOf(650, 50, 1)], []), districts: [] })!;
    expect([grid.districts, [...grid.districtOf]]).toEqual([[{ id: '', name: '' }], [0, 0, 0]]);
    expect(catchmentGrid(townOf([], []))).toBe(null);
  });

  it('leaves out what lies beyond the border', () => {
    const beyond = catchmentGrid(townOf([pointOf(950, 50, 1), pointOf(1150, 50, 1, { districts: [null, null] })], []))!;
    expect([...beyond.districtOf]).toEqual([1, -1, -1].slice(0, beyond.columns));
  });
});
