import { describe, expect, it } from 'vitest';
import { areaOfBox, createStudyArea } from '../../../src/pipeline/build/study-area.ts';
import { at, rectangle } from '../../fixtures/tiny-city.ts';

describe('the study area', () => {
  const square = createStudyArea([rectangle(0, 0, 1000, 1000)], 25832, 500);

  it('holds what lies in it and on its border', () => {
    expect(square.placeOf(at(500, 500))).toBe('inside');
    expect(square.placeOf(at(0, 0))).toBe('inside');
  });

  it('has surroundings up to the reach, measured at a right angle to the border and round its corners', () => {
    expect(square.placeOf(at(1499, 500))).toBe('surroundings');
    expect(square.placeOf(at(1501, 500))).toBe('beyond');
    // 353 m east and 353 m north of the corner: √(353² + 353²) = 499.2 m; with 354 m it is 500.6 m.
    expect(square.placeOf(at(1353, 1353))).toBe('surroundings');
    expect(square.placeOf(at(1354, 1354))).toBe('beyond');
  });

  it('may consist of several areas', () => {
    const two = createStudyArea([rectangle(0, 0, 100, 100), rectangle(3000, 0, 3100, 100)], 25832, 200);
    expect(two.placeOf(at(3050, 50))).toBe('inside');
    expect(two.placeOf(at(2850, 50))).toBe('surroundings');
    expect(two.placeOf(at(1500, 50))).toBe('beyond');
  });

  it('counts a hole as surroundings, not as part of it', () => {
    const outer = rectangle(0, 0, 1000, 1000);
    const inner = rectangle(400, 400, 600, 600);
    if (outer.type !== 'Polygon' || inner.type !== 'Polygon') throw new Error('rectangles are polygons');
    const ring = { type: 'Polygon' as const, coordinates: [...outer.coordinates, ...inner.coordinates] };
    expect(createStudyArea([ring], 25832, 500).placeOf(at(500, 500))).toBe('surroundings');
  });

  it('turns a box into a closed ring of its corners', () => {
    expect(areaOfBox([1, 2, 3, 4])).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [1, 2],
          [3, 2],
          [3, 4],
          [1, 4],
          [1, 2],
        ],
      ],
    });
  });
});
