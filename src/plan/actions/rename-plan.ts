import { fail } from '../../shared/problem.ts';
import { shapeFault } from '../check-object.ts';
import type { Plan } from '../plan.ts';
import { headerSchema } from '../types/records.ts';

export interface RenamePlanArgs {
  readonly name: string;
  readonly description: string;
}

export function renamePlan(draft: Plan, { name, description }: RenamePlanArgs): void {
  draft.header.name = name;
  draft.header.description = description;
  const fault = shapeFault(headerSchema, draft.header);
  if (fault !== null) fail('plan.header-invalid', fault);
}
