import type { OrderedCollection } from '../collections.ts';
import { type Placed, placeBehind } from '../order.ts';
import type { ObjectRef, Plan } from '../plan.ts';
import { requireObject } from '../require-object.ts';
import { siblingsOf } from './insert-object.ts';

export interface PlaceObjectArgs extends ObjectRef<OrderedCollection> {
  /** The sibling it comes behind; `null` = first. */
  readonly behind: string | null;
}

/** Moves an object in its list. Only its own place changes, so that two people can sort at once. */
export function placeObject(draft: Plan, { collection, id, behind }: PlaceObjectArgs): void {
  const object: Placed = requireObject(draft, collection, id);
  const before = behind === null ? null : (requireObject(draft, collection, behind) as Placed);
  const others = siblingsOf(draft, collection, object).filter((sibling) => sibling.id !== id);
  (object as { order: string }).order = placeBehind(others, before);
}
