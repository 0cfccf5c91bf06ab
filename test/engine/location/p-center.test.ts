import { describe, expect, it } from 'vitest';
import { centerCost, solveCapacitatedPCenter, solvePCenter } from '../../../src/engine/location/p-center.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { allChoices, randomMatrix } from './brute-force.ts';
import { hasReference, readJson, readRows, toMatrix } from './reference.ts';
import { answer } from './solve.ts';

describe('the p-centre problem', () => {
  it('equals trying all choices on 40 random cases, gaps in the network and sites that are there already included', async () => {
    const random = seededRandom(111);
    for (let round = 0; round < 40; round++) {
      const matrix = randomMatrix(random, 9, 7, true);
      const fixed = round % 2 === 0 ? [] : [5];
      const choices = allChoices(7, 3).filter((sites) => fixed.every((site) => sites.includes(site)));
      const best = Math.min(...choices.map((sites) => centerCost(matrix, sites)));
      const found = await answer(solvePCenter(matrix, 3, fixed));
      expect(found.cost).toBe(best);
      expect(found.status).toBe(best === Infinity ? 'infeasible' : 'optimal');
      if (best < Infinity) expect(centerCost(matrix, found.sites)).toBe(best);
    }
  });

  it('with capacities sends clients farther', async () => {
    // Both clients live at site 0, which has room for one: one walks 7 to site 1.
    const matrix = toMatrix([
      [0, 7],
      [0, 7],
    ]);
    const problem = { matrix, demand: Float64Array.of(1, 1), capacities: Float64Array.of(1, 5), count: 2 };
    expect((await answer(solvePCenter(matrix, 2))).cost).toBe(0);
    expect(await answer(solveCapacitatedPCenter(problem))).toEqual({ status: 'optimal', sites: [0, 1], cost: 7 });
    const tooSmall = { ...problem, capacities: Float64Array.of(1, 0) };
    expect(await answer(solveCapacitatedPCenter(tooSmall))).toEqual({
      status: 'infeasible',
      sites: [],
      cost: Infinity,
    });
  });
});

if (!hasReference) console.log('../shared is missing: the reference cases of the p-centre are skipped');
describe.runIf(hasReference)('the p-centre on reference cases', () => {
  it('has the whole curve of San Francisco', async () => {
    const matrix = toMatrix(
      readRows('reference/spopt-sf/cost_matrix.csv')
        .slice(1)
        .map((row) => row.slice(1).map(Number)),
    );
    const { own_exact_curve_by_p: curve } = readJson<{ own_exact_curve_by_p: Record<string, { pcenter: number }> }>(
      'reference/spopt-sf/expected.json',
    );
    for (let count = 1; count <= 16; count++) {
      expect((await answer(solvePCenter(matrix, count))).cost).toBeCloseTo(curve[count]!.pcenter, 6);
    }
  });

  it('has the lattice with two sites that are there already', async () => {
    const straight = toMatrix(readRows('reference/spopt-lattice/cost_euclidean.csv').map((row) => row.map(Number)));
    expect((await answer(solvePCenter(straight, 3, [3, 4]))).cost).toBeCloseTo(6.25204324963493, 6);
  });

  it('proves the capacitated p-centre of pmedcap01 to 06', async () => {
    const { instances } = readJson<{ instances: { instance: string; p: number; pcenter_optimum: number }[] }>(
      'reference/capacitated-pmedian/expected.json',
    );
    for (const { instance, p, pcenter_optimum } of instances) {
      const nodes = readRows(`reference/capacitated-pmedian/${instance}_nodes.csv`).slice(1);
      const found = await answer(
        solveCapacitatedPCenter({
          matrix: toMatrix(
            readRows(`reference/capacitated-pmedian/${instance}_distance.csv`).map((row) => row.map(Number)),
          ),
          demand: Float64Array.from(nodes, (row) => Number(row[0])),
          capacities: Float64Array.from(nodes, (row) => Number(row[1])),
          count: p,
        }),
      );
      expect(found).toMatchObject({ status: 'optimal', cost: pcenter_optimum });
    }
  });
});
