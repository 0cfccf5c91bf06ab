import type { WalkNetwork } from '../types.ts';
import { refuseRule } from './refuse.ts';

/** Arrays have the length their counts say, arcs follow one another node by node, and each edge stands in both directions. */
export function checkNetwork(network: WalkNetwork): void {
  const { nodeCount, edgeCount, x, y, offsets, targets, decimeters, flags, nodeFlags } = network;
  const lengths = {
    x: [x, nodeCount],
    y: [y, nodeCount],
    offsets: [offsets, nodeCount + 1],
    targets: [targets, edgeCount * 2],
    decimeters: [decimeters, edgeCount * 2],
    flags: [flags, edgeCount * 2],
    nodeFlags: [nodeFlags, nodeCount],
  } as const;
  for (const [column, [array, expected]] of Object.entries(lengths)) {
    if (array.length !== expected) refuseRule('count', array.length, { layer: 'network', column }, expected);
  }
  if (offsets[0] !== 0) refuseRule('ascending', offsets[0], { layer: 'network', column: 'offsets' }, 0);
  if (offsets[nodeCount] !== edgeCount * 2) {
    refuseRule('count', offsets[nodeCount], { layer: 'network', column: 'offsets' }, edgeCount * 2);
  }
  for (let node = 0; node < nodeCount; node++) {
    const end = offsets[node + 1] as number;
    const at = { layer: 'network', feature: String(node) };
    if (end < (offsets[node] as number)) refuseRule('ascending', end, { ...at, column: 'offsets' }, offsets[node]);
    for (let arc = offsets[node] as number; arc < end; arc++) {
      const target = targets[arc] as number;
      if (!(target < nodeCount)) refuseRule('between', target, { ...at, column: 'targets' }, `0 … ${nodeCount - 1}`);
      if (!hasArcBack(network, node, arc)) refuseRule('arc-both-ways', target, { ...at, column: 'targets' }, node);
    }
  }
}

function hasArcBack({ offsets, targets, decimeters }: WalkNetwork, node: number, arc: number): boolean {
  const target = targets[arc] as number;
  for (let back = offsets[target] as number; back < (offsets[target + 1] as number); back++) {
    if (targets[back] === node && decimeters[back] === decimeters[arc]) return true;
  }
  return false;
}
