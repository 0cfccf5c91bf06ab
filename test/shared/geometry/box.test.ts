import { describe, expect, it } from 'vitest';
import {
  boxContains,
  boxesOverlap,
  boxOfGeometries,
  boxOfGeometry,
  growBox,
  intersectBox,
  unionBox,
  visitPositions,
} from '../../../src/shared/geometry/box.ts';
import { FRAME, rectangle } from './shapes.ts';

describe('boxes', () => {
  it('enclose every position, join and intersect', () => {
    expect(boxOfGeometry(FRAME)).toEqual([0, 0, 4, 4]);
    expect(boxOfGeometry({ type: 'GeometryCollection', geometries: [] })).toBeNull();
    expect(unionBox([0, 0, 1, 1], [3, -1, 4, 0])).toEqual([0, -1, 4, 1]);
    expect(intersectBox([0, 0, 2, 2], [1, 1, 3, 3])).toEqual([1, 1, 2, 2]);
    expect(intersectBox([0, 0, 1, 1], [2, 2, 3, 3])).toBeNull();
  });

  it('grow by metres, more degrees of longitude than of latitude', () => {
    // 1110 m are 0.01° of latitude; at 60.01° a degree of longitude is half as long, so 0.02° (rounded outwards to 0.0201°).
    expect(growBox([10, 59, 11, 60], 1110)).toEqual([9.9799, 58.99, 11.0201, 60.01]);
  });

  it('hold what lies on their edge, and overlap where they share a point', () => {
    expect([boxContains([0, 0, 2, 1], [2, 1]), boxContains([0, 0, 2, 1], [2, 1.1])]).toEqual([true, false]);
    expect([boxesOverlap([0, 0, 1, 1], [1, 1, 2, 2]), boxesOverlap([0, 0, 1, 1], [1.1, 0, 2, 1])]).toEqual([
      true,
      false,
    ]);
  });

  it('are put around many geometries at once, and positions are visited in their order', () => {
    const point = { type: 'Point' as const, coordinates: [9, -2] };
    expect(boxOfGeometries([rectangle(0, 0, 1, 1), point])).toEqual([0, -2, 9, 1]);
    const visited: number[] = [];
    visitPositions({ type: 'GeometryCollection', geometries: [point, rectangle(0, 0, 1, 1)] }, (position) =>
      visited.push(position[0]!),
    );
    // The closing position of the ring is visited too.
    expect(visited).toEqual([9, 0, 1, 1, 0, 0]);
  });
});
