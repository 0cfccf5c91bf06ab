import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/shared/geometry/area.ts';
import { areaSquareMeters } from '../../../src/shared/geometry/area-square-meters.ts';
import { FRAME, PLAIN, rectangle } from './shapes.ts';

describe('area in square metres', () => {
  it('is the outer ring minus the hole, and the sum over parts', () => {
    expect(areaSquareMeters(FRAME, PLAIN)).toBe(4 * 4 - 2 * 2);
    const two: Area = {
      type: 'MultiPolygon',
      coordinates: [FRAME.coordinates as number[][][], rectangle(10, 0, 13, 2).coordinates as number[][][]],
    };
    expect(areaSquareMeters(two, PLAIN)).toBe(12 + 3 * 2);
  });
});
