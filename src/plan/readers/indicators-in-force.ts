import { citation, type Indicator } from '../../indicators/indicator.ts';
import { fail } from '../../shared/problem.ts';
import type { Plan } from '../plan.ts';
import { visibleObjects } from './visible-objects.ts';

function allVersions(plan: Plan, shipped: readonly Indicator[]): Indicator[] {
  return [...shipped, ...visibleObjects(plan, 'indicatorVersions').map(({ indicator }) => indicator)];
}

/**
 * The version of each indicator that is in force on a day (ISO): the highest whose valid-from is not after it. Indicators of the shipped
 * catalogue come in its order, those that only the plan has behind them.
 */
export function indicatorsInForce(plan: Plan, shipped: readonly Indicator[], day: string): Indicator[] {
  const inForce = new Map<string, Indicator>();
  for (const indicator of allVersions(plan, shipped)) {
    if (indicator.validFrom !== null && indicator.validFrom > day) continue;
    const known = inForce.get(indicator.id);
    if (known === undefined || indicator.version > known.version) inForce.set(indicator.id, indicator);
  }
  return [...inForce.values()];
}

/** All versions of an indicator, oldest first. */
export function versionsOfIndicator(plan: Plan, shipped: readonly Indicator[], id: string): Indicator[] {
  return allVersions(plan, shipped)
    .filter((indicator) => indicator.id === id)
    .sort((a, b) => a.version - b.version);
}

/** The record that `id@n` cites, even if it was withdrawn since. Throws `plan.object-unknown`. */
export function citedIndicator(plan: Plan, shipped: readonly Indicator[], cited: string): Indicator {
  return (
    shipped.find((indicator) => citation(indicator) === cited) ??
    plan.indicatorVersions[cited]?.indicator ??
    fail('plan.object-unknown', { collection: 'indicatorVersions', id: cited })
  );
}
