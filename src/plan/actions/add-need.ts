import type { Plan } from '../plan.ts';
import type { OmitEach } from './action.ts';
import { insertObject, type NewObject } from './insert-object.ts';

export interface AddNeedArgs {
  readonly need: OmitEach<NewObject<'needs'>, 'status'>;
  readonly at: string;
  readonly by: string;
}

/** Reports a need: it begins as `reported`, and its record of statuses with that day. */
export function addNeed(draft: Plan, { need, at, by }: AddNeedArgs): void {
  insertObject(draft, 'needs', { ...need, status: 'reported' });
  insertObject(draft, 'needSteps', {
    id: `${need.id}.reported`,
    needId: need.id,
    status: 'reported',
    at,
    by,
    departmentId: need.departmentId,
    reason: null,
  });
}
