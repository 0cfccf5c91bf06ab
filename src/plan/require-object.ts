import { fail } from '../shared/problem.ts';
import { REFERENCES } from './collections.ts';
import { type CollectionName, collectionOf, type ObjectOf, type Plan } from './plan.ts';

/** An object of the plan that is there and not removed. Throws `plan.object-unknown`, `plan.object-removed`. */
export function requireObject<C extends CollectionName>(plan: Plan, collection: C, id: string): ObjectOf<C> {
  const object = findObject(plan, collection, id);
  if (object === null) return fail('plan.object-unknown', { collection, id });
  return object.removed === null ? object : fail('plan.object-removed', { collection, id });
}

/** An object of the plan, removed or not; `null` if there is none. */
export function findObject<C extends CollectionName>(plan: Plan, collection: C, id: string): ObjectOf<C> | null {
  const objects = collectionOf(plan, collection);
  return Object.hasOwn(objects, id) ? objects[id]! : null;
}

/**
 * Throws `plan.reference-unknown` if fields of an object name one that the plan should hold and does not, or has removed. Sites and plots
 * that the plan does not hold are those of the city package.
 */
export function requireReferences(plan: Plan, collection: CollectionName, fields: object): void {
  for (const { field, collection: target } of REFERENCES[collection]) {
    const targetId = (fields as Record<string, unknown>)[field];
    if (typeof targetId !== 'string') continue;
    const found = findObject(plan, target, targetId);
    const inPackage = found === null && (target === 'sites' || target === 'plots');
    if (!inPackage && found?.removed !== null) fail('plan.reference-unknown', { collection: target, id: targetId });
  }
}
