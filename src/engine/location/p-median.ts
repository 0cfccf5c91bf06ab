import { type CostMatrix, checkSiteCount } from './cost-matrix.ts';
import { chosenColumns, createModelBuilder, type LinearModel, type SolverSteps } from './linear-model.ts';
import { findPMedian, medianCost, withoutInfinity } from './p-median-heuristic.ts';

export interface PMedianAnswer {
  readonly status: 'optimal' | 'limit';
  readonly sites: readonly number[];
  /** Σ weight × cost to the nearest chosen site, and what no choice can fall below. */
  readonly cost: number;
  readonly bound: number;
}

/**
 * Model of the p-median problem in its radius form (Cornuéjols, Nemhauser, Wolsey 1980; Elloumi 2010): per client one column for each
 * step between two neighbouring distinct costs, "no chosen site within"; it is as tight as the usual form with one column per client
 * and site, and much smaller. A client looks no farther than its nearest `siteCount − count + 1` sites, of which one is always chosen.
 */
export function pMedianModel(
  { clientCount, siteCount, costs }: CostMatrix,
  weights: Float64Array,
  count: number,
  required: readonly number[] = [],
  excluded: readonly number[] = [],
): LinearModel {
  const builder = createModelBuilder('minimize');
  const isExcluded = new Set(excluded);
  const isRequired = new Set(required);
  for (let j = 0; j < siteCount; j++) {
    builder.addColumn({ lower: isRequired.has(j) ? 1 : 0, upper: isExcluded.has(j) ? 0 : 1 });
  }
  builder.addRow(
    count,
    count,
    Array.from({ length: siteCount }, (_, j) => j),
  );
  const allowed = Array.from({ length: siteCount }, (_, j) => j).filter((j) => !isExcluded.has(j));
  for (let i = 0; i < clientCount; i++) {
    if (weights[i]! <= 0) continue;
    const cost = (j: number) => costs[i * siteCount + j]!;
    const near = [...allowed]
      .sort((a, b) => cost(a) - cost(b) || a - b)
      .slice(0, Math.max(1, allowed.length - count + 1));
    const firstRequired = near.findIndex((j) => isRequired.has(j));
    const sites = firstRequired === -1 ? near : near.slice(0, firstRequired + 1);
    addRadiusRows(builder, sites, sites.map(cost), weights[i]!);
  }
  return builder.build();
}

/** Rows of one client; `sites` by rising cost. The cost of its nearest site is a constant, carried by a column fixed at one. */
function addRadiusRows(
  builder: ReturnType<typeof createModelBuilder>,
  sites: readonly number[],
  costs: readonly number[],
  weight: number,
): void {
  let open = builder.addColumn({ cost: weight * costs[0]!, lower: 1, whole: false });
  for (let k = 0; k < sites.length; ) {
    let end = k;
    while (end < sites.length && costs[end] === costs[k]) end++;
    // "Nobody within the costs so far" ≤ "nobody within this cost" + sites at this cost; beyond the last cost it is always false.
    const step =
      end < sites.length ? [builder.addColumn({ cost: weight * (costs[end]! - costs[k]!), whole: false })] : [];
    const columns = [...sites.slice(k, end), ...step, open];
    builder.addRow(0, Infinity, columns, [...new Array<number>(columns.length - 1).fill(1), -1]);
    open = step[0] ?? open;
    k = end;
  }
}

/**
 * The `count` sites (among them the fixed ones) with the least Σ weight × cost to the nearest. The heuristic goes first: where it
 * closes the gap no solver is needed, and what its bound rules out is left out of the model.
 */
export function* solvePMedian(
  matrix: CostMatrix,
  weights: Float64Array,
  count: number,
  fixed: readonly number[] = [],
): SolverSteps<PMedianAnswer> {
  checkSiteCount(count, matrix.siteCount, Math.max(1, fixed.length));
  const found = findPMedian(matrix, weights, count, fixed);
  if (found.gapShare <= 1e-9) return { status: 'optimal', sites: found.sites, cost: found.cost, bound: found.cost };
  const model = pMedianModel(withoutInfinity(matrix), weights, count, found.required, found.excluded);
  const solution = yield model;
  const sites = chosenColumns(solution, 0, matrix.siteCount);
  const cost = solution.values.length === 0 ? Infinity : medianCost(matrix, weights, sites);
  const better = cost < found.cost ? { sites, cost } : { sites: found.sites, cost: found.cost };
  const optimal = solution.status === 'optimal';
  return { status: optimal ? 'optimal' : 'limit', ...better, bound: optimal ? better.cost : solution.bound };
}
