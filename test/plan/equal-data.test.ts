import { describe, expect, it } from 'vitest';
import { equalData } from '../../src/plan/equal-data.ts';

describe('equal data', () => {
  it('compares objects key by key, whatever their order', () => {
    expect(equalData({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  });

  it('tells missing from null, lists from objects, and bytes apart', () => {
    expect(equalData({ a: null }, {})).toBe(false);
    expect(equalData({ a: null }, { b: null })).toBe(false);
    expect(equalData([], {})).toBe(false);
    expect(equalData([1], { 0: 1 })).toBe(false);
    expect(equalData(new Uint8Array([1]), new Uint8Array([1]))).toBe(true);
    expect(equalData(new Uint8Array([1]), new Uint8Array([2]))).toBe(false);
    expect(equalData(0, null)).toBe(false);
  });
});
