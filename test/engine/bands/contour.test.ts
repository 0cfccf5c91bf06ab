import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contourRings,
  cornersInside,
  type Field,
  isWithin,
  NO_VALUE,
  outlinesOf,
  signedArea,
} from '../../../src/engine/bands/contour.ts';

/** Rows from north to south, as on paper. */
function fieldOf(...rows: readonly (readonly number[])[]): Field {
  return { columns: rows[0]!.length, rows: rows.length, values: Uint32Array.from([...rows].reverse().flat()) };
}

describe('the contour of a field', () => {
  it('crosses between two nodes where the limit is reached on the straight line between their values', () => {
    // From 40 to 140 the limit of 60 is reached after a fifth of the way.
    const field = fieldOf([140, 140, 140], [140, 40, 140], [140, 140, 140]);
    const [ring] = contourRings(field, 60);
    expect(new Set(ring!.map(([x, y]) => `${x} ${y}`))).toEqual(new Set(['1.2 1', '1 1.2', '0.8 1', '1 0.8']));
    expect(ring![0]).toEqual(ring!.at(-1));
    expect(signedArea(ring!)).toBeCloseTo(0.4 ** 2 / 2, 12);
  });

  it('passes midway to a node without a value, and never closer to a node than a twentieth', () => {
    const none = NO_VALUE;
    const [ring] = contourRings(fieldOf([9, 9, 9], [9, 5, none], [9, none, 9]), 5);
    expect(ring!.map(([x, y]) => [x, y])).toEqual(
      expect.arrayContaining([
        [1.5, 1],
        [1, 0.5],
        [0.95, 1],
        [1, 1.05],
      ]),
    );
  });

  it('goes around an area and, the other way, around its hole', () => {
    const field = fieldOf([9, 9, 9, 9, 9], [9, 0, 0, 0, 9], [9, 0, 9, 0, 9], [9, 0, 0, 0, 9], [9, 9, 9, 9, 9]);
    const outlines = outlinesOf(contourRings(field, 0));
    expect(outlines.length).toBe(1);
    expect(outlines[0]!.holes.length).toBe(1);
    expect(signedArea(outlines[0]!.outer)).toBeGreaterThan(4);
    expect(signedArea(outlines[0]!.holes[0]!)).toBeLessThan(0);
  });

  it('joins corners that touch across a diagonal, and tells islands apart', () => {
    const diagonal = fieldOf([9, 9, 9, 9], [9, 0, 9, 9], [9, 9, 0, 9], [9, 9, 9, 9]);
    expect(outlinesOf(contourRings(diagonal, 0)).length).toBe(1);
    const apart = fieldOf([9, 9, 9, 9, 9], [9, 0, 9, 0, 9], [9, 9, 9, 9, 9]);
    expect(outlinesOf(contourRings(apart, 0)).map(({ holes }) => holes.length)).toEqual([0, 0]);
  });

  it('gives a hole to the smallest outline around it: an island within a lake within an island', () => {
    const side = 9;
    const values = Uint32Array.from({ length: side * side }, (_, i) => {
      const ring = Math.min(i % side, Math.floor(i / side), side - 1 - (i % side), side - 1 - Math.floor(i / side));
      return ring === 0 || ring === 2 || ring === 4 ? 9 : 0;
    });
    const outlines = outlinesOf(contourRings({ columns: side, rows: side, values }, 0));
    expect(outlines.map(({ holes }) => holes.length)).toEqual([1, 1]);
    expect(signedArea(outlines[0]!.outer)).toBeGreaterThan(signedArea(outlines[1]!.outer));
    expect(signedArea(outlines[1]!.holes[0]!)).toBeGreaterThan(signedArea(outlines[0]!.holes[0]!));
  });

  it('has every node of a random field strictly on its side, and squares with four corners inside in full', () => {
    const side = 8;
    const inner = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(inner, (numbers) => {
        const values = new Uint32Array(side * side).fill(NO_VALUE);
        numbers.forEach((value, i) => {
          values[(1 + Math.floor(i / 6)) * side + 1 + (i % 6)] = value === 9 ? NO_VALUE : value;
        });
        const field = { columns: side, rows: side, values };
        const rings = contourRings(field, 4);
        const outlines = outlinesOf(rings);
        expect(outlines.reduce((sum, { holes }) => sum + 1 + holes.length, 0)).toBe(rings.length);
        for (let row = 0; row + 1 < side; row++) {
          for (let column = 0; column + 1 < side; column++) {
            for (const [dx, dy] of [
              [0, 0],
              [0.04, 0],
              [0, 0.04],
            ] as const) {
              expect(isWithin(rings, column + dx, row + dy)).toBe(values[row * side + column]! <= 4);
            }
            const state = cornersInside(field, 4, column, row);
            if (state === 15 || state === 0) expect(isWithin(rings, column + 0.5, row + 0.5)).toBe(state === 15);
          }
        }
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});
