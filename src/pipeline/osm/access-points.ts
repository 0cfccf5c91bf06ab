import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import type { Area } from '../../city/types.ts';
import { type LonLat, lonLat } from '../../shared/coordinates.ts';
import { degreeUnits, polygonsOf } from '../../shared/geometry/area.ts';
import type { DraftNetwork } from '../types.ts';

/** Finds where one gets into an area on foot. */
export type AccessFinder = (area: Area) => LonLat[];

/**
 * Prepares the question "where do ways cross the outline of this area?". Answers are the nodes of walkable ways on the outline and the
 * places where a way crosses it between nodes; without any, all vertices of the outer rings. Each point once, by longitude then
 * latitude. Ways on bridges and in tunnels count like any other.
 */
export function createAccessFinder(network: DraftNetwork): AccessFinder {
  // x and y of both ends of each edge, in whole 1e-7°.
  const ends = new Float64Array(network.edges.length * 4);
  const index = new Flatbush(Math.max(1, network.edges.length));
  network.edges.forEach(({ from, to }, i) => {
    const [a, b] = [network.nodes[from]!, network.nodes[to]!];
    ends.set([degreeUnits(a[0]), degreeUnits(a[1]), degreeUnits(b[0]), degreeUnits(b[1])], i * 4);
  });
  for (let i = 0; i < ends.length; i += 4) {
    const [ax, ay, bx, by] = [ends[i]!, ends[i + 1]!, ends[i + 2]!, ends[i + 3]!];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  if (network.edges.length === 0) index.add(Infinity, Infinity, Infinity, Infinity);
  index.finish();
  return (area) => {
    const found = new PointSet();
    for (const ring of polygonsOf(area).flat()) {
      for (let i = 1; i < ring.length; i++) addCrossings(ring[i - 1]!, ring[i]!, index, ends, found);
    }
    if (found.isEmpty) {
      for (const [outer] of polygonsOf(area)) {
        for (const [lon, lat] of outer ?? []) found.add(degreeUnits(lon!), degreeUnits(lat!));
      }
    }
    return found.toSorted();
  };
}

function addCrossings(p: Position, q: Position, index: Flatbush, ends: Float64Array, found: PointSet): void {
  const [px, py, qx, qy] = [degreeUnits(p[0]!), degreeUnits(p[1]!), degreeUnits(q[0]!), degreeUnits(q[1]!)];
  const edges = index.search(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy));
  for (const edge of edges) {
    if (edge * 4 >= ends.length) continue;
    const [ax, ay, bx, by] = ends.subarray(edge * 4, edge * 4 + 4) as unknown as [number, number, number, number];
    if ((ax === px && ay === py) || (bx === px && by === py)) found.add(px, py);
    // Sides of the four ends against the other line; strictly different on both = a crossing between nodes.
    const sideA = (qx - px) * (ay - py) - (qy - py) * (ax - px);
    const sideB = (qx - px) * (by - py) - (qy - py) * (bx - px);
    const sideP = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const sideQ = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
    if (sideA * sideB >= 0 || sideP * sideQ >= 0) continue;
    const share = sideA / (sideA - sideB);
    found.add(Math.round(ax + (bx - ax) * share), Math.round(ay + (by - ay) * share));
  }
}

/** Points in whole 1e-7°, each once. */
class PointSet {
  private readonly latsByLon = new Map<number, Set<number>>();

  get isEmpty(): boolean {
    return this.latsByLon.size === 0;
  }

  add(lon: number, lat: number): void {
    const lats = this.latsByLon.get(lon);
    if (lats === undefined) this.latsByLon.set(lon, new Set([lat]));
    else lats.add(lat);
  }

  toSorted(): LonLat[] {
    return [...this.latsByLon]
      .sort(([a], [b]) => a - b)
      .flatMap(([lon, lats]) => [...lats].sort((a, b) => a - b).map((lat) => lonLat(lon / 1e7, lat / 1e7)));
  }
}
