import { distance, type Vec } from './geometry.ts';
import { adjectiveOf } from './names.ts';
import type { EdgeKind } from './street-graph.ts';
import type { Town } from './town.ts';

/** A stretch of street of one kind and name, as a chain of nodes. */
export interface Way {
  readonly kind: EdgeKind;
  readonly name: string | null;
  readonly nodes: readonly number[];
  readonly length: number;
  /** A face beside its middle, to say in which district it lies; −1 = none. */
  readonly face: number;
}

interface Chain {
  readonly kind: EdgeKind;
  readonly way: number;
  readonly nodes: number[];
  length: number;
}

/** Chains edges of the same way and kind. */
function chainEdges(town: Town): Chain[] {
  const { graph } = town.layout;
  const used = new Uint8Array(graph.from.length);
  const chains: Chain[] = [];
  const onward = (node: number, edge: number) => {
    let found = -1;
    for (const e of graph.incident[node]!) {
      if (e === edge || graph.ways[e] !== graph.ways[edge] || graph.kinds[e] !== graph.kinds[edge]) continue;
      if (found >= 0) return -1;
      found = e;
    }
    return found >= 0 && !used[found] ? found : -1;
  };
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (used[edge] || graph.from[edge]! < 0 || graph.kindOf(edge) === 'border') continue;
    used[edge] = 1;
    const nodes = [graph.from[edge]!, graph.to[edge]!];
    for (const back of [false, true]) {
      if (back) nodes.reverse();
      let last = edge;
      for (;;) {
        const next = onward(nodes[nodes.length - 1]!, last);
        if (next < 0) break;
        used[next] = 1;
        nodes.push(graph.across(next, nodes[nodes.length - 1]!));
        last = next;
      }
    }
    let length = 0;
    for (let i = 1; i < nodes.length; i++) length += distance(graph.at(nodes[i - 1]!), graph.at(nodes[i]!));
    chains.push({ kind: graph.kindOf(edge), way: graph.ways[edge]!, nodes, length });
  }
  return chains;
}

/** A face with a district beside an edge of the chain's middle. */
function faceBeside(town: Town, chain: Chain): number {
  const { graph } = town.layout;
  const k = Math.max(1, Math.floor(chain.nodes.length / 2));
  const [a, b] = [chain.nodes[k - 1]!, chain.nodes[k]!];
  const edge = graph.incident[a]!.find((e) => graph.across(e, a) === b);
  if (edge === undefined) return -1;
  const [left, right] = [town.faces.faceOfHalfEdge[2 * edge]!, town.faces.faceOfHalfEdge[2 * edge + 1]!];
  if (left >= 0 && town.territory.inCity[left]) return left;
  return right >= 0 ? right : left;
}

const NAMED: ReadonlySet<EdgeKind> = new Set(['primary', 'secondary', 'tertiary', 'residential', 'pedestrian']);
/** Streets shorter than this bear the name of the street they leave. */
const SHORTEST_NAMED = 110;

/** Names each way once; short ones take the name of a street they touch. */
export function createWays(town: Town): Way[] {
  const chains = chainEdges(town);
  const { graph } = town.layout;
  const lengths = new Map<number, number>();
  for (const c of chains) lengths.set(c.way, (lengths.get(c.way) ?? 0) + c.length);
  const nameByWay = new Map<number, string | null>();
  for (const chain of chains) {
    if (!NAMED.has(chain.kind) || nameByWay.has(chain.way)) continue;
    const isMain = chain.kind !== 'residential' && chain.kind !== 'pedestrian';
    if (isMain) nameByWay.set(chain.way, mainRoadName(town, chain));
    else if (lengths.get(chain.way)! >= SHORTEST_NAMED) {
      nameByWay.set(chain.way, town.names.street(lengths.get(chain.way)! > 420 ? 'road' : 'lane'));
    }
  }
  const parentName = (chain: Chain): string | null => {
    for (const node of [chain.nodes[0]!, chain.nodes[chain.nodes.length - 1]!]) {
      for (const edge of graph.incident[node]!) {
        const name = nameByWay.get(graph.ways[edge]!);
        if (name && graph.kindOf(edge) === 'residential') return name;
      }
    }
    return null;
  };
  for (const chain of chains) {
    if (NAMED.has(chain.kind) && !nameByWay.has(chain.way)) nameByWay.set(chain.way, parentName(chain));
  }
  return chains.map((chain) => ({
    kind: chain.kind,
    name: nameByWay.get(chain.way) ?? null,
    nodes: chain.nodes,
    length: chain.length,
    face: faceBeside(town, chain),
  }));
}

/** A main road is called after the place it leads to, or like any large street. */
function mainRoadName(town: Town, chain: Chain): string {
  const { quarters } = town.territory;
  const { graph } = town.layout;
  const ends = [chain.nodes[0]!, chain.nodes[chain.nodes.length - 1]!].map((n): Vec => graph.at(n));
  const far = distance(ends[0]!, [0, 0]) > distance(ends[1]!, [0, 0]) ? ends[0]! : ends[1]!;
  let best = -1;
  quarters.forEach((q, k) => {
    if (distance(q.at, far) < 900 && (best < 0 || distance(q.at, far) < distance(quarters[best]!.at, far))) best = k;
  });
  const place = best > 0 && chain.length > 500 ? town.districts.quarterNames[best]! : null;
  if (place === null || /(viertel|stadt|Mitte)$/.test(place)) return town.names.street('road');
  return `${adjectiveOf(place)} Straße`;
}

/** A named street beside each face; `null` where none is. */
export function streetByFace(town: Town, ways: readonly Way[]): (string | null)[] {
  const names: (string | null)[] = new Array(town.uses.length).fill(null);
  const { graph } = town.layout;
  for (const way of ways) {
    if (way.name === null) continue;
    for (let i = 1; i < way.nodes.length; i++) {
      const [a, b] = [way.nodes[i - 1]!, way.nodes[i]!];
      const edge = graph.incident[a]!.find((e) => graph.across(e, a) === b);
      if (edge === undefined) continue;
      for (const h of [2 * edge, 2 * edge + 1]) {
        const face = town.faces.faceOfHalfEdge[h]!;
        if (face >= 0) names[face] ??= way.name;
      }
    }
  }
  return names;
}
