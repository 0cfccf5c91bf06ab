import { describe, expect, it } from 'vitest';
import { copyOf } from '../../src/plan/copy-of.ts';
import { equalData } from '../../src/plan/equal-data.ts';

describe('a copy of plain data', () => {
  const source = { name: 'Kita', place: [9.1, 48.7], open: null, file: new Uint8Array([1, 2]) };

  it('says the same and shares nothing', () => {
    const copy = copyOf(source);
    expect(copy).toEqual(source);
    expect(equalData(copy, source)).toBe(true);
    copy.place[0] = 0;
    copy.file[0] = 9;
    expect(source.place[0]).toBe(9.1);
    expect(source.file[0]).toBe(1);
    expect(equalData(copy, source)).toBe(false);
  });
});
