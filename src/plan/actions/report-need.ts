import type { Plan } from '../plan.ts';
import { type AddNeedArgs, addNeed } from './add-need.ts';
import { insertObject, type NewObject } from './insert-object.ts';

export interface ReportNeedArgs extends AddNeedArgs {
  readonly attachments: readonly Omit<NewObject<'attachments'>, 'needId'>[];
}

/** Reports a need with its attachments. Throws as `addNeed`, and for files that are too large or may run. */
export function reportNeed(draft: Plan, { attachments, ...args }: ReportNeedArgs): void {
  addNeed(draft, args);
  for (const attachment of attachments) insertObject(draft, 'attachments', { ...attachment, needId: args.need.id });
}
