import { citation, type Indicator } from '../../indicators/indicator.ts';
import type { Plan } from '../plan.ts';
import { versionsOfIndicator } from './indicators-in-force.ts';
import { visibleObjects } from './visible-objects.ts';

/** Citations (`id@n`) of the records that a decision names, of the newest decision per indicator. */
function decidedCitations(plan: Plan): ReadonlyMap<string, string> {
  const byIndicator = new Map<string, { date: string; cited: string }>();
  for (const { date, subjects } of visibleObjects(plan, 'decisions')) {
    for (const { collection, id } of subjects) {
      if (collection !== 'indicatorVersions') continue;
      const indicatorId = id.slice(0, id.lastIndexOf('@'));
      const known = byIndicator.get(indicatorId);
      if (known === undefined || (date ?? '') >= known.date)
        byIndicator.set(indicatorId, { date: date ?? '', cited: id });
    }
  }
  return new Map([...byIndicator].map(([id, { cited }]) => [id, cited]));
}

/**
 * The records that count as decided, one per indicator in the order of the shipped catalogue: the one that the newest decision names, else
 * the shipped one. Records that only the plan has and nobody decided are not among them.
 */
export function decidedIndicators(plan: Plan, shipped: readonly Indicator[]): Indicator[] {
  const cited = decidedCitations(plan);
  const ids = new Set([...shipped.map(({ id }) => id), ...cited.keys()]);
  return [...ids].flatMap((id) => {
    const versions = versionsOfIndicator(plan, shipped, id);
    const found = versions.find((version) => citation(version) === cited.get(id)) ?? shipped.find((s) => s.id === id);
    return found === undefined ? [] : [found];
  });
}

/** Whether a record is named by a decision: it is then locked, and changes are variants beside it. */
export function isDecided(plan: Plan, indicator: Pick<Indicator, 'id' | 'version'>): boolean {
  return decidedCitations(plan).get(indicator.id) === citation(indicator);
}
