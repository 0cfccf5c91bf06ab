import type { CostMatrix } from '../../../src/engine/location/cost-matrix.ts';
import { subsetsOf } from '../../../src/engine/location/subsets.ts';
import type { Random } from '../../../src/shared/random.ts';

/** All choices of `count` of the sites. */
export function allChoices(siteCount: number, count: number): readonly (readonly number[])[] {
  return [
    ...subsetsOf(
      Array.from({ length: siteCount }, (_, j) => j),
      count,
    ),
  ];
}

/** Whole costs from 0 to 30, so that many are equal; one in ten is `Infinity` if `gaps`. */
export function randomMatrix(random: Random, clientCount: number, siteCount: number, gaps = false): CostMatrix {
  return {
    clientCount,
    siteCount,
    costs: Float64Array.from({ length: clientCount * siteCount }, () =>
      gaps && random.next() < 0.1 ? Number.POSITIVE_INFINITY : random.below(31),
    ),
  };
}

export function randomWeights(random: Random, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => random.below(12));
}
