import { checkObject } from '../check-object.ts';
import { type KeyedCollection, keyOf } from '../collections.ts';
import { copyOf } from '../copy-of.ts';
import type { ObjectOf, Plan } from '../plan.ts';
import { findObject, requireReferences } from '../require-object.ts';
import type { OmitEach } from './action.ts';
import { insertObject, type NewObject } from './insert-object.ts';

export type PutObjectArgs = {
  [C in KeyedCollection]: {
    readonly collection: C;
    readonly object: OmitEach<ObjectOf<C>, 'id' | 'removed' | 'order'>;
  };
}[KeyedCollection];

/**
 * Writes the one object there is for a thing: the answer to a question of the checklist, a parameter of a site, an agreed figure, an
 * assumed capacity. Fields that stay the same stay untouched; one that had been removed is there again.
 */
export function putObject(draft: Plan, { collection, object }: PutObjectArgs): void {
  const id = keyOf(collection, object);
  const found = findObject(draft, collection, id);
  if (found === null) {
    insertObject(draft, collection, { ...object, id } as NewObject<KeyedCollection>);
    return;
  }
  requireReferences(draft, collection, object);
  Object.assign(found, copyOf(object), { removed: null });
  checkObject(draft, collection, id);
}
