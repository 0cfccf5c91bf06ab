import { createFreedShares, type FreedShares } from './freed-shares.ts';
import { weightsOf } from './neighbourhoods.ts';
import type { PlacementEffect } from './placement-effects.ts';
import { countSubsets, subsetsOf } from './subsets.ts';

/** Rounds of moving shares before the search for a lower bound ends. */
const MOST_ROUNDS = 200;

export interface BoundProblem {
  /** Effect of each candidate alone. */
  readonly singles: readonly PlacementEffect[];
  /** Places of each candidate. */
  readonly places: Float64Array;
  /** Any division of the candidates; the bound is the lower, the less neighbourhoods have to do with each other. */
  readonly neighbourhoods: readonly (readonly number[])[];
  /** Largest number of candidates chosen. */
  readonly most: number;
  /** Effect of a set of candidates. */
  effectOf(set: readonly number[]): PlacementEffect;
}

export interface BoundOptions {
  /** A bound this low is good enough. */
  enough(): number;
  /** Sets that may be tried. */
  readonly mostSets: number;
  /** Told of the best choice under the present shares: a set worth trying as a whole. */
  suggest(set: readonly number[]): void;
}

/** A set within one neighbourhood, with the places it frees. */
interface TriedSet {
  readonly home: number;
  readonly members: readonly number[];
  readonly taken: number;
  readonly slots: readonly number[];
  readonly amounts: Float64Array;
}

/** One neighbourhood in a choice: the set chosen, or `null` where sets of that size have not been tried. */
interface Pick {
  readonly home: number;
  readonly size: number;
  readonly set: TriedSet | null;
  readonly before: Pick | null;
}

interface Choice {
  readonly value: number;
  readonly last: Pick | null;
}

function worthOf(set: TriedSet, shares: FreedShares): number {
  let value = set.taken;
  for (let i = 0; i < set.slots.length; i++) value -= shares.values[set.slots[i]!]! * set.amounts[i]!;
  return value;
}

function* picksOf(choice: Choice): Generator<Pick> {
  for (let pick = choice.last; pick !== null; pick = pick.before) yield pick;
}

/**
 * An upper bound of what any set of at most `most` candidates can gain; yields the bound as it falls, returns the lowest.
 *
 * Let S be a set, divided into S₁ … Sₘ by neighbourhood. gain(S) = places taken in S − places freed by S in old houses. More houses never
 * make a point worse off or a house fuller, so taken(S) ≤ Σ taken(Sᵢ), and of every place at least as much is freed by S as by each Sᵢ,
 * hence at least Σ shareᵢ × freed(Sᵢ) for any shares that add up to one. So gain(S) ≤ Σ vᵢ, vᵢ = taken(Sᵢ) − Σ share × freed(Sᵢ): each
 * neighbourhood's best sets of 1, 2, … candidates are found by trying, and a knapsack over neighbourhoods gives the bound. Sizes are
 * tried only when the knapsack wants them (until then one candidate more adds at most its places), and shares move towards the
 * neighbourhoods of the best choice, which is subgradient descent on the Lagrangian dual.
 *
 * "Never worse off" holds where no point has two open houses in the same metre: there the steps of the allocation are order-preserving
 * and conserve Σ left − Σ room. With such ties the allocation is not monotone (see the test with a counterexample), and neither this
 * nor "k × places" is a proven bound.
 */
export function* boundSeveral(problem: BoundProblem, options: BoundOptions): Generator<number, number> {
  const { neighbourhoods, singles, places } = problem;
  const shares = createFreedShares(neighbourhoods.length);
  const largest = neighbourhoods.map((members) => Math.max(...members.map((candidate) => places[candidate]!)));
  /** Tried sets by neighbourhood and size − 1; sizes are tried in order. */
  const tried = neighbourhoods.map((members, home) => [members.map((c) => toTriedSet([c], singles[c]!, home, shares))]);
  spreadByGain(tried, singles, shares);
  let triedCount = 0;
  let bound = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= MOST_ROUNDS; ) {
    const choice = chooseBest(problem, tried, largest, shares);
    bound = Math.min(bound, choice.value);
    yield bound;
    if (bound <= options.enough()) break;
    const open = [...picksOf(choice)].find((pick) => pick.set === null);
    if (open === undefined) {
      options.suggest([...picksOf(choice)].flatMap((pick) => pick.set!.members));
      shares.move(
        [...picksOf(choice)].flatMap((pick) => pick.set!.slots),
        0.5 / Math.sqrt(round++),
      );
      continue;
    }
    const sizes = tried[open.home]!;
    triedCount += countSubsets(neighbourhoods[open.home]!.length, sizes.length + 1);
    if (triedCount > options.mostSets) break;
    const sets: TriedSet[] = [];
    for (const set of subsetsOf(neighbourhoods[open.home]!, sizes.length + 1)) {
      sets.push(toTriedSet(set, problem.effectOf(set), open.home, shares));
      yield bound;
    }
    sizes.push(sets);
  }
  return bound;
}

function toTriedSet(members: readonly number[], effect: PlacementEffect, home: number, shares: FreedShares): TriedSet {
  const slots = Array.from(effect.freed.keys, (key) => shares.slotOf(key, home));
  return { home, members, taken: effect.taken, slots, amounts: effect.freed.amounts };
}

/** First shares: a place goes to the neighbourhoods in proportion to what their strongest candidate frees × gains. */
function spreadByGain(
  tried: readonly (readonly (readonly TriedSet[])[])[],
  singles: readonly PlacementEffect[],
  shares: FreedShares,
): void {
  const gains = weightsOf(singles.map(({ gain }) => gain));
  const weights = new Float64Array(shares.values.length);
  for (const sizes of tried) {
    for (const { members, slots, amounts } of sizes[0]!) {
      slots.forEach((slot, i) => {
        weights[slot] = Math.max(weights[slot]!, amounts[i]! * gains[members[0]!]!);
      });
    }
  }
  shares.spread(weights);
}

/** The best choice of at most `most` candidates under the present shares: a knapsack over neighbourhoods, O(sets + homes × most²). */
function chooseBest(
  { neighbourhoods, most }: BoundProblem,
  tried: readonly (readonly (readonly TriedSet[])[])[],
  largest: readonly number[],
  shares: FreedShares,
): Choice {
  let best: readonly (Choice | null)[] = [{ value: 0, last: null }, ...new Array<null>(most).fill(null)];
  neighbourhoods.forEach((members, home) => {
    const next = [...best];
    let value = 0;
    for (let size = 1; size <= Math.min(most, members.length); size++) {
      let set: TriedSet | null = null;
      const sets = tried[home]![size - 1];
      if (sets === undefined) value += largest[home]!;
      else {
        value = Number.NEGATIVE_INFINITY;
        for (const each of sets) {
          const worth = worthOf(each, shares);
          if (worth <= value) continue;
          value = worth;
          set = each;
        }
      }
      for (let used = 0; used + size <= most; used++) {
        const before = best[used];
        if (before == null || before.value + value <= (next[used + size]?.value ?? Number.NEGATIVE_INFINITY)) continue;
        next[used + size] = { value: before.value + value, last: { home, size, set, before: before.last } };
      }
    }
    best = next;
  });
  return best.reduce<Choice>((top, choice) => (choice !== null && choice.value > top.value ? choice : top), best[0]!);
}
