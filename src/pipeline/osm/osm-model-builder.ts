import { GrowingList } from './growing-list.ts';
import { indexOfId, type MemberType, type OsmMember, type OsmModel, type OsmRelation, type Tags } from './osm-model.ts';

interface RawRelation {
  readonly id: number;
  readonly members: { readonly type: MemberType; readonly ref: number; readonly role: string }[];
  readonly firstTag: number;
  tagEnd: number;
}

/**
 * Takes the elements of a file one after another and puts the model together. `addTag`, `addRef` and `addMember` belong to the element
 * added last. Texts are kept once each.
 */
export class OsmModelBuilder {
  private readonly texts: string[] = [];
  private readonly textIndex = new Map<string, number>();
  /** Keys and values of all elements in turn, as indices into `texts`. */
  private readonly tagPool = new GrowingList(new Uint32Array(0));
  private readonly nodeIds = new GrowingList(new Float64Array(0));
  private readonly lon = new GrowingList(new Int32Array(0));
  private readonly lat = new GrowingList(new Int32Array(0));
  private readonly nodeTagStart = new GrowingList(new Uint32Array(0));
  private readonly wayIds = new GrowingList(new Float64Array(0));
  private readonly wayTagStart = new GrowingList(new Uint32Array(0));
  private readonly wayRefStart = new GrowingList(new Uint32Array(0));
  private readonly refs = new GrowingList(new Float64Array(0));
  private readonly nodeTagEnd = new GrowingList(new Uint32Array(0));
  private readonly wayTagEnd = new GrowingList(new Uint32Array(0));
  private readonly relations: RawRelation[] = [];
  private newestSeconds = Number.NEGATIVE_INFINITY;
  private current: 'none' | 'node' | 'way' | 'relation' = 'none';

  get elementCount(): number {
    return this.nodeIds.length + this.wayIds.length + this.relations.length;
  }

  /** Coordinates in whole 1e-7°. */
  addNode(id: number, lonE7: number, latE7: number): void {
    this.closeTags();
    this.current = 'node';
    this.nodeIds.push(id);
    this.lon.push(lonE7);
    this.lat.push(latE7);
    this.nodeTagStart.push(this.tagPool.length);
  }

  addWay(id: number): void {
    this.closeTags();
    this.current = 'way';
    this.wayIds.push(id);
    this.wayTagStart.push(this.tagPool.length);
    this.wayRefStart.push(this.refs.length);
  }

  addRef(nodeId: number): void {
    this.refs.push(nodeId);
  }

  addRelation(id: number): void {
    this.closeTags();
    this.current = 'relation';
    this.relations.push({ id, members: [], firstTag: this.tagPool.length, tagEnd: 0 });
  }

  addMember(type: MemberType, ref: number, role: string): void {
    this.relations[this.relations.length - 1]!.members.push({ type, ref, role });
  }

  /** The number of a text, for {@link addTag}. */
  textNumber(text: string): number {
    const known = this.textIndex.get(text);
    if (known !== undefined) return known;
    this.textIndex.set(text, this.texts.length);
    this.texts.push(text);
    return this.texts.length - 1;
  }

  addTag(key: number, value: number): void {
    this.tagPool.push(key);
    this.tagPool.push(value);
  }

  /** Tells the age of an element or of the file, in seconds since 1970. */
  addTimestamp(seconds: number): void {
    if (seconds > this.newestSeconds) this.newestSeconds = seconds;
  }

  finish(): OsmModel {
    this.closeTags();
    const nodes = uniqueOrder(this.nodeIds.toArray());
    const ways = uniqueOrder(this.wayIds.toArray());
    const nodeIds = nodes.ids;
    const linked = this.linkWays(ways.order, nodeIds);
    const relationOrder = uniqueOrder(Float64Array.from(this.relations, (relation) => relation.id));
    const relations = this.linkRelations(relationOrder, nodeIds, ways.ids);
    const nodeTagStart = this.nodeTagStart.toArray();
    const nodeTagEnd = this.nodeTagEnd.toArray();
    const wayTagStart = this.wayTagStart.toArray();
    const wayTagEnd = this.wayTagEnd.toArray();
    const tagPool = this.tagPool.toArray();
    const tagged = nodes.order
      .map((from, i) => (nodeTagEnd[from]! > nodeTagStart[from]! ? i + 1 : 0))
      .filter((i) => i > 0);
    const taggedNodes = tagged.map((i) => i - 1);
    return {
      nodeIds,
      lon: pick(this.lon.toArray(), nodes.order),
      lat: pick(this.lat.toArray(), nodes.order),
      taggedNodes,
      nodeTags: (k) => {
        const from = nodes.order[taggedNodes[k]!]!;
        return this.tagsBetween(tagPool, nodeTagStart[from]!, nodeTagEnd[from]!);
      },
      wayIds: ways.ids,
      wayOffsets: linked.offsets,
      wayNodes: linked.nodes,
      wayTags: (way) => {
        const from = ways.order[way]!;
        return this.tagsBetween(tagPool, wayTagStart[from]!, wayTagEnd[from]!);
      },
      relations: relations.list,
      date: Number.isFinite(this.newestSeconds) ? new Date(this.newestSeconds * 1000).toISOString().slice(0, 10) : null,
      faults: {
        missingWayNodes: linked.missing,
        waysWithMissingNodes: linked.waysWithMissing,
        missingMembers: relations.missing,
        relationsWithMissingMembers: relations.withMissing,
        repeated: nodes.repeated + ways.repeated + relationOrder.repeated,
      },
    };
  }

  private closeTags(): void {
    if (this.current === 'node') this.nodeTagEnd.push(this.tagPool.length);
    else if (this.current === 'way') this.wayTagEnd.push(this.tagPool.length);
    else if (this.current === 'relation') this.relations[this.relations.length - 1]!.tagEnd = this.tagPool.length;
    this.current = 'none';
  }

  private tagsBetween(pool: Uint32Array, start: number, end: number): Tags {
    const tags: Record<string, string> = Object.create(null);
    for (let i = start; i < end; i += 2) tags[this.texts[pool[i]!]!] = this.texts[pool[i + 1]!]!;
    return tags;
  }

  private linkWays(order: Uint32Array, nodeIds: Float64Array) {
    const starts = this.wayRefStart.toArray();
    const refs = this.refs.toArray();
    const offsets = new Uint32Array(order.length + 1);
    const nodes = new Int32Array(refs.length);
    let [count, missing, waysWithMissing] = [0, 0, 0];
    order.forEach((from, way) => {
      const end = from + 1 < starts.length ? starts[from + 1]! : refs.length;
      const missingBefore = missing;
      for (let i = starts[from]!; i < end; i++) {
        const node = indexOfId(nodeIds, refs[i]!);
        if (node < 0) missing++;
        nodes[count++] = node;
      }
      if (missing > missingBefore) waysWithMissing++;
      offsets[way + 1] = count;
    });
    return { offsets, nodes: nodes.slice(0, count), missing, waysWithMissing };
  }

  private linkRelations(sorted: UniqueOrder, nodeIds: Float64Array, wayIds: Float64Array) {
    const tagPool = this.tagPool.toArray();
    const idsByType = { node: nodeIds, way: wayIds, relation: sorted.ids };
    let [missing, withMissing] = [0, 0];
    const list = Array.from(sorted.order, (from): OsmRelation => {
      const raw = this.relations[from]!;
      const members = raw.members.map(
        ({ type, ref, role }): OsmMember => ({ type, index: indexOfId(idsByType[type], ref), role }),
      );
      const lost = members.filter((member) => member.index < 0).length;
      missing += lost;
      if (lost > 0) withMissing++;
      return { id: raw.id, members, tags: this.tagsBetween(tagPool, raw.firstTag, raw.tagEnd) };
    });
    return { list, missing, withMissing };
  }
}

interface UniqueOrder {
  /** Ascending, each once. */
  readonly ids: Float64Array;
  /** Where each of them stood in the file. */
  readonly order: Uint32Array;
  readonly repeated: number;
}

/** Brings ids into ascending order and keeps the first of those that repeat. */
function uniqueOrder(ids: Float64Array): UniqueOrder {
  const order = Uint32Array.from(ids, (_, i) => i);
  let isAscending = true;
  for (let i = 1; i < ids.length && isAscending; i++) isAscending = ids[i - 1]! < ids[i]!;
  if (isAscending) return { ids, order, repeated: 0 };
  order.sort((a, b) => ids[a]! - ids[b]! || a - b);
  const unique = order.filter((from, i) => i === 0 || ids[order[i - 1]!] !== ids[from]);
  return { ids: pick(ids, unique), order: unique, repeated: ids.length - unique.length };
}

function pick<A extends Float64Array | Int32Array>(values: A, order: Uint32Array): A {
  const picked = new (values.constructor as new (length: number) => A)(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = values[order[i]!]!;
  return picked;
}
