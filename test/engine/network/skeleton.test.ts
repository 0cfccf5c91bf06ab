import { describe, expect, it } from 'vitest';
import { attachPoints, createEdgeIndex } from '../../../src/engine/network/attach.ts';
import { createBoundedSearch, UNREACHED } from '../../../src/engine/network/bounded-search.ts';
import { NO_CHAIN, placesOnChains, skeletonOf } from '../../../src/engine/network/skeleton.ts';
import type { WalkGraph } from '../../../src/engine/network/walk-graph.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { allPairs, bentTown, townGraph } from '../towns.ts';

const chainsOf = (graph: WalkGraph) => {
  const { chainStart, chainEnd, chainDecimeters } = skeletonOf(graph);
  return [...chainStart].map((start, i) => [start, chainEnd[i]!, chainDecimeters[i]!]);
};

/** Nodes in a row, 10 m apart, and edges between them. */
const rowGraph = (count: number, edges: readonly (readonly [number, number, number?])[]) =>
  townGraph(
    Array.from({ length: count }, (_, i) => [i * 10, 0] as const),
    edges.map(([a, b, decimeters]) => ({ a, b, ...(decimeters === undefined ? {} : { decimeters }) })),
  );

/** The node of each junction, by where chains begin and end. */
function nodesOfJunctions(graph: WalkGraph): Map<number, number> {
  const { chainOfArc, arcBeginDecimeters, isBackward, chainStart, chainEnd, chainDecimeters } = skeletonOf(graph);
  const nodeOf = new Map<number, number>();
  for (let node = 0; node < graph.nodeCount; node++) {
    for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
      const chain = chainOfArc[arc]!;
      expect(chain).not.toBe(NO_CHAIN);
      if (isBackward[arc] === 0 && arcBeginDecimeters[arc] === 0) nodeOf.set(chainStart[chain]!, node);
      if (isBackward[arc] === 1 && arcBeginDecimeters[arc] === chainDecimeters[chain])
        nodeOf.set(chainEnd[chain]!, node);
    }
  }
  return nodeOf;
}

describe('the skeleton of a network', () => {
  it('makes one chain of a bent street, from dead end to fork', () => {
    // 0 – 1 – 2 – 3 and from there two dead ends: junctions 0, 3, 4, 5 become 0, 1, 2, 3.
    const graph = rowGraph(6, [
      [0, 1, 100],
      [1, 2, 150],
      [2, 3, 70],
      [3, 4, 30],
      [3, 5, 40],
    ]);
    expect(skeletonOf(graph).graph.nodeCount).toBe(4);
    expect(chainsOf(graph)).toEqual([
      [0, 1, 100 + 150 + 70],
      [1, 2, 30],
      [1, 3, 40],
    ]);
    const { chainOfArc, arcBeginDecimeters, isBackward } = skeletonOf(graph);
    // Node 2 has arcs to 1 (back over 150 dm) and to 3.
    const first = graph.offsets[2]!;
    expect([chainOfArc[first], arcBeginDecimeters[first], isBackward[first]]).toEqual([0, 250, 1]);
    expect([chainOfArc[first + 1], arcBeginDecimeters[first + 1], isBackward[first + 1]]).toEqual([0, 250, 0]);
  });

  it('keeps a loop at a junction as a chain that leads nowhere, and takes a node of a lonely ring for a junction', () => {
    const lollipop = rowGraph(4, [
      [0, 1, 50],
      [1, 2, 10],
      [2, 3, 20],
      [3, 1, 30],
    ]);
    expect(chainsOf(lollipop)).toEqual([
      [0, 1, 50],
      [1, 1, 10 + 20 + 30],
    ]);
    expect([...skeletonOf(lollipop).graph.arcs]).toEqual([1, 50, 0, 50]);
    const ring = rowGraph(3, [
      [0, 1, 10],
      [1, 2, 20],
      [2, 0, 30],
    ]);
    expect(chainsOf(ring)).toEqual([[0, 0, 60]]);
    const twoEdges = rowGraph(2, [
      [0, 1, 10],
      [0, 1, 10],
    ]);
    expect(chainsOf(twoEdges)).toEqual([[0, 0, 20]]);
  });

  it('is made once for a network', () => {
    const graph = rowGraph(2, [[0, 1]]);
    expect(skeletonOf(graph)).toBe(skeletonOf(graph));
  });

  it('has the distances of the network between its junctions, on 200 random towns of bent streets', () => {
    const random = seededRandom(23);
    for (let round = 0; round < 200; round++) {
      const graph = bentTown(random);
      const all = allPairs(graph);
      const skeleton = skeletonOf(graph);
      const nodeOf = nodesOfJunctions(graph);
      const search = createBoundedSearch(skeleton.graph);
      for (const [junction, node] of nodeOf) {
        search.seed(junction, 0);
        search.run(1_000_000);
        for (const [other, otherNode] of nodeOf) {
          const expected = all[node]![otherNode]!;
          expect(search.distance[other]).toBe(expected === Infinity ? UNREACHED : expected);
        }
      }
    }
  });

  it('says where points stand: as far from both ends of the chain as from the junctions', () => {
    const graph = townGraph(
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [200, 100],
        [200, 0],
      ],
      [
        { a: 0, b: 1 },
        { a: 1, b: 2 },
        { a: 2, b: 3 },
        { a: 3, b: 4 },
      ],
    );
    const found = attachPoints(createEdgeIndex(graph), Float64Array.of(104, 170, 900), Float64Array.of(30, 101, 900));
    const points = { ...found, connected: Uint8Array.of(1, 1, 0) };
    const { chain, alongDecimeters } = placesOnChains(graph, skeletonOf(graph), points);
    // 100 m to the first bend and 30 m on; 200 m to the second and 70 m on.
    expect([...alongDecimeters.subarray(0, 2)]).toEqual([1300, 2700]);
    expect([...chain]).toEqual([0, 0, NO_CHAIN]);
  });

  it('finds no place for a node that no edge leads to', () => {
    const graph = rowGraph(3, [[0, 1]]);
    const none = new Uint32Array(2);
    const at = { from: Uint32Array.of(2, 1), to: Uint32Array.of(2, 1) };
    const points = {
      count: 2,
      x: new Float64Array(2),
      y: new Float64Array(2),
      ...at,
      alongFromDecimeters: none,
      alongToDecimeters: none,
      accessDecimeters: none,
      connected: Uint8Array.of(1, 1),
    };
    const { chain, alongDecimeters } = placesOnChains(graph, skeletonOf(graph), points);
    expect([...chain]).toEqual([NO_CHAIN, 0]);
    expect(alongDecimeters[1]).toBe(100);
  });
});
