import type { WalkGraph } from './walk-graph.ts';

/** Distance of a node that was not reached. */
export const UNREACHED = 0xffffffff;

/** Buckets are 2^6 = 64 decimetres (6.4 m) wide: about the length of a short edge. */
const BUCKET_SHIFT = 6;

/**
 * Bounded shortest paths from one or many seeds over a {@link WalkGraph}, in whole decimetres. The object owns its arrays and is used
 * again for every search, so that a search costs only what it touches.
 *
 * Method: bucket queue (Dial 1969) with buckets of 6.4 m; inside a bucket labels are corrected until nothing changes. A touched-list
 * replaces clearing. Cost: O(arcs within the limit).
 */
export interface BoundedSearch {
  /** Distance per node after {@link run}; valid for touched nodes only until the next run. {@link UNREACHED} elsewhere. */
  readonly distance: Uint32Array;
  /** Nodes reached within the limit, in the order of first touch: the first `run()` entries. */
  readonly touched: Uint32Array;
  /** Sets a start node at a distance (access leg and part of an edge). Seeds beyond the limit of the next run are ignored. */
  seed(node: number, decimeters: number): void;
  /** Searches from all seeds up to `limit` (inclusive) and forgets the seeds. Returns the number of touched nodes. */
  run(limit: number): number;
}

export function createBoundedSearch(graph: WalkGraph): BoundedSearch {
  const { nodeCount, offsets, arcs } = graph;
  const distance = new Uint32Array(nodeCount).fill(UNREACHED);
  const touched = new Uint32Array(nodeCount);
  let touchedCount = 0;
  // Queue entries as linked lists, one list per bucket; an entry is stale if its node has got a smaller distance since.
  let entryNode = new Uint32Array(4096);
  let entryDistance = new Uint32Array(4096);
  let entryNext = new Int32Array(4096);
  let heads = new Int32Array(512).fill(-1);
  let seedNodes: number[] = [];
  let seedDistances: number[] = [];

  const growEntries = () => {
    const size = entryNode.length * 2;
    const nodes = new Uint32Array(size);
    const distances = new Uint32Array(size);
    const nexts = new Int32Array(size);
    nodes.set(entryNode);
    distances.set(entryDistance);
    nexts.set(entryNext);
    entryNode = nodes;
    entryDistance = distances;
    entryNext = nexts;
  };

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one kernel, kept in one piece so that it is compiled as one
  const run = (limit: number): number => {
    for (let i = 0; i < touchedCount; i++) distance[touched[i]!] = UNREACHED;
    touchedCount = 0;
    const bucketCount = (limit >>> BUCKET_SHIFT) + 1;
    if (heads.length < bucketCount) heads = new Int32Array(bucketCount).fill(-1);
    let entries = 0;
    for (let i = 0; i < seedNodes.length; i++) {
      const node = seedNodes[i]!;
      const start = seedDistances[i]!;
      if (start > limit || start >= distance[node]!) continue;
      if (distance[node] === UNREACHED) touched[touchedCount++] = node;
      distance[node] = start;
      if (entries === entryNode.length) growEntries();
      const bucket = start >>> BUCKET_SHIFT;
      entryNode[entries] = node;
      entryDistance[entries] = start;
      entryNext[entries] = heads[bucket]!;
      heads[bucket] = entries++;
    }
    seedNodes = [];
    seedDistances = [];

    for (let bucket = 0; bucket < bucketCount; bucket++) {
      let entry = heads[bucket]!;
      while (entry !== -1) {
        heads[bucket] = entryNext[entry]!;
        const node = entryNode[entry]!;
        const here = entryDistance[entry]!;
        if (here === distance[node]) {
          const end = offsets[node + 1]! * 2;
          for (let arc = offsets[node]! * 2; arc < end; arc += 2) {
            const there = here + arcs[arc + 1]!;
            const target = arcs[arc]!;
            const known = distance[target]!;
            if (there >= known || there > limit) continue;
            if (known === UNREACHED) touched[touchedCount++] = target;
            distance[target] = there;
            if (entries === entryNode.length) growEntries();
            const targetBucket = there >>> BUCKET_SHIFT;
            entryNode[entries] = target;
            entryDistance[entries] = there;
            entryNext[entries] = heads[targetBucket]!;
            heads[targetBucket] = entries++;
          }
        }
        entry = heads[bucket]!;
      }
    }
    return touchedCount;
  };

  return {
    distance,
    touched,
    seed: (node, decimeters) => {
      seedNodes.push(node);
      seedDistances.push(decimeters);
    },
    run,
  };
}
