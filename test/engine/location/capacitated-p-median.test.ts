import { describe, expect, it } from 'vitest';
import type { CapacitatedProblem } from '../../../src/engine/location/capacitated-model.ts';
import { solveCapacitatedPMedian } from '../../../src/engine/location/capacitated-p-median.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { allChoices, randomMatrix, randomWeights } from './brute-force.ts';
import { hasReference, readJson, readRows, toMatrix } from './reference.ts';
import { answer } from './solve.ts';

/** Least cost over all choices of sites and all ways to send whole clients there. */
function byTryingAll({ matrix, demand, capacities, count }: CapacitatedProblem, weights: Float64Array): number {
  const { clientCount, siteCount, costs } = matrix;
  const assign = (client: number, sites: readonly number[], left: readonly number[]): number => {
    if (client === clientCount) return 0;
    let best = Infinity;
    sites.forEach((site, s) => {
      if (left[s]! < demand[client]!) return;
      const rest = left.map((places, i) => (i === s ? places - demand[client]! : places));
      best = Math.min(best, weights[client]! * costs[client * siteCount + site]! + assign(client + 1, sites, rest));
    });
    return best;
  };
  return Math.min(
    ...allChoices(siteCount, count).map((sites) =>
      assign(
        0,
        sites,
        sites.map((site) => capacities[site]!),
      ),
    ),
  );
}

describe('the capacitated p-median problem', () => {
  it('equals trying everything on 30 random cases, and says where nothing fits', async () => {
    const random = seededRandom(121);
    let infeasible = 0;
    for (let round = 0; round < 30; round++) {
      const problem = {
        matrix: randomMatrix(random, 6, 4),
        demand: randomWeights(random, 6),
        capacities: Float64Array.from({ length: 4 }, () => 12 + random.below(12)),
        count: 2,
      };
      const best = byTryingAll(problem, problem.demand);
      const found = await answer(solveCapacitatedPMedian(problem, problem.demand));
      expect(found.cost).toBe(best);
      expect(found.status).toBe(best === Infinity ? 'infeasible' : 'optimal');
      if (best === Infinity) infeasible++;
      else expect(found.sites).toEqual(expect.arrayContaining([...new Set(found.siteByClient)]));
    }
    expect(infeasible).toBeGreaterThan(0);
  });
});

if (!hasReference) console.log('../shared is missing: the reference cases of the capacitated p-median are skipped');
describe.runIf(hasReference)('the capacitated p-median on reference cases', () => {
  it('sends the lattice’s two clients where they fit', async () => {
    const { small_cases } = readJson<{
      small_cases: {
        capacitated_pmedian_2x3: { cost: number[][]; capacity: number[]; demand: number[]; p: number };
      };
    }>('reference/spopt-lattice/expected.json');
    const { cost, capacity, demand, p } = small_cases.capacitated_pmedian_2x3;
    const weights = Float64Array.from(demand);
    const problem = { matrix: toMatrix(cost), demand: weights, capacities: Float64Array.from(capacity), count: p };
    const found = await answer(solveCapacitatedPMedian(problem, weights));
    expect(found.cost).toBeCloseTo(102.38048614523989, 9);
    expect([...found.siteByClient]).toEqual([1, 2]);
  });

  it('has the mean minutes of the schools, with the seven that are there filled or left aside', async () => {
    const schools = readRows('reference/spopt-schools/facilities.csv').slice(1);
    const problem = {
      matrix: toMatrix(
        readRows('reference/spopt-schools/cost_minutes.csv')
          .slice(1)
          .map((row) => row.slice(1).map(Number)),
      ),
      demand: new Float64Array(10).fill(1),
      capacities: Float64Array.from(schools, (row) => Number(row[1])),
      count: 10,
    };
    const fixed = schools.flatMap((row, i) => (row[2] === '1' ? [i] : []));
    const each = new Float64Array(10).fill(1);
    const filled = await answer(solveCapacitatedPMedian({ ...problem, fixed, fillFixed: true }, each));
    expect(filled.cost / 10).toBeCloseTo(87.2, 9);
    const aside = await answer(solveCapacitatedPMedian({ ...problem, fixed }, each));
    expect(aside.cost).toBeCloseTo(816, 9);
  });

  it('proves pmedcap01 to 06, where each client counts once and its demand fills the site', async () => {
    const { instances } = readJson<{ instances: { instance: string; p: number; pmedian_optimum: number }[] }>(
      'reference/capacitated-pmedian/expected.json',
    );
    for (const { instance, p, pmedian_optimum } of instances) {
      const nodes = readRows(`reference/capacitated-pmedian/${instance}_nodes.csv`).slice(1);
      const problem = {
        matrix: toMatrix(
          readRows(`reference/capacitated-pmedian/${instance}_distance.csv`).map((row) => row.map(Number)),
        ),
        demand: Float64Array.from(nodes, (row) => Number(row[0])),
        capacities: Float64Array.from(nodes, (row) => Number(row[1])),
        count: p,
      };
      const found = await answer(solveCapacitatedPMedian(problem, new Float64Array(nodes.length).fill(1)));
      expect(found).toMatchObject({ status: 'optimal', cost: pmedian_optimum, bound: pmedian_optimum });
    }
  });
});
