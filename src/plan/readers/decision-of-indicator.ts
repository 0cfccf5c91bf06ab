import { citation, type Indicator } from '../../indicators/indicator.ts';
import type { Plan } from '../plan.ts';
import type { Decision } from '../types/agreements.ts';
import { visibleObjects } from './visible-objects.ts';

/** The newest decision that names a record; `null` = none. */
export function decisionOfIndicator(plan: Plan, indicator: Pick<Indicator, 'id' | 'version'>): Decision | null {
  const cited = citation(indicator);
  const naming = visibleObjects(plan, 'decisions', ({ subjects }) =>
    subjects.some(({ collection, id }) => collection === 'indicatorVersions' && id === cited),
  );
  return naming.reduce<Decision | null>(
    (newest, decision) => (newest === null || (decision.date ?? '') >= (newest.date ?? '') ? decision : newest),
    null,
  );
}
