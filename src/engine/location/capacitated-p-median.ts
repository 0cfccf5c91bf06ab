import { type CapacitatedProblem, capacitatedModel, readAssignment } from './capacitated-model.ts';
import { checkSiteCount } from './cost-matrix.ts';
import { chosenColumns, type SolverSteps } from './linear-model.ts';

export interface CapacitatedPMedianAnswer {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  readonly sites: readonly number[];
  /** Site of each client, −1 where none was found. */
  readonly siteByClient: Int32Array;
  /** Σ weight × cost, `Infinity` if no solution was found, and what no solution can fall below. */
  readonly cost: number;
  readonly bound: number;
}

/**
 * The capacitated p-median problem with whole clients: `count` sites, each client at one of them, no site over its capacity, least
 * Σ weight × cost. `weights` are often the demand, or 1 for each client.
 */
export function* solveCapacitatedPMedian(
  problem: CapacitatedProblem,
  weights: Float64Array,
): SolverSteps<CapacitatedPMedianAnswer> {
  const { matrix, count, fixed = [] } = problem;
  checkSiteCount(count, matrix.siteCount, Math.max(1, fixed.length));
  const { model, columns } = capacitatedModel(problem, weights);
  const solution = yield model;
  const { status } = solution;
  const siteByClient = readAssignment(matrix, columns, solution);
  if (solution.values.length === 0) return { status, sites: [], siteByClient, cost: Infinity, bound: solution.bound };
  const cost = siteByClient.reduce((sum, site, i) => sum + weights[i]! * matrix.costs[i * matrix.siteCount + site]!, 0);
  const sites = chosenColumns(solution, 0, matrix.siteCount);
  return { status, sites, siteByClient, cost, bound: status === 'optimal' ? cost : solution.bound };
}
