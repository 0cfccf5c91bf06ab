import type { Indicator } from '../../indicators/indicator.ts';
import type { Plan } from '../plan.ts';

/** Number of the next version of an indicator: withdrawn versions keep theirs. `plan: null` = only the shipped ones are there. */
export function nextVersion(plan: Plan | null, shipped: readonly Indicator[], id: string): number {
  const own = plan === null ? [] : Object.values(plan.indicatorVersions).map(({ indicator }) => indicator);
  return Math.max(0, ...[...shipped, ...own].filter((known) => known.id === id).map(({ version }) => version)) + 1;
}
