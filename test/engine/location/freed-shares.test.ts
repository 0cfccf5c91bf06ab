import { describe, expect, it } from 'vitest';
import { createFreedShares } from '../../../src/engine/location/freed-shares.ts';

describe('shares of freed places', () => {
  it('belong to the first neighbourhood until they are spread or moved, and always add up to one', () => {
    const shares = createFreedShares(3);
    const first = shares.slotOf(7, 0);
    const second = shares.slotOf(7, 2);
    const alone = shares.slotOf(8, 1);
    expect(shares.slotOf(7, 0)).toBe(first);
    expect([first, second, alone].map((slot) => shares.values[slot])).toEqual([1, 0, 1]);
    shares.spread(Float64Array.of(3, 1, 5));
    expect([first, second, alone].map((slot) => shares.values[slot])).toEqual([0.75, 0.25, 1]);
    // 0.25 + 0.5 = 0.75 of 1.5 in all: a half each.
    shares.move([second, alone], 0.5);
    expect([first, second, alone].map((slot) => shares.values[slot])).toEqual([0.5, 0.5, 1]);
  });

  it('are even where there is nothing to go by', () => {
    const shares = createFreedShares(2);
    shares.slotOf(1, 0);
    shares.slotOf(1, 1);
    shares.spread(new Float64Array(2));
    expect([...shares.values]).toEqual([0.5, 0.5]);
  });
});
