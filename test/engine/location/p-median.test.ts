import { describe, expect, it } from 'vitest';
import { pMedianModel, solvePMedian } from '../../../src/engine/location/p-median.ts';
import { medianCost } from '../../../src/engine/location/p-median-heuristic.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { loadSolver } from '../../../src/worker/solver.ts';
import { allChoices, randomMatrix, randomWeights } from './brute-force.ts';
import { hasReference, readJson, readPmed, readRows, readShared, toMatrix } from './reference.ts';
import { answer } from './solve.ts';

describe('the p-median problem', () => {
  it('has a model whose optimum is that of trying all choices, on 40 random cases', async () => {
    const solver = await loadSolver();
    const random = seededRandom(101);
    for (let round = 0; round < 40; round++) {
      const matrix = randomMatrix(random, 9, 7);
      const weights = randomWeights(random, 9);
      const fixed = round % 2 === 0 ? [] : [4];
      const excluded = round % 3 === 0 ? [1] : [];
      const choices = allChoices(7, 3).filter(
        (sites) => fixed.every((site) => sites.includes(site)) && !excluded.some((site) => sites.includes(site)),
      );
      const best = Math.min(...choices.map((sites) => medianCost(matrix, weights, sites)));
      const { objective, status } = solver.solve(pMedianModel(matrix, weights, 3, fixed, excluded));
      expect(status).toBe('optimal');
      expect(objective).toBeCloseTo(best, 6);
    }
  });

  it('is solved exactly, sites that are there already and gaps in the network included', async () => {
    const random = seededRandom(102);
    for (let round = 0; round < 40; round++) {
      const matrix = randomMatrix(random, 9, 7, true);
      const weights = randomWeights(random, 9);
      const fixed = round % 2 === 0 ? [] : [2];
      const choices = allChoices(7, 3).filter((sites) => fixed.every((site) => sites.includes(site)));
      const best = Math.min(...choices.map((sites) => medianCost(matrix, weights, sites)));
      const found = await answer(solvePMedian(matrix, weights, 3, fixed));
      expect(found).toMatchObject({ status: 'optimal', cost: best });
      expect(found.sites).toEqual(expect.arrayContaining([...fixed]));
    }
  });
});

if (!hasReference) console.log('../shared is missing: the reference cases of the p-median are skipped');
describe.runIf(hasReference)('the p-median on reference cases', () => {
  it('has the whole curve of San Francisco', async () => {
    const matrix = toMatrix(
      readRows('reference/spopt-sf/cost_matrix.csv')
        .slice(1)
        .map((row) => row.slice(1).map(Number)),
    );
    const weights = Float64Array.from(readRows('reference/spopt-sf/demand.csv').slice(1), (row) => Number(row[1]));
    const { own_exact_curve_by_p: curve } = readJson<{ own_exact_curve_by_p: Record<string, { pmedian: number }> }>(
      'reference/spopt-sf/expected.json',
    );
    for (let count = 1; count <= 16; count++) {
      const found = await answer(solvePMedian(matrix, weights, count));
      expect(found.status).toBe('optimal');
      expect(found.cost / curve[count]!.pmedian).toBeCloseTo(1, 9);
    }
  });

  it('has the lattice with and without sites that are there already', async () => {
    const weights = Float64Array.from(readRows('reference/spopt-lattice/clients_snapped.csv').slice(1), (row) =>
      Number(row[4]),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const network = toMatrix(readRows('reference/spopt-lattice/cost_network.csv').map((row) => row.map(Number)));
    const straight = toMatrix(readRows('reference/spopt-lattice/cost_euclidean.csv').map((row) => row.map(Number)));
    const free = await answer(solvePMedian(network, weights, 4));
    expect(free.cost).toBeCloseTo(1870.747, 3);
    expect(free.cost / total).toBeCloseTo(3.027, 3);
    const kept = await answer(solvePMedian(straight, weights, 3, [3, 4]));
    expect(kept.cost).toBeCloseTo(1872.5093264630816, 6);
  });

  it('proves pmed1, 3, 4, 5, 7, 8, 9 and 10; pmed2 and pmed6, which take the solver longer, are left to the heuristic', async () => {
    const optima = readShared('data/location/pmed/optima.tsv').trim().split('\n').slice(1);
    for (const [name, optimum] of optima.map((line) => line.split('\t'))) {
      if (name === 'pmed2' || name === 'pmed6') continue;
      const { matrix, count } = readPmed(name!);
      const found = await answer(solvePMedian(matrix, new Float64Array(matrix.clientCount).fill(1), count));
      expect(found).toMatchObject({ status: 'optimal', cost: Number(optimum), bound: Number(optimum) });
    }
  });
});
