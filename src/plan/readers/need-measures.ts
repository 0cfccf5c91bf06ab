import type { ObjectOf, Plan } from '../plan.ts';
import { partsOfScenario } from './scenario-parts.ts';
import { visibleObjects } from './visible-objects.ts';

type Need = ObjectOf<'needs'>;
type Offer = ObjectOf<'measureOffers'>;

/** What measures of a scenario leave of a need. */
export interface NeedRest {
  /** Measures that answer it, directly or through a bundle. */
  readonly measures: readonly ObjectOf<'measures'>[];
  /** What they bring of the reported quantity, in its unit; at most that. `null` without a quantity, or where it cannot be counted in it. */
  readonly planned: number | null;
  /** The reported quantity without what they bring; `null` as `planned`. */
  readonly left: number | null;
}

const NOTHING_DONE = (need: Need): NeedRest => ({
  measures: [],
  planned: need.quantity === null ? null : 0,
  left: need.quantity,
});

/** What a scenario (`null` = Bestand: nothing) leaves of each need that one of its measures answers. Measures that were given up do not count. */
export function restsOfNeeds(plan: Plan, scenarioId: string | null): ReadonlyMap<string, NeedRest> {
  if (scenarioId === null) return new Map();
  const { measures, offersOf } = partsOfScenario(plan, scenarioId);
  const members = new Map<string, string[]>();
  for (const { bundleId, needId } of visibleObjects(plan, 'bundleMembers'))
    members.set(bundleId, [...(members.get(bundleId) ?? []), needId]);
  const rests = new Map<string, NeedRest>();
  for (const measure of measures) {
    if (measure.status === 'dropped' || measure.kind === 'close') continue;
    const ids = [
      ...new Set([
        ...(measure.needId === null ? [] : [measure.needId]),
        ...(members.get(measure.bundleId ?? '') ?? []),
      ]),
    ];
    // A bundle's places are taken in the order of its needs.
    const open = new Map(offersOf(measure.id).map((offer) => [offer, Math.max(0, offer.capacity ?? 0)]));
    for (const id of ids) {
      const need = plan.needs[id];
      if (need === undefined || need.removed !== null) continue;
      const before = rests.get(id) ?? NOTHING_DONE(need);
      rests.set(id, take(need, before, measure, open));
    }
  }
  return rests;
}

function take(need: Need, before: NeedRest, measure: ObjectOf<'measures'>, open: Map<Offer, number>): NeedRest {
  const measures = [...before.measures, measure];
  if (before.left === null || before.planned === null) return { ...before, measures };
  const own = [...open.keys()].filter(({ service }) => need.service === null || service === need.service);
  if (need.unit === 'houses') {
    const brings = own.length > 0 ? Math.min(1, before.left) : 0;
    return { measures, planned: before.planned + brings, left: before.left - brings };
  }
  // Without a service there is no unit in which both are counted.
  if (need.service === null) return { measures, planned: null, left: null };
  let { planned, left } = before;
  for (const offer of own) {
    const brings = Math.min(left, open.get(offer)!);
    open.set(offer, open.get(offer)! - brings);
    planned += brings;
    left -= brings;
  }
  return { measures, planned, left };
}
