import { describe, expect, it } from 'vitest';
import type { GapResult, GapRow } from '../../../src/questions/gaps/gap-request.ts';
import { rowsWithin } from '../../../src/ui/gap-map/rows-within.ts';
import { worstFirst } from '../../../src/ui/gap-map/worst-first.ts';

const row = (id: string, more: Partial<GapRow>): GapRow =>
  ({ id, name: id, level: 1, parent: null, balance: null, missing: null, ...more }) as GapRow;

describe('districts by what they lack', () => {
  it('put the largest deficit first, a surplus behind it, and keine Angabe last', () => {
    const rows = [
      row('a', { balance: 20 }),
      row('b', {}),
      row('c', { balance: -300 }),
      row('d', { balance: -20 }),
      row('e', {}),
    ];
    expect(worstFirst(rows, 'balance').map(({ id }) => id)).toEqual(['c', 'd', 'a', 'b', 'e']);
  });

  it('count people out of reach where the model counts no places', () => {
    const rows = [
      row('near', { persons: 100, personsWithinReach: 90 }),
      row('far', { persons: 100, personsWithinReach: 10 }),
      row('unknown', { persons: null, personsWithinReach: null }),
    ];
    expect(worstFirst(rows, 'out-of-reach').map(({ id }) => id)).toEqual(['far', 'near', 'unknown']);
  });
});

describe('the parts of a district', () => {
  const parts = [
    row('n1', { level: 2, parent: 'north' }),
    row('n2', { level: 2, parent: 'north' }),
    row('s1', { level: 2, parent: 'south' }),
  ];
  const cells = [row('n1a', { level: 3, parent: 'n1' }), row('s1a', { level: 3, parent: 's1' })];
  const result = {
    levels: [[row('city', { level: 0 })], [row('north', {}), row('south', {})], parts, cells],
  } as unknown as GapResult;

  it('are those below it, at any depth', () => {
    expect(rowsWithin(result, parts, 'north').map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect(rowsWithin(result, cells, 'north').map(({ id }) => id)).toEqual(['n1a']);
  });

  it('are all rows for the city and for a district that is not known', () => {
    expect(rowsWithin(result, parts, null)).toEqual(parts);
    expect(rowsWithin(result, parts, 'east')).toEqual(parts);
  });
});
