import { describe, expect, it } from 'vitest';
import {
  areaFromPolygons,
  degreeUnits,
  polygonsFromUnits,
  polygonsInUnits,
  polygonsOf,
} from '../../../src/shared/geometry/area.ts';
import { FRAME, rectangle } from './shapes.ts';

describe('an area', () => {
  const one = rectangle(0, 0, 1, 1);
  const parts = [...polygonsOf(FRAME), ...polygonsOf(one)];

  it('is one polygon or several, whatever its type', () => {
    expect(polygonsOf(FRAME)).toEqual([FRAME.coordinates]);
    expect(areaFromPolygons(polygonsOf(one))).toEqual(one);
    expect(areaFromPolygons(parts).type).toBe('MultiPolygon');
    expect(polygonsOf(areaFromPolygons(parts))).toEqual(parts);
  });

  it('is counted in whole units of 1e-7°, and comes back the same', () => {
    // 0.1 + 0.2 is a hair above 0.3.
    expect([degreeUnits(0.1 + 0.2), degreeUnits(-9.18)]).toEqual([3_000_000, -91_800_000]);
    expect(polygonsInUnits([[[[0.3, 1]]]])).toEqual([[[[3_000_000, 10_000_000]]]]);
    expect(polygonsFromUnits(polygonsInUnits(parts))).toEqual(parts);
    expect(polygonsFromUnits([[[[12.4, -12.6]]]])).toEqual([[[[12 / 1e7, -13 / 1e7]]]]);
  });
});
