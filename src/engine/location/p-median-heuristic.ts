import { type CostMatrix, checkSiteCount } from './cost-matrix.ts';
import { raiseDual } from './dual-ascent.ts';

/** A choice of sites with the sum of weight × cost to the nearest chosen site. */
export interface SiteChoice {
  /** Ascending. */
  readonly sites: readonly number[];
  readonly cost: number;
}

export interface PMedianFound extends SiteChoice {
  /** No choice costs less. */
  readonly bound: number;
  /** (cost − bound) / cost, 0 if the cost is 0. */
  readonly gapShare: number;
  /** Sites that no better choice than this one contains, and those that every better choice contains. */
  readonly excluded: readonly number[];
  readonly required: readonly number[];
}

/** Σ weight × cost to the nearest of some sites; `Infinity` if a client with a weight cannot be served. */
export function medianCost(
  { clientCount, siteCount, costs }: CostMatrix,
  weights: Float64Array,
  sites: readonly number[],
): number {
  let sum = 0;
  for (let i = 0; i < clientCount; i++) {
    let nearest = Infinity;
    for (const site of sites) nearest = Math.min(nearest, costs[i * siteCount + site]!);
    if (weights[i]! > 0) sum += weights[i]! * nearest;
  }
  return sum;
}

/** Costs that stand for "cannot be served" so that sums stay comparable: more than all that is finite together. */
export function withoutInfinity({ clientCount, siteCount, costs }: CostMatrix): CostMatrix {
  let largest = 0;
  for (const cost of costs) if (cost !== Infinity && cost > largest) largest = cost;
  const penalty = (largest + 1) * (clientCount + 1);
  return { clientCount, siteCount, costs: costs.map((cost) => (cost === Infinity ? penalty : cost)) };
}

function addGreedily(matrix: CostMatrix, weights: Float64Array, start: readonly number[], count: number): number[] {
  const { clientCount, siteCount, costs } = matrix;
  const nearest = new Float64Array(clientCount).fill(Infinity);
  const take = (site: number) => {
    for (let i = 0; i < clientCount; i++) nearest[i] = Math.min(nearest[i]!, costs[i * siteCount + site]!);
  };
  const sites = [...start];
  for (const site of sites) take(site);
  while (sites.length < count) {
    let best = -1;
    let bestCost = Infinity;
    for (let site = 0; site < siteCount; site++) {
      if (sites.includes(site)) continue;
      let cost = 0;
      for (let i = 0; i < clientCount; i++) cost += weights[i]! * Math.min(nearest[i]!, costs[i * siteCount + site]!);
      if (cost >= bestCost && best !== -1) continue;
      best = site;
      bestCost = cost;
    }
    sites.push(best);
    take(best);
  }
  return sites;
}

/**
 * Interchange (Teitz & Bart 1968, evaluated as by Whitaker 1983): the best pair of a site to open and one to close, again and again,
 * until none lowers the cost. O(clients × sites) per exchange.
 */
function interchange(
  matrix: CostMatrix,
  weights: Float64Array,
  start: readonly number[],
  fixed: readonly number[],
): number[] {
  const { clientCount, siteCount, costs } = matrix;
  const sites = [...start];
  const place = new Int32Array(siteCount).fill(-1);
  const nearest = new Int32Array(clientCount);
  const first = new Float64Array(clientCount);
  const second = new Float64Array(clientCount);
  const loss = new Float64Array(sites.length);
  const assign = () => {
    place.fill(-1);
    sites.forEach((site, s) => {
      place[site] = s;
    });
    first.fill(Infinity);
    second.fill(Infinity);
    for (let i = 0; i < clientCount; i++) {
      for (const site of sites) {
        const cost = costs[i * siteCount + site]!;
        if (cost < first[i]!) {
          second[i] = first[i]!;
          first[i] = cost;
          nearest[i] = place[site]!;
        } else if (cost < second[i]!) second[i] = cost;
      }
    }
  };
  for (;;) {
    assign();
    let bestChange = -1e-9 * (1 + first.reduce((sum, cost, i) => sum + cost * weights[i]!, 0));
    let swap: readonly [number, number] | null = null;
    for (let open = 0; open < siteCount; open++) {
      if (place[open] !== -1) continue;
      // `gain` is what opening alone brings (also to clients of a site that closes); `loss[s]` what closing s then costs the others.
      let gain = 0;
      loss.fill(0);
      for (let i = 0; i < clientCount; i++) {
        const cost = costs[i * siteCount + open]!;
        if (cost < first[i]!) gain += weights[i]! * (first[i]! - cost);
        else loss[nearest[i]!]! += weights[i]! * (Math.min(cost, second[i]!) - first[i]!);
      }
      for (let s = 0; s < sites.length; s++) {
        if (fixed.includes(sites[s]!) || loss[s]! - gain >= bestChange) continue;
        bestChange = loss[s]! - gain;
        swap = [s, open];
      }
    }
    if (swap === null) return sites;
    sites[swap[0]] = swap[1];
  }
}

interface MedianBound {
  readonly value: number;
  /** Sites in the order of their reduced cost at the best multipliers, and those costs. */
  readonly order: Uint32Array;
  readonly reduced: Float64Array;
}

/**
 * Lagrangian bound (Cornuéjols, Fisher, Nemhauser 1977): the duty to serve client i is priced with λᵢ; a site's reduced cost is
 * Σ min(0, weight × cost − λ), the `count` lowest are taken. Fixed sites come first.
 */
function boundMedian(
  matrix: CostMatrix,
  weights: Float64Array,
  count: number,
  fixed: readonly number[],
  known: SiteChoice,
): MedianBound {
  const { clientCount, siteCount, costs } = matrix;
  const reduced = new Float64Array(siteCount);
  const order = Uint32Array.from({ length: siteCount }, (_, j) => j);
  const isFixed = Uint8Array.from({ length: siteCount }, (_, j) => Number(fixed.includes(j)));
  const compute = (lambda: Float64Array, slope: Float64Array): number => {
    reduced.fill(0);
    let value = 0;
    for (let i = 0; i < clientCount; i++) {
      value += lambda[i]!;
      slope[i] = 1;
      for (let j = 0; j < siteCount; j++) {
        const margin = weights[i]! * costs[i * siteCount + j]! - lambda[i]!;
        if (margin < 0) reduced[j]! += margin;
      }
    }
    order.sort((a, b) => isFixed[b]! - isFixed[a]! || reduced[a]! - reduced[b]! || a - b);
    for (const j of order.subarray(0, count)) {
      value += reduced[j]!;
      for (let i = 0; i < clientCount; i++) if (weights[i]! * costs[i * siteCount + j]! < lambda[i]!) slope[i]! -= 1;
    }
    return value;
  };
  // Start: what each client pays for its second nearest site of the known choice, near the optimal prices.
  const start = Float64Array.from({ length: clientCount }, (_, i) => {
    const paid = known.sites.map((site) => weights[i]! * costs[i * siteCount + site]!).sort((a, b) => a - b);
    return paid[1] ?? paid[0]!;
  });
  const lower = new Float64Array(clientCount);
  const upper = new Float64Array(clientCount).fill(Infinity);
  const best = raiseDual(start, compute, { lower, upper, target: known.cost, rounds: 400 });
  const value = compute(best.multipliers, new Float64Array(clientCount));
  return { value, order: order.slice(), reduced: reduced.slice() };
}

/**
 * p-median for large cases: greedy and interchange, then the Lagrangian bound, then interchange from the sites the bound favours. Fixed
 * sites are kept; clients that nobody can serve cost more than all others together. O(clients × sites) per round, some 500 rounds.
 */
export function findPMedian(
  matrix: CostMatrix,
  weights: Float64Array,
  count: number,
  fixed: readonly number[] = [],
): PMedianFound {
  checkSiteCount(count, matrix.siteCount, Math.max(1, fixed.length));
  const finite = withoutInfinity(matrix);
  const improve = (start: readonly number[]): SiteChoice => {
    const sites = interchange(finite, weights, start, fixed).sort((a, b) => a - b);
    return { sites, cost: medianCost(finite, weights, sites) };
  };
  const first = improve(addGreedily(finite, weights, fixed, count));
  const dual = boundMedian(finite, weights, count, fixed, first);
  const second = improve([...dual.order.subarray(0, count)]);
  const found = second.cost < first.cost ? second : first;
  const bound = Math.min(found.cost, dual.value);
  // Swapping a site into (out of) the dual's choice costs at least the difference of reduced costs to the last in (first out).
  const lastIn = dual.reduced[dual.order[count - 1]!]!;
  const firstOut = count < matrix.siteCount ? dual.reduced[dual.order[count]!]! : Infinity;
  const beyond = found.cost * (1 + 1e-9);
  const inside = [...dual.order.subarray(0, count)];
  return {
    sites: found.sites,
    cost: medianCost(matrix, weights, found.sites),
    bound,
    gapShare: found.cost > 0 ? (found.cost - bound) / found.cost : 0,
    excluded: [...dual.order.subarray(count)].filter((j) => dual.value + dual.reduced[j]! - lastIn > beyond),
    required: inside.filter((j) => fixed.includes(j) || dual.value + firstOut - dual.reduced[j]! > beyond),
  };
}
