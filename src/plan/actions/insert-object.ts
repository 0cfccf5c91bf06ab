import { fail } from '../../shared/problem.ts';
import { checkObject } from '../check-object.ts';
import { isOrdered, SIBLING_FIELDS } from '../collections.ts';
import { copyOf } from '../copy-of.ts';
import { type Placed, placeAtEnd } from '../order.ts';
import { type CollectionName, collectionOf, type ObjectOf, type Plan } from '../plan.ts';
import { findObject, requireReferences } from '../require-object.ts';
import type { OmitEach } from './action.ts';

/** A new object: what it says, without what every object is given (not removed, a place behind its siblings). */
export type NewObject<C extends CollectionName> = OmitEach<ObjectOf<C>, 'removed' | 'order'>;

/** Objects that stand in one list with an object: all of the collection, or those with the same parent. */
export function siblingsOf(plan: Plan, collection: CollectionName, object: object): Placed[] {
  if (!isOrdered(collection)) return [];
  const field = SIBLING_FIELDS[collection];
  const objects = Object.values(collectionOf(plan, collection)) as unknown as (Placed & Record<string, unknown>)[];
  return field === null ? objects : objects.filter((o) => o[field] === (object as Record<string, unknown>)[field]);
}

/** Puts a new object into its collection, last among its siblings, and checks it. The one way in; the actions are built on it. */
export function insertObject<C extends CollectionName>(draft: Plan, collection: C, object: NewObject<C>): void {
  const { id } = object as unknown as { id: string };
  if (findObject(draft, collection, id) !== null) fail('plan.object-exists', { collection, id });
  requireReferences(draft, collection, object);
  const order = isOrdered(collection) ? { order: placeAtEnd(siblingsOf(draft, collection, object)) } : {};
  collectionOf(draft, collection)[id] = { ...copyOf(object), ...order, removed: null } as unknown as ObjectOf<C>;
  checkObject(draft, collection, id);
}
