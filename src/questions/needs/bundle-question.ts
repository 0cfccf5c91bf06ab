import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { BundleQuestion, BundleRules } from './need-calls.ts';

/** Ids of the needs of each bundle that is there, accepted or refused. */
export function membersByBundle(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { bundleId, needId } of visibleObjects(plan, 'bundleMembers'))
    members.set(bundleId, [...(members.get(bundleId) ?? []), needId]);
  return members;
}

/** The accepted bundle that a need is in. */
export function bundleByNeed(plan: Plan): ReadonlyMap<string, ObjectOf<'bundles'>> {
  const members = membersByBundle(plan);
  return new Map(
    visibleObjects(plan, 'bundles', ({ decision }) => decision === 'accepted').flatMap((bundle) =>
      (members.get(bundle.id) ?? []).map((needId) => [needId, bundle] as const),
    ),
  );
}

/** The question for bundles that a plan asks: its needs without what bundling does not look at, and what was decided before. */
export function bundleQuestionOf(plan: Plan, scenarioId: string | null, rules: BundleRules): BundleQuestion {
  const members = membersByBundle(plan);
  return {
    scenarioId,
    rules,
    needs: visibleObjects(plan, 'needs').map(
      ({
        id,
        place,
        service,
        status,
        targetGroup,
        roomSquareMeters,
        plotSquareMeters,
        requirements,
        neededBy,
        combinable,
      }) => ({
        id,
        place,
        service,
        status,
        targetGroup,
        roomSquareMeters,
        plotSquareMeters,
        requirements,
        neededBy,
        combinable,
      }),
    ),
    bundledIds: [...bundleByNeed(plan).keys()],
    refused: visibleObjects(plan, 'bundles', ({ decision }) => decision === 'refused').map(
      ({ id }) => members.get(id) ?? [],
    ),
  };
}
