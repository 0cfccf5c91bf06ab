import { fail } from '../../shared/problem.ts';
import type { ObjectRef, Plan } from '../plan.ts';
import { findObject } from '../require-object.ts';

/** Brings a removed object back, with its parts. */
export function restoreObject(draft: Plan, { collection, id }: ObjectRef): void {
  const object = findObject(draft, collection, id) ?? fail('plan.object-unknown', { collection, id });
  object.removed = null;
}
