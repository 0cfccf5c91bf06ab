import { describe, expect, it } from 'vitest';
import type { Rings } from '../../../src/shared/geometry/area.ts';
import { areaFromPolygons, polygonsOf } from '../../../src/shared/geometry/area.ts';
import { areaSquareMeters } from '../../../src/shared/geometry/area-square-meters.ts';
import { combine } from '../../../src/shared/geometry/boolean-operations.ts';
import { PLAIN, rectangle } from './shapes.ts';

describe('boolean operations', () => {
  const square = (west: number, south: number, east: number, north: number) =>
    polygonsOf(rectangle(west, south, east, north));
  const size = (found: readonly Rings[]) => areaSquareMeters(areaFromPolygons(found), PLAIN);

  it('join, share and take away', () => {
    const [a, b] = [square(0, 0, 4, 4), square(3, 1, 5, 3)];
    expect(size(combine('union', a, [b]))).toBe(4 * 4 + 2 * 2 - 1 * 2);
    expect(size(combine('intersection', a, [b]))).toBe(1 * 2);
    expect(size(combine('difference', a, [b, square(0, 0, 1, 4)]))).toBe(4 * 4 - 1 * 2 - 1 * 4);
  });

  it('leave a hole where something is taken from the middle, and nothing where all is taken', () => {
    const [rings] = combine('difference', square(0, 0, 4, 4), [square(1, 1, 3, 3)]);
    expect(rings).toHaveLength(2);
    expect(combine('difference', square(1, 1, 3, 3), [square(0, 0, 4, 4)])).toEqual([]);
  });

  it('round crossings to whole units', () => {
    // The side from (0, 0) to (3, 10) crosses y = 5 at x = 1.5, which becomes 2.
    const triangle = [
      [
        [
          [0, 0],
          [10, 0],
          [3, 10],
          [0, 0],
        ],
      ],
    ];
    const [found] = combine('intersection', triangle, [square(0, 0, 10, 5)]);
    const xs = found![0]!.filter(([, y]) => y === 5).map(([x]) => x);
    // The other side runs from (10, 0) to (3, 10): x = 6.5 at y = 5.
    expect(new Set(xs)).toEqual(new Set([2, 7]));
  });
});
