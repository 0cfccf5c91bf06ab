import { type LonLat, type LonLatBox, lonLat } from '../../shared/coordinates.ts';
import { boxContains } from '../../shared/geometry/box.ts';
import type { DraftEdge, DraftNetwork } from '../types.ts';
import { nodesOfWay, type OsmModel } from './osm-model.ts';
import { isBarred, isWalkable, walkFlags } from './walk-rules.ts';

/**
 * The ways a person may walk, as nodes and straight edges: every OSM node on a walkable way is a network node, so ways join where they
 * share a node. Areas (squares, platforms; closed ways as well as multipolygons) are walked along their outline. Edges that end at a
 * barred node (a locked gate), outside `box` or at a node that is not in the file are left out. Nodes come in the order of OSM ids.
 */
export function draftWalkNetwork(model: OsmModel, box: LonLatBox | null): DraftNetwork {
  const isUsable = usableNodes(model, box);
  const draftIndex = new Int32Array(model.nodeIds.length).fill(-1);
  const flagsByWay = walkableWays(model);
  for (const way of flagsByWay.keys()) {
    for (const node of nodesOfWay(model, way)) if (isUsable[node] === 1) draftIndex[node] = 0;
  }
  const nodes: LonLat[] = [];
  draftIndex.forEach((index, node) => {
    if (index < 0) return;
    draftIndex[node] = nodes.length;
    nodes.push(lonLat(model.lon[node]! / 1e7, model.lat[node]! / 1e7));
  });
  const edges: DraftEdge[] = [];
  for (const [way, flags] of flagsByWay) {
    const refs = nodesOfWay(model, way);
    for (let i = 1; i < refs.length; i++) {
      const from = draftIndex[refs[i - 1]!] ?? -1;
      const to = draftIndex[refs[i]!] ?? -1;
      if (from >= 0 && to >= 0 && from !== to) edges.push({ from, to, flags });
    }
  }
  return { nodes, edges };
}

/** 1 for each node that lies in the box and lets people pass. */
function usableNodes(model: OsmModel, box: LonLatBox | null): Uint8Array {
  const usable = new Uint8Array(model.nodeIds.length).fill(1);
  if (box !== null) {
    for (let node = 0; node < usable.length; node++) {
      if (!boxContains(box, [model.lon[node]! / 1e7, model.lat[node]! / 1e7])) usable[node] = 0;
    }
  }
  model.taggedNodes.forEach((node, k) => {
    if (isBarred(model.nodeTags(k))) usable[node] = 0;
  });
  return usable;
}

/** Flags by way: walkable ways and the outlines of walkable multipolygons. */
function walkableWays(model: OsmModel): Map<number, number> {
  const flagsByWay = new Map<number, number>();
  for (let way = 0; way < model.wayIds.length; way++) {
    const tags = model.wayTags(way);
    if (isWalkable(tags)) flagsByWay.set(way, walkFlags(tags));
  }
  for (const relation of model.relations) {
    if (relation.tags.type !== 'multipolygon' || !isWalkable(relation.tags)) continue;
    for (const member of relation.members) {
      if (member.type !== 'way' || member.index < 0 || flagsByWay.has(member.index)) continue;
      flagsByWay.set(member.index, walkFlags(relation.tags));
    }
  }
  return flagsByWay;
}
