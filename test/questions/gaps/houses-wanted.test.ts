import { describe, expect, it } from 'vitest';
import { housesWanted } from '../../../src/questions/gaps/houses-wanted.ts';
import { ask, indicatorOf, plainCity } from './ask.ts';

describe('the number of houses wanted', () => {
  const library = indicatorOf('bibliothek');
  const { result } = ask(plainCity(), 'bibliothek');
  const wanted = (value: number | null, balanceLevel: number | null) => {
    const indicator = { ...library, balanceLevel, rate: { ...library.rate, value } };
    return result.levels.map((rows) => rows.map((row) => housesWanted(result, indicator, row)));
  };

  it('is the rate times the areas of the balance level that lie in a row; finer rows have none', () => {
    expect(wanted(1, 1)).toEqual([[2], [1, 1], [null, null, null, null]]);
    expect(wanted(3, 2)).toEqual([[3 * 4], [3 * 2, 3 * 2], [3, 3, 3, 3]]);
    expect(wanted(5, 0)).toEqual([[5], [null, null], [null, null, null, null]]);
  });

  it('is counted in the largest districts unless the indicator says otherwise', () => {
    expect(wanted(2, null)[0]).toEqual([2 * 2]);
  });

  it('is keine Angabe where the city has yet to set it', () => {
    expect(wanted(null, 1).flat()).toEqual([null, null, null, null, null, null, null]);
  });
});
