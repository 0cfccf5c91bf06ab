import { fail } from '../../shared/problem.ts';
import type { Plan } from '../plan.ts';
import { insertObject, type NewObject } from './insert-object.ts';
import { putObject } from './put-object.ts';

export interface BundleNeedsArgs {
  readonly bundle: NewObject<'bundles'>;
  readonly needIds: readonly string[];
}

/** Bundles needs, or records that a proposed bundle was refused and why. The statuses of the needs are set on their own. */
export function bundleNeeds(draft: Plan, { bundle, needIds }: BundleNeedsArgs): void {
  if (new Set(needIds).size < 2) fail('plan.bundle-too-small', { found: new Set(needIds).size });
  insertObject(draft, 'bundles', bundle);
  for (const needId of needIds)
    putObject(draft, { collection: 'bundleMembers', object: { bundleId: bundle.id, needId } });
}
