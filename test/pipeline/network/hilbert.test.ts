import { describe, expect, it } from 'vitest';
import { hilbertOrder } from '../../../src/pipeline/network/hilbert.ts';

describe('hilbertOrder', () => {
  it('breaks ties of position by the original index', () => {
    expect([...hilbertOrder(new Int32Array([5, 5, 0, 5]), new Int32Array([5, 5, 0, 5]))]).toEqual([2, 0, 1, 3]);
  });
});
