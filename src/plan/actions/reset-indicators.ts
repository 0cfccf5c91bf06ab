import type { Indicator } from '../../indicators/indicator.ts';
import { fail } from '../../shared/problem.ts';
import type { Plan } from '../plan.ts';
import { localVersions } from '../readers/local-versions.ts';
import { removeObject } from './remove-object.ts';

export interface ResetIndicatorsArgs {
  /** Ids of the indicators. */
  readonly ids: readonly string[];
  readonly shipped: readonly Indicator[];
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

/**
 * Takes indicators back to the decided record, else to the shipped one: the versions made after it are withdrawn, and stay readable with
 * the reason. Throws `plan.reason-missing` without one.
 */
export function resetIndicators(draft: Plan, { ids, shipped, at, by, why }: ResetIndicatorsArgs): void {
  if (why.trim() === '') fail('plan.reason-missing', {});
  for (const id of ids)
    for (const cited of localVersions(draft, shipped, id))
      removeObject(draft, { collection: 'indicatorVersions', id: cited, at, by, why: why.trim() });
}
