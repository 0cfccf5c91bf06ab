import { DEFAULT_CATALOGUE } from '../indicators/default-catalogue.ts';
import type { Plan } from '../plan/plan.ts';
import { decidedIndicators } from '../plan/readers/decided-indicators.ts';
import { indicatorsInForce } from '../plan/readers/indicators-in-force.ts';
import type { CatalogueState } from './catalogue-store.ts';

/** The Kennwerte of a plan on a day, ISO. Loaded with the first plan: what reads plans is not needed before. */
export function catalogueOfPlan(plan: Plan, day: string): CatalogueState {
  return {
    indicators: indicatorsInForce(plan, DEFAULT_CATALOGUE, day),
    decided: decidedIndicators(plan, DEFAULT_CATALOGUE),
  };
}
