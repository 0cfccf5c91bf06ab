import { describe, expect, it } from 'vitest';
import { findPMedian, medianCost } from '../../../src/engine/location/p-median-heuristic.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { allChoices, randomMatrix, randomWeights } from './brute-force.ts';
import { hasReference, readPmed, readShared, toMatrix } from './reference.ts';

describe('the heuristic of the p-median', () => {
  it('sums weight × cost to the nearest chosen site', () => {
    const matrix = toMatrix([
      [1, 5],
      [7, 2],
    ]);
    // 3 × 1 + 10 × 7 = 73 with site 0 alone; 3 × 1 + 10 × 2 = 23 with both.
    expect(medianCost(matrix, Float64Array.of(3, 10), [0])).toBe(73);
    expect(medianCost(matrix, Float64Array.of(3, 10), [0, 1])).toBe(23);
  });

  it('lies between its bound and its choice around the optimum, and rules out no better choice', () => {
    const random = seededRandom(91);
    for (let round = 0; round < 100; round++) {
      const matrix = randomMatrix(random, 9, 8);
      const weights = randomWeights(random, 9);
      const fixed = round % 4 === 0 ? [6] : [];
      const choices = allChoices(8, 3).filter((sites) => fixed.every((site) => sites.includes(site)));
      const best = Math.min(...choices.map((sites) => medianCost(matrix, weights, sites)));
      const found = findPMedian(matrix, weights, 3, fixed);
      expect(found.sites).toHaveLength(3);
      expect(found.cost).toBe(medianCost(matrix, weights, found.sites));
      expect(found.cost).toBeGreaterThanOrEqual(best);
      expect(found.bound).toBeLessThanOrEqual(best + 1e-9);
      for (const sites of choices.filter((choice) => medianCost(matrix, weights, choice) < found.cost)) {
        for (const site of found.excluded) expect(sites).not.toContain(site);
        for (const site of found.required) expect(sites).toContain(site);
      }
    }
  });

  it('prefers choices that serve everybody, and says Infinity where none does', () => {
    const matrix = toMatrix([
      [1, Infinity, 50],
      [1, Infinity, 50],
      [Infinity, 2, Infinity],
    ]);
    const weights = Float64Array.of(1, 1, 1);
    expect(findPMedian(matrix, weights, 2)).toMatchObject({ sites: [0, 1], cost: 4 });
    expect(findPMedian(matrix, weights, 1).cost).toBe(Infinity);
  });
});

if (!hasReference) console.log('../shared is missing: the reference cases of the p-median heuristic are skipped');
describe.runIf(hasReference)('the heuristic of the p-median on OR-Library', () => {
  it('is within 1 % of the optimum of pmed1 to pmed10, and its bound is', () => {
    const rows = readShared('data/location/pmed/optima.tsv').trim().split('\n').slice(1);
    for (const [name, optimum] of rows.map((line) => line.split('\t'))) {
      const { matrix, count } = readPmed(name!);
      const found = findPMedian(matrix, new Float64Array(matrix.clientCount).fill(1), count);
      expect(found.cost).toBeGreaterThanOrEqual(Number(optimum));
      expect(found.cost).toBeLessThanOrEqual(Number(optimum) * 1.01);
      expect(found.bound).toBeLessThanOrEqual(Number(optimum) + 1e-6);
      expect(found.gapShare).toBeLessThan(0.01);
    }
  });
});
