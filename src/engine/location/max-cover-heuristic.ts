import { checkSiteCount } from './cost-matrix.ts';
import { type CoverGroups, coveredWeight, groupsBySite } from './cover.ts';
import { raiseDual } from './dual-ascent.ts';

export interface MaxCoverFound {
  /** Chosen sites, ascending. */
  readonly sites: readonly number[];
  readonly covered: number;
  /** No choice covers more. */
  readonly bound: number;
  /** (bound − covered) / bound, 0 if nothing can be covered. */
  readonly gapShare: number;
  /** Sites that no better choice than this one contains, and those that every better choice contains. */
  readonly excluded: readonly number[];
  readonly required: readonly number[];
}

interface CoverBound {
  readonly value: number;
  /** Sites by falling price at the best multipliers, and those prices. */
  readonly order: readonly number[];
  readonly prices: Float64Array;
  /** The choice that covers most of those met on the way. */
  readonly sites: readonly number[];
}

/** How often each group is covered, kept up to date while sites come and go. */
interface Counts {
  readonly times: Uint16Array;
  /** What would be gained by adding a site, or lost by taking it out. */
  gain(site: number): number;
  loss(site: number): number;
  add(site: number): void;
  remove(site: number): void;
}

function createCounts(groups: CoverGroups): Counts {
  const bySite = groupsBySite(groups);
  const times = new Uint16Array(groups.weights.length);
  const sumWhere = (site: number, count: number) => {
    let sum = 0;
    for (let k = bySite.offsets[site]!; k < bySite.offsets[site + 1]!; k++) {
      const group = bySite.groups[k]!;
      if (times[group] === count) sum += groups.weights[group]!;
    }
    return sum;
  };
  const change = (site: number, by: number) => {
    for (let k = bySite.offsets[site]!; k < bySite.offsets[site + 1]!; k++) times[bySite.groups[k]!]! += by;
  };
  return {
    times,
    gain: (site) => sumWhere(site, 0),
    loss: (site) => sumWhere(site, 1),
    add: (site) => change(site, 1),
    remove: (site) => change(site, -1),
  };
}

function bestAddition(counts: Counts, chosen: ReadonlySet<number>, siteCount: number): { site: number; gain: number } {
  let best = { site: -1, gain: -1 };
  for (let site = 0; site < siteCount; site++) {
    if (chosen.has(site)) continue;
    const gain = counts.gain(site);
    if (gain > best.gain) best = { site, gain };
  }
  return best;
}

/** Takes one site out and puts the best one in, as long as that covers more. */
function swapWhileBetter(counts: Counts, chosen: Set<number>, siteCount: number, fixed: readonly number[]): void {
  for (let better = true; better; ) {
    better = false;
    for (const site of [...chosen]) {
      if (fixed.includes(site)) continue;
      const loss = counts.loss(site);
      counts.remove(site);
      chosen.delete(site);
      const best = bestAddition(counts, chosen, siteCount);
      const wins = best.gain > loss * (1 + 1e-12);
      const kept = wins ? best.site : site;
      counts.add(kept);
      chosen.add(kept);
      better ||= wins;
    }
  }
}

/**
 * Lagrangian bound: a group's cover constraint is priced with λ between 0 and its weight; bound = Σ (weight − λ) + the `count` largest
 * site sums of λ, the site prices. `target` is the weight covered by a known choice.
 */
function boundMaxCover(groups: CoverGroups, count: number, fixed: readonly number[], target: number): CoverBound {
  const bySite = groupsBySite(groups);
  const { weights, siteCount } = groups;
  const prices = new Float64Array(siteCount);
  const order = Uint32Array.from({ length: siteCount }, (_, j) => j);
  let sites: readonly number[] = [];
  let covered = -1;
  const keepBest = (choice: readonly number[]) => {
    const weight = coveredWeight(groups, choice);
    if (weight <= covered) return;
    sites = choice;
    covered = weight;
  };
  const compute = (lambda: Float64Array, slope: Float64Array): number => {
    let value = 0;
    for (let g = 0; g < weights.length; g++) {
      value += weights[g]! - lambda[g]!;
      slope[g] = 1;
    }
    for (let j = 0; j < siteCount; j++) {
      prices[j] = fixed.includes(j) ? Infinity : 0;
      for (let k = bySite.offsets[j]!; k < bySite.offsets[j + 1]!; k++) prices[j]! += lambda[bySite.groups[k]!]!;
    }
    order.sort((a, b) => (prices[a] === prices[b] ? a - b : prices[b]! - prices[a]!));
    for (const j of order.subarray(0, count)) {
      for (let k = bySite.offsets[j]!; k < bySite.offsets[j + 1]!; k++) {
        value += lambda[bySite.groups[k]!]!;
        slope[bySite.groups[k]!]! -= 1;
      }
    }
    keepBest([...order.subarray(0, count)]);
    return -value;
  };
  const lower = new Float64Array(weights.length);
  const start = weights.map((weight, g) => weight / Math.max(1, groups.offsets[g + 1]! - groups.offsets[g]!));
  const best = raiseDual(start, compute, { lower, upper: weights, target: -target, rounds: 300 });
  const value = -compute(best.multipliers, new Float64Array(weights.length));
  return { value, order: [...order], prices: prices.slice(), sites };
}

/**
 * Maximal covering for large cases: greedy and swaps, then a Lagrangian bound, then swaps from the best choice met on the way to it.
 * Fixed sites are kept. O(entries of the cover) per swap tried and per round of the bound.
 */
export function findMaxCover(groups: CoverGroups, count: number, fixed: readonly number[] = []): MaxCoverFound {
  checkSiteCount(count, groups.siteCount, Math.max(1, fixed.length));
  const improve = (start: readonly number[]) => {
    const counts = createCounts(groups);
    const chosen = new Set(start);
    for (const site of chosen) counts.add(site);
    while (chosen.size < count) {
      const { site } = bestAddition(counts, chosen, groups.siteCount);
      counts.add(site);
      chosen.add(site);
    }
    swapWhileBetter(counts, chosen, groups.siteCount, fixed);
    const sites = [...chosen].sort((a, b) => a - b);
    return { sites, covered: coveredWeight(groups, sites) };
  };
  const first = improve(fixed);
  const dual = boundMaxCover(groups, count, fixed, first.covered);
  const second = improve(dual.sites);
  const found = second.covered > first.covered ? second : first;
  const all = groups.weights.reduce((sum, weight) => sum + weight, 0);
  const bound = Math.max(found.covered, Math.min(all, dual.value));
  // Swapping a site into (out of) the dual's choice costs at least the difference of prices to the last in (first out).
  const lastIn = dual.prices[dual.order[count - 1]!]!;
  const firstOut = count < groups.siteCount ? dual.prices[dual.order[count]!]! : Number.NEGATIVE_INFINITY;
  const below = found.covered * (1 - 1e-9);
  return {
    ...found,
    bound,
    gapShare: bound > 0 ? (bound - found.covered) / bound : 0,
    excluded: dual.order.slice(count).filter((j) => dual.value - (lastIn - dual.prices[j]!) < below),
    required: dual.order
      .slice(0, count)
      .filter((j) => fixed.includes(j) || dual.value - (dual.prices[j]! - firstOut) < below),
  };
}
