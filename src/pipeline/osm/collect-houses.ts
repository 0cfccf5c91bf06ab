import type { Projection } from '../../city/projection.ts';
import type { DatedFigure, House, Offer } from '../../city/types.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { ServiceId } from '../../shared/services.ts';
import { capacityByTags } from './capacity.ts';
import type { OsmArea } from './collect-areas.ts';
import { CAPACITY_KINDS, type FacilityKind, facilityByTags, isNameAtOdds } from './facility-rules.ts';
import { type MergedFeature, mergeDuplicates } from './merge-duplicates.ts';
import { listIds } from './note-ids.ts';
import { featuresWhere, type OsmFeature } from './osm-features.ts';
import type { OsmModel, Tags } from './osm-model.ts';

/**
 * The houses of an extract: nodes, closed ways and multipolygons that {@link facilityByTags} knows, each house once. Ids are
 * `osm:n…`, `osm:w…`, `osm:r…`. A capacity for several services at once (Kita: under and over 3; a school with several stages) is
 * `capacityTotal`, the split missing; for one service it is the approved capacity. Grade *estimated*: nobody official vouches for it.
 */
export function collectHouses(
  model: OsmModel,
  areas: readonly OsmArea[],
  projection: Projection,
  source: number,
): { readonly houses: House[]; readonly notes: Note[] } {
  const features = featuresWhere(model, areas, (tags) => facilityByTags(tags) !== null);
  const kindOf = (feature: OsmFeature) => facilityByTags(feature.tags)!.kind;
  const merged = mergeDuplicates(features, kindOf, projection);
  const notes: Note[] = [];
  if (merged.pairs.length > 0) {
    const pairs = listIds(merged.pairs.map(({ from, into }) => `${from} → ${into}`));
    notes.push(note('info', 'osm.houses-merged', { pairs }, { count: merged.pairs.length }));
  }
  notes.push(...notesOnTags(merged.features), ...notesOnOthers(model, areas));
  return { houses: merged.features.map((feature) => houseOf(feature, source)), notes };
}

function houseOf(feature: MergedFeature, source: number): House {
  const { tags } = feature;
  const { kind, services } = facilityByTags(tags)!;
  const capacity = CAPACITY_KINDS.has(kind) ? capacityByTags(tags).value : null;
  const isSplitKnown = services.length === 1;
  return {
    id: `osm:${feature.key}`,
    name: tags.name ?? null,
    operator: tags.operator ?? null,
    address: addressOf(tags),
    position: feature.position,
    districts: [],
    stepFree: stepFreeOf(tags),
    openToAll: openToAllByTags(tags),
    outside: false,
    source,
    grade: 'estimated',
    offers: services.map((service) => offerOf(service, isSplitKnown ? capacity : null)),
    pools: [],
    capacityTotal: isSplitKnown || capacity === null ? null : figure(capacity),
  };
}

/** A figure of which OSM does not say the day. */
function figure(value: number | null): DatedFigure {
  return { value, date: null };
}

function offerOf(service: ServiceId, capacity: number | null): Offer {
  return {
    service,
    form: null,
    capacityApproved: figure(capacity),
    capacityAvailable: figure(null),
    occupied: figure(null),
    from: null,
    to: null,
    status: 'existing',
  };
}

/** "Musterstraße 12, 17033 Neubrandenburg", as far as tagged. */
function addressOf(tags: Tags): string | null {
  const join = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' ');
  const street = tags['addr:street'] ?? tags['addr:place'];
  const lines = [
    street === undefined ? '' : join(street, tags['addr:housenumber']),
    join(tags['addr:postcode'], tags['addr:city']),
  ].filter((line) => line !== '');
  return lines.length === 0 ? null : lines.join(', ');
}

/** `limited` is neither: part of the house is out of reach. */
function stepFreeOf(tags: Tags): boolean | null {
  if (tags.wheelchair === 'yes' || tags.wheelchair === 'designated') return true;
  return tags.wheelchair === 'no' ? false : null;
}

/** From `access`: `null` where it is not tagged or says something else. */
export function openToAllByTags(tags: Tags): boolean | null {
  if (tags.access === 'yes' || tags.access === 'public' || tags.access === 'permissive') return true;
  return ['no', 'private', 'customers', 'members'].includes(tags.access ?? '') ? false : null;
}

function notesOnTags(features: readonly MergedFeature[]): Note[] {
  const unreadable: string[] = [];
  const unused: string[] = [];
  const atOdds: string[] = [];
  for (const { key, tags, kind } of features) {
    const capacity = capacityByTags(tags);
    if (capacity.unreadable !== null) unreadable.push(`${key} "${capacity.unreadable}"`);
    else if (capacity.value !== null && !CAPACITY_KINDS.has(kind as FacilityKind)) unused.push(key);
    if (tags.name !== undefined && isNameAtOdds(kind as FacilityKind, tags.name)) atOdds.push(`${key} "${tags.name}"`);
  }
  const notes: Note[] = [];
  const tell = (code: 'osm.capacity-unreadable' | 'osm.capacity-unused' | 'osm.name-at-odds', ids: string[]) => {
    if (ids.length > 0) notes.push(note('warning', code, { ids: listIds(ids) }, { count: ids.length }));
  };
  tell('osm.capacity-unreadable', unreadable);
  tell('osm.capacity-unused', unused);
  tell('osm.name-at-odds', atOdds);
  return notes;
}

/** Social facilities that are no house of any service known here, so that nobody misses them in silence. */
function notesOnOthers(model: OsmModel, areas: readonly OsmArea[]): Note[] {
  const others = featuresWhere(
    model,
    areas,
    (tags) =>
      (tags.amenity === 'social_facility' || tags.social_facility !== undefined) && facilityByTags(tags) === null,
  ).map(({ key, tags }) => `${key} ${tags.social_facility ?? 'social_facility'}`);
  return others.length === 0
    ? []
    : [note('info', 'osm.social-facilities-unused', { ids: listIds(others) }, { count: others.length })];
}
