import type { Attachments } from '../network/attach.ts';
import { UNREACHED } from '../network/bounded-search.ts';
import { NO_CHAIN, placesOnChains, type Skeleton, skeletonOf } from '../network/skeleton.ts';
import type { WalkGraph } from '../network/walk-graph.ts';

/** Numbers grouped by key: those of key k are `items[offsets[k] … offsets[k + 1]]`. */
export interface Grouped {
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

/** Groups items, ascending within a key; `visit` names every (key, item) and does so twice alike. */
function group(keyCount: number, visit: (take: (key: number, item: number) => void) => void): Grouped {
  const offsets = new Uint32Array(keyCount + 1);
  visit((key) => {
    offsets[key + 1]!++;
  });
  for (let key = 0; key < keyCount; key++) offsets[key + 1]! += offsets[key]!;
  const next = offsets.slice();
  const items = new Uint32Array(offsets[keyCount]!);
  visit((key, item) => {
    items[next[key]!++] = item;
  });
  return { offsets, items };
}

/** A network with the demand points on its chains. */
export interface PointsOnNetwork {
  readonly graph: WalkGraph;
  readonly skeleton: Skeleton;
  /** Decimetres from the start of its chain, per point. */
  readonly alongDecimeters: Uint32Array;
  readonly onChain: Grouped;
  /** By junction, the points of the chains that meet there, and at the same place the decimetres from it (along the chain + access). */
  readonly atJunction: Grouped;
  readonly legDecimeters: Uint32Array;
}

/** Groups connected points by the chains they stand on and by the junctions these lead to. O(points + chains). */
export function pointsOnNetwork(graph: WalkGraph, points: Attachments): PointsOnNetwork {
  const skeleton = skeletonOf(graph);
  const { chainStart, chainEnd, chainDecimeters } = skeleton;
  const { chain, alongDecimeters } = placesOnChains(graph, skeleton, points);
  const eachPoint = (visit: (p: number) => void) => {
    for (let p = 0; p < points.count; p++) if (chain[p] !== NO_CHAIN) visit(p);
  };
  const onChain = group(chainStart.length, (take) => eachPoint((p) => take(chain[p]!, p)));
  const atJunction = group(skeleton.graph.nodeCount, (take) =>
    eachPoint((p) => {
      take(chainStart[chain[p]!]!, p);
      take(chainEnd[chain[p]!]!, p);
    }),
  );
  const { offsets, items } = atJunction;
  const legDecimeters = new Uint32Array(items.length);
  for (let junction = 0; junction < skeleton.graph.nodeCount; junction++) {
    for (let e = offsets[junction]!; e < offsets[junction + 1]!; e++) {
      const p = items[e]!;
      const fromStart = chainStart[chain[p]!] === junction ? alongDecimeters[p]! : UNREACHED;
      const fromEnd = chainEnd[chain[p]!] === junction ? chainDecimeters[chain[p]!]! - alongDecimeters[p]! : UNREACHED;
      legDecimeters[e] = Math.min(fromStart, fromEnd) + points.accessDecimeters[p]!;
    }
  }
  return { graph, skeleton, alongDecimeters, onChain, atJunction, legDecimeters };
}
