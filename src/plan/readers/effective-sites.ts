import type { ObjectOf, Plan } from '../plan.ts';
import type { Circle } from '../types/common.ts';
import type { Site } from '../types/sites.ts';
import { circleOfSite } from './circles.ts';
import { editedFields } from './edited-fields.ts';
import { visibleObjects } from './visible-objects.ts';

export interface Phase {
  readonly year: number;
  readonly share: number;
}

/** A site as a city package knows it: what the plan's edits are laid over. */
export type BaseSite = Readonly<Omit<Site, 'removed' | 'circle' | 'contactRole'>> & {
  readonly phases: readonly Phase[];
};

/** A site as it is in a scenario. */
export interface EffectiveSite extends BaseSite {
  readonly contactRole: string | null;
  /** The same in all scenarios. */
  readonly circle: Circle;
  readonly origin: 'package' | 'plan';
  /** Fields (and `phases`) that the plan sets over the base. */
  readonly edited: readonly string[];
  /** Not built in this scenario. */
  readonly leftOut: boolean;
  /** The shares of its phases make a whole; two people's changes brought together may break that. Without phases: true. */
  readonly phasesComplete: boolean;
}

/**
 * The sites of a scenario (`null` = Bestand): those of the package and those of the plan, each with what is set for all scenarios and then
 * with what is set for this one. Phases are taken from the innermost of the three that has any; a first year of occupancy set further in
 * shifts them as a whole. Sorted by id. `base` is the package's sites.
 */
export function effectiveSites(plan: Plan, scenarioId: string | null, base: readonly BaseSite[]): EffectiveSite[] {
  const edits = editedFields(plan, 'site', scenarioId);
  const phases = phasesBySite(plan);
  const own = visibleObjects(plan, 'sites').map(({ removed: _, ...site }) => ({
    ...site,
    phases: [] as Phase[],
    origin: 'plan' as const,
  }));
  return [...base.map((site) => ({ contactRole: null, ...site, origin: 'package' as const })), ...own]
    .map((site) => {
      const laid = edits.get(site.id) ?? [];
      const values = Object.fromEntries(laid.map(({ field, value }) => [field, value]));
      const set = (phases.get(site.id) ?? []).filter((p) => p.scenarioId === null || p.scenarioId === scenarioId);
      const edited = new Set([...laid.map(({ field }) => field as string), ...(set.length > 0 ? ['phases'] : [])]);
      const current = phasesInScenario(site, laid, set, scenarioId);
      const sum = current.reduce((total, { share }) => total + share, 0);
      return {
        leftOut: false,
        ...site,
        ...values,
        circle: circleOfSite(plan, site.id),
        phases: current,
        edited: [...edited],
        phasesComplete: current.length === 0 || Math.abs(sum - 1) <= 0.001,
      } as EffectiveSite;
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** From the base inwards: own phases replace, a first year moves what there is. */
function phasesInScenario(
  site: BaseSite,
  edits: readonly ObjectOf<'edits'>[],
  phases: readonly ObjectOf<'sitePhases'>[],
  scenarioId: string | null,
): readonly Phase[] {
  let current = startingAt(site.phases, site.phases.length === 0 ? site.firstOccupancy : null);
  for (const scope of scenarioId === null ? [null] : [null, scenarioId]) {
    const set = phases.filter((phase) => phase.scenarioId === scope);
    const start = edits.find((edit) => edit.scenarioId === scope && edit.field === 'firstOccupancy');
    if (set.length > 0) current = set.map(({ year, share }) => ({ year, share })).sort((a, b) => a.year - b.year);
    else if (start !== undefined) current = startingAt(current, start.value as number | null);
  }
  return current;
}

/** Phases moved so that the first begins in a year; all dwellings in that year if there are none; unchanged for `null`. */
function startingAt(phases: readonly Phase[], year: number | null): readonly Phase[] {
  if (year === null) return phases;
  if (phases.length === 0) return [{ year, share: 1 }];
  const first = Math.min(...phases.map((phase) => phase.year));
  return phases.map((phase) => ({ year: phase.year + year - first, share: phase.share }));
}

function phasesBySite(plan: Plan): ReadonlyMap<string, readonly ObjectOf<'sitePhases'>[]> {
  const found = new Map<string, ObjectOf<'sitePhases'>[]>();
  for (const phase of visibleObjects(plan, 'sitePhases')) {
    found.set(phase.siteId, [...(found.get(phase.siteId) ?? []), phase]);
  }
  return found;
}
