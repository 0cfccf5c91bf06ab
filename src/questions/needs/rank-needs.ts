import type { ObjectOf } from '../../plan/plan.ts';
import { type PartValue, RANK_PARTS, type RankPart } from './rank-parts.ts';

type Need = ObjectOf<'needs'>;
export type Weights = Readonly<Record<RankPart, number>>;

/** A need with its parts, before it has a place. */
export interface RankEntry {
  readonly need: Pick<Need, 'id' | 'urgency' | 'departmentId'>;
  readonly parts: Readonly<Record<RankPart, PartValue>>;
}

/** A place set by hand: `rank` counts from 1; `null` = before all others, in the order of the list. */
export interface HandPlace {
  readonly needId: string;
  readonly rank: number | null;
}

export interface RankedNeed<Entry extends RankEntry = RankEntry> {
  readonly entry: Entry;
  /** From 1. */
  readonly place: number;
  /** By the rule alone. */
  readonly placeByRule: number;
  /** 0–1: the weighted mean of the parts that are known; `null` = none is. */
  readonly score: number | null;
  readonly missing: readonly RankPart[];
}

/** A weight changed by half, and who moves: old and new place by the rule and the places set by hand. */
export interface WeightChange {
  readonly part: RankPart;
  readonly factor: 0.5 | 1.5;
  readonly moved: readonly { readonly needId: string; readonly from: number; readonly to: number }[];
}

const URGENCIES: readonly Need['urgency'][] = ['duty', 'should', 'wish'];

/** The weighted mean of the known parts, to 1/10000; `null` = none is known or all weights of them are 0. */
export function scoreOf(parts: RankEntry['parts'], weights: Weights): number | null {
  let sum = 0;
  let weight = 0;
  for (const name of RANK_PARTS) {
    const { value } = parts[name];
    if (value === null) continue;
    sum += weights[name] * value;
    weight += weights[name];
  }
  return weight === 0 ? null : Math.round((sum / weight) * 10_000) / 10_000;
}

/** Needs by rule: urgency, then score, those without one behind their urgency; ties by id. */
function byRule<Entry extends RankEntry>(entries: readonly Entry[], weights: Weights) {
  return entries
    .map((entry) => ({
      entry,
      score: scoreOf(entry.parts, weights),
      urgency: URGENCIES.indexOf(entry.need.urgency),
    }))
    .sort(
      (a, b) =>
        a.urgency - b.urgency || (b.score ?? -1) - (a.score ?? -1) || (a.entry.need.id < b.entry.need.id ? -1 : 1),
    );
}

/**
 * The joint list: by rule, then the places set by hand. Those without a number stand first in their order; a numbered one stands at its
 * place, two of one number side by side. Places of needs that are not in the list count nothing. O(n log n).
 */
export function rankNeeds<Entry extends RankEntry>(
  entries: readonly Entry[],
  weights: Weights,
  hand: readonly HandPlace[],
): readonly RankedNeed<Entry>[] {
  const ruled = byRule(entries, weights).map(({ entry, score }, i) => ({
    entry,
    score,
    placeByRule: i + 1,
    missing: RANK_PARTS.filter((name) => entry.parts[name].value === null),
  }));
  const known = new Map(ruled.map((item) => [item.entry.need.id, item]));
  const placed = new Set(hand.filter(({ needId }) => known.has(needId)).map(({ needId }) => needId));
  const own = (isFirst: boolean) =>
    hand.filter(({ needId, rank }) => placed.has(needId) && (rank === null) === isFirst);
  const list = [
    ...own(true).map(({ needId }) => known.get(needId)!),
    ...ruled.filter(({ entry }) => !placed.has(entry.need.id)),
  ];
  const numbered = own(false).sort((a, b) => a.rank! - b.rank!);
  for (const { needId, rank } of numbered) list.splice(rank! - 1, 0, known.get(needId)!);
  return list.map((item, i) => ({ ...item, place: i + 1 }));
}

/** Which places change when one weight is halved, and when it grows by half; both for every part. */
export function weightChanges(
  entries: readonly RankEntry[],
  weights: Weights,
  hand: readonly HandPlace[],
): readonly WeightChange[] {
  const before = new Map(rankNeeds(entries, weights, hand).map(({ entry, place }) => [entry.need.id, place]));
  return RANK_PARTS.flatMap((part) =>
    ([0.5, 1.5] as const).map((factor): WeightChange => {
      const after = rankNeeds(entries, { ...weights, [part]: weights[part] * factor }, hand);
      const moved = after.flatMap(({ entry, place }) => {
        const from = before.get(entry.need.id)!;
        return from === place ? [] : [{ needId: entry.need.id, from, to: place }];
      });
      return { part, factor, moved };
    }),
  );
}
