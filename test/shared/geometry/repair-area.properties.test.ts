import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type Area, polygonsInUnits, polygonsOf } from '../../../src/shared/geometry/area.ts';
import { findInvalidity } from '../../../src/shared/geometry/find-invalidity.ts';
import { interiorPoint } from '../../../src/shared/geometry/interior-point.ts';
import { repairArea } from '../../../src/shared/geometry/repair-area.ts';
import { sideOfArea } from '../../../src/shared/geometry/side-of-area.ts';

/** Corners on a coarse grid, so that rings touch, cross and run along themselves often. */
const corner = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
const ring = fc.array(corner, { minLength: 3, maxLength: 9 }).map((corners) => [...corners, corners[0]!] as Position[]);

/** How often a ring runs around a point: the slow, obvious twin of "belongs to the area". */
function windingOf(positions: readonly Position[], [x, y]: Position): number {
  let winding = 0;
  for (let i = 1; i < positions.length; i++) {
    const [ax, ay] = positions[i - 1] as [number, number];
    const [bx, by] = positions[i] as [number, number];
    const side = (bx - ax) * (y! - ay) - (by - ay) * (x! - ax);
    if (ay <= y! && by > y! && side > 0) winding++;
    if (ay > y! && by <= y! && side < 0) winding--;
  }
  return winding;
}

/** A point beside the grid, so that it lies on no edge between its corners. */
const probe = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
  .map(([x, y]) => [x + 0.3717, y + 0.4391]);

describe('any ring whatsoever', () => {
  it('becomes a valid area, which a second repair leaves alone, and which has a point inside', () => {
    fc.assert(
      fc.property(ring, (positions) => {
        const { area } = repairArea({ type: 'Polygon', coordinates: [positions] });
        if (area === null) return;
        expect(findInvalidity(polygonsInUnits(polygonsOf(area)))).toBeNull();
        expect(repairArea(area)).toEqual({ area, repairs: [] });
        expect(sideOfArea(area, interiorPoint(area))).toBe('inside');
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('keeps exactly what it runs around', () => {
    fc.assert(
      fc.property(ring, fc.array(probe, { minLength: 20, maxLength: 20 }), (positions, probes) => {
        const { area } = repairArea({ type: 'Polygon', coordinates: [positions] });
        for (const point of probes) {
          const isAround = windingOf(positions, point) !== 0;
          expect(area !== null && sideOfArea(area, point) === 'inside').toBe(isAround);
        }
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('joined with another keeps what either runs around', () => {
    fc.assert(
      fc.property(ring, ring, fc.array(probe, { minLength: 20, maxLength: 20 }), (first, second, probes) => {
        const both: Area = { type: 'MultiPolygon', coordinates: [[first], [second]] };
        const { area } = repairArea(both);
        for (const point of probes) {
          const isAround = windingOf(first, point) !== 0 || windingOf(second, point) !== 0;
          expect(area !== null && sideOfArea(area, point) === 'inside').toBe(isAround);
        }
      }),
      { seed: 13, numRuns: 150 },
    );
  });
});
