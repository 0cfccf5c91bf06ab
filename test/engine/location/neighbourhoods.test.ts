import { describe, expect, it } from 'vitest';
import { type Candidate, formNeighbourhoods, weightsOf } from '../../../src/engine/location/neighbourhoods.ts';

const NONE = { keys: new Uint32Array(0), amounts: new Float64Array(0) };

function candidate(
  gain: number,
  wanted: readonly [number, number][],
  freed: readonly [number, number][] = [],
): Candidate {
  const amounts = (list: readonly [number, number][]) => ({
    keys: Uint32Array.from(list, ([key]) => key),
    amounts: Float64Array.from(list, ([, amount]) => amount),
  });
  return { gain, wanted: amounts(wanted), freed: amounts(freed) };
}

describe('neighbourhoods', () => {
  it('bring those together who want the same people or free the same places', () => {
    const divided = formNeighbourhoods(
      [
        candidate(9, [[1, 9]]),
        candidate(5, [[2, 5]], [[70, 4]]),
        candidate(8, [[1, 8]]),
        candidate(4, [[3, 4]], [[70, 3]]),
        candidate(6, [[4, 6]]),
      ],
      3,
    );
    expect(divided).toEqual([[0, 2], [1, 3], [4]]);
  });

  it('stay within their largest size, the strongest ties first', () => {
    // All four want the same point; 0 and 1 gain most, then 2, then 3.
    const all = [9, 8, 4, 1].map((gain) => candidate(gain, [[1, 9]]));
    expect(formNeighbourhoods(all, 2)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(formNeighbourhoods(all, 1)).toEqual([[0], [1], [2], [3]]);
  });

  it('hold every candidate once, also more than are compared', () => {
    const many = Array.from({ length: 1100 }, (_, i) => ({
      gain: i,
      wanted: NONE,
      freed: candidate(0, [], [[i % 7, 1]]).freed,
    }));
    const members = formNeighbourhoods(many, 8)
      .flat()
      .sort((a, b) => a - b);
    expect(members).toEqual(Array.from({ length: 1100 }, (_, i) => i));
  });

  it('weigh those who gain nothing a hundredth of the best', () => {
    expect(weightsOf([50, 0, -1e-9, 10])).toEqual([50.5, 0.5, 0.5, 10.5]);
  });
});
