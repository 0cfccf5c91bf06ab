import type { Plan } from '../plan.ts';
import { visibleObjects } from '../readers/visible-objects.ts';
import type { Circle } from '../types/common.ts';
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
  /** Who may see the site, in all scenarios, with everything that is laid over it; left out = it stays. */
  readonly circle?: Circle;
}

/** Changes several fields of a site, and its phases, as one change. Throws what `editObject` and `setSitePhases` throw. */
export function editSite(draft: Plan, { edits, siteId, scenarioId, phases, circle }: EditSiteArgs): void {
  for (const edit of edits) editObject(draft, { ...edit, objectId: siteId, scenarioId } as EditObjectArgs);
  if (circle !== undefined) setCircle(draft, siteId, circle);
  if (phases !== undefined) setSitePhases(draft, { ...phases, siteId, scenarioId });
}

function setCircle(draft: Plan, objectId: string, circle: Circle): void {
  for (const edit of visibleObjects(draft, 'edits', (laid) => laid.kind === 'site' && laid.objectId === objectId))
    draft.edits[edit.id]!.circle = circle;
  const edit = {
    kind: 'site',
    field: 'circle',
    value: circle,
    objectId,
    scenarioId: null,
    circle,
    reason: null,
  } as const;
  editObject(draft, edit);
}
