import type { CollectionName, ObjectRef, Plan } from '../plan.ts';
import { requireObject } from '../require-object.ts';

/** Records of what was said are never removed. */
export type Removable = Exclude<CollectionName, 'needSteps' | 'needVersions'>;

export interface RemoveObjectArgs extends ObjectRef<Removable> {
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

/**
 * Marks an object as removed, with who, when and why. Its parts (the measures of a scenario, the offers of a measure) are hidden with it
 * and come back with it.
 */
export function removeObject(draft: Plan, { collection, id, at, by, why }: RemoveObjectArgs): void {
  requireObject(draft, collection, id).removed = { at, by, why };
}
