import type { Plan } from '../plan.ts';
import type { OmitEach } from './action.ts';
import { type EditObjectArgs, editObject } from './edit-object.ts';
import { type SetSitePhasesArgs, setSitePhases } from './set-site-phases.ts';

export interface EditSiteArgs {
  /** Fields that change, one by one. */
  readonly edits: readonly OmitEach<EditObjectArgs, 'objectId' | 'scenarioId'>[];
  readonly siteId: string;
  /** `null` = for all scenarios. */
  readonly scenarioId: string | null;
  /** New phases; left out = they stay. */
  readonly phases?: Pick<SetSitePhasesArgs, 'phases' | 'at' | 'by'>;
}

/** Changes several fields of a site, and its phases, as one change. Throws what `editObject` and `setSitePhases` throw. */
export function editSite(draft: Plan, { edits, siteId, scenarioId, phases }: EditSiteArgs): void {
  for (const edit of edits) editObject(draft, { ...edit, objectId: siteId, scenarioId } as EditObjectArgs);
  if (phases !== undefined) setSitePhases(draft, { ...phases, siteId, scenarioId });
}
