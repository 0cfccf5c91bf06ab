import { fail } from '../../shared/problem.ts';
import type { Plan } from '../plan.ts';
import { putObject } from './put-object.ts';

export interface SetSitePhasesArgs {
  readonly siteId: string;
  /** `null` = for all scenarios. */
  readonly scenarioId: string | null;
  /** Calendar years of first occupancy with their share of the dwellings; none = back to those of the base. */
  readonly phases: readonly { readonly year: number; readonly share: number }[];
  readonly at: string;
  readonly by: string;
}

/** Sets in which years a site is occupied. Throws `plan.phases-sum` if the shares do not make a whole (to a thousandth). */
export function setSitePhases(draft: Plan, { siteId, scenarioId, phases, at, by }: SetSitePhasesArgs): void {
  const sum = phases.reduce((total, { share }) => total + share, 0);
  if (phases.length > 0 && Math.abs(sum - 1) > 0.001) fail('plan.phases-sum', { percent: Math.round(sum * 1000) / 10 });
  const years = new Set(phases.map(({ year }) => year));
  for (const phase of Object.values(draft.sitePhases)) {
    if (phase.siteId !== siteId || phase.scenarioId !== scenarioId || phase.removed !== null) continue;
    if (!years.has(phase.year)) phase.removed = { at, by, why: '' };
  }
  for (const { year, share } of phases)
    putObject(draft, { collection: 'sitePhases', object: { siteId, scenarioId, year, share } });
}
