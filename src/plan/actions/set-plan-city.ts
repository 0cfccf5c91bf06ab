import { fail } from '../../shared/problem.ts';
import { copyOf } from '../copy-of.ts';
import type { Plan } from '../plan.ts';
import type { PlanHeader } from '../types/records.ts';

export interface SetPlanCityArgs {
  readonly city: PlanHeader['city'];
}

/** Carries a plan over to another edition of its city. Throws `plan.other-city` for another city. */
export function setPlanCity(draft: Plan, { city }: SetPlanCityArgs): void {
  const { id } = draft.header.city;
  if (city.id !== id) fail('plan.other-city', { found: city.id, expected: id });
  draft.header.city = copyOf(city);
}
