import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { metric } from '../../../src/shared/coordinates.ts';
import { type Area, degreeUnits, polygonsOf } from '../../../src/shared/geometry/area.ts';
import { areaSquareMeters } from '../../../src/shared/geometry/area-square-meters.ts';
import { findInvalidity } from '../../../src/shared/geometry/find-invalidity.ts';
import { findDefects, repairArea } from '../../../src/shared/geometry/repair-area.ts';

const PLAIN = { forward: (lon: number, lat: number) => metric(lon, lat) };

function polygon(...rings: Position[][]): Area {
  return { type: 'Polygon', coordinates: rings };
}

function square(x: number, y: number, size: number): Position[] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}

/** What was done, and the area of what came out. */
function repaired(area: Area) {
  const { area: result, repairs } = repairArea(area);
  return { repairs, size: result && areaSquareMeters(result, PLAIN), parts: result?.type };
}

describe('a valid area', () => {
  it('keeps its positions; rings are wound as GeoJSON wants them', () => {
    const area = polygon(square(0, 0, 4), square(1, 1, 2));
    const hole = [...square(1, 1, 2)].reverse();
    expect(repairArea(area)).toEqual({ area: polygon(square(0, 0, 4), hole), repairs: [] });
    expect(repairArea(polygon([...square(0, 0, 4)].reverse(), hole))).toEqual({
      area: polygon(square(0, 0, 4), hole),
      repairs: [],
    });
  });

  it('may have parts that touch in a corner, a hole that touches its ring in a point, and an island in its hole', () => {
    const corner: Area = { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(1, 1, 1)]] };
    const touching = polygon(square(0, 0, 4), [
      [0, 2],
      [1, 1],
      [1, 3],
      [0, 2],
    ]);
    const island: Area = { type: 'MultiPolygon', coordinates: [[square(0, 0, 6), square(1, 1, 4)], [square(2, 2, 1)]] };
    for (const area of [corner, touching, island]) expect(repairArea(area).repairs).toEqual([]);
  });
});

describe('a broken area', () => {
  it('is closed where a ring does not end where it began', () => {
    expect(repaired(polygon(square(0, 0, 2).slice(0, 4)))).toEqual({ repairs: ['closed'], size: 4, parts: 'Polygon' });
  });

  it('loses doubled positions, and rings and polygons without an area', () => {
    const doubled = polygon([...square(0, 0, 2).slice(0, 2), [2, 0], ...square(0, 0, 2).slice(2)]);
    expect(repaired(doubled)).toEqual({ repairs: ['positions-dropped'], size: 4, parts: 'Polygon' });
    const flatHole = polygon(square(0, 0, 2), [
      [1, 1],
      [1.5, 1],
      [1, 1],
    ]);
    expect(repaired(flatHole)).toEqual({ repairs: ['rings-dropped'], size: 4, parts: 'Polygon' });
    expect(repairArea(polygon(flatHole.coordinates[1] as Position[]))).toEqual({
      area: null,
      repairs: ['rings-dropped'],
    });
  });

  it('keeps both wings of a bow-tie', () => {
    const bowTie = polygon([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]);
    // Two triangles of base 2 and height 1.
    expect(repaired(bowTie)).toEqual({ repairs: ['self-crossing'], size: 2 * ((2 * 1) / 2), parts: 'MultiPolygon' });
  });

  it('keeps the middle of a star drawn in one stroke', () => {
    const star = polygon([
      [0, 3],
      [2, -3],
      [-3, 1],
      [3, 1],
      [-2, -3],
      [0, 3],
    ]);
    const { repairs, parts } = repaired(star);
    expect({ repairs, parts }).toEqual({ repairs: ['self-crossing'], parts: 'Polygon' });
  });

  it('is parted where a ring meets itself in a point', () => {
    const eight = polygon([
      [0, 0],
      [1, 1],
      [0, 2],
      [2, 2],
      [1, 1],
      [2, 0],
      [0, 0],
    ]);
    expect(repaired(eight)).toEqual({ repairs: ['self-touching'], size: 2, parts: 'MultiPolygon' });
  });

  it('loses a spike', () => {
    const spike = polygon([
      [0, 0],
      [2, 0],
      [2, 2],
      [2, 5],
      [2, 2],
      [0, 2],
      [0, 0],
    ]);
    expect(repaired(spike)).toEqual({ repairs: ['self-crossing'], size: 4, parts: 'Polygon' });
  });

  it('loses a hole outside, and keeps what a hole crossing its ring leaves', () => {
    expect(repaired(polygon(square(0, 0, 4), square(5, 0, 1)))).toEqual({
      repairs: ['hole-outside'],
      size: 16,
      parts: 'Polygon',
    });
    expect(repaired(polygon(square(0, 0, 4), square(3, 1, 2)))).toEqual({
      repairs: ['self-crossing'],
      size: 16 - 1 * 2,
      parts: 'Polygon',
    });
  });

  it('is one polygon where its parts overlap or share a side', () => {
    const overlapping: Area = { type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(1, 0, 2)]] };
    expect(repaired(overlapping)).toEqual({ repairs: ['parts-overlapping'], size: 3 * 2, parts: 'Polygon' });
    const neighbours: Area = { type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(2, 0, 2)]] };
    expect(repaired(neighbours)).toEqual({ repairs: ['parts-overlapping'], size: 4 * 2, parts: 'Polygon' });
    const nested: Area = { type: 'MultiPolygon', coordinates: [[square(0, 0, 4)], [square(1, 1, 2)]] };
    expect(repaired(nested)).toEqual({ repairs: ['parts-overlapping'], size: 16, parts: 'Polygon' });
  });

  it('comes out valid on the grid of 1e-7° also where crossings fall between its lines', () => {
    const crumb = polygon([
      [7, 51],
      [7.0000026, 51.0000007],
      [7.0000022, 51.0000001],
      [7.0000002, 51.0000009],
      [7, 51],
    ]);
    // A few centimetres are no place: nothing is left.
    expect(repairArea(crumb)).toEqual({ area: null, repairs: ['self-crossing'] });
    const larger = polygon([
      [7, 51],
      [7.0013, 51.0007],
      [7.0011001, 51.0001003],
      [7.0001, 51.0009],
      [7, 51],
    ]);
    const result = repairArea(larger);
    expect(result.repairs).toEqual(['self-crossing']);
    const units = polygonsOf(result.area as Area).map((rings) =>
      rings.map((ring) => ring.map((position) => position.map(degreeUnits))),
    );
    expect(findInvalidity(units)).toBeNull();
  });
});

describe('defects of a source', () => {
  it('are found in its own coordinates, whatever rounding does to them', () => {
    const meters = polygon([
      [2357379.2963, 5641201.1448],
      [2357479.2963, 5641201.1448],
      [2357379.2963, 5641301.1448],
      [2357479.2963, 5641301.1448],
    ]);
    expect(findDefects(meters)).toEqual(['closed', 'self-crossing']);
    expect(findDefects(polygon(square(2357379.2963, 5641201.1448, 0.00001)))).toEqual([]);
  });
});
