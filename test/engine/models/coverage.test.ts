import { describe, expect, it } from 'vitest';
import { nearestDecimeters, sumWithin } from '../../../src/engine/models/coverage.ts';
import { UNREACHED } from '../../../src/engine/network/bounded-search.ts';

describe('coverage', () => {
  const lists = {
    houseCount: 3,
    offsets: Uint32Array.of(0, 2, 4, 5),
    points: Uint32Array.of(0, 1, 1, 2, 0),
    decimeters: Uint32Array.of(3000, 5000, 4000, 9000, 10),
  };

  it('takes the nearest of the asked houses only', () => {
    expect([...nearestDecimeters(lists, Uint32Array.of(0, 1), 4)]).toEqual([3000, 4000, 9000, UNREACHED]);
  });

  it('sums persons within the limit, inclusive, and never falls when the limit grows', () => {
    const nearest = nearestDecimeters(lists, Uint32Array.of(0, 1), 4);
    const persons = Float64Array.of(10, 20, 40, 80);
    expect([2999, 3000, 4000, 9000, 99_999].map((limit) => sumWithin(nearest, limit, persons))).toEqual([
      0,
      10,
      10 + 20,
      10 + 20 + 40,
      70,
    ]);
  });
});
