import type { Plan } from '../../plan/plan.ts';

/** A line of the plan's history, as far as this needs it. */
interface Line {
  readonly at: string;
  readonly touched: readonly { readonly collection: string; readonly id: string }[];
}

/** Collections whose objects speak of a site, and the field that names it. */
const SITE_FIELDS: Readonly<Record<string, string>> = {
  sites: 'id',
  sitePhases: 'siteId',
  siteParameters: 'siteId',
  edits: 'objectId',
  checkAnswers: 'siteId',
  checkItems: 'siteId',
  participation: 'siteId',
  needAnswers: 'siteId',
};

/** Ids of the sites that a plan's history made or changed on a day (ISO) or later. */
export function changedSites(plan: Plan, history: readonly Line[], since: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { at, touched } of history) {
    if (at.slice(0, 10) < since) continue;
    for (const { collection, id } of touched) {
      const field = SITE_FIELDS[collection];
      if (field === undefined) continue;
      const object = (plan as unknown as Record<string, Record<string, Record<string, unknown>>>)[collection]?.[id];
      const site = object?.[field];
      if (typeof site === 'string') ids.add(site);
    }
  }
  return ids;
}
