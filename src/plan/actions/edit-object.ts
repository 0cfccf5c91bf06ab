import { checkObject } from '../check-object.ts';
import { copyOf } from '../copy-of.ts';
import type { Plan } from '../plan.ts';
import { findObject } from '../require-object.ts';
import type { Circle } from '../types/common.ts';
import type { EditedValue } from '../types/sites.ts';
import { putObject } from './put-object.ts';

export type EditObjectArgs = EditedValue & {
  /** `null` = for all scenarios. */
  readonly scenarioId: string | null;
  readonly objectId: string;
  readonly circle: Circle;
  readonly reason: string | null;
};

/**
 * Sets one field of a site or plot, for all scenarios or for one. An object that the plan itself holds is changed where it stands; over
 * one of the city package, and in a scenario, the value is laid as an edit, and the base stays untouched.
 */
export function editObject(draft: Plan, args: EditObjectArgs): void {
  const collection = args.kind === 'site' ? 'sites' : 'plots';
  const own = args.scenarioId === null ? findObject(draft, collection, args.objectId) : null;
  if (own === null || !Object.hasOwn(own, args.field)) {
    putObject(draft, { collection: 'edits', object: args });
    return;
  }
  Object.assign(own, { [args.field]: copyOf(args.value) });
  checkObject(draft, collection, args.objectId);
}
