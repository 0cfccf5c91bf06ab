import type { Plan } from '../plan.ts';
import { needsOfBundle } from '../readers/needs.ts';
import { removeObject } from './remove-object.ts';
import { setNeedStatus } from './set-need-status.ts';

export interface DissolveBundleArgs {
  readonly bundleId: string;
  readonly why: string;
  /** Id of the record of a need's new status. */
  readonly stepIdOf: Readonly<Record<string, string>>;
  readonly at: string;
  readonly by: string;
  readonly departmentId: string | null;
}

/** Dissolves an accepted bundle: needs that are still `bundled` are `checked` again, each with the reason; others stay where they are. */
export function dissolveBundle(
  draft: Plan,
  { bundleId, why, stepIdOf, at, by, departmentId }: DissolveBundleArgs,
): void {
  for (const { id, status } of needsOfBundle(draft, bundleId)) {
    if (status !== 'bundled') continue;
    setNeedStatus(draft, { id, stepId: stepIdOf[id]!, status: 'checked', at, by, departmentId, reason: why });
  }
  removeObject(draft, { collection: 'bundles', id: bundleId, at, by, why });
}
