import type { Area } from '../../city/types.ts';
import { repairArea } from '../../shared/geometry/repair-area.ts';
import { type Note, note } from '../../shared/problem.ts';
import { assembleRings } from './assemble-rings.ts';
import { type NestedPolygon, nestRings } from './nest-rings.ts';
import { listIds } from './note-ids.ts';
import { isClosedWay, nodesOfWay, type OsmModel, type OsmRelation, type Tags } from './osm-model.ts';

/** A closed way or a multipolygon relation. */
export interface OsmArea {
  /** `w` or `r` and the OSM id. */
  readonly key: string;
  readonly tags: Tags;
  readonly geometry: Area;
  /** False if parts of the outline are not in the file: fit for drawing, not for measuring. */
  readonly isComplete: boolean;
}

export interface CollectedAreas {
  /** Ways by id, then relations by id. */
  readonly areas: readonly OsmArea[];
  readonly notes: Note[];
}

/** Keys that make a closed way (without `area=no`) an area. A closed `highway` or `barrier` alone is a line. */
export const AREA_KEYS = [
  'building',
  'landuse',
  'leisure',
  'natural',
  'amenity',
  'healthcare',
  'social_facility',
  'shop',
  'place',
  'waterway',
  'railway',
  'public_transport',
] as const;

/** Line features of area keys: closed or not, they enclose nothing. */
const LINE_WATERWAYS = ['river', 'stream', 'canal', 'ditch', 'drain'];

/**
 * Gives all areas of an extract. A relation of `type=multipolygon` or `boundary` is put together by {@link assembleRings}; one that has
 * no tags of its own takes those of its outer ways (an older habit). A closed way that says the same as a complete relation it is an
 * outer ring of is not given a second time. Relations of which nothing closes, and open or broken ways that should be areas, are told in
 * the notes.
 */
export function collectAreas(model: OsmModel): CollectedAreas {
  const relationAreas: OsmArea[] = [];
  const unclosed: string[] = [];
  const partial: string[] = [];
  const takenWays = new Set<number>();
  for (const relation of model.relations) {
    const tags = areaTagsOf(model, relation);
    if (tags === null) continue;
    const assembled = assembleRelation(model, relation);
    if (assembled.geometry === null) {
      unclosed.push(`r${relation.id}`);
      continue;
    }
    const key = `r${relation.id}`;
    if (!assembled.isComplete) {
      partial.push(key);
      relationAreas.push({ key, tags, geometry: assembled.geometry, isComplete: false });
      continue;
    }
    const sameWays = outerWays(relation).filter((way) => saysTheSame(model.wayTags(way), tags));
    for (const way of sameWays) takenWays.add(way);
    const allTags = joinTags(
      tags,
      sameWays.map((way) => model.wayTags(way)),
    );
    relationAreas.push({ key, tags: allTags, geometry: assembled.geometry, isComplete: true });
  }
  const wayAreas: OsmArea[] = [];
  const openWays: string[] = [];
  for (let way = 0; way < model.wayIds.length; way++) {
    if (takenWays.has(way)) continue;
    const tags = model.wayTags(way);
    if (!isAreaByTags(tags)) continue;
    const geometry = isClosedWay(model, way) ? areaOfWay(model, way) : null;
    if (geometry !== null) wayAreas.push({ key: `w${model.wayIds[way]}`, tags, geometry, isComplete: true });
    else if (isAreaForSure(tags)) openWays.push(`w${model.wayIds[way]}`);
  }
  const { areas, repaired, lost } = repairAreas([...wayAreas, ...relationAreas]);
  const notes: Note[] = [];
  const tell = (code: AreaNoteCode, ids: readonly string[]) => {
    if (ids.length > 0) notes.push(note('warning', code, { ids: listIds(ids) }, { count: ids.length }));
  };
  tell('osm.relations-unclosed', unclosed);
  tell('osm.relations-partial', partial);
  tell('osm.ways-unclosed', openWays);
  tell('osm.areas-repaired', repaired);
  tell('osm.areas-lost', lost);
  return { areas, notes };
}

type AreaNoteCode =
  | 'osm.relations-unclosed'
  | 'osm.relations-partial'
  | 'osm.ways-unclosed'
  | 'osm.areas-repaired'
  | 'osm.areas-lost';

/** Outlines that cross or touch themselves are put right. */
function repairAreas(found: readonly OsmArea[]) {
  const areas: OsmArea[] = [];
  const repaired: string[] = [];
  const lost: string[] = [];
  for (const area of found) {
    const { area: geometry, repairs } = repairArea(area.geometry);
    if (geometry === null) {
      lost.push(area.key);
      continue;
    }
    if (repairs.length > 0) repaired.push(area.key);
    areas.push(repairs.length > 0 ? { ...area, geometry } : area);
  }
  return { areas, repaired, lost };
}

/** Puts the outline of a relation together. `geometry` is `null` if nothing closes; `isComplete` is false if anything is missing. */
export function assembleRelation(
  model: OsmModel,
  relation: OsmRelation,
): { readonly geometry: Area | null; readonly isComplete: boolean; readonly openEnds: readonly number[] } {
  const members = relation.members.filter((member) => member.type === 'way' && isOutlineRole(member.role));
  const isInnerByWay = new Map(members.map((member) => [member.index, member.role === 'inner']));
  const isAnyMissing = isInnerByWay.delete(-1);
  const ways = [...isInnerByWay].map(([way, isInner]) => ({ nodes: nodesOfWay(model, way), isInner }));
  const { rings, openEnds } = assembleRings(ways, model.lon, model.lat);
  const isComplete = !isAnyMissing && openEnds.length === 0 && ways.every((way) => !way.nodes.includes(-1));
  const polygons = nestRings(rings, model.lon, model.lat, !isComplete);
  return { geometry: polygons.length === 0 ? null : geometryOf(model, polygons), isComplete, openEnds };
}

function isOutlineRole(role: string): boolean {
  return role === 'outer' || role === 'inner' || role === '' || role === 'exclave' || role === 'enclave';
}

function outerWays(relation: OsmRelation): number[] {
  return relation.members
    .filter((member) => member.type === 'way' && member.index >= 0 && (member.role === 'outer' || member.role === ''))
    .map((member) => member.index);
}

/** The tags that say what area a relation is: its own, else those its outer ways agree on; `null` if it is none. */
function areaTagsOf(model: OsmModel, relation: OsmRelation): Tags | null {
  const { type, leisure, landuse, natural } = relation.tags;
  if (type === 'boundary') return (leisure ?? landuse ?? natural) ? relation.tags : null;
  if (type !== 'multipolygon') return null;
  if (hasAreaKey(relation.tags)) return relation.tags;
  const candidates = outerWays(relation)
    .map((way) => model.wayTags(way))
    .filter(hasAreaKey);
  const [first] = candidates;
  return first !== undefined && candidates.every((tags) => saysTheSame(tags, first)) ? first : null;
}

function hasAreaKey(tags: Tags): boolean {
  return AREA_KEYS.some((key) => tags[key] !== undefined) || tags.area === 'yes';
}

/** True if a way is of the same kind as the area it bounds: an area key and no other value than the area has. Buildings are one kind. */
function saysTheSame(way: Tags, area: Tags): boolean {
  const keys = AREA_KEYS.filter((key) => way[key] !== undefined);
  return (
    keys.length > 0 && keys.every((key) => (key === 'building' ? area[key] !== undefined : way[key] === area[key]))
  );
}

/** The tags of an area, filled up with those of the ways it replaces; a plain `building=yes` gives way to what they say. */
function joinTags(area: Tags, ways: readonly Tags[]): Tags {
  const joined: Tags = Object.assign(Object.create(null), ...ways, area);
  const building = ways.map((way) => way.building).find((value) => value !== undefined && value !== 'yes');
  return area.building === 'yes' && building !== undefined ? { ...joined, building } : joined;
}

function isAreaByTags(tags: Tags): boolean {
  if (tags.area === 'no' || !hasAreaKey(tags)) return false;
  if (tags.area === 'yes') return true;
  if (tags.waterway !== undefined && LINE_WATERWAYS.includes(tags.waterway)) return false;
  return tags.railway === undefined || AREA_KEYS.some((key) => key !== 'railway' && tags[key] !== undefined);
}

/** Kinds that can only be areas, so that an open outline is a mistake. */
function isAreaForSure(tags: Tags): boolean {
  return (
    (tags.building !== undefined && tags.building !== 'no') || tags.landuse !== undefined || tags.leisure === 'park'
  );
}

function areaOfWay(model: OsmModel, way: number): Area | null {
  const nodes = nodesOfWay(model, way);
  // Nearly every closed way visits each of its nodes once and so is a ring as it stands.
  const isRing = new Set(nodes).size === nodes.length - 1;
  const { rings, openEnds } = isRing
    ? { rings: [{ nodes: [...nodes.subarray(1)], isInner: false }], openEnds: [] }
    : assembleRings([{ nodes, isInner: false }], model.lon, model.lat);
  const polygons = nestRings(rings, model.lon, model.lat, false);
  return polygons.length === 0 || openEnds.length > 0 ? null : geometryOf(model, polygons);
}

function geometryOf(model: OsmModel, polygons: readonly NestedPolygon[]): Area {
  const ringOf = (nodes: readonly number[]) =>
    [...nodes, nodes[0]!].map((node) => [model.lon[node]! / 1e7, model.lat[node]! / 1e7]);
  const coordinates = polygons.map(({ outer, holes }) => [ringOf(outer), ...holes.map(ringOf)]);
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0]! }
    : { type: 'MultiPolygon', coordinates };
}
