/** The tags of one element. Keys that are absent read as `undefined`. */
export type Tags = Readonly<Record<string, string | undefined>>;

export type MemberType = 'node' | 'way' | 'relation';

export interface OsmMember {
  readonly type: MemberType;
  /** Index into the model's nodes, ways or relations; −1 = not in the file. */
  readonly index: number;
  readonly role: string;
}

export interface OsmRelation {
  readonly id: number;
  readonly tags: Tags;
  readonly members: readonly OsmMember[];
}

/** What was wrong with references while the model was put together. */
export interface OsmModelFaults {
  /** Node references of ways that lead to no node in the file, and the ways that have them. */
  readonly missingWayNodes: number;
  readonly waysWithMissingNodes: number;
  /** Members of relations that are not in the file, and the relations that have them. */
  readonly missingMembers: number;
  readonly relationsWithMissingMembers: number;
  /** Elements whose id came before in the file: the first one counts. */
  readonly repeated: number;
}

/**
 * An OpenStreetMap extract in memory. Nodes, ways and relations are sorted by id, so that the same data gives the same model whatever
 * the order in the file. Coordinates are whole 1e-7°.
 */
export interface OsmModel {
  readonly nodeIds: Float64Array;
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  /** Indices of the nodes that have tags, ascending; `nodeTags(k)` are the tags of `taggedNodes[k]`. */
  readonly taggedNodes: Uint32Array;
  nodeTags(k: number): Tags;
  readonly wayIds: Float64Array;
  /** The nodes of way w are `wayNodes[wayOffsets[w] … wayOffsets[w + 1]]`: node indices, −1 = not in the file. */
  readonly wayOffsets: Uint32Array;
  readonly wayNodes: Int32Array;
  wayTags(way: number): Tags;
  readonly relations: readonly OsmRelation[];
  /** Newest timestamp in the file, ISO date; `null` if it has none. */
  readonly date: string | null;
  readonly faults: OsmModelFaults;
}

/** The node indices of a way (−1 = not in the file). A view, not a copy. */
export function nodesOfWay(model: OsmModel, way: number): Int32Array {
  return model.wayNodes.subarray(model.wayOffsets[way]!, model.wayOffsets[way + 1]!);
}

/** True if the way ends where it begins and encloses something: at least three different places, all of them in the file. */
export function isClosedWay(model: OsmModel, way: number): boolean {
  const nodes = nodesOfWay(model, way);
  return nodes.length >= 4 && nodes[0] === nodes[nodes.length - 1] && !nodes.includes(-1);
}

/** Position of `id` in an ascending list of ids, or −1. */
export function indexOfId(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = ids[middle]!;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
