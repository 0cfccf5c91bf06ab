import { type CoverGroups, coveredWeight } from './cover.ts';
import { chosenColumns, createModelBuilder, type LinearModel, type SolverSteps } from './linear-model.ts';
import { findMaxCover } from './max-cover-heuristic.ts';

export interface SetCoverAnswer {
  readonly status: 'optimal' | 'infeasible' | 'limit';
  /** Sites that together cover every client that some site covers; empty if infeasible. */
  readonly sites: readonly number[];
  /** At least so many sites are needed. */
  readonly bound: number;
}

export interface MaxCoverAnswer {
  readonly status: 'optimal' | 'limit';
  readonly sites: readonly number[];
  /** Weight of the clients covered, and what no choice can exceed. */
  readonly covered: number;
  readonly bound: number;
}

/**
 * Model of the location set covering problem (LSCP; Toregas et al. 1971): as few sites as possible so that every group is covered. With
 * `most`: any choice of at most so many sites (no objective). Sites in `fixed` are there already and count.
 */
export function setCoverModel(groups: CoverGroups, fixed: readonly number[] = [], most?: number): LinearModel {
  const builder = createModelBuilder('minimize');
  for (let j = 0; j < groups.siteCount; j++) {
    builder.addColumn({ cost: most === undefined ? 1 : 0, lower: fixed.includes(j) ? 1 : 0 });
  }
  for (let g = 0; g < groups.weights.length; g++) {
    builder.addRow(1, Infinity, groups.sites.subarray(groups.offsets[g]!, groups.offsets[g + 1]!));
  }
  if (most !== undefined)
    builder.addRow(
      0,
      most,
      Array.from({ length: groups.siteCount }, (_, j) => j),
    );
  return builder.build();
}

/** Fewest sites that cover all clients that can be covered. */
export function* solveSetCover(groups: CoverGroups, fixed: readonly number[] = []): SolverSteps<SetCoverAnswer> {
  const solution = yield setCoverModel(groups, fixed);
  const sites = chosenColumns(solution, 0, groups.siteCount);
  return { status: solution.status, sites, bound: Math.ceil(solution.bound - 1e-6) };
}

/**
 * Model of the maximal covering location problem (MCLP; Church & ReVelle 1974): `count` sites that cover as much weight as possible. A
 * group's column need not be whole: it is 1 as soon as one of its sites is chosen.
 */
export function maxCoverModel(
  groups: CoverGroups,
  count: number,
  required: readonly number[] = [],
  excluded: readonly number[] = [],
): LinearModel {
  const builder = createModelBuilder('maximize');
  const sites = Array.from({ length: groups.siteCount }, (_, j) =>
    builder.addColumn({ lower: required.includes(j) ? 1 : 0, upper: excluded.includes(j) ? 0 : 1 }),
  );
  for (let g = 0; g < groups.weights.length; g++) {
    const group = builder.addColumn({ cost: groups.weights[g]!, whole: false });
    const list = groups.sites.subarray(groups.offsets[g]!, groups.offsets[g + 1]!);
    builder.addRow(0, Infinity, [...list, group], [...new Array<number>(list.length).fill(1), -1]);
  }
  builder.addRow(count, count, sites);
  return builder.build();
}

/**
 * The `count` sites that cover most, among them the fixed ones. The heuristic goes first: where it closes the gap no solver is needed,
 * and what its bound rules out is left out of the model.
 */
export function* solveMaxCover(
  groups: CoverGroups,
  count: number,
  fixed: readonly number[] = [],
): SolverSteps<MaxCoverAnswer> {
  const found = findMaxCover(groups, count, fixed);
  const { sites, covered } = found;
  if (found.gapShare <= 1e-9) return { status: 'optimal', sites, covered, bound: covered };
  const solution = yield maxCoverModel(groups, count, found.required, found.excluded);
  const solved = chosenColumns(solution, 0, groups.siteCount);
  const weight = coveredWeight(groups, solved);
  const better = weight > covered ? { sites: solved, covered: weight } : { sites, covered };
  const optimal = solution.status === 'optimal';
  return { status: optimal ? 'optimal' : 'limit', ...better, bound: optimal ? better.covered : solution.bound };
}
