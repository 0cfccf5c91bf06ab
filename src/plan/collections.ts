import type { CollectionName, ObjectOf } from './plan.ts';
import { needContent } from './types/needs.ts';

/** A field that holds the id of another object of the plan. */
export interface Reference {
  readonly field: string;
  readonly collection: CollectionName;
  /** The object is a part of the other: it is shown, and seen by a circle, as that one is. */
  readonly part: boolean;
}

const partOf = (field: string, collection: CollectionName): Reference => ({ field, collection, part: true });
const speaksOf = (field: string, collection: CollectionName): Reference => ({ field, collection, part: false });

/**
 * Which fields refer to which collection. An id of `sites` or `plots` that the plan does not hold is one of the city package; all others
 * must be in the plan.
 */
export const REFERENCES: Readonly<Record<CollectionName, readonly Reference[]>> = {
  scenarios: [],
  measures: [
    partOf('scenarioId', 'scenarios'),
    speaksOf('needId', 'needs'),
    speaksOf('bundleId', 'bundles'),
    speaksOf('plotId', 'plots'),
    speaksOf('siteId', 'sites'),
  ],
  measureOffers: [partOf('measureId', 'measures')],
  sites: [],
  sitePhases: [partOf('siteId', 'sites'), partOf('scenarioId', 'scenarios')],
  siteParameters: [partOf('siteId', 'sites'), partOf('scenarioId', 'scenarios')],
  stageSettings: [],
  plots: [],
  edits: [partOf('scenarioId', 'scenarios')],
  assumptions: [],
  needs: [speaksOf('departmentId', 'departments')],
  needSteps: [partOf('needId', 'needs'), speaksOf('departmentId', 'departments')],
  needVersions: [partOf('needId', 'needs')],
  needAnswers: [partOf('siteId', 'sites'), partOf('needId', 'needs')],
  supports: [partOf('needId', 'needs'), speaksOf('departmentId', 'departments')],
  attachments: [partOf('needId', 'needs')],
  bundles: [speaksOf('plotId', 'plots'), speaksOf('siteId', 'sites')],
  bundleMembers: [partOf('bundleId', 'bundles'), partOf('needId', 'needs')],
  rankPlaces: [partOf('needId', 'needs')],
  rankWeights: [],
  agreedFigures: [],
  checkItems: [partOf('siteId', 'sites')],
  checkAnswers: [partOf('siteId', 'sites')],
  participation: [partOf('siteId', 'sites')],
  decisions: [],
  indicatorVersions: [speaksOf('decisionId', 'decisions')],
  departments: [],
};

/** Collections whose objects stand in an order, with the field that their siblings share (`null`: all are siblings). */
export const SIBLING_FIELDS = {
  scenarios: null,
  measures: 'scenarioId',
  measureOffers: 'measureId',
  needSteps: 'needId',
  needVersions: 'needId',
  supports: 'needId',
  attachments: 'needId',
  bundles: null,
  bundleMembers: 'bundleId',
  rankPlaces: 'list',
  checkItems: null,
  participation: 'siteId',
  decisions: null,
  departments: null,
} as const satisfies Partial<Record<CollectionName, string | null>>;

export type OrderedCollection = keyof typeof SIBLING_FIELDS;

export function isOrdered(collection: CollectionName): collection is OrderedCollection {
  return Object.hasOwn(SIBLING_FIELDS, collection);
}

/**
 * Collections of which at most one object exists for a thing (one answer to a question, one value of a field): the key is made of these
 * fields. Two people who write the same one without knowing of each other get a conflict to settle, never two objects.
 */
export const KEY_FIELDS = {
  edits: ['scenarioId', 'kind', 'objectId', 'field'],
  sitePhases: ['scenarioId', 'siteId', 'year'],
  siteParameters: ['scenarioId', 'siteId', 'parameter'],
  stageSettings: ['stage'],
  assumptions: ['houseId', 'service'],
  needAnswers: ['siteId', 'needId'],
  bundleMembers: ['bundleId', 'needId'],
  rankPlaces: ['list', 'needId'],
  rankWeights: ['part'],
  agreedFigures: ['districtId', 'service', 'year', 'kind'],
  checkAnswers: ['siteId', 'run', 'item'],
} as const satisfies { readonly [C in CollectionName]?: readonly (keyof ObjectOf<C>)[] };

export type KeyedCollection = keyof typeof KEY_FIELDS;

export function isKeyed(collection: CollectionName): collection is KeyedCollection {
  return Object.hasOwn(KEY_FIELDS, collection);
}

/** The id of an object of a keyed collection, e.g. `base|site|osm:1|dwellings`. */
export function keyOf(collection: KeyedCollection, object: object): string {
  return KEY_FIELDS[collection].map((field) => String((object as Record<string, unknown>)[field] ?? 'base')).join('|');
}

/** Collections of records that are only added: what was said stays said. */
export const RECORD_COLLECTIONS = ['needSteps', 'needVersions', 'indicatorVersions'] as const;
export type RecordCollection = (typeof RECORD_COLLECTIONS)[number];

/** Fields that have an operation of their own, beside those that every object has. */
const OWN_OPERATION: Partial<Record<CollectionName, readonly string[]>> = {
  measures: ['kind'],
  needs: ['status', ...Object.keys(needContent)],
};

/** Whether a field stays once an object is there: its id, whose part it is, what it is about, what an own operation sets. */
export function isFixed(collection: CollectionName, field: string): boolean {
  return (
    ['id', 'removed', 'order'].includes(field) ||
    (RECORD_COLLECTIONS as readonly CollectionName[]).includes(collection) ||
    REFERENCES[collection].some((reference) => reference.part && reference.field === field) ||
    (isKeyed(collection) && (KEY_FIELDS[collection] as readonly string[]).includes(field)) ||
    OWN_OPERATION[collection]?.includes(field) === true
  );
}
