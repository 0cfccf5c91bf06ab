import { EDGE_FLAGS } from '../../city/types.ts';
import type { Tags } from './osm-model.ts';

/** Roads and paths that are open to people on foot unless tags say otherwise. */
const WALKABLE_HIGHWAYS: ReadonlySet<string> = new Set([
  'footway',
  'pedestrian',
  'path',
  'steps',
  'living_street',
  'residential',
  'unclassified',
  'service',
  'track',
  'road',
  'tertiary',
  'tertiary_link',
  'secondary',
  'secondary_link',
  'primary',
  'primary_link',
  'trunk',
  'trunk_link',
  'corridor',
  'platform',
  'crossing',
  'elevator',
  // Often shared in fact, and the only way across a junction; a sign that bars walkers is tagged foot=no.
  'cycleway',
]);

/** Not for walkers unless `foot` says so. */
const WALKABLE_IF_SIGNED: ReadonlySet<string> = new Set(['bridleway', 'busway']);

const FOOT_ALLOWED: ReadonlySet<string> = new Set([
  'yes',
  'designated',
  'official',
  'permissive',
  'destination',
  'customers',
  'public',
]);

/** `agricultural`, `forestry` and `delivery` speak of vehicles: fields and woods are open to walkers (§ 59 BNatSchG, § 14 BWaldG). */
const CLOSED: ReadonlySet<string> = new Set([
  'no',
  'private',
  'restricted',
  'military',
  'emergency',
  'permit',
  'residents',
  'employees',
]);

/** True if a person may walk along the way. `foot` counts before `access`; `oneway` does not matter; ferries have no `highway`. */
export function isWalkable(tags: Tags): boolean {
  const { highway, foot, access } = tags;
  const isPlatform = tags.railway === 'platform' || tags.public_transport === 'platform';
  const isSquare = tags.place === 'square' && tags.highway === undefined;
  if (highway === undefined && !isPlatform && !isSquare) return false;
  if (highway === 'motorway' || highway === 'motorway_link' || tags.motorroad === 'yes') return false;
  if (foot !== undefined) {
    if (!FOOT_ALLOWED.has(foot)) return false;
  } else if (access !== undefined && CLOSED.has(access)) return false;
  if (highway === undefined || WALKABLE_HIGHWAYS.has(highway)) return true;
  return WALKABLE_IF_SIGNED.has(highway) && foot !== undefined;
}

/** True if a node bars people on foot from passing, such as a locked gate. */
export function isBarred(tags: Tags): boolean {
  if (tags.barrier === undefined && tags.highway === undefined) return false;
  if (tags.foot !== undefined) return !FOOT_ALLOWED.has(tags.foot);
  return tags.barrier !== undefined && tags.access !== undefined && CLOSED.has(tags.access);
}

const UNPAVED_SURFACES: ReadonlySet<string> = new Set([
  'unpaved',
  'compacted',
  'gravel',
  'fine_gravel',
  'pebblestone',
  'dirt',
  'earth',
  'ground',
  'grass',
  'sand',
  'mud',
  'woodchips',
  'rock',
  'soil',
  'clay',
]);

/** Steeper than this is not step-free in the sense of DIN 18040-3. */
const STEEP_PERCENT = 6;

/** The bits of `EDGE_FLAGS` for a walkable way. */
export function walkFlags(tags: Tags): number {
  let flags = tags.highway === 'steps' ? EDGE_FLAGS.steps : 0;
  if (tags.wheelchair === 'yes' || tags.wheelchair === 'designated' || tags['ramp:wheelchair'] === 'yes') {
    flags |= EDGE_FLAGS.wheelchairYes;
  } else if (tags.wheelchair === 'limited') flags |= EDGE_FLAGS.wheelchairLimited;
  else if (tags.wheelchair === 'no') flags |= EDGE_FLAGS.wheelchairNo;
  const isUnpaved =
    tags.surface === undefined ? /^grade[2-5]$/.test(tags.tracktype ?? '') : UNPAVED_SURFACES.has(tags.surface);
  if (isUnpaved) flags |= EDGE_FLAGS.unpaved;
  if ((inclinePercent(tags.incline) ?? 0) > STEEP_PERCENT) flags |= EDGE_FLAGS.steep;
  return flags;
}

/** `8%`, `-7.5 %`, `5°` → percent without sign; `up`, `down` and anything else → `null`. */
function inclinePercent(incline: string | undefined): number | null {
  const match = /^[-+]?(\d+(?:[.,]\d+)?)\s*(%|°)?$/.exec(incline?.trim() ?? '');
  if (match === null) return null;
  const value = Number(match[1]!.replace(',', '.'));
  // Rounded, because the last bits of a tangent differ between engines.
  return match[2] === '°' ? Math.round(Math.tan((value * Math.PI) / 180) * 1e4) / 100 : value;
}
