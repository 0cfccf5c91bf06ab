import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/shared/geometry/area.ts';
import { areaSquareMeters } from '../../../src/shared/geometry/area-square-meters.ts';
import { intersectAreas, subtractAreas, uniteAreas } from '../../../src/shared/geometry/clip-areas.ts';
import { PLAIN, rectangle } from './shapes.ts';

describe('clipping', () => {
  const a = rectangle(0, 0, 4, 4);
  const b = rectangle(3, 1, 5, 3);
  const size = (area: Area | null) => area && areaSquareMeters(area, PLAIN);

  it('gives what two areas share, what is left without the other, and both together', () => {
    expect(size(intersectAreas(a, b))).toBe(1 * 2);
    expect(size(subtractAreas(a, [b]))).toBe(16 - 2);
    expect(size(uniteAreas([a, b]))).toBe(16 + 4 - 2);
  });

  it('gives nothing for areas that only touch', () => {
    expect(intersectAreas(a, rectangle(4, 0, 5, 1))).toBeNull();
    expect(subtractAreas(b, [rectangle(2, 0, 6, 4)])).toBeNull();
    expect(uniteAreas([])).toBeNull();
  });
});
