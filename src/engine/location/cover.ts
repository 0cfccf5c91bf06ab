import type { ReachLists } from '../reach/reach-lists.ts';
import type { CostMatrix } from './cost-matrix.ts';

/** The sites that cover each client: `sites[offsets[i] … offsets[i + 1]]` for client i, ascending. */
export interface Cover {
  readonly siteCount: number;
  readonly offsets: Uint32Array;
  readonly sites: Uint32Array;
}

/** Clients covered by exactly the same sites, taken together. Groups are in the order of their first client. */
export interface CoverGroups extends Cover {
  /** Sum of the weights per group. */
  readonly weights: Float64Array;
  /** Group of each client; −1 for clients that no site covers. */
  readonly groupByClient: Int32Array;
  /** Weight and number of clients that no site covers. */
  readonly uncoverable: { readonly clients: number; readonly weight: number };
}

function coverOf(siteCount: number, lists: readonly (readonly number[])[]): Cover {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i]! + list.length;
  });
  return { siteCount, offsets, sites: Uint32Array.from(lists.flat()) };
}

/** A site covers a client at a cost ≤ limit (inclusive). */
export function coverByCosts({ clientCount, siteCount, costs }: CostMatrix, limit: number): Cover {
  const sites = Array.from({ length: siteCount }, (_, j) => j);
  return coverOf(
    siteCount,
    Array.from({ length: clientCount }, (_, i) => sites.filter((j) => costs[i * siteCount + j]! <= limit)),
  );
}

/** A house covers a demand point at a distance ≤ limit (inclusive); sites are the houses of the lists. */
export function coverByReach(lists: ReachLists, pointCount: number, limitDecimeters: number): Cover {
  const offsets = new Uint32Array(pointCount + 1);
  const within = (entry: number) => lists.decimeters[entry]! <= limitDecimeters;
  for (let e = 0; e < lists.points.length; e++) if (within(e)) offsets[lists.points[e]! + 1]!++;
  for (let p = 0; p < pointCount; p++) offsets[p + 1]! += offsets[p]!;
  const next = offsets.slice();
  const sites = new Uint32Array(offsets[pointCount]!);
  for (let house = 0; house < lists.houseCount; house++) {
    for (let e = lists.offsets[house]!; e < lists.offsets[house + 1]!; e++) {
      if (within(e)) sites[next[lists.points[e]!]!++] = house;
    }
  }
  return { siteCount: lists.houseCount, offsets, sites };
}

/** Groups clients by identical sets of sites: models then have one row per group instead of one per client. */
export function groupByCover({ siteCount, offsets, sites }: Cover, weights: Float64Array): CoverGroups {
  const groupBySet = new Map<string, number>();
  const lists: number[][] = [];
  const sums: number[] = [];
  const uncoverable = { clients: 0, weight: 0 };
  const groupByClient = new Int32Array(weights.length).fill(-1);
  for (let i = 0; i < weights.length; i++) {
    const list = sites.subarray(offsets[i]!, offsets[i + 1]!);
    if (list.length === 0) {
      uncoverable.clients++;
      uncoverable.weight += weights[i]!;
      continue;
    }
    const key = list.join();
    const group = groupBySet.get(key) ?? lists.push([...list]) - 1;
    groupBySet.set(key, group);
    groupByClient[i] = group;
    sums[group] = (sums[group] ?? 0) + weights[i]!;
  }
  return { ...coverOf(siteCount, lists), weights: Float64Array.from(sums), groupByClient, uncoverable };
}

/** The other way round: the groups that each site covers, ascending. */
export function groupsBySite({ siteCount, offsets, sites, weights }: CoverGroups): {
  readonly offsets: Uint32Array;
  readonly groups: Uint32Array;
} {
  const siteOffsets = new Uint32Array(siteCount + 1);
  for (const site of sites) siteOffsets[site + 1]!++;
  for (let j = 0; j < siteCount; j++) siteOffsets[j + 1]! += siteOffsets[j]!;
  const next = siteOffsets.slice();
  const groups = new Uint32Array(sites.length);
  for (let g = 0; g < weights.length; g++) {
    for (let k = offsets[g]!; k < offsets[g + 1]!; k++) groups[next[sites[k]!]!++] = g;
  }
  return { offsets: siteOffsets, groups };
}

/** Weight covered by a choice of sites. */
export function coveredWeight(groups: CoverGroups, sites: readonly number[]): number {
  const isChosen = new Uint8Array(groups.siteCount);
  for (const site of sites) isChosen[site] = 1;
  let covered = 0;
  for (let g = 0; g < groups.weights.length; g++) {
    for (let k = groups.offsets[g]!; k < groups.offsets[g + 1]!; k++) {
      if (isChosen[groups.sites[k]!] === 0) continue;
      covered += groups.weights[g]!;
      break;
    }
  }
  return covered;
}
