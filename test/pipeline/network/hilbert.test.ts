import { describe, expect, it } from 'vitest';
import { hilbertIndex, hilbertOrder } from '../../../src/pipeline/network/hilbert.ts';

describe('hilbertIndex', () => {
  it('starts at the lower left and ends at the lower right corner', () => {
    expect(hilbertIndex(0, 0)).toBe(0);
    expect(hilbertIndex(65_535, 0)).toBe(2 ** 32 - 1);
  });

  it('visits each cell of a block once, each a neighbour of the one before', () => {
    const size = 16;
    const cells: { x: number; y: number; index: number }[] = [];
    for (let x = 0; x < size; x++) for (let y = 0; y < size; y++) cells.push({ x, y, index: hilbertIndex(x, y) });
    cells.sort((a, b) => a.index - b.index);
    expect(cells.map((cell) => cell.index)).toEqual(cells.map((_, i) => i));
    for (let i = 1; i < cells.length; i++) {
      const step = Math.abs(cells[i]!.x - cells[i - 1]!.x) + Math.abs(cells[i]!.y - cells[i - 1]!.y);
      expect(step).toBe(1);
    }
  });
});

describe('hilbertOrder', () => {
  it('breaks ties of position by the original index', () => {
    expect([...hilbertOrder(new Int32Array([5, 5, 0, 5]), new Int32Array([5, 5, 0, 5]))]).toEqual([2, 0, 1, 3]);
  });
});
