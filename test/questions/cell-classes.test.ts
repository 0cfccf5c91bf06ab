import { describe, expect, it } from 'vitest';
import { CELL_CLASSES, cellClass } from '../../src/questions/cell-classes.ts';

describe('the class of a cell', () => {
  it('begins at its lower limit and is none for nobody and for no statement', () => {
    expect(CELL_CLASSES[3]).toBe(50);
    expect([0, Number.NaN, 0.5, 9.99, 10, 49.9, 50, 5000].map(cellClass)).toEqual([null, null, 0, 0, 1, 2, 3, 6]);
  });
});
