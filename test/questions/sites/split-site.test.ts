import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import { splitAmount, splitArea } from '../../../src/questions/sites/split-site.ts';
import { type Area, areaFromPolygons } from '../../../src/shared/geometry/area.ts';
import { areaSquareMeters } from '../../../src/shared/geometry/area-square-meters.ts';
import { boxOfGeometry } from '../../../src/shared/geometry/box.ts';
import { rectangle } from '../../fixtures/tiny-city.ts';

const projection = projectionOf(25832);
const squareMeters = (area: Area) => areaSquareMeters(area, projection);

describe('a site that is split', () => {
  it('has two parts of the share asked for, which add up to it and meet at the cut', () => {
    // 300 m × 100 m: 30,000 m²; a third of it is 10,000 m².
    const [west, east] = splitArea(rectangle(100, 100, 400, 200), 1 / 3, 'west-east');
    expect(Math.abs(squareMeters(west) - 10_000)).toBeLessThan(5);
    expect(Math.abs(squareMeters(west) + squareMeters(east) - 30_000)).toBeLessThan(5);
    expect(boxOfGeometry(west)![2]).toBeCloseTo(boxOfGeometry(east)![0], 5);
  });

  it('is cut from west to east as well: the first part is the southern one', () => {
    const [south, north] = splitArea(rectangle(100, 100, 400, 200), 0.5, 'south-north');
    expect(Math.abs(squareMeters(south) - 15_000)).toBeLessThan(5);
    expect(boxOfGeometry(south)![1]).toBeLessThan(boxOfGeometry(north)![1]);
  });

  it('keeps areas that lie apart', () => {
    const apart = [rectangle(0, 0, 100, 100), rectangle(300, 0, 400, 100)].map(
      ({ coordinates }) => coordinates as number[][][],
    );
    const [west, east] = splitArea(areaFromPolygons(apart), 0.75, 'west-east');
    // The first square and half of the second.
    expect(west.type).toBe('MultiPolygon');
    expect(Math.abs(squareMeters(west) - 15_000)).toBeLessThan(5);
    expect(east.type).toBe('Polygon');
  });

  it('refuses a share that leaves nothing of one part', () => {
    expect(() => splitArea(rectangle(0, 0, 100, 100), 1, 'west-east')).toThrow(/split-share/);
  });

  it('has whole dwellings that add up, and no figure where there was none', () => {
    // 33 % of 101 are 33.33: 33 and 68.
    expect(splitAmount(101, 0.33)).toEqual([33, 68]);
    expect(splitAmount(12.5, 0.2)).toEqual([2.5, 10]);
    expect(splitAmount(null, 0.5)).toEqual([null, null]);
  });
});
