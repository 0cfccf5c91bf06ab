import type { Plan } from '../plan.ts';
import { insertObject, type NewObject } from './insert-object.ts';
import { type SetSitePhasesArgs, setSitePhases } from './set-site-phases.ts';

export interface AddSiteArgs {
  readonly site: NewObject<'sites'>;
  /** None = all dwellings are occupied from the first year on. */
  readonly phases: Pick<SetSitePhasesArgs, 'phases' | 'at' | 'by'>;
}

/** Adds a site with its phases as one change. Throws `plan.area-invalid`, `plan.phases-sum`. */
export function addSite(draft: Plan, { site, phases }: AddSiteArgs): void {
  insertObject(draft, 'sites', site);
  setSitePhases(draft, { ...phases, siteId: site.id, scenarioId: null });
}
