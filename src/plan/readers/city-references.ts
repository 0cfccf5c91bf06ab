import { haversineDecimeters } from '../../shared/coordinates.ts';
import type { CollectionName, ObjectRef, Plan } from '../plan.ts';
import { visibleObjects } from './visible-objects.ts';

/** An object of the city package that a plan speaks of. */
export interface CityRef {
  readonly kind: 'district' | 'house' | 'site' | 'plot';
  readonly id: string;
}

/** Where an object of the city lies and what it is called. */
export interface CityPlace {
  readonly name: string | null;
  /** WGS 84, longitude first. */
  readonly position: readonly [lon: number, lat: number];
}

/** What was known of a plan's city objects in an edition, by {@link refKey}. */
export interface RememberedPlaces {
  readonly edition: string;
  readonly places: Readonly<Record<string, CityPlace>>;
}

export function refKey({ kind, id }: CityRef): string {
  return `${kind} ${id}`;
}

/** An object of the city and the objects of the plan that name it. */
export interface CityReference {
  readonly ref: CityRef;
  readonly by: readonly ObjectRef[];
}

/** Fields of single objects that hold ids of the city; the kind they name. An id that the plan holds itself is none of the city. */
const FIELDS: { readonly [C in CollectionName]?: Readonly<Record<string, CityRef['kind']>> } = {
  measures: { houseId: 'house', plotId: 'plot', siteId: 'site' },
  sitePhases: { siteId: 'site' },
  siteParameters: { siteId: 'site' },
  assumptions: { houseId: 'house' },
  needAnswers: { siteId: 'site' },
  bundles: { plotId: 'plot', siteId: 'site' },
  agreedFigures: { districtId: 'district' },
  checkItems: { siteId: 'site' },
  checkAnswers: { siteId: 'site' },
  participation: { siteId: 'site' },
};

/** The objects of the city package that the visible objects of a plan name, sorted by kind and id. O(objects). */
export function cityReferences(plan: Plan): CityReference[] {
  const found = new Map<string, { ref: CityRef; by: ObjectRef[] }>();
  const note = (ref: CityRef, by: ObjectRef) => {
    if (isOwn(plan, ref)) return;
    const key = refKey(ref);
    const known = found.get(key) ?? { ref, by: [] };
    known.by.push(by);
    found.set(key, known);
  };
  for (const [collection, fields] of Object.entries(FIELDS) as [CollectionName, Record<string, CityRef['kind']>][]) {
    for (const object of visibleObjects(plan, collection)) {
      for (const [field, kind] of Object.entries(fields)) {
        const id = (object as unknown as Record<string, unknown>)[field];
        if (typeof id === 'string') note({ kind, id }, { collection, id: object.id });
      }
    }
  }
  for (const { id, kind, objectId } of visibleObjects(plan, 'edits'))
    note({ kind, id: objectId }, { collection: 'edits', id });
  for (const { id, place } of visibleObjects(plan, 'needs')) {
    const by = { collection: 'needs', id } as const;
    if (place.kind === 'district') note({ kind: 'district', id: place.districtId }, by);
    else if (place.kind === 'site') note({ kind: 'site', id: place.siteId }, by);
    else if (place.kind === 'plot') note({ kind: 'plot', id: place.plotId }, by);
  }
  return [...found.values()].sort((a, b) => (refKey(a.ref) < refKey(b.ref) ? -1 : 1));
}

function isOwn(plan: Plan, { kind, id }: CityRef): boolean {
  switch (kind) {
    case 'district':
      return false;
    case 'house':
      return Object.hasOwn(plan.measures, id);
    case 'site':
      return Object.hasOwn(plan.sites, id);
    case 'plot':
      return Object.hasOwn(plan.plots, id);
  }
}

/** Farther than this an object counts as moved, as between editions of a package. */
const MOVED_METERS = 50;

export interface MovedReference extends CityReference {
  readonly name: string | null;
  readonly meters: number;
}

/** What another edition of the city means for a plan. */
export interface EditionChange {
  /** Objects of the city that are not in it; `name` as it was, if that is remembered. */
  readonly gone: readonly (CityReference & { readonly name: string | null })[];
  readonly moved: readonly MovedReference[];
  readonly renamed: readonly (CityReference & { readonly before: string; readonly name: string })[];
  /** Objects found again, those moved and renamed included. */
  readonly kept: number;
  /** Objects found again of which nobody remembers where they were: whether they moved cannot be told. */
  readonly unknown: number;
}

/** Compares what a plan names with what an edition holds: `found` in the order of `references`, `null` = not there. */
export function compareReferences(
  references: readonly CityReference[],
  found: readonly (CityPlace | null)[],
  remembered: RememberedPlaces | null,
): EditionChange {
  const gone: EditionChange['gone'][number][] = [];
  const moved: MovedReference[] = [];
  const renamed: EditionChange['renamed'][number][] = [];
  let unknown = 0;
  references.forEach((reference, i) => {
    const before = remembered?.places[refKey(reference.ref)];
    const now = found[i] ?? null;
    if (now === null) {
      gone.push({ ...reference, name: before?.name ?? null });
      return;
    }
    if (before === undefined) {
      unknown++;
      return;
    }
    const meters = haversineDecimeters(...before.position, ...now.position) / 10;
    if (meters > MOVED_METERS) moved.push({ ...reference, name: now.name, meters });
    if (before.name !== null && now.name !== null && before.name !== now.name)
      renamed.push({ ...reference, before: before.name, name: now.name });
  });
  return { gone, moved, renamed, kept: references.length - gone.length, unknown };
}
