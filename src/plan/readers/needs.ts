import type { ObjectOf, Plan } from '../plan.ts';
import { NEED_STEPS } from '../types/needs.ts';
import { visibleObjects } from './visible-objects.ts';

/** All that belongs to a need, each list in its order. */
export interface NeedFile {
  readonly steps: readonly ObjectOf<'needSteps'>[];
  readonly versions: readonly ObjectOf<'needVersions'>[];
  readonly supports: readonly ObjectOf<'supports'>[];
  readonly attachments: readonly ObjectOf<'attachments'>[];
  readonly answers: readonly ObjectOf<'needAnswers'>[];
}

export function fileOfNeed(plan: Plan, needId: string): NeedFile {
  const own = (part: { readonly needId: string }) => part.needId === needId;
  return {
    steps: visibleObjects(plan, 'needSteps', own),
    versions: visibleObjects(plan, 'needVersions', own),
    supports: visibleObjects(plan, 'supports', own),
    attachments: visibleObjects(plan, 'attachments', own),
    answers: visibleObjects(plan, 'needAnswers', own),
  };
}

/** Whether a need's day has passed without it being implemented, rejected or settled. `today` is an ISO date. */
export function isOverdue(need: Pick<ObjectOf<'needs'>, 'neededBy' | 'status'>, today: string): boolean {
  if (need.neededBy === null || need.neededBy >= today) return false;
  return need.status === 'deferred' || (NEED_STEPS.slice(0, -1) as readonly string[]).includes(need.status);
}

/** The needs of an accepted bundle, in their order. */
export function needsOfBundle(plan: Plan, bundleId: string): ObjectOf<'needs'>[] {
  return visibleObjects(plan, 'bundleMembers', (member) => member.bundleId === bundleId).map(
    ({ needId }) => plan.needs[needId]!,
  );
}
