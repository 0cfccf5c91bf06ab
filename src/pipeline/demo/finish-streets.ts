import { distance, type Line, type Vec } from './geometry.ts';
import type { Plan } from './land-use.ts';
import type { StreetGraph } from './street-graph.ts';

/** The end of a street that leads no further, with the direction in which it points. */
export interface LooseEnd {
  readonly node: number;
  readonly dx: number;
  readonly dy: number;
}

/** Long streets collect the traffic of their neighbours; the lanes of the old town are for walking. */
export function rankStreets(graph: StreetGraph, plan: Plan): void {
  const lengths = new Map<number, number>();
  const visit = (use: (edge: number, length: number, middle: Vec) => void) => {
    for (let edge = 0; edge < graph.from.length; edge++) {
      if (graph.from[edge]! < 0 || graph.kindOf(edge) !== 'residential') continue;
      const [a, b] = [graph.at(graph.from[edge]!), graph.at(graph.to[edge]!)];
      use(edge, distance(a, b), [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
    }
  };
  visit((edge, length) => {
    const way = graph.ways[edge]!;
    lengths.set(way, (lengths.get(way) ?? 0) + length);
  });
  visit((edge, _, [x, y]) => {
    if (plan.zoneAt(x, y) === 'old-town' && x * x + y * y < 330 * 330) graph.setKind(edge, 'pedestrian');
    else if (lengths.get(graph.ways[edge]!)! > COLLECTOR_METERS) graph.setKind(edge, 'tertiary');
  });
}

const COLLECTOR_METERS = 950;

/** Footbridges and underpasses: paths from a street on one side of a line to a street on the other, every so often where people live. */
export function addUnderpasses(
  graph: StreetGraph,
  lines: readonly Line[],
  plan: Plan,
  spacing: number,
  way: number,
): void {
  for (const line of lines) {
    let due = spacing / 2;
    for (let i = 1; i + 1 < line.length; i++) {
      due -= distance(line[i - 1]!, line[i]!);
      if (due > 0) continue;
      const [left, right] = [1, -1].map((side) => streetBeside(graph, line, i, side, plan));
      if (left === undefined || right === undefined || left < 0 || right < 0) continue;
      graph.connect(left, right, 'path', way, 3);
      due = spacing;
    }
  }
}

function streetBeside(graph: StreetGraph, line: Line, i: number, side: number, plan: Plan): number {
  const [a, b] = [line[i - 1]!, line[i + 1]!];
  const length = distance(a, b) || 1;
  for (const off of [45, 80, 115]) {
    const x = line[i]![0] - ((b[1] - a[1]) / length) * off * side;
    const y = line[i]![1] + ((b[0] - a[0]) / length) * off * side;
    const node = graph.nodeNear(x, y, 32);
    if (node >= 0 && plan.zoneAt(x, y) && graph.incident[node]!.some((e) => WALKED.has(graph.kindOf(e)))) return node;
  }
  return -1;
}

const WALKED: ReadonlySet<string> = new Set(['secondary', 'tertiary', 'residential', 'pedestrian', 'path']);

/** Nodes of streets on land where people want to build. */
export function streetPoints(graph: StreetGraph, plan: Plan): Vec[] {
  const points: Vec[] = [];
  graph.incident.forEach((edges, node) => {
    const [x, y] = graph.at(node);
    const isStreet = edges.some((e) => STREET_KINDS.has(graph.kindOf(e)));
    if (isStreet && plan.zoneAt(x, y)) points.push([x, y]);
  });
  return points;
}

const STREET_KINDS: ReadonlySet<string> = new Set(['primary', 'secondary', 'tertiary', 'residential', 'pedestrian']);

/** Ends of streets: tracks go on from there. */
export function looseEnds(graph: StreetGraph): LooseEnd[] {
  const ends: LooseEnd[] = [];
  graph.incident.forEach((edges, node) => {
    if (edges.length !== 1 || graph.kindOf(edges[0]!) !== 'residential') return;
    const [x, y] = graph.at(node);
    const [ox, oy] = graph.at(graph.across(edges[0]!, node));
    const length = distance([x, y], [ox, oy]) || 1;
    ends.push({ node, dx: (x - ox) / length, dy: (y - oy) / length });
  });
  return ends;
}

/** Property lines from the ends of streets to the edge of the settlement, so that the last houses stand in blocks of their own. */
export function fenceLooseEnds(graph: StreetGraph, ends: readonly LooseEnd[], way: number): void {
  for (const { node, dx, dy } of ends) {
    const at = graph.at(node);
    const hit = graph.firstHit(at, [at[0] + dx * 150, at[1] + dy * 150], node);
    if (hit && graph.kindOf(hit.edge) === 'border') graph.connect(node, graph.nodeAtHit(hit, 8), 'border', way, 3);
  }
}
