import { enablePatches, Immer } from 'immer';
import type { Action } from '../plan/actions/action.ts';
import { copyOf } from '../plan/copy-of.ts';
import { equalData } from '../plan/equal-data.ts';
import { COLLECTION_NAMES, type CollectionName, collectionOf, type Plan } from '../plan/plan.ts';

/** A field of the plan. Fields are replaced whole: two people who change different ones never collide. */
export interface FieldRef {
  readonly collection: CollectionName | 'header';
  /** Empty for the header. */
  readonly id: string;
  readonly field: string;
}

/**
 * What an action did to one object: made it, or set a field of it. Values are plain copies. `replaced` is the object that stood there
 * before, where one of two that were made for the same thing is chosen.
 */
export type RecordedChange =
  | {
      readonly kind: 'create';
      readonly collection: CollectionName;
      readonly id: string;
      readonly object: object;
      readonly replaced: object | null;
    }
  | ({ readonly kind: 'set'; readonly before: unknown; readonly after: unknown } & FieldRef);

enablePatches();
const immer = new Immer();

type Fields = Record<string, unknown>;

/**
 * Runs an action on a copy-on-write draft of the plan and reads off what it did, field by field; values that came out the same are no
 * change. Changes come in the order of the collections. Whatever the action throws leaves nothing behind. `next` is the plan afterwards, frozen, unchanged objects shared. O(size of the
 * collections touched).
 */
export function recordChange<Args>(
  plan: Plan,
  action: Action<Args>,
  args: Args,
): { readonly next: Plan; readonly changes: readonly RecordedChange[] } {
  const [next, patches] = immer.produceWithPatches(plan, (draft: Plan) => {
    action(draft, args);
  });
  const changes = new Map<string, RecordedChange>();
  for (const { path } of patches) {
    const [collection, second, third] = path.map(String) as [CollectionName | 'header', string, string | undefined];
    const [id, field] = collection === 'header' ? ['', second] : [second, third];
    const key = JSON.stringify([collection, id, field]);
    if (!changes.has(key)) {
      const change = changeOf(plan, next, collection, id, field);
      if (change !== null) changes.set(key, change);
    }
  }
  const rank = ({ collection }: RecordedChange) => COLLECTION_NAMES.indexOf(collection as CollectionName);
  return { next, changes: [...changes.values()].sort((a, b) => rank(a) - rank(b)) };
}

function changeOf(
  plan: Plan,
  next: Plan,
  collection: CollectionName | 'header',
  id: string,
  field: string | undefined,
): RecordedChange | null {
  const [old, now] =
    collection === 'header'
      ? [plan.header as Fields, next.header as Fields]
      : [collectionOf(plan, collection)?.[id] as Fields | undefined, collectionOf(next, collection)?.[id] as Fields];
  if (now === undefined) throw new Error(`an action deleted ${collection} ${id}: objects are removed, never deleted`);
  if (collection !== 'header' && old === undefined)
    return { kind: 'create', collection, id, object: copyOf(now), replaced: null };
  if (field === undefined) throw new Error(`an action replaced ${collection} ${id} as a whole`);
  if (now[field] === undefined) throw new Error(`an action left ${collection} ${id} without ${field}`);
  if (equalData(old![field], now[field])) return null;
  return { kind: 'set', collection, id, field, before: copyOf(old![field]), after: copyOf(now[field]) };
}

/** The plan with recorded changes done to it; unchanged objects are shared. */
export function withChanges(plan: Plan, changes: readonly RecordedChange[]): Plan {
  return immer.produce(plan, (draft) => {
    for (const change of changes) {
      if (change.kind === 'create')
        (draft[change.collection] as Record<string, unknown>)[change.id] = copyOf(change.object);
      else {
        const object = change.collection === 'header' ? draft.header : draft[change.collection][change.id]!;
        (object as Fields)[change.field] = copyOf(change.after);
      }
    }
  });
}
