import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import type { NeedStatus } from '../../plan/types/needs.ts';
import { bundleByNeed } from './bundle-question.ts';
import { horizonOf } from './horizon-figures.ts';
import type { HorizonFigures, NeedGround, Readiness } from './need-calls.ts';
import {
  type HandPlace,
  type RankEntry,
  type RankedNeed,
  rankNeeds,
  type WeightChange,
  type Weights,
  weightChanges,
} from './rank-needs.ts';
import { DEFAULT_WEIGHTS, partsOf, RANK_PARTS } from './rank-parts.ts';

/** Statuses of needs that compete for a place; the others are counted. */
export const RANKED_STATUSES: readonly NeedStatus[] = ['reported', 'checked', 'bundled', 'ranked', 'decided'];

/** Id of the joint list among the places set by hand. */
export const JOINT_LIST = 'joint';

/** A need of the joint list with what stands beside its place. */
export interface JointEntry extends RankEntry {
  readonly need: ObjectOf<'needs'>;
  readonly districtId: string | null;
  /** The horizon whose figures its parts are of. */
  readonly year: number | null;
  readonly bundle: ObjectOf<'bundles'> | null;
  /** Euro of the measures that answer it, shown and never scored; `null` = keine Angabe. */
  readonly costEuro: number | null;
  /** Its place in the order of its own department, from 1; `null` = the department has set none. */
  readonly ownPlace: number | null;
  /** The place set by hand, if there is one. */
  readonly hand: ObjectOf<'rankPlaces'> | null;
}

export interface JointList {
  readonly weights: Weights;
  /** Weights that the plan sets, with their reason. */
  readonly setWeights: readonly ObjectOf<'rankWeights'>[];
  readonly ranked: readonly RankedNeed<JointEntry>[];
  readonly changes: readonly WeightChange[];
  /** Needs that are not in the list: put aside, refused, settled, secured or built. */
  readonly leftOut: number;
}

export interface JointSources {
  readonly plan: Plan;
  readonly ground: NeedGround;
  readonly figures: HorizonFigures;
  /** ISO date. */
  readonly today: string;
}

/** The weights of a plan: the default where it sets none. */
export function weightsOf(plan: Plan): Weights {
  const set = new Map(visibleObjects(plan, 'rankWeights').map(({ part, weight }) => [part, weight]));
  return Object.fromEntries(RANK_PARTS.map((part) => [part, set.get(part) ?? DEFAULT_WEIGHTS[part]])) as Weights;
}

/** Ranks a plan's needs across departments. O(n log n). */
export function jointList({ plan, ground, figures, today }: JointSources): JointList {
  const needs = visibleObjects(plan, 'needs');
  const competing = needs.filter(({ status }) => RANKED_STATUSES.includes(status));
  const entries = entriesOf(plan, competing, { ground, figures, today });
  const weights = weightsOf(plan);
  const hand = handPlaces(plan);
  return {
    weights,
    setWeights: visibleObjects(plan, 'rankWeights'),
    ranked: rankNeeds(entries, weights, hand),
    changes: weightChanges(entries, weights, hand),
    leftOut: needs.length - competing.length,
  };
}

/** The places of the joint list set by hand, in their order. */
export function handPlaces(plan: Plan): readonly HandPlace[] {
  return visibleObjects(plan, 'rankPlaces', ({ list }) => list === JOINT_LIST).map(({ needId, rank }) => ({
    needId,
    rank: rank ?? null,
  }));
}

function entriesOf(
  plan: Plan,
  needs: readonly ObjectOf<'needs'>[],
  { ground, figures, today }: Omit<JointSources, 'plan'>,
): readonly JointEntry[] {
  const placed = new Map(ground.placed.map((item) => [item.id, item]));
  const statuses = new Map(ground.districts.map((district) => [district.id, district]));
  const rows = new Map(figures.rows.map((row) => [`${row.districtId} ${row.service} ${row.year}`, row]));
  const bundles = bundleByNeed(plan);
  const bundleLand = landOfBundles(ground);
  const costs = costsOf(plan);
  const places = visibleObjects(plan, 'rankPlaces');
  const hand = new Map(places.filter(({ list }) => list === JOINT_LIST).map((item) => [item.needId, item]));
  const ownPlaces = placesByDepartment(plan, places);
  return needs.map((need): JointEntry => {
    const at = placed.get(need.id);
    const districtId = at?.districtId ?? null;
    const year = need.service === null || districtId === null ? null : horizonOf(need.neededBy, figures.years);
    const bundle = bundles.get(need.id) ?? null;
    return {
      need,
      districtId,
      year,
      bundle,
      parts: partsOf(need, {
        placed: at,
        row: year === null ? undefined : rows.get(`${districtId} ${need.service} ${year}`),
        status: districtId === null ? undefined : statuses.get(districtId),
        bundleLand: bundle === null ? null : (bundleLand.get(bundle.plotId ?? bundle.siteId ?? '') ?? null),
        today,
      }),
      costEuro: costs.get(need.id) ?? (bundle === null ? null : (costs.get(bundle.id) ?? null)),
      ownPlace: ownPlaces.get(need.id) ?? null,
      hand: hand.get(need.id) ?? null,
    };
  });
}

/** Land that some need names, by its id: what a bundle on it is as ready as. */
function landOfBundles({ placed }: NeedGround): ReadonlyMap<string, Readiness> {
  return new Map(placed.flatMap(({ land }) => (land === null ? [] : [[land.id, land] as const])));
}

/** Euro by need or bundle: the measures that answer it, the dearest where several scenarios have one. */
function costsOf(plan: Plan): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  for (const { needId, bundleId, costEuro, status } of visibleObjects(plan, 'measures')) {
    const id = needId ?? bundleId;
    if (id === null || costEuro === null || status === 'dropped') continue;
    costs.set(id, Math.max(costs.get(id) ?? 0, costEuro));
  }
  return costs;
}

/** Place of each need in the order that its own department has set. */
function placesByDepartment(plan: Plan, places: readonly ObjectOf<'rankPlaces'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const found = new Map<string, number>();
  for (const { list, needId } of places) {
    if (list === JOINT_LIST || plan.needs[needId]?.departmentId !== list) continue;
    const place = (counts.get(list) ?? 0) + 1;
    counts.set(list, place);
    found.set(needId, place);
  }
  return found;
}
