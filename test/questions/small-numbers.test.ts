import { describe, expect, it } from 'vitest';
import { maskSmallCounts } from '../../src/questions/small-numbers.ts';

describe('small counts', () => {
  it('stay visible where none is small, and where the only small one is zero', () => {
    expect(maskSmallCounts([[30, 10, 20]], 5, [])).toEqual([[false, false, false]]);
    expect(maskSmallCounts([[30, 0, 30]], 5, [])).toEqual([[false, false, false]]);
  });

  it('take the smallest neighbour of the row with them', () => {
    expect(maskSmallCounts([[33, 3, 20, 10]], 5, [])).toEqual([[false, true, false, true]]);
  });

  it('leave no row or column with exactly one cell hidden', () => {
    const masked = maskSmallCounts(
      [
        [60, 3, 20, 37],
        [91, 30, 26, 35],
        [70, 10, 25, 35],
      ],
      5,
      [],
    );
    expect(masked).toEqual([
      [false, true, true, false],
      [false, false, false, false],
      [false, true, true, false],
    ]);
  });

  it('hide two of a column whose sum is itself hidden', () => {
    const masked = maskSmallCounts(
      [
        [10, 10],
        [20, 20],
        [30, 30],
      ],
      5,
      [false, true],
    );
    expect(masked.map((row) => row[1])).toEqual([true, true, false]);
    // Each row then hides its other figure too, or the row's sum would give the hidden one away.
    expect(masked.map((row) => row[0])).toEqual([true, true, false]);
  });

  it('do not hide what is not known', () => {
    expect(maskSmallCounts([[null, null]], 5, [])).toEqual([[false, false]]);
  });
});
