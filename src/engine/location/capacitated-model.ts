import type { CostMatrix } from './cost-matrix.ts';
import { createModelBuilder, type LinearModel, type LinearSolution } from './linear-model.ts';

/** Sites with capacities, clients that go to one site each. */
export interface CapacitatedProblem {
  readonly matrix: CostMatrix;
  /** Demand per client and capacity per site, in the same unit. */
  readonly demand: Float64Array;
  readonly capacities: Float64Array;
  /** Number of sites chosen. */
  readonly count: number;
  /** Sites that are there already; with `fillFixed` each of them must be used to the last place. */
  readonly fixed?: readonly number[];
  readonly fillFixed?: boolean;
}

export interface CapacitatedModel {
  readonly model: LinearModel;
  /** Column of client i at site j at `i × siteCount + j`; −1 where it cannot go there. */
  readonly columns: Int32Array;
}

/**
 * Model of "each client at one of `count` sites, no site over its capacity" (Mulvey & Beck 1984), minimising Σ weight × cost; only
 * ways with a cost ≤ `limit` are open. Columns 0 … siteCount − 1 say whether a site is chosen.
 */
export function capacitatedModel(
  problem: CapacitatedProblem,
  weights: Float64Array,
  limit = Infinity,
): CapacitatedModel {
  const { matrix, demand, capacities, count, fixed = [], fillFixed = false } = problem;
  const { clientCount, siteCount, costs } = matrix;
  const builder = createModelBuilder('minimize');
  const sites = Array.from({ length: siteCount }, (_, j) => builder.addColumn({ lower: fixed.includes(j) ? 1 : 0 }));
  builder.addRow(count, count, sites);
  const columns = new Int32Array(clientCount * siteCount).fill(-1);
  for (let i = 0; i < clientCount; i++) {
    const own: number[] = [];
    for (let j = 0; j < siteCount; j++) {
      const cost = costs[i * siteCount + j]!;
      if (cost === Infinity || cost > limit || demand[i]! > capacities[j]!) continue;
      const column = builder.addColumn({ cost: weights[i]! * cost });
      columns[i * siteCount + j] = column;
      own.push(column);
      builder.addRow(0, Infinity, [sites[j]!, column], [1, -1]);
    }
    builder.addRow(1, 1, own);
  }
  const clients = Array.from({ length: clientCount }, (_, i) => i);
  for (let j = 0; j < siteCount; j++) {
    const served = clients.filter((i) => columns[i * siteCount + j] !== -1);
    const filled = fillFixed && fixed.includes(j);
    builder.addRow(
      0,
      filled ? 0 : Infinity,
      [sites[j]!, ...served.map((i) => columns[i * siteCount + j]!)],
      [capacities[j]!, ...served.map((i) => -demand[i]!)],
    );
  }
  return { model: builder.build(), columns };
}

/** Site of each client in a solution, −1 without one. */
export function readAssignment(
  { clientCount, siteCount }: CostMatrix,
  columns: Int32Array,
  solution: LinearSolution,
): Int32Array {
  const siteByClient = new Int32Array(clientCount).fill(-1);
  if (solution.values.length === 0) return siteByClient;
  columns.forEach((column, at) => {
    if (column !== -1 && solution.values[column]! > 0.5) siteByClient[Math.floor(at / siteCount)] = at % siteCount;
  });
  return siteByClient;
}
