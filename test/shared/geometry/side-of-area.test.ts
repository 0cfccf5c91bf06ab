import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../../src/shared/coordinates.ts';
import type { Area } from '../../../src/shared/geometry/area.ts';
import { createAreaTester, sideOfArea } from '../../../src/shared/geometry/side-of-area.ts';
import { FRAME } from './shapes.ts';

describe('which side of an area a point lies on', () => {
  it('knows inside, border (edge, corner, edge of a hole) and outside (beyond, in the hole)', () => {
    const sides = [
      [0.5, 0.5],
      [0, 2],
      [2, 4],
      [4, 4],
      [3, 2],
      [1, 1],
      [2, 2],
      [5, 2],
      [2, -1],
    ].map((position) => sideOfArea(FRAME, position));
    expect(sides).toEqual([
      'inside',
      'border',
      'border',
      'border',
      'border',
      'border',
      'outside',
      'outside',
      'outside',
    ]);
  });

  it('is not fooled by a ray that passes through a corner', () => {
    const diamond: Area = {
      type: 'Polygon',
      coordinates: [
        [
          [0, -1],
          [1, 0],
          [0, 1],
          [-1, 0],
          [0, -1],
        ],
      ],
    };
    expect(sideOfArea(diamond, [-2, 0])).toBe('outside');
    expect(sideOfArea(diamond, [0, 0])).toBe('inside');
    expect(sideOfArea(diamond, [-2, 1])).toBe('outside');
  });

  it('finds a point on a slanted border exactly, one unit of 1e-7° beside it not', () => {
    const triangle: Area = {
      type: 'Polygon',
      coordinates: [
        [
          [7, 51],
          [7.3, 51],
          [7.3, 51.1],
          [7, 51],
        ],
      ],
    };
    // The long side rises 0.1 over 0.3: at 7.0000003 it is at 51.0000001.
    expect(sideOfArea(triangle, [7.0000003, 51.0000001])).toBe('border');
    expect(sideOfArea(triangle, [7.0000004, 51.0000001])).toBe('inside');
    expect(sideOfArea(triangle, [7.0000002, 51.0000001])).toBe('outside');
  });

  it('gives the same answer with and without bands', () => {
    const star: Area = {
      type: 'Polygon',
      coordinates: [
        Array.from({ length: 201 }, (_, i) => {
          const angle = ((i % 200) * Math.PI) / 100;
          const radius = i % 2 === 0 ? 1 : 0.6;
          return [...lonLat(9 + radius * Math.cos(angle), 48 + radius * Math.sin(angle))];
        }),
      ],
    };
    const tester = createAreaTester(star);
    fc.assert(
      fc.property(
        fc.double({ min: 7.5, max: 10.5, noNaN: true }),
        fc.double({ min: 46.5, max: 49.5, noNaN: true }),
        (lon, lat) => {
          expect(tester.sideOf([lon, lat])).toBe(sideOfArea(star, [lon, lat]));
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});
