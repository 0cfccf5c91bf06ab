import { citation, type Indicator } from '../../indicators/indicator.ts';
import type { Plan } from '../plan.ts';
import { decidedIndicators } from './decided-indicators.ts';
import { visibleObjects } from './visible-objects.ts';

/** Citations of the versions of an indicator that were made after its decided record, else after the shipped one: what a reset withdraws. */
export function localVersions(plan: Plan, shipped: readonly Indicator[], id: string): string[] {
  const base = decidedIndicators(plan, shipped).find((indicator) => indicator.id === id)?.version ?? 0;
  return visibleObjects(plan, 'indicatorVersions')
    .map(({ indicator }) => indicator)
    .filter((indicator) => indicator.id === id && indicator.version > base)
    .sort((a, b) => a.version - b.version)
    .map(citation);
}
