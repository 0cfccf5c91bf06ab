import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/shared/random.ts';

describe('seeded chance', () => {
  const first = (seed: number, count = 1000) => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, () => random.next());
  };

  it('is the same for the same seed and another for another', () => {
    expect(first(7)).toEqual(first(7));
    expect(first(7, 3)).not.toEqual(first(8, 3));
  });

  it('lies in its bounds and spreads over them', () => {
    const values = first(1);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    // Each tenth holds about 100 of 1,000 (the standard deviation is 9.5).
    for (let tenth = 0; tenth < 10; tenth++) {
      const here = values.filter((value) => Math.floor(value * 10) === tenth).length;
      expect(here).toBeGreaterThan(60);
      expect(here).toBeLessThan(140);
    }
    const random = seededRandom(2);
    const dice = new Set(Array.from({ length: 200 }, () => random.below(6)));
    expect([...dice].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const between = Array.from({ length: 200 }, () => random.between(5, 6));
    expect(between.every((value) => value >= 5 && value < 6)).toBe(true);
    expect(new Set(Array.from({ length: 50 }, () => random.pick(['a', 'b'])))).toEqual(new Set(['a', 'b']));
  });

  it('has streams by name that do not shift each other, however much one of them is used', () => {
    const used = seededRandom(3);
    used.next();
    used.fork('houses').next();
    expect(used.fork('people').next()).toBe(seededRandom(3).fork('people').next());
    expect(seededRandom(3).fork('people').next()).not.toBe(seededRandom(3).fork('houses').next());
  });
});
