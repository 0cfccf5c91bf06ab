import { findLeastEnough, type Verdict } from './bisection.ts';
import { type CapacitatedProblem, capacitatedModel, readAssignment } from './capacitated-model.ts';
import { type CostMatrix, checkSiteCount } from './cost-matrix.ts';
import { coverByCosts, groupByCover } from './cover.ts';
import { setCoverModel } from './covering.ts';
import { chosenColumns, type SolverSteps } from './linear-model.ts';

export interface PCenterAnswer {
  /** `limit`: the solver stopped early; the sites then need not be the best. */
  readonly status: 'optimal' | 'infeasible' | 'limit';
  /** Empty if no choice serves everybody. */
  readonly sites: readonly number[];
  /** Largest cost of a client to its (with capacities: to the one it goes to) chosen site. */
  readonly cost: number;
}

/** Largest cost of any client to its nearest of some sites. */
export function centerCost({ clientCount, siteCount, costs }: CostMatrix, sites: readonly number[]): number {
  let largest = 0;
  for (let i = 0; i < clientCount; i++) {
    let nearest = Infinity;
    for (const site of sites) nearest = Math.min(nearest, costs[i * siteCount + site]!);
    largest = Math.max(largest, nearest);
  }
  return largest;
}

/** The distinct costs that the answer may have: at least what every client has to its nearest site. */
function possibleCosts(matrix: CostMatrix): readonly number[] {
  const least = centerCost(
    matrix,
    Array.from({ length: matrix.siteCount }, (_, j) => j),
  );
  return [...new Set(matrix.costs)].filter((cost) => cost >= least && cost < Infinity).sort((a, b) => a - b);
}

/**
 * The `count` sites (among them the fixed ones) with the least largest cost: bisection over the distinct costs, each step asking
 * whether so many sites can cover everybody within that cost. All clients count alike, whatever their weight.
 */
export function* solvePCenter(
  matrix: CostMatrix,
  count: number,
  fixed: readonly number[] = [],
): SolverSteps<PCenterAnswer> {
  checkSiteCount(count, matrix.siteCount, Math.max(1, fixed.length));
  const everybody = new Float64Array(matrix.clientCount).fill(1);
  let sites: readonly number[] = [];
  const cost = yield* findLeastEnough(possibleCosts(matrix), function* (limit): SolverSteps<Verdict> {
    const solution = yield setCoverModel(groupByCover(coverByCosts(matrix, limit), everybody), fixed, count);
    if (solution.status !== 'optimal') return solution.status === 'limit' ? null : false;
    sites = chosenColumns(solution, 0, matrix.siteCount);
    return { needed: centerCost(matrix, sites) };
  });
  return answerOf(cost, sites);
}

/** The same with capacities and whole clients (see {@link capacitatedModel}). */
export function* solveCapacitatedPCenter(problem: CapacitatedProblem): SolverSteps<PCenterAnswer> {
  const { matrix, count, fixed = [] } = problem;
  checkSiteCount(count, matrix.siteCount, Math.max(1, fixed.length));
  const nothing = new Float64Array(matrix.clientCount);
  let sites: readonly number[] = [];
  const cost = yield* findLeastEnough(possibleCosts(matrix), function* (limit): SolverSteps<Verdict> {
    const { model, columns } = capacitatedModel(problem, nothing, limit);
    const solution = yield model;
    if (solution.status !== 'optimal') return solution.status === 'limit' ? null : false;
    sites = chosenColumns(solution, 0, matrix.siteCount);
    const siteByClient = readAssignment(matrix, columns, solution);
    return {
      needed: siteByClient.reduce((most, j, i) => Math.max(most, matrix.costs[i * matrix.siteCount + j]!), 0),
    };
  });
  return answerOf(cost, sites);
}

function answerOf(cost: number | null, sites: readonly number[]): PCenterAnswer {
  if (cost === Infinity) return { status: 'infeasible', sites: [], cost };
  return { status: cost === null ? 'limit' : 'optimal', sites, cost: cost ?? Infinity };
}
