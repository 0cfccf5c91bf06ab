import type { Doc } from '@automerge/automerge/slim';
import * as A from '@automerge/automerge/slim';
import { COLLECTION_NAMES, type CollectionName, type Plan } from '../plan/plan.ts';
import type { FieldRef } from './record-change.ts';

/**
 * How the plan lies in the document: collections of objects of fields, and every field one scalar. Fields are replaced whole, so a text is
 * one value and not a list of letters, and a list or an outline is one JSON text behind a mark: a tenth of the operations, and the same
 * conflicts.
 */
export type StoredValue = number | boolean | null | Uint8Array | A.ImmutableString;
export type StoredObject = Record<string, StoredValue>;
export type StoredPlan = { schemaVersion: number; header: StoredObject } & {
  [C in CollectionName]: Record<string, StoredObject>;
};
export type PlanDoc = Doc<StoredPlan>;

/** "Record separator": begins a text that is JSON. Nobody types it; a text that does begin with it is written as JSON too. */
const JSON_MARK = '\u001e';

export function encodeField(value: unknown): StoredValue {
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value instanceof Uint8Array)
    return value;
  const isPlainText = typeof value === 'string' && !value.startsWith(JSON_MARK);
  return new A.ImmutableString(isPlainText ? value : `${JSON_MARK}${JSON.stringify(value)}`);
}

/** Throws a `SyntaxError` for JSON that is none. */
export function decodeField(value: unknown): unknown {
  const text = A.isImmutableString(value) ? value.val : value;
  return typeof text === 'string' && text.startsWith(JSON_MARK) ? JSON.parse(text.slice(1)) : text;
}

export function encodeObject(object: object): StoredObject {
  return Object.fromEntries(Object.entries(object).map(([field, value]) => [field, encodeField(value)]));
}

export function decodeObject(object: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object as object).map(([field, value]) => [field, decodeField(value)]));
}

/** The plan a document holds, as plain data; whatever else it holds comes along undecided, for the checks to refuse. */
export function decodePlan(doc: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(doc as Record<string, unknown>).map(([name, value]) => {
      if (!isMap(value)) return [name, decodeField(value)];
      if (name === 'header') return [name, decodeObject(value)];
      return [
        name,
        Object.fromEntries(
          Object.entries(value).map(([id, object]) => [id, isMap(object) ? decodeObject(object) : object]),
        ),
      ];
    }),
  );
}

export function encodePlan(plan: Plan): StoredPlan {
  const collections = COLLECTION_NAMES.map((name) => [
    name,
    Object.fromEntries(Object.entries(plan[name]).map(([id, object]) => [id, encodeObject(object)])),
  ]);
  return {
    schemaVersion: plan.schemaVersion,
    header: encodeObject(plan.header),
    ...Object.fromEntries(collections),
  } as StoredPlan;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !A.isImmutableString(value)
  );
}

/**
 * The plan after some objects of the document changed (updates from elsewhere): those are read anew, everything else stays the same
 * object.
 */
export function rereadObjects(plan: Plan, doc: PlanDoc, fields: readonly FieldRef[]): Plan {
  const next: Record<string, unknown> = { ...plan };
  for (const key of new Set(fields.map(({ collection, id }) => JSON.stringify([collection, id])))) {
    const [collection, id] = JSON.parse(key) as [FieldRef['collection'], string];
    if (collection === 'header') next.header = decodeObject(doc.header);
    else {
      if (next[collection] === plan[collection]) next[collection] = { ...plan[collection] };
      const stored = doc[collection][id];
      if (stored === undefined) delete (next[collection] as Record<string, unknown>)[id];
      else (next[collection] as Record<string, unknown>)[id] = decodeObject(stored);
    }
  }
  return next as Plan;
}
