import dijkstra from 'dijkstrajs';
import createGraph from 'ngraph.graph';
import { nba } from 'ngraph.path';
import { createBoundedSearch } from '../../src/engine/network/bounded-search.ts';
import { createWalkGraph, type WalkGraph } from '../../src/engine/network/walk-graph.ts';
import { type Timing, time } from './measure.ts';

type Report = (city: string, work: string, timing: Timing | null, note?: string) => void;

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly decimeters: number;
}

function graphOf(edges: readonly Edge[]): WalkGraph {
  const nodeCount = edges.reduce((most, { from, to }) => Math.max(most, from, to), 0) + 1;
  const offsets = new Uint32Array(nodeCount + 1);
  for (const { from, to } of edges) {
    offsets[from + 1]!++;
    offsets[to + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const targets = new Uint32Array(edges.length * 2);
  const decimeters = new Uint32Array(edges.length * 2);
  const put = (from: number, to: number, length: number) => {
    targets[next[from]!] = to;
    decimeters[next[from]!++] = length;
  };
  for (const edge of edges) {
    put(edge.from, edge.to, edge.decimeters);
    put(edge.to, edge.from, edge.decimeters);
  }
  return createWalkGraph({
    nodeCount,
    x: new Int32Array(nodeCount),
    y: new Int32Array(nodeCount),
    offsets,
    targets,
    decimeters,
    flags: new Uint8Array(targets.length),
  });
}

/** Pairs of facilities that lie within 1,000 m of each other: what point-to-point libraries can answer too. */
function nearPairs(
  graph: WalkGraph,
  facilities: readonly number[],
  limit: number,
): { readonly from: number; readonly to: number; readonly decimeters: number }[] {
  const search = createBoundedSearch(graph);
  const pairs = [];
  for (const from of facilities) {
    search.seed(from, 0);
    search.run(limit);
    for (const to of facilities)
      if (to > from && search.distance[to]! <= limit) pairs.push({ from, to, decimeters: search.distance[to]! });
  }
  return pairs;
}

/**
 * npm's path libraries on the reference network. None has a bounded search from one to many, so they are asked what they can answer, one
 * pair at a time; the same pairs are answered by our search for the ratio. Lengths are compared first.
 */
export function timePeers(
  edgesCsv: string,
  facilitiesCsv: string,
  report: Report,
  benchSearch: (name: string, graph: WalkGraph, sources: Uint32Array) => void,
): void {
  const rows = (text: string) =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
  const edges = rows(edgesCsv).map(([from, to, meters]) => ({
    from: from!,
    to: to!,
    decimeters: Math.round(meters! * 10),
  }));
  const facilities = rows(facilitiesCsv).map(([node]) => node!);
  const graph = graphOf(edges);
  benchSearch('Heidelberg', graph, Uint32Array.from(facilities));
  const pairs = nearPairs(graph, facilities, 10_000).slice(0, 40);
  const search = createBoundedSearch(graph);
  const own = time(5, () => {
    for (const { from } of pairs) {
      search.seed(from, 0);
      search.run(10_000);
    }
  });

  const network = createGraph<undefined, number>();
  for (const { from, to, decimeters } of edges) network.addLink(from, to, decimeters);
  const finder = nba(network, { distance: (_a, _b, link) => link.data });
  const lengthOf = (path: readonly { readonly id: unknown }[]) =>
    path
      .slice(1)
      .reduce(
        (sum, node, i) =>
          sum +
          Number(
            (network.getLink(path[i]!.id as number, node.id as number) ??
              network.getLink(node.id as number, path[i]!.id as number))!.data,
          ),
        0,
      );
  for (const pair of pairs)
    if (lengthOf(finder.find(pair.from, pair.to)) !== pair.decimeters)
      throw new Error('ngraph.path found another length');
  const ngraph = time(3, () => {
    for (const { from, to } of pairs) finder.find(from, to);
  });
  report(
    'Heidelberg',
    `ngraph.path (NBA*), ${pairs.length} single pairs`,
    ngraph,
    `ours answers all targets of the same starts ${(ngraph.median / own.median).toFixed(1)} × faster`,
  );

  const plain: Record<string, Record<string, number>> = {};
  const link = (from: number, to: number, decimeters: number) => {
    plain[from] = { ...plain[from], [to]: decimeters };
  };
  for (const { from, to, decimeters } of edges) {
    link(from, to, decimeters);
    link(to, from, decimeters);
  }
  const few = pairs.slice(0, 5);
  const single = time(1, () => {
    for (const { from, to } of few) dijkstra.find_path(plain, String(from), String(to));
  });
  report(
    'Heidelberg',
    `dijkstrajs, ${few.length} single pairs`,
    single,
    `ours × ${(single.median / few.length / (own.median / pairs.length)).toFixed(0)} faster per start`,
  );
}
