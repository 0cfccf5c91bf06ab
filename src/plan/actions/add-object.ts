import type { KeyedCollection, RecordCollection } from '../collections.ts';
import type { CollectionName, Plan } from '../plan.ts';
import { insertObject, type NewObject } from './insert-object.ts';

/** Collections whose objects begin with an operation of their own. */
type WithOwnOperation = KeyedCollection | RecordCollection | 'measures' | 'needs' | 'bundles';
type Addable = Exclude<CollectionName, WithOwnOperation>;

export type AddObjectArgs = {
  [C in Addable]: { readonly collection: C; readonly object: NewObject<C> };
}[Addable];

/** Adds a scenario, an offer to a measure, a site, a plot, a support, a file, an entry of a log, a decision, a department, …. */
export function addObject(draft: Plan, args: AddObjectArgs): void {
  insertObject<Addable>(draft, args.collection, args.object);
}
