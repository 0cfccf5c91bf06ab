import { describe, expect, it } from 'vitest';
import { HILBERT_MAX, hilbertIndex } from '../../../src/shared/geometry/hilbert.ts';

describe('hilbertIndex', () => {
  it('visits each of the 16 × 16 cells at the origin once, going from neighbour to neighbour', () => {
    const cells: [number, number][] = [];
    for (let x = 0; x < 16; x++) for (let y = 0; y < 16; y++) cells[hilbertIndex(x, y)] = [x, y];
    expect(cells).toHaveLength(16 * 16);
    for (let i = 1; i < cells.length; i++) {
      const [x, y] = cells[i]!;
      const [previousX, previousY] = cells[i - 1]!;
      expect(Math.abs(x - previousX) + Math.abs(y - previousY)).toBe(1);
    }
  });

  it('begins in one corner of the square and ends in the one beside it', () => {
    expect(hilbertIndex(0, 0)).toBe(0);
    expect(hilbertIndex(HILBERT_MAX, 0)).toBe(2 ** 32 - 1);
  });
});
