import { describe, expect, it } from 'vitest';
import { type CatchmentDemand, figuresOfCells } from '../../../src/questions/measures/catchment-figures.ts';

/** Cell 0 goes to two schools, cell 1 to the first, cell 2 to none. */
const demand: CatchmentDemand = {
  cells: Int32Array.of(0, 0, 1, 2),
  schoolOf: Int32Array.of(0, 1, 0, -1),
  pupils: Float64Array.of(4, 2, 6, 3),
  unknown: Int32Array.of(0, 0, 0, 0),
  schools: [
    { id: 'a', name: 'A', capacity: 12 },
    { id: 'b', name: 'B', capacity: null },
  ],
  places: 10,
  pupilsPerZug: 6,
  proposal: Int32Array.of(0),
};

describe('the figures of a catchment', () => {
  it('add up its cells, and say which school gives how many, who gives most first', () => {
    expect(figuresOfCells(demand, new Set([0, 2]))).toEqual({
      // 4 + 2 + 3 pupils, of 6 a Zug; 10 places.
      pupils: 9,
      zuege: 1.5,
      balance: 1,
      withoutSchool: 3,
      unknown: 0,
      schools: [
        { id: 'a', name: 'A', capacity: 12, before: 10, after: 6 },
        { id: 'b', name: 'B', capacity: null, before: 2, after: 0 },
      ],
    });
  });

  it('name no school that gives nobody up', () => {
    expect(figuresOfCells(demand, new Set([1])).schools.map(({ id, after }) => [id, after])).toEqual([['a', 4]]);
    expect(figuresOfCells(demand, new Set())).toMatchObject({ pupils: 0, balance: 10, withoutSchool: 0, schools: [] });
  });

  it('are missing where places or the size of a Zug are', () => {
    const found = figuresOfCells({ ...demand, places: null, pupilsPerZug: null }, new Set([0]));
    expect(found).toMatchObject({ pupils: 6, zuege: null, balance: null });
  });
});
