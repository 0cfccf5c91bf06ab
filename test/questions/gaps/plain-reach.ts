import { projectionOf } from '../../../src/city/projection.ts';
import type { WalkNetwork } from '../../../src/city/types.ts';
import type { LonLat } from '../../../src/shared/coordinates.ts';

/**
 * A second way to the distance from every place to the nearest house: every edge looked at for the foot, Dijkstra's algorithm on a sorted
 * list, nothing of the engine's code. Slow and plain. Lengths in whole decimetres as `engine.md` defines them.
 */

interface Foot {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly alongFrom: number;
  readonly alongTo: number;
  readonly access: number;
  readonly connected: boolean;
}

interface PlainEdge {
  readonly from: number;
  readonly to: number;
  readonly decimeters: number;
}

function edgesOf(network: WalkNetwork): PlainEdge[] {
  const edges: PlainEdge[] = [];
  for (let node = 0; node < network.nodeCount; node++) {
    for (let arc = network.offsets[node]!; arc < network.offsets[node + 1]!; arc++) {
      const to = network.targets[arc]!;
      if (to > node) edges.push({ from: node, to, decimeters: network.decimeters[arc]! });
    }
  }
  return edges;
}

/** Number of nodes that hang together with each node. */
function componentSizes(network: WalkNetwork): number[] {
  const sizes: number[] = new Array(network.nodeCount).fill(0);
  for (let start = 0; start < network.nodeCount; start++) {
    if (sizes[start] !== 0) continue;
    const members = new Set([start]);
    for (const node of members) {
      for (let arc = network.offsets[node]!; arc < network.offsets[node + 1]!; arc++)
        members.add(network.targets[arc]!);
    }
    for (const node of members) sizes[node] = members.size;
  }
  return sizes;
}

/** The foot of a position on the nearest edge; the first of equally near ones. */
function footOf(
  network: WalkNetwork,
  edges: readonly PlainEdge[],
  sizes: readonly number[],
  x: number,
  y: number,
): Foot {
  const [px, py] = [x * 100, y * 100];
  let best = 25_000 ** 2;
  let foot: Foot = { x, y, from: 0, to: 0, alongFrom: 0, alongTo: 0, access: 0, connected: false };
  for (const { from, to, decimeters } of edges) {
    const [ax, ay] = [network.x[from]!, network.y[from]!];
    const [dx, dy] = [network.x[to]! - ax, network.y[to]! - ay];
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
    const squared = (px - ax - share * dx) ** 2 + (py - ay - share * dy) ** 2;
    if (squared > best || (squared === best && foot.connected)) continue;
    best = squared;
    const alongFrom = Math.round(decimeters * share);
    const access = Math.round(Math.sqrt(squared) / 10);
    const connected = sizes[from]! >= 50;
    foot = { x, y, from, to, alongFrom, alongTo: decimeters - alongFrom, access, connected };
  }
  return foot;
}

/** Decimetres from two seeds to every node up to a limit. */
function dijkstra(network: WalkNetwork, seeds: readonly (readonly [number, number])[], limit: number) {
  const distance = new Map<number, number>();
  // One list of nodes per decimetre: the plainest priority queue there is.
  const waiting = new Map<number, number[]>();
  const push = (node: number, decimeters: number) => {
    if (decimeters > limit) return;
    const list = waiting.get(decimeters);
    if (list === undefined) waiting.set(decimeters, [node]);
    else list.push(node);
  };
  for (const [node, decimeters] of seeds) push(node, decimeters);
  for (let now = 0; now <= limit; now++) {
    for (const node of waiting.get(now) ?? []) {
      if (distance.has(node)) continue;
      distance.set(node, now);
      for (let arc = network.offsets[node]!; arc < network.offsets[node + 1]!; arc++)
        if (!distance.has(network.targets[arc]!)) push(network.targets[arc]!, now + network.decimeters[arc]!);
    }
  }
  return distance;
}

/** Decimetres from every place to the nearest house within the limit (inclusive); Infinity where there is none. */
export function plainNearest(
  network: WalkNetwork,
  epsg: number,
  places: readonly LonLat[],
  houses: readonly LonLat[],
  limit: number,
): number[] {
  const projection = projectionOf(epsg);
  const edges = edgesOf(network);
  const sizes = componentSizes(network);
  const feetOf = (positions: readonly LonLat[]) =>
    positions.map(([lon, lat]) => {
      const [x, y] = projection.forward(lon, lat);
      return footOf(network, edges, sizes, x, y);
    });
  const feet = feetOf(places);
  const nearest = feet.map(() => Infinity);
  for (const house of feetOf(houses)) {
    const distance = dijkstra(
      network,
      [
        [house.from, house.alongFrom + house.access],
        [house.to, house.alongTo + house.access],
      ],
      limit,
    );
    feet.forEach((foot, i) => {
      const air = Math.round(Math.sqrt((foot.x - house.x) ** 2 + (foot.y - house.y) ** 2) * 1.2 * 10);
      const ways = [
        (distance.get(foot.from) ?? Infinity) + foot.alongFrom + foot.access,
        (distance.get(foot.to) ?? Infinity) + foot.alongTo + foot.access,
      ];
      if (foot.from === house.from && foot.to === house.to)
        ways.push(Math.abs(foot.alongFrom - house.alongFrom) + foot.access + house.access);
      const found = foot.connected && house.connected ? Math.min(...ways) : air;
      if (found <= limit) nearest[i] = Math.min(nearest[i]!, found);
    });
  }
  return nearest;
}
