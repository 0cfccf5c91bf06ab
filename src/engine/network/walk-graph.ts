/**
 * The walking network as the engine sees it: positions in whole centimetres of a metric CRS, arcs of node n at `offsets[n] … offsets[n + 1]`,
 * each arc two numbers `[target, decimetres]` side by side in `arcs` (one cache line serves both). Every undirected edge is present in
 * both directions; edges are straight. `flags` has one byte per arc (bit 0: steps; see the city package).
 */
export interface WalkGraph {
  readonly nodeCount: number;
  readonly arcCount: number;
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly offsets: Uint32Array;
  readonly arcs: Uint32Array;
  readonly flags: Uint8Array;
  /** Number of nodes in the connected component of each node. */
  readonly componentSize: Uint32Array;
}

/** What a graph is made of; the shape of the city package's network. */
export interface WalkGraphInput {
  readonly nodeCount: number;
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly decimeters: Uint32Array;
  readonly flags: Uint8Array;
}

/** Bit of an arc that is a flight of steps. */
export const STEPS_FLAG = 1;

/** Walking profiles: everybody, or without steps. */
export type WalkProfile = 'all' | 'step-free';

function componentSizes(nodeCount: number, offsets: Uint32Array, arcs: Uint32Array): Uint32Array {
  const component = new Int32Array(nodeCount).fill(-1);
  const stack = new Uint32Array(nodeCount);
  const sizes: number[] = [];
  for (let start = 0; start < nodeCount; start++) {
    if (component[start] !== -1) continue;
    const id = sizes.length;
    let top = 0;
    let size = 0;
    stack[top++] = start;
    component[start] = id;
    while (top > 0) {
      const node = stack[--top]!;
      size++;
      for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
        const target = arcs[2 * arc]!;
        if (component[target] !== -1) continue;
        component[target] = id;
        stack[top++] = target;
      }
    }
    sizes.push(size);
  }
  return Uint32Array.from(component, (id) => sizes[id]!);
}

/**
 * Builds the graph for a profile in O(nodes + arcs). `step-free` leaves out arcs flagged as steps; arcs without any statement about
 * wheelchairs stay in (unknown is reported as unknown by the callers, not treated as a barrier).
 */
export function createWalkGraph(input: WalkGraphInput, profile: WalkProfile = 'all'): WalkGraph {
  const { nodeCount } = input;
  const keep = (arc: number) => profile === 'all' || (input.flags[arc]! & STEPS_FLAG) === 0;
  let arcCount = 0;
  for (let arc = 0; arc < input.targets.length; arc++) if (keep(arc)) arcCount++;
  const offsets = new Uint32Array(nodeCount + 1);
  const arcs = new Uint32Array(2 * arcCount);
  const flags = new Uint8Array(arcCount);
  let next = 0;
  for (let node = 0; node < nodeCount; node++) {
    for (let arc = input.offsets[node]!; arc < input.offsets[node + 1]!; arc++) {
      if (!keep(arc)) continue;
      arcs[2 * next] = input.targets[arc]!;
      arcs[2 * next + 1] = input.decimeters[arc]!;
      flags[next++] = input.flags[arc]!;
    }
    offsets[node + 1] = next;
  }
  const componentSize = componentSizes(nodeCount, offsets, arcs);
  return { nodeCount, arcCount, x: input.x, y: input.y, offsets, arcs, flags, componentSize };
}
