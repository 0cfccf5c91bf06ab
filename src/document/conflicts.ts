import type { ChangeMetadata } from '@automerge/automerge/slim';
import * as A from '@automerge/automerge/slim';
import { equalData } from '../plan/equal-data.ts';
import type { CollectionName, ObjectRef } from '../plan/plan.ts';
import { type ChangeNote, readNote } from './change-info.ts';
import type { FieldRef } from './record-change.ts';
import { decodeField, decodeObject, type PlanDoc } from './stored-plan.ts';
import { momentOf } from './write-changes.ts';

/** A value and who set it. */
export interface ConflictingValue {
  readonly value: unknown;
  readonly author: string | null;
  readonly department: string | null;
  /** ISO, UTC. */
  readonly at: string | null;
}

interface TwoSided {
  readonly shown: ConflictingValue;
  readonly others: readonly ConflictingValue[];
}

/**
 * What two people set without knowing of each other, for a person to settle:
 * - `field`: two values of a field
 * - `object`: the one object for a thing (an answer, an agreed figure) made twice; the values are the whole objects
 * - `removal`: removed by one, changed by another; the values of `edits` are the fields they changed
 */
export type Conflict =
  | ({ readonly kind: 'field' } & FieldRef & TwoSided)
  | ({ readonly kind: 'object' } & ObjectRef & TwoSided)
  | ({ readonly kind: 'removal' } & ObjectRef & {
        readonly removal: ConflictingValue;
        readonly edits: readonly ConflictingValue[];
      });

/** Names what a conflict is about: the same for as long as it is the same thing that two people set. */
export function conflictKey(conflict: Conflict): string {
  const field = conflict.kind === 'field' ? conflict.field : null;
  return JSON.stringify([conflict.kind, conflict.collection, conflict.id, field]);
}

interface SignedChange {
  readonly meta: ChangeMetadata;
  readonly note: ChangeNote | null;
}

/** A change to an object; `fields: null` = it was made. */
interface Touch extends SignedChange {
  readonly fields: readonly string[] | null;
}

interface TouchedObject {
  readonly collection: CollectionName | 'header';
  readonly id: string;
  readonly touches: readonly Touch[];
}

/**
 * The conflicts of some objects, or of all. Only fields that changes from different places have touched are looked at, so that a document
 * whose changes follow one another costs one walk through its history (about 15 µs per change).
 */
export function listConflicts(doc: PlanDoc, objects?: readonly ObjectRef[]): Conflict[] {
  const changes = A.getChangesMetaSince(doc, []).map((meta): SignedChange => ({ meta, note: readNote(meta.message) }));
  if (isLinear(changes)) return [];
  const asked = objects && new Set(objects.map(({ collection, id }) => JSON.stringify([collection, id])));
  const touched = touchesByObject(changes, (key) => asked?.has(key) ?? true);
  const signer = createSigner(changes);
  return touched.flatMap((object) => conflictsOfObject(doc, object, signer, changes));
}

/** Whether every change knew of all before it. */
function isLinear(changes: readonly SignedChange[]): boolean {
  return changes.every(({ meta: { deps } }, i) =>
    i === 0 ? deps.length === 0 : deps.length === 1 && deps[0] === changes[i - 1]!.meta.hash,
  );
}

/** Objects that changes of at least two places (tabs, sessions) touched. */
function touchesByObject(changes: readonly SignedChange[], asked: (key: string) => boolean): TouchedObject[] {
  const found = new Map<string, { collection: TouchedObject['collection']; id: string; touches: Touch[] }>();
  for (const change of changes) {
    for (const { collection, id, fields } of change.note?.touched ?? []) {
      const key = JSON.stringify([collection, id]);
      if (!asked(key)) continue;
      const object = found.get(key) ?? { collection, id, touches: [] };
      object.touches.push({ ...change, fields });
      found.set(key, object);
    }
  }
  return [...found.values()].filter(({ touches }) => touches.some(({ meta }) => meta.actor !== touches[0]!.meta.actor));
}

type Signer = (operation: string) => Omit<ConflictingValue, 'value'>;

/** Finds who made an operation `<counter>@<actor>`: an actor's changes follow one another by counter. */
function createSigner(changes: readonly SignedChange[]): Signer {
  const byActor = new Map<string, SignedChange[]>();
  for (const change of changes) {
    const list = byActor.get(change.meta.actor);
    if (list === undefined) byActor.set(change.meta.actor, [change]);
    else list.push(change);
  }
  return (operation) => {
    const [counter, actor] = operation.split('@');
    const at = Number(counter);
    return signed(byActor.get(actor!)?.find(({ meta }) => meta.startOp <= at && at <= meta.maxOp));
  };
}

function signed(change: SignedChange | undefined): Omit<ConflictingValue, 'value'> {
  return {
    author: change?.note?.author ?? null,
    department: change?.note?.department ?? null,
    at: change === undefined ? null : momentOf(change.meta.time),
  };
}

function conflictsOfObject(
  doc: PlanDoc,
  { collection, id, touches }: TouchedObject,
  signer: Signer,
  changes: readonly SignedChange[],
): Conflict[] {
  const object = collection === 'header' ? doc.header : doc[collection][id];
  if (object === undefined) return [];
  const fields = new Set(touches.flatMap((touch) => touch.fields ?? []));
  const found = [...fields].flatMap((field): Conflict[] => {
    const sides = twoSided(object, field, decodeField, signer);
    return sides === null ? [] : [{ kind: 'field', collection, id, field, ...sides }];
  });
  if (collection === 'header') return found;
  const twice = twoSided(doc[collection], id, decodeObject, signer);
  const removal = decodeField(object.removed) === null ? null : findRemoval(touches, changes);
  return [
    ...(twice === null ? [] : [{ kind: 'object' as const, collection, id, ...twice }]),
    ...found,
    ...(removal === null
      ? []
      : [
          {
            kind: 'removal' as const,
            collection,
            id,
            removal: { ...signed(removal.by), value: decodeField(object.removed) },
            edits: removal.unaware.map((touch) => ({ ...signed(touch), value: touch.fields })),
          },
        ]),
  ];
}

/** The shown value of a key and the others that were set beside it; `null` if there are none that differ. */
function twoSided(object: object, key: string, decode: (value: unknown) => unknown, signer: Signer): TwoSided | null {
  const values = A.getConflicts(object as Record<string, unknown>, key);
  if (values === undefined) return null;
  const winner = decode((object as Record<string, unknown>)[key]);
  const all = Object.entries(values).map(([operation, value]) => ({ ...signer(operation), value: decode(value) }));
  const shown = all.find(({ value }) => equalData(value, winner));
  const others = all.filter(({ value }) => !equalData(value, winner));
  return shown === undefined || others.length === 0 ? null : { shown, others };
}

/**
 * The removal of an object and the changes that no removal of it knew of; `null` if there are none. Of several removals the latest is
 * named; the order in which changes came in says nothing.
 */
function findRemoval(
  touches: readonly Touch[],
  changes: readonly SignedChange[],
): { readonly by: Touch; readonly unaware: readonly Touch[] } | null {
  const removals = touches
    .filter(({ fields }) => fields?.includes('removed'))
    .sort(({ meta: a }, { meta: b }) => a.time - b.time || (a.hash < b.hash ? -1 : 1));
  const by = removals.at(-1);
  if (by === undefined) return null;
  const known = ancestorsOf(
    removals.map(({ meta }) => meta.hash),
    changes,
  );
  const unaware = touches.filter(({ meta, fields }) => fields !== null && !known.has(meta.hash));
  return unaware.length === 0 ? null : { by, unaware };
}

/** Hashes of some changes and of all that they knew of. O(changes). */
function ancestorsOf(hashes: readonly string[], changes: readonly SignedChange[]): ReadonlySet<string> {
  const depsByHash = new Map(changes.map((change) => [change.meta.hash, change.meta.deps]));
  const found = new Set<string>();
  const open = [...hashes];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (found.has(hash)) continue;
    found.add(hash);
    open.push(...(depsByHash.get(hash) ?? []));
  }
  return found;
}
