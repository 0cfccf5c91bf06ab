import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { type NeedRest, restsOfNeeds } from '../../plan/readers/need-measures.ts';
import { isOverdue } from '../../plan/readers/needs.ts';
import type { NeedPlaceFacts } from '../../questions/need-places.ts';

export type Need = ObjectOf<'needs'>;
export type Support = ObjectOf<'supports'>;

/** A need with all that lists, the map and files say of it. */
export interface NeedRow {
  readonly need: Need;
  /** Name of the department; its id where the plan has none of that id. */
  readonly department: string;
  /** "51": short enough for a symbol. */
  readonly short: string;
  /** `null` = not known yet. */
  readonly place: NeedPlaceFacts | null;
  readonly overdue: boolean;
  /** What other departments said, in their order. */
  readonly voices: readonly Support[];
  /** When it was reported, ISO; `null` = no record of it. */
  readonly reportedAt: string | null;
  /** Names of the accepted bundles it is in. */
  readonly bundles: readonly string[];
  /** What the scenario leaves of it; `null` = no measure answers it there. */
  readonly rest: NeedRest | null;
}

export interface RowContext {
  /** Facts of a place; `null` = not known yet. */
  readonly placeOf: (need: Need) => NeedPlaceFacts | null;
  readonly scenarioId: string | null;
  /** ISO day. */
  readonly today: string;
}

/** The needs of a plan, by title. O(objects). */
export function needRows(plan: Plan, { placeOf, scenarioId, today }: RowContext): readonly NeedRow[] {
  const voices = groupByNeed(Object.values(plan.supports).filter(({ removed }) => removed === null));
  const reported = new Map<string, string>();
  for (const step of Object.values(plan.needSteps)) {
    const before = reported.get(step.needId);
    if (step.removed === null && (before === undefined || step.at < before)) reported.set(step.needId, step.at);
  }
  const bundles = new Map<string, string[]>();
  for (const { bundleId, needId, removed } of Object.values(plan.bundleMembers)) {
    const bundle = plan.bundles[bundleId];
    if (removed !== null || bundle === undefined || bundle.removed !== null || bundle.decision !== 'accepted') continue;
    bundles.set(needId, [...(bundles.get(needId) ?? []), bundle.name]);
  }
  const rests = restsOfNeeds(plan, scenarioId);
  return Object.values(plan.needs)
    .filter(({ removed }) => removed === null)
    .map((need): NeedRow => {
      const department = plan.departments[need.departmentId];
      const name = department?.name ?? need.departmentId;
      return {
        need,
        department: name,
        short: department?.short ?? name.slice(0, 3),
        place: placeOf(need),
        overdue: isOverdue(need, today),
        voices: voices.get(need.id) ?? [],
        reportedAt: reported.get(need.id) ?? null,
        bundles: bundles.get(need.id) ?? [],
        rest: rests.get(need.id) ?? null,
      };
    })
    .sort((a, b) => compareText(a.need.title, b.need.title) || (a.need.id < b.need.id ? -1 : 1));
}

function groupByNeed(supports: readonly Support[]): ReadonlyMap<string, readonly Support[]> {
  const found = new Map<string, Support[]>();
  for (const support of supports) found.set(support.needId, [...(found.get(support.needId) ?? []), support]);
  for (const list of found.values())
    list.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
  return found;
}

const COLLATOR = new Intl.Collator('de', { numeric: true });

export function compareText(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}
