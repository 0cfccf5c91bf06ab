import { REFERENCES } from '../collections.ts';
import { comparePlaces, type Placed } from '../order.ts';
import { type CollectionName, collectionOf, type ObjectOf, type Plan } from '../plan.ts';
import { findObject } from '../require-object.ts';

/** Whether an object is there: neither it nor what it is a part of is removed. Sites and plots of the city package always are. */
export function isVisible(plan: Plan, collection: CollectionName, object: { readonly removed: unknown }): boolean {
  if (object.removed !== null) return false;
  return REFERENCES[collection].every(({ field, collection: whole, part }) => {
    const id = (object as unknown as Record<string, unknown>)[field];
    if (!part || typeof id !== 'string') return true;
    const found = findObject(plan, whole, id);
    return found === null ? whole === 'sites' || whole === 'plots' : isVisible(plan, whole, found);
  });
}

/** The objects of a collection that are there, in their order (by id where there is none), kept by `where` if given. O(n log n). */
export function visibleObjects<C extends CollectionName>(
  plan: Plan,
  collection: C,
  where: (object: ObjectOf<C>) => boolean = () => true,
): ObjectOf<C>[] {
  const found = Object.values(collectionOf(plan, collection)).filter(
    (object) => where(object) && isVisible(plan, collection, object),
  );
  const place = ({ id, order = '' }: { id: string; order?: string }): Placed => ({ id, order });
  return found.sort((a, b) => comparePlaces(place(a), place(b)));
}

/** The objects of a collection that were removed themselves, latest removal first: what can be restored. */
export function removedObjects<C extends CollectionName>(plan: Plan, collection: C): ObjectOf<C>[] {
  return Object.values(collectionOf(plan, collection))
    .filter((object) => object.removed !== null)
    .sort((a, b) => (a.removed!.at > b.removed!.at ? -1 : a.removed!.at < b.removed!.at ? 1 : a.id < b.id ? -1 : 1));
}
