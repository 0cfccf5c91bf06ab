import { EDGE_FLAGS, type WalkNetwork } from '../../city/types.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { WithNotes } from '../../shared/result.ts';
import { buildWalkNetwork } from '../network/build-walk-network.ts';
import type { DraftEdge } from '../types.ts';
import type { Footway } from './footways.ts';
import { DEMO_EPSG } from './georeference.ts';
import { sampleRaster } from './raster.ts';
import type { EdgeKind } from './street-graph.ts';
import type { Town } from './town.ts';

/** Rise per metre from which a path counts as steep. */
const STEEP = 0.085;

function flagsOf(kind: EdgeKind, slope: number): number {
  const steep = slope > STEEP ? EDGE_FLAGS.steep : 0;
  switch (kind) {
    case 'track':
      return steep | EDGE_FLAGS.unpaved;
    case 'path':
      return steep | EDGE_FLAGS.wheelchairLimited;
    default:
      return steep | (steep ? 0 : EDGE_FLAGS.wheelchairYes);
  }
}

/** The walking network: all streets, tracks and paths; railways, motorway and river only with bridges. */
export function createWalking(town: Town, footways: readonly Footway[]): WithNotes<WalkNetwork> {
  const { graph, terrain } = town.layout;
  const nodes: LonLat[] = [];
  const numbers = new Int32Array(graph.x.length).fill(-1);
  const numberOf = (node: number) => {
    if (numbers[node]! < 0) numbers[node] = nodes.push(town.geo.toLonLat(graph.at(node))) - 1;
    return numbers[node]!;
  };
  const edges: DraftEdge[] = [];
  const slopeAt = (x: number, y: number) => sampleRaster(terrain.slope, x, y);
  for (let edge = 0; edge < graph.from.length; edge++) {
    const from = graph.from[edge]!;
    const kind = graph.kindOf(edge);
    if (from < 0 || kind === 'border' || kind === 'river' || kind === 'rail' || kind === 'motorway') continue;
    edges.push({
      from: numberOf(from),
      to: numberOf(graph.to[edge]!),
      flags: flagsOf(kind, slopeAt(graph.x[from]!, graph.y[from]!)),
    });
  }
  const middles = new Map<number, number>();
  for (const { points, from, face } of footways) {
    let last = numberOf(from);
    points.slice(1).forEach((point, i) => {
      const isMiddle = i === points.length - 2;
      let node = isMiddle ? middles.get(face) : undefined;
      if (node === undefined) {
        node = nodes.length;
        nodes.push(town.geo.toLonLat(point));
        if (isMiddle) middles.set(face, node);
      }
      const slope = slopeAt(point[0], point[1]);
      edges.push({
        from: last,
        to: node,
        flags: slope > 0.14 ? EDGE_FLAGS.steps | EDGE_FLAGS.wheelchairNo : flagsOf('path', slope),
      });
      last = node;
    });
  }
  return buildWalkNetwork({ nodes, edges }, DEMO_EPSG);
}
