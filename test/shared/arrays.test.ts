import { describe, expect, it } from 'vitest';
import { createArrayPool, NEW_ARRAYS } from '../../src/shared/arrays.ts';

describe('arrays', () => {
  it('are new each time', () => {
    const one = NEW_ARRAYS.float64(3);
    one.fill(1);
    expect(NEW_ARRAYS.float64(3)).toEqual(new Float64Array(3));
    expect(NEW_ARRAYS.uint32(2)).toEqual(new Uint32Array(2));
    const copy = NEW_ARRAYS.copyOf(one);
    expect(copy).toEqual(one);
    expect(copy.buffer).not.toBe(one.buffer);
  });
});

describe('a pool of arrays', () => {
  it('lends what was given back, as zeros again', () => {
    const pool = createArrayPool();
    const loan = pool.lend();
    const numbers = loan.float64(4).fill(7);
    const words = loan.uint32(4).fill(7);
    loan.giveBack();
    const next = pool.lend();
    expect(next.float64(4)).toBe(numbers);
    expect(next.uint32(4)).toBe(words);
    expect(numbers).toEqual(new Float64Array(4));
    expect(words).toEqual(new Uint32Array(4));
  });

  it('lends it as a copy of other numbers too', () => {
    const pool = createArrayPool();
    const loan = pool.lend();
    const numbers = loan.copyOf(Float64Array.of(1, 2));
    expect(numbers).toEqual(Float64Array.of(1, 2));
    loan.giveBack();
    const given = Float64Array.of(3, 4);
    const copy = pool.lend().copyOf(given);
    expect(copy).toBe(numbers);
    expect(copy).toEqual(given);
    expect(copy).not.toBe(given);
  });

  it('lends nothing twice at a time', () => {
    const pool = createArrayPool();
    const [one, other] = [pool.lend(), pool.lend()];
    const arrays = [one.float64(4), one.float64(4), other.float64(4)];
    expect(new Set(arrays).size).toBe(3);
    one.giveBack();
    one.giveBack();
    const third = pool.lend();
    const again = [third.float64(4), third.float64(4), third.float64(4)];
    expect(new Set([...again, arrays[2]]).size).toBe(4);
    expect(again).toContain(arrays[0]);
  });

  it('keeps lengths apart', () => {
    const pool = createArrayPool();
    const loan = pool.lend();
    loan.float64(4);
    loan.giveBack();
    expect(pool.lend().float64(5)).toHaveLength(5);
  });
});
