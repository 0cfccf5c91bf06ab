import { citation, type Indicator } from '../../indicators/indicator.ts';
import { fail } from '../../shared/problem.ts';
import type { Plan } from '../plan.ts';
import type { Circle } from '../types/common.ts';
import { insertObject } from './insert-object.ts';

export interface AddIndicatorVersionArgs {
  /** The whole record, with version, valid-from, reason and author. */
  readonly indicator: Indicator;
  /** Version of the same indicator in the shipped catalogue; 0 if it is not there. */
  readonly shippedVersion: number;
  readonly at: string;
  readonly circle: Circle;
  readonly decisionId: string | null;
}

/**
 * Adds version n + 1 of an indicator. Earlier versions stay as they are, and everything that cites `id@n` still finds it. Throws
 * `plan.indicator-version` for another number than the next, `plan.indicator-unsigned` without reason, author or valid-from.
 */
export function addIndicatorVersion(draft: Plan, args: AddIndicatorVersionArgs): void {
  const { indicator, shippedVersion, at, circle, decisionId } = args;
  const versions = Object.values(draft.indicatorVersions)
    .filter((record) => record.indicator.id === indicator.id)
    .map((record) => record.indicator.version);
  const expected = { id: indicator.id, version: Math.max(shippedVersion, ...versions) + 1 };
  if (indicator.version !== expected.version)
    fail('plan.indicator-version', { found: citation(indicator), expected: citation(expected) });
  const isSigned = [indicator.reason, indicator.author, indicator.validFrom].every(
    (said) => said !== null && said.trim() !== '',
  );
  if (!isSigned) fail('plan.indicator-unsigned', { id: citation(indicator) });
  insertObject(draft, 'indicatorVersions', { id: citation(indicator), indicator, at, circle, decisionId });
}
