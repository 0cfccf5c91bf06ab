import type { Plan } from '../plan.ts';
import { visibleObjects } from './visible-objects.ts';

/** A department that needs name and that the plan does not hold, e.g. after files of several offices were merged. */
export interface UnknownDepartment {
  readonly id: string;
  /** Needs that it reported. */
  readonly needs: number;
}

/** Departments that needs name and the plan does not hold, by id. O(needs). */
export function unknownDepartments(plan: Plan): readonly UnknownDepartment[] {
  const known = new Set(visibleObjects(plan, 'departments').map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { departmentId } of visibleObjects(plan, 'needs'))
    if (!known.has(departmentId)) counts.set(departmentId, (counts.get(departmentId) ?? 0) + 1);
  return [...counts].map(([id, needs]) => ({ id, needs })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
