import { type Attachments, CONNECTED_COMPONENT_NODES } from '../network/attach.ts';
import type { WalkGraph } from '../network/walk-graph.ts';
import type { ReachFinder } from '../reach/reach-lists.ts';
import { type LocationProgress, roundGain } from './best-candidate.ts';
import { createChangedAllocation, type KnownAllocation } from './changed-allocation.ts';
import { boundNodes } from './node-bounds.ts';

export interface AnywhereOptions {
  /** Places of the house that is looked for. */
  readonly size: number;
  /** Limit of the service in decimetres; the reach finder must be made for the same one. */
  readonly limitDecimeters: number;
  /** Places returned. Default 10. */
  readonly count?: number;
  /** Places returned are at least so far apart (air distance): neighbouring nodes are nearly the same place. Default 300. */
  readonly apartMeters?: number;
  /** Nodes whose gain may be computed. Default 2,000. */
  readonly mostComputed?: number;
}

export interface AnywhereResult {
  /** Best nodes by falling gain (in the unit of the service, rounded to 1/1000); equal gains by node number. */
  readonly places: readonly { readonly node: number; readonly gain: number }[];
  /** Nodes whose gain was computed by the allocation. */
  readonly computed: number;
  /** No node gains more than this. */
  readonly bound: number;
  /** No other node could stand on the list: the places are the best of the whole network. */
  readonly proven: boolean;
}

/** Houses that stand on nodes. */
export function attachNodes(graph: WalkGraph, nodes: Uint32Array): Attachments {
  const none = new Uint32Array(nodes.length);
  return {
    count: nodes.length,
    x: Float64Array.from(nodes, (node) => graph.x[node]! / 100),
    y: Float64Array.from(nodes, (node) => graph.y[node]! / 100),
    from: nodes,
    to: nodes,
    alongFromDecimeters: none,
    alongToDecimeters: none,
    accessDecimeters: none,
    connected: new Uint8Array(nodes.length).fill(1),
  };
}

interface Field {
  readonly graph: WalkGraph;
  readonly bound: Float64Array;
  /** Gain per node, NaN where it has not been computed. */
  readonly gain: Float64Array;
  readonly count: number;
  readonly apartCentimeters: number;
}

function isNear({ graph, apartCentimeters }: Field, a: number, b: number): boolean {
  const dx = graph.x[a]! - graph.x[b]!;
  const dy = graph.y[a]! - graph.y[b]!;
  return dx * dx + dy * dy < apartCentimeters * apartCentimeters;
}

/** The best computed nodes that are far enough apart. */
function choosePlaces(field: Field, computed: readonly number[]): number[] {
  const { gain, count } = field;
  const chosen: number[] = [];
  for (const node of [...computed].sort((a, b) => gain[b]! - gain[a]! || a - b)) {
    if (gain[node]! <= 0 || chosen.length === count) break;
    if (!chosen.some((other) => isNear(field, node, other))) chosen.push(node);
  }
  return chosen;
}

/** What a node's gain must exceed to change the list: that of the best place near it, else that of the last place. */
function hurdle(field: Field, chosen: readonly number[], node: number): number {
  const near = chosen.find((place) => isNear(field, node, place));
  const last = chosen.length < field.count ? 0 : field.gain[chosen.at(-1)!]!;
  return Math.max(last, near === undefined ? 0 : field.gain[near]!);
}

/**
 * The best places for a house of a given size anywhere in the city: all nodes of the network (of components of 50 nodes and more) are
 * candidates. An upper bound per node rules most out, the gain of the others is computed by the allocation itself: first the most
 * promising node of each square of `apartMeters`, then all nodes in the order of their guess, corrected by how far the guess was off in
 * their square, until no node can change the list or `mostComputed` is reached (then `proven` is false and `bound` says what may be
 * missed). Goal: 1.5 s in a city of 150,000 nodes, 25,000 points and 700 houses of the service.
 */
export function* findBestAnywhere(
  graph: WalkGraph,
  points: Attachments,
  finder: ReachFinder,
  known: KnownAllocation,
  options: AnywhereOptions,
): Generator<LocationProgress, AnywhereResult> {
  const { size, limitDecimeters, count = 10, apartMeters = 300, mostComputed = 2000 } = options;
  const { bound, guess } = boundNodes(graph, points, known, limitDecimeters, size);
  const gain = new Float64Array(graph.nodeCount).fill(Number.NaN);
  const field: Field = { graph, bound, gain, count, apartCentimeters: apartMeters * 100 };
  const nodes = candidateNodes(graph, bound);
  const changed = createChangedAllocation(known);
  const computed: number[] = [];
  let chosen: readonly number[] = [];
  const isOpen = (node: number) => Number.isNaN(gain[node]!) && bound[node]! > hurdle(field, chosen, node);
  function* compute(order: readonly number[], most: number): Generator<LocationProgress> {
    for (const node of order) {
      if (computed.length >= most) return;
      if (!isOpen(node)) continue;
      const reach = finder.findOne(attachNodes(graph, Uint32Array.of(node)), 0);
      gain[node] = roundGain(changed.gain({ added: [{ reach, capacity: size }] }));
      computed.push(node);
      if (gain[node]! > hurdle(field, chosen, node)) chosen = choosePlaces(field, computed);
      yield { done: computed.length, total: mostComputed };
    }
  }
  const leaders = leadersBySquare(field, nodes, guess);
  yield* compute(byFalling([...leaders.values()], guess), mostComputed / 2);
  const corrected = guess.map((value, node) => {
    const leader = leaders.get(squareOf(field, node));
    const unknown = leader === undefined || Number.isNaN(gain[leader]!) || guess[leader] === 0;
    return unknown ? value : (value * gain[leader]!) / guess[leader]!;
  });
  // A place that gives way to a better one may lower the hurdle for nodes near it, so the open nodes are listed again.
  let open = nodes.filter(isOpen);
  while (open.length > 0 && computed.length < mostComputed) {
    yield* compute(byFalling(open, corrected), mostComputed);
    open = nodes.filter(isOpen);
  }
  return {
    places: chosen.map((node) => ({ node, gain: gain[node]! })),
    computed: computed.length,
    bound: nodes.reduce((most, node) => Math.max(most, Number.isNaN(gain[node]!) ? bound[node]! : gain[node]!), 0),
    proven: open.length === 0,
  };
}

/** Nodes where something can be gained, of components large enough to be connected. */
function candidateNodes({ nodeCount, componentSize }: WalkGraph, bound: Float64Array): readonly number[] {
  const nodes: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    if (componentSize[node]! >= CONNECTED_COMPONENT_NODES && roundGain(bound[node]!) > 0) nodes.push(node);
  }
  return nodes;
}

function squareOf({ graph, apartCentimeters }: Field, node: number): number {
  const side = Math.max(1, apartCentimeters);
  return Math.floor(graph.x[node]! / side) * 1e6 + Math.floor(graph.y[node]! / side);
}

/** The node with the highest guess of each square. */
function leadersBySquare(field: Field, nodes: readonly number[], guess: Float64Array): Map<number, number> {
  const leaders = new Map<number, number>();
  for (const node of nodes) {
    const square = squareOf(field, node);
    const leader = leaders.get(square);
    if (leader === undefined || guess[node]! > guess[leader]!) leaders.set(square, node);
  }
  return leaders;
}

function byFalling(nodes: readonly number[], value: Float64Array): readonly number[] {
  return [...nodes].sort((a, b) => value[b]! - value[a]! || a - b);
}
