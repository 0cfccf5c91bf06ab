import { fail } from '../../shared/problem.ts';
import type { Plan } from '../plan.ts';
import { requireObject } from '../require-object.ts';
import { NEED_STEPS, type NeedStatus } from '../types/needs.ts';
import { insertObject } from './insert-object.ts';

export interface SetNeedStatusArgs {
  readonly id: string;
  readonly stepId: string;
  readonly status: NeedStatus;
  readonly at: string;
  readonly by: string;
  readonly departmentId: string | null;
  readonly reason: string | null;
}

/** Whether a change of status asks for a reason: every one but the next step of the order. */
export function asksForReason(from: NeedStatus, to: NeedStatus): boolean {
  const step = (NEED_STEPS as readonly NeedStatus[]).indexOf(from);
  return step < 0 || NEED_STEPS[step + 1] !== to;
}

/** Moves a need to a status and keeps the record of it. Throws `plan.need-step-reason` where a step is skipped without saying why. */
export function setNeedStatus(draft: Plan, args: SetNeedStatusArgs): void {
  const { id, stepId, status, at, by, departmentId } = args;
  const need = requireObject(draft, 'needs', id);
  const reason = args.reason?.trim() === '' ? null : args.reason;
  if (reason === null && asksForReason(need.status, status))
    fail('plan.need-step-reason', { from: need.status, to: status });
  insertObject(draft, 'needSteps', { id: stepId, needId: id, status, at, by, departmentId, reason });
  need.status = status;
}
