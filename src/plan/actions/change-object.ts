import { fail } from '../../shared/problem.ts';
import { checkObject } from '../check-object.ts';
import { isFixed, type KeyedCollection, type RecordCollection } from '../collections.ts';
import { copyOf } from '../copy-of.ts';
import type { CollectionName, ObjectOf, Plan } from '../plan.ts';
import { requireObject, requireReferences } from '../require-object.ts';
import type { OmitEach, PartialEach } from './action.ts';

type Changeable = Exclude<CollectionName, KeyedCollection | RecordCollection>;

export type ChangeObjectArgs = {
  [C in Changeable]: {
    readonly collection: C;
    readonly id: string;
    readonly fields: PartialEach<OmitEach<ObjectOf<C>, 'id' | 'removed' | 'order'>>;
  };
}[Changeable];

/**
 * Sets fields of an object: the name of a scenario, the cost of a measure, the stage of a site. Throws `plan.field-fixed` for what an
 * object is about (its scenario, its kind) and for what has an operation of its own (the content and status of a need).
 */
export function changeObject(draft: Plan, { collection, id, fields }: ChangeObjectArgs): void {
  for (const field of Object.keys(fields))
    if (isFixed(collection, field)) fail('plan.field-fixed', { collection, field });
  const object = requireObject(draft, collection, id);
  requireReferences(draft, collection, fields);
  Object.assign(object, copyOf(fields));
  checkObject(draft, collection, id);
}
