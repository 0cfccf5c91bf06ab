import type { Street } from '../../city/types.ts';
import { baseLineKind } from './base-rules.ts';
import { positionOfNode } from './osm-features.ts';
import { nodesOfWay, type OsmModel } from './osm-model.ts';

/**
 * Streets for the search: one entry per name and connected piece (ways of one name that share nodes), at the node nearest to the mean of
 * its nodes. Named squares count. `districts` is left empty: only the building of the package knows them. By name, then by OSM id.
 */
export function collectStreets(model: OsmModel): Street[] {
  const waysByName = new Map<string, number[]>();
  for (let way = 0; way < model.wayIds.length; way++) {
    const tags = model.wayTags(way);
    if (tags.name === undefined) continue;
    const base = baseLineKind(tags);
    const isStreet = (base?.layer === 'roads' && base.kind !== 'motorway') || base?.layer === 'streets';
    if (!isStreet && tags.place !== 'square' && tags.highway !== 'pedestrian') continue;
    const ways = waysByName.get(tags.name);
    if (ways === undefined) waysByName.set(tags.name, [way]);
    else ways.push(way);
  }
  return [...waysByName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, ways]) =>
      connectedNodes(model, ways).map((nodes) => ({
        name,
        position: positionOfNode(model, middleNode(model, nodes)),
        districts: [],
      })),
    );
}

/** The nodes of each connected piece, pieces in the order of their first way. */
function connectedNodes(model: OsmModel, ways: readonly number[]): number[][] {
  const pieces: Set<number>[] = [];
  for (const way of ways) {
    const nodes = nodesOfWay(model, way).filter((node) => node >= 0);
    const touching = pieces.filter((piece) => nodes.some((node) => piece.has(node)));
    const [first, ...others] = touching;
    const target = first ?? new Set<number>();
    if (first === undefined) pieces.push(target);
    for (const node of nodes) target.add(node);
    for (const other of others) {
      for (const node of other) target.add(node);
      pieces.splice(pieces.indexOf(other), 1);
    }
  }
  return pieces.filter((piece) => piece.size > 0).map((piece) => [...piece].sort((a, b) => a - b));
}

function middleNode(model: OsmModel, nodes: readonly number[]): number {
  const mean = (values: Int32Array) => nodes.reduce((sum, node) => sum + values[node]!, 0) / nodes.length;
  const [lon, lat] = [mean(model.lon), mean(model.lat)];
  const squared = (node: number) => (model.lon[node]! - lon) ** 2 + (model.lat[node]! - lat) ** 2;
  return nodes.reduce((best, node) => (squared(node) < squared(best) ? node : best));
}
