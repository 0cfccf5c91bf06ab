import { describe, expect, it } from 'vitest';
import { attachPoints, createEdgeIndex } from '../../../src/engine/network/attach.ts';
import { pointsOnNetwork } from '../../../src/engine/reach/points-on-network.ts';
import { townGraph } from '../towns.ts';

describe('points on a network', () => {
  // A bent street of 100 m + 100 m from junction 0 to junction 1, and from there two dead ends of 50 m.
  const graph = townGraph(
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [150, 100],
      [100, 150],
    ],
    [
      { a: 0, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 3 },
      { a: 2, b: 4 },
    ],
  );
  const found = attachPoints(createEdgeIndex(graph), Float64Array.of(60, 105, 700), Float64Array.of(-4, 20, 700));
  const network = pointsOnNetwork(graph, { ...found, connected: Uint8Array.of(1, 1, 0) });
  const at = ({ offsets, items }: typeof network.onChain, key: number) => [
    ...items.subarray(offsets[key]!, offsets[key + 1]!),
  ];

  it('are grouped by their chain, with the decimetres from its start', () => {
    expect(at(network.onChain, 0)).toEqual([0, 1]);
    expect(at(network.onChain, 1)).toEqual([]);
    expect([...network.alongDecimeters.subarray(0, 2)]).toEqual([600, 1000 + 200]);
  });

  it('are grouped by the junctions at both ends, with the way from there and to the door', () => {
    const { atJunction, legDecimeters } = network;
    expect(at(atJunction, 0)).toEqual([0, 1]);
    expect([...legDecimeters.subarray(0, 2)]).toEqual([600 + 40, 1200 + 50]);
    expect(at(atJunction, 1)).toEqual([0, 1]);
    expect([...legDecimeters.subarray(2, 4)]).toEqual([2000 - 600 + 40, 2000 - 1200 + 50]);
    expect(atJunction.items.length).toBe(4);
  });
});
