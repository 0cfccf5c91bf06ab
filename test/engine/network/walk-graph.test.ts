import { describe, expect, it } from 'vitest';
import { createWalkGraph, STEPS_FLAG, type WalkGraphInput } from '../../../src/engine/network/walk-graph.ts';

/**
 * Node 0 –(40 dm, steps)– 1 –(30 dm)– 2, and 3 alone. The second edge carries another statement (bit 1), which is no step.
 *   arcs: 0→1, 1→0, 1→2, 2→1
 */
const input: WalkGraphInput = {
  nodeCount: 4,
  x: Int32Array.of(0, 400, 700, 9000),
  y: Int32Array.of(0, 0, 0, 0),
  offsets: Uint32Array.of(0, 1, 3, 4, 4),
  targets: Uint32Array.of(1, 0, 2, 1),
  decimeters: Uint32Array.of(40, 40, 30, 30),
  flags: Uint8Array.of(STEPS_FLAG, STEPS_FLAG, 2, 2),
};

describe('the walking graph', () => {
  it('sets target and length of each arc side by side, and counts the nodes that hang together', () => {
    const graph = createWalkGraph(input);
    expect([...graph.arcs]).toEqual([1, 40, 0, 40, 2, 30, 1, 30]);
    expect([...graph.offsets]).toEqual([0, 1, 3, 4, 4]);
    expect(graph.arcCount).toBe(4);
    expect([...graph.componentSize]).toEqual([3, 3, 3, 1]);
  });

  it('leaves out steps where they are asked to be left out, and with them the connection', () => {
    const graph = createWalkGraph(input, 'step-free');
    expect([...graph.arcs]).toEqual([2, 30, 1, 30]);
    expect([...graph.offsets]).toEqual([0, 0, 1, 2, 2]);
    expect([...graph.flags]).toEqual([2, 2]);
    expect([...graph.componentSize]).toEqual([1, 2, 2, 1]);
  });

  it('has neither arcs nor parts without nodes', () => {
    const none = new Uint32Array(0);
    const graph = createWalkGraph({
      nodeCount: 0,
      x: new Int32Array(0),
      y: new Int32Array(0),
      offsets: Uint32Array.of(0),
      targets: none,
      decimeters: none,
      flags: new Uint8Array(0),
    });
    expect([graph.arcCount, graph.componentSize.length]).toEqual([0, 0]);
  });
});
