import type { Attachments } from './attach.ts';
import type { SearchGraph } from './bounded-search.ts';
import type { WalkGraph } from './walk-graph.ts';

/**
 * A walking network reduced to its junctions and dead ends: the stretch between two of them, however bent, is one chain. In cities most
 * nodes are bends (five of six in the demo city), so that a search over the skeleton touches a fraction of the nodes; distances are the
 * same to the decimetre. A position on the network is a chain and decimetres from its start.
 */
export interface Skeleton {
  /** Junctions, numbered in the order of their nodes, and the chains between them as arcs. */
  readonly graph: SearchGraph;
  /** Junction at the start and at the end of each chain, and its length in decimetres. */
  readonly chainStart: Uint32Array;
  readonly chainEnd: Uint32Array;
  readonly chainDecimeters: Uint32Array;
  /** Per arc of the network: its chain, and the decimetres from the chain's start to where the arc begins. */
  readonly chainOfArc: Uint32Array;
  readonly arcBeginDecimeters: Uint32Array;
  /** 1 where an arc leads towards the chain's start. */
  readonly isBackward: Uint8Array;
}

/** No chain. */
export const NO_CHAIN = 0xffffffff;

/** The arc of `node` that leads to `target` over `decimeters` and is in no chain yet; −1 = there is none. */
function freeArc(
  { offsets, arcs }: WalkGraph,
  chainOfArc: Uint32Array,
  node: number,
  target: number,
  decimeters: number,
): number {
  for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
    if (arcs[2 * arc] === target && arcs[2 * arc + 1] === decimeters && chainOfArc[arc] === NO_CHAIN) return arc;
  }
  return -1;
}

/** Whether a node only joins two edges, each with its way back: one walks through it. */
function isBend(graph: WalkGraph, node: number): boolean {
  const { offsets } = graph;
  const first = offsets[node]!;
  if (offsets[node + 1]! - first !== 2) return false;
  return hasWayBack(graph, node, first) && hasWayBack(graph, node, first + 1);
}

function hasWayBack({ offsets, arcs }: WalkGraph, node: number, arc: number): boolean {
  const target = arcs[2 * arc]!;
  const length = arcs[2 * arc + 1]!;
  if (target === node) return false;
  const end = offsets[target + 1]!;
  for (let other = offsets[target]!; other < end; other++) {
    if (arcs[2 * other] === node && arcs[2 * other + 1] === length) return true;
  }
  return false;
}

const known = new WeakMap<WalkGraph, Skeleton>();

/** The skeleton of a network, made once for each. O(nodes + arcs). */
export function skeletonOf(graph: WalkGraph): Skeleton {
  const found = known.get(graph) ?? makeSkeleton(graph);
  known.set(graph, found);
  return found;
}

function makeSkeleton(graph: WalkGraph): Skeleton {
  const { nodeCount, arcCount, offsets, arcs } = graph;
  const bends = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) if (isBend(graph, node)) bends[node] = 1;
  const chainOfArc = new Uint32Array(arcCount).fill(NO_CHAIN);
  const arcBeginDecimeters = new Uint32Array(arcCount);
  const isBackward = new Uint8Array(arcCount);
  const [starts, ends, lengths, bothWays]: [number[], number[], number[], boolean[]] = [[], [], [], []];

  /** Follows a chain from a node by one of its arcs to the next junction. */
  const follow = (node: number, first: number) => {
    const chain = starts.length;
    let decimeters = 0;
    let at = node;
    let arc = first;
    let back = -1;
    for (;;) {
      const target = arcs[2 * arc]!;
      const length = arcs[2 * arc + 1]!;
      chainOfArc[arc] = chain;
      arcBeginDecimeters[arc] = decimeters;
      decimeters += length;
      back = freeArc(graph, chainOfArc, target, at, length);
      if (back >= 0) {
        chainOfArc[back] = chain;
        arcBeginDecimeters[back] = decimeters;
        isBackward[back] = 1;
      }
      at = target;
      if (bends[at] === 0) break;
      arc = back === offsets[at]! ? back + 1 : offsets[at]!;
    }
    starts.push(node);
    ends.push(at);
    lengths.push(decimeters);
    bothWays.push(back >= 0);
  };
  const followAll = (node: number) => {
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) if (chainOfArc[arc] === NO_CHAIN) follow(node, arc);
  };
  for (let node = 0; node < nodeCount; node++) if (bends[node] === 0) followAll(node);
  // What is left are rings without any junction: their first node is taken for one.
  for (let node = 0; node < nodeCount; node++) {
    if (bends[node] === 0 || chainOfArc[offsets[node]!] !== NO_CHAIN) continue;
    bends[node] = 0;
    followAll(node);
  }

  const junctionOf = new Uint32Array(nodeCount);
  let junctionCount = 0;
  for (let node = 0; node < nodeCount; node++) if (bends[node] === 0) junctionOf[node] = junctionCount++;
  const chainStart = Uint32Array.from(starts, (node) => junctionOf[node]!);
  const chainEnd = Uint32Array.from(ends, (node) => junctionOf[node]!);
  const chainDecimeters = Uint32Array.from(lengths);
  return {
    graph: arcsOfChains(junctionCount, { chainStart, chainEnd, chainDecimeters }, bothWays),
    chainStart,
    chainEnd,
    chainDecimeters,
    chainOfArc,
    arcBeginDecimeters,
    isBackward,
  };
}

/** Each chain as an arc of its start, and of its end where it can be walked both ways; chains that return lead nowhere new. */
function arcsOfChains(
  nodeCount: number,
  { chainStart, chainEnd, chainDecimeters }: Pick<Skeleton, 'chainStart' | 'chainEnd' | 'chainDecimeters'>,
  bothWays: readonly boolean[],
): SearchGraph {
  const offsets = new Uint32Array(nodeCount + 1);
  const visit = (take: (from: number, to: number, length: number) => void) => {
    for (let chain = 0; chain < chainStart.length; chain++) {
      const [from, to] = [chainStart[chain]!, chainEnd[chain]!];
      if (from === to) continue;
      take(from, to, chainDecimeters[chain]!);
      if (bothWays[chain]!) take(to, from, chainDecimeters[chain]!);
    }
  };
  visit((from) => {
    offsets[from + 1]!++;
  });
  for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!;
  const arcs = new Uint32Array(2 * offsets[nodeCount]!);
  const next = offsets.slice();
  visit((from, to, length) => {
    const arc = next[from]!++;
    arcs[2 * arc] = to;
    arcs[2 * arc + 1] = length;
  });
  return { nodeCount, offsets, arcs };
}

/**
 * Where attached points stand: chain, and decimetres from its start. {@link NO_CHAIN} for points that are not connected, and for those at a
 * node that no edge leads to.
 */
export interface ChainPlaces {
  readonly chain: Uint32Array;
  readonly alongDecimeters: Uint32Array;
}

/** Places of attached points on the chains of their network; a point at a node may be attached from it to itself. O(points). */
export function placesOnChains(graph: WalkGraph, skeleton: Skeleton, points: Attachments): ChainPlaces {
  const chain = new Uint32Array(points.count).fill(NO_CHAIN);
  const alongDecimeters = new Uint32Array(points.count);
  for (let p = 0; p < points.count; p++) {
    if (points.connected[p] === 0) continue;
    const arc = arcOf(graph, points, p);
    if (arc < 0) continue;
    const along = points.alongFromDecimeters[p]!;
    chain[p] = skeleton.chainOfArc[arc]!;
    alongDecimeters[p] = skeleton.arcBeginDecimeters[arc]! + (skeleton.isBackward[arc] === 1 ? -along : along);
  }
  return { chain, alongDecimeters };
}

/** The arc on which a connected point stands, −1 = none. Of edges of one length between the same nodes any will do. */
function arcOf({ offsets, arcs }: WalkGraph, points: Attachments, p: number): number {
  const from = points.from[p]!;
  const to = points.to[p]!;
  const length = points.alongFromDecimeters[p]! + points.alongToDecimeters[p]!;
  for (let arc = offsets[from]!; arc < offsets[from + 1]!; arc++) {
    if (from === to || (arcs[2 * arc] === to && arcs[2 * arc + 1] === length)) return arc;
  }
  return -1;
}
