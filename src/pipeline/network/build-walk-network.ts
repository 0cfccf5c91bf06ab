import { projectionOf } from '../../city/projection.ts';
import { NODE_FLAGS, type WalkNetwork } from '../../city/types.ts';
import { haversineDecimeters } from '../../shared/coordinates.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { DraftNetwork } from '../types.ts';
import { hilbertOrder } from './hilbert.ts';

/** Components with fewer nodes than this count as cut off from the city. */
export const SMALL_COMPONENT_NODES = 50;

/**
 * Makes the walking network of a city from nodes in degrees and straight edges between them.
 *
 * Nodes come out along a Hilbert curve (ties by position, then by the draft's order), projected to whole centimetres of the metric CRS
 * `epsg`; nodes without an edge are left out. Edges from a node to itself are dropped; edges between the same two nodes become one that
 * keeps the flags they all share. Each edge is stored as two arcs, the arcs of a node sorted by target. Lengths are great-circle
 * decimetres, at least 1. Nodes in components of fewer than {@link SMALL_COMPONENT_NODES} nodes are flagged, never dropped.
 * Throws `city.crs-unknown`, and `RangeError` for an edge to a node that does not exist. O(n log n).
 */
export function buildWalkNetwork(draft: DraftNetwork, epsg: number): WithNotes<WalkNetwork> {
  const used = nodesWithEdges(draft);
  const placed = placeNodes(draft, used, epsg);
  const arcs = linkArcs(draft, placed);
  const components = flagSmallComponents(arcs.offsets, arcs.targets);
  const nodeCount = placed.x.length;
  const edgeCount = arcs.targets.length / 2;
  const data: WalkNetwork = {
    epsg,
    nodeCount,
    edgeCount,
    x: placed.x,
    y: placed.y,
    offsets: arcs.offsets,
    targets: arcs.targets,
    decimeters: arcs.decimeters,
    flags: arcs.flags,
    nodeFlags: components.nodeFlags,
  };
  const loops = draft.edges.reduce((count, edge) => count + (edge.from === edge.to ? 1 : 0), 0);
  const notes: Note[] = [
    note('info', 'network.built', {
      nodes: nodeCount,
      edges: edgeCount,
      components: components.count,
      largestShare: nodeCount === 0 ? 0 : components.largest / nodeCount,
    }),
  ];
  const duplicates = draft.edges.length - loops - edgeCount;
  if (loops > 0) notes.push(note('info', 'network.loops-dropped', {}, { count: loops }));
  if (duplicates > 0) notes.push(note('info', 'network.duplicates-merged', {}, { count: duplicates }));
  const isolated = draft.nodes.length - nodeCount;
  if (isolated > 0) notes.push(note('info', 'network.isolated-dropped', {}, { count: isolated }));
  if (components.flagged > 0) {
    const params = { components: components.small, limit: SMALL_COMPONENT_NODES };
    notes.push(note('info', 'network.small-components', params, { count: components.flagged }));
  }
  return { data, notes };
}

/** Draft indices of the nodes that some edge really uses, ascending. */
function nodesWithEdges(draft: DraftNetwork): Uint32Array {
  const isUsed = new Uint8Array(draft.nodes.length);
  for (const { from, to } of draft.edges) {
    if (!(from >= 0 && to >= 0 && from < isUsed.length && to < isUsed.length)) {
      throw new RangeError(`edge ${from}–${to} among ${isUsed.length} nodes`);
    }
    if (from === to) continue;
    isUsed[from] = 1;
    isUsed[to] = 1;
  }
  const used = new Uint32Array(isUsed.reduce((sum, value) => sum + value, 0));
  let count = 0;
  for (let i = 0; i < isUsed.length; i++) if (isUsed[i] === 1) used[count++] = i;
  return used;
}

interface PlacedNodes {
  /** Centimetres, in final order. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Draft index of each final node. */
  readonly draftIndex: Uint32Array;
  /** Final index of each draft node (0 for those left out). */
  readonly finalIndex: Uint32Array;
}

function placeNodes(draft: DraftNetwork, used: Uint32Array, epsg: number): PlacedNodes {
  const projection = projectionOf(epsg);
  const draftX = new Int32Array(used.length);
  const draftY = new Int32Array(used.length);
  used.forEach((node, i) => {
    const [lon, lat] = draft.nodes[node]!;
    const [x, y] = projection.forward(lon, lat);
    draftX[i] = Math.round(x * 100);
    draftY[i] = Math.round(y * 100);
  });
  const order = hilbertOrder(draftX, draftY);
  const x = new Int32Array(used.length);
  const y = new Int32Array(used.length);
  const draftIndex = new Uint32Array(used.length);
  const finalIndex = new Uint32Array(draft.nodes.length);
  order.forEach((i, position) => {
    x[position] = draftX[i]!;
    y[position] = draftY[i]!;
    draftIndex[position] = used[i]!;
    finalIndex[used[i]!] = position;
  });
  return { x, y, draftIndex, finalIndex };
}

interface Arcs {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly decimeters: Uint32Array;
  readonly flags: Uint8Array;
}

function linkArcs(draft: DraftNetwork, placed: PlacedNodes): Arcs {
  const { finalIndex, draftIndex } = placed;
  const nodeCount = placed.x.length;
  const edges = draft.edges.filter((edge) => edge.from !== edge.to);
  const slots = new Uint32Array(nodeCount + 1);
  for (const { from, to } of edges) {
    slots[finalIndex[from]! + 1]!++;
    slots[finalIndex[to]! + 1]!++;
  }
  for (let n = 0; n < nodeCount; n++) slots[n + 1]! += slots[n]!;
  // Target and flags in one number, so that a plain numeric sort orders the arcs of a node by target.
  const packed = new Float64Array(edges.length * 2);
  const next = slots.slice();
  for (const edge of edges) {
    const a = finalIndex[edge.from]!;
    const b = finalIndex[edge.to]!;
    packed[next[a]!++] = b * 256 + edge.flags;
    packed[next[b]!++] = a * 256 + edge.flags;
  }
  const offsets = new Uint32Array(nodeCount + 1);
  const targets = new Uint32Array(packed.length);
  const flags = new Uint8Array(packed.length);
  let count = 0;
  for (let n = 0; n < nodeCount; n++) {
    const first = count;
    for (const arc of packed.subarray(slots[n]!, slots[n + 1]!).sort()) {
      const target = Math.floor(arc / 256);
      if (count > first && targets[count - 1] === target) {
        flags[count - 1]! &= arc % 256;
      } else {
        targets[count] = target;
        flags[count++] = arc % 256;
      }
    }
    offsets[n + 1] = count;
  }
  const decimeters = new Uint32Array(count);
  for (let n = 0; n < nodeCount; n++) {
    for (let arc = offsets[n]!; arc < offsets[n + 1]!; arc++) {
      // Always from the lower node, so that both arcs of an edge have the same length to the last bit.
      const a = draft.nodes[draftIndex[Math.min(n, targets[arc]!)]!]!;
      const b = draft.nodes[draftIndex[Math.max(n, targets[arc]!)]!]!;
      decimeters[arc] = Math.max(1, haversineDecimeters(a[0], a[1], b[0], b[1]));
    }
  }
  return { offsets, targets: targets.slice(0, count), decimeters, flags: flags.slice(0, count) };
}

interface Components {
  readonly nodeFlags: Uint8Array;
  readonly count: number;
  /** Nodes of the largest component. */
  readonly largest: number;
  /** Number of small components, and of the nodes in them. */
  readonly small: number;
  readonly flagged: number;
}

function flagSmallComponents(offsets: Uint32Array, targets: Uint32Array): Components {
  const nodeCount = offsets.length - 1;
  const nodeFlags = new Uint8Array(nodeCount);
  const seen = new Uint8Array(nodeCount);
  const queue = new Uint32Array(nodeCount);
  let [count, largest, small, flagged] = [0, 0, 0, 0];
  for (let start = 0; start < nodeCount; start++) {
    if (seen[start] === 1) continue;
    let length = 0;
    queue[length++] = start;
    seen[start] = 1;
    for (let head = 0; head < length; head++) {
      const node = queue[head]!;
      for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
        const target = targets[arc]!;
        if (seen[target] === 1) continue;
        seen[target] = 1;
        queue[length++] = target;
      }
    }
    count++;
    largest = Math.max(largest, length);
    if (length >= SMALL_COMPONENT_NODES) continue;
    small++;
    flagged += length;
    for (let i = 0; i < length; i++) nodeFlags[queue[i]!] = NODE_FLAGS.smallComponent;
  }
  return { nodeFlags, count, largest, small, flagged };
}
