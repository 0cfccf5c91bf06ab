import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lonLat, metric } from '../../../src/shared/coordinates.ts';
import type { Area } from '../../../src/shared/geometry/area.ts';
import { areaSquareMeters } from '../../../src/shared/geometry/area-square-meters.ts';
import { boxOfGeometry, growBox, intersectBox, unionBox } from '../../../src/shared/geometry/box.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { interiorPoint } from '../../../src/shared/geometry/interior-point.ts';
import { areaContains, createAreaTester, sideOfArea } from '../../../src/shared/geometry/side-of-area.ts';

/** A rectangle from its corners. */
function rectangle(west: number, south: number, east: number, north: number): Area {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/** A square of 4 with a square hole of 2 in the middle. */
const FRAME: Area = {
  type: 'Polygon',
  coordinates: [
    ...(rectangle(0, 0, 4, 4).coordinates as number[][][]),
    ...(rectangle(1, 1, 3, 3).coordinates as number[][][]),
  ],
};

/** A plane in which a degree is a metre: areas can be read off. */
const PLAIN = { forward: (lon: number, lat: number) => metric(lon, lat) };

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
});

describe('the district a point lies in', () => {
  // Two halves of a city; the eastern one in two quarters that reach 0.1 beyond it in the north.
  const districts = [
    { id: 's:east', level: 1, parent: null, geometry: rectangle(2, 0, 4, 2) },
    { id: 's:west', level: 1, parent: null, geometry: rectangle(0, 0, 2, 2) },
    { id: 's:e1', level: 2, parent: 's:east', geometry: rectangle(2, 0, 3, 2.1) },
    { id: 's:e2', level: 2, parent: 's:east', geometry: rectangle(3, 0, 4, 2.1) },
  ];
  const locator = createDistrictLocator(districts);

  it('is given per level, with null where a level has none', () => {
    expect(locator.levelCount).toBe(2);
    expect(locator.locate([2.5, 1])).toEqual(['s:east', 's:e1']);
    expect(locator.locate([1, 1])).toEqual(['s:west', null]);
    expect(locator.locate([9, 9])).toEqual([null, null]);
  });

  it('is the one with the lowest id on a border', () => {
    expect(locator.locate([3, 1])).toEqual(['s:east', 's:e1']);
    expect(createDistrictLocator([...districts].reverse()).locate([3, 1])).toEqual(['s:east', 's:e1']);
  });

  it('follows the tree where a child reaches beyond its parent', () => {
    expect(locator.locate([3.5, 2.05])).toEqual(['s:east', 's:e2']);
  });

  it('is nothing in a city without districts', () => {
    expect(createDistrictLocator([]).locate([1, 1])).toEqual([]);
  });
});
