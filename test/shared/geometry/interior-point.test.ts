import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/shared/geometry/area.ts';
import { interiorPoint } from '../../../src/shared/geometry/interior-point.ts';
import { areaContains, sideOfArea } from '../../../src/shared/geometry/side-of-area.ts';
import { FRAME, rectangle } from './shapes.ts';

describe('a point well inside', () => {
  it('is the middle of a square and lies beside the hole of a frame', () => {
    expect(interiorPoint(rectangle(0, 0, 4, 4))).toEqual([2, 2]);
    expect(sideOfArea(FRAME, interiorPoint(FRAME))).toBe('inside');
  });

  it('lies in the thick part of an L, at the centre of the largest inner circle', () => {
    const angle: Area = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 1],
          [4, 1],
          [4, 4],
          [0, 4],
          [0, 0],
        ],
      ],
    };
    const [lon, lat] = interiorPoint(angle);
    // The circle of radius 2 around (2, 2) touches three sides; 2 % of its radius is allowed.
    expect(Math.abs(lon - 2)).toBeLessThan(0.05);
    expect(Math.abs(lat - 2)).toBeLessThan(0.05);
  });

  it('is inside a sliver a few centimetres wide and kilometres long', () => {
    const sliver: Area = {
      type: 'Polygon',
      coordinates: [
        [
          [7, 51],
          [7.05, 51.05],
          [7.0500004, 51.05],
          [7, 51],
        ],
      ],
    };
    expect(sideOfArea(sliver, interiorPoint(sliver))).toBe('inside');
  });

  it('lies in the wider of two parts', () => {
    const two: Area = {
      type: 'MultiPolygon',
      coordinates: [
        rectangle(0, 0, 1, 1).coordinates as number[][][],
        rectangle(5, 0, 8, 3).coordinates as number[][][],
      ],
    };
    expect(areaContains(rectangle(5, 0, 8, 3), interiorPoint(two))).toBe(true);
  });
});
