import type { Plan } from '../plan.ts';
import { requireObject } from '../require-object.ts';
import { NEED_STEPS } from '../types/needs.ts';
import { type BundleNeedsArgs, bundleNeeds } from './bundle-needs.ts';
import { setNeedStatus } from './set-need-status.ts';

export interface AcceptBundleArgs extends BundleNeedsArgs {
  /** Ids of the records of the needs' new status, in the order of the needs. */
  readonly stepIds: readonly string[];
  readonly at: string;
  readonly by: string;
  readonly departmentId: string | null;
}

/**
 * Accepts a bundle: its needs are `bundled` from now on, each with a record that gives the bundle's reason. A need that is farther
 * already keeps its status. Throws `plan.need-step-reason` where a step is skipped and the bundle says no reason.
 */
export function acceptBundle(draft: Plan, { bundle, needIds, stepIds, at, by, departmentId }: AcceptBundleArgs): void {
  bundleNeeds(draft, { bundle, needIds });
  const bundled = NEED_STEPS.indexOf('bundled');
  needIds.forEach((id, i) => {
    const { status } = requireObject(draft, 'needs', id);
    if ((NEED_STEPS as readonly string[]).indexOf(status) >= bundled) return;
    const stepId = stepIds[i]!;
    setNeedStatus(draft, { id, stepId, status: 'bundled', at, by, departmentId, reason: bundle.reason });
  });
}
