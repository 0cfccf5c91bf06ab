import type { Plan } from '../plan.ts';
import { visibleObjects } from '../readers/visible-objects.ts';
import { type AddSiteArgs, addSite } from './add-site.ts';
import { type EditSiteArgs, editSite } from './edit-site.ts';
import { putObject } from './put-object.ts';

export interface SplitSiteArgs {
  readonly siteId: string;
  /** What the site keeps: its smaller area and amounts. */
  readonly edits: EditSiteArgs['edits'];
  /** The part that becomes a site of its own. */
  readonly second: AddSiteArgs;
}

/**
 * Makes two sites of one, as one change for all scenarios. What is set for the site (parameters of the site model, phases of scenarios)
 * holds for both. Throws what `editSite` and `addSite` throw.
 */
export function splitSite(draft: Plan, { siteId, edits, second }: SplitSiteArgs): void {
  editSite(draft, { siteId, scenarioId: null, edits });
  addSite(draft, second);
  const ofBoth = { siteId: second.site.id };
  for (const { id: _, removed: __, ...set } of visibleObjects(draft, 'siteParameters', (p) => p.siteId === siteId))
    putObject(draft, { collection: 'siteParameters', object: { ...set, ...ofBoth } });
  const inScenarios = visibleObjects(draft, 'sitePhases', (p) => p.siteId === siteId && p.scenarioId !== null);
  for (const { id: _, removed: __, ...phase } of inScenarios)
    putObject(draft, { collection: 'sitePhases', object: { ...phase, ...ofBoth } });
}
