import { roundGain } from './best-candidate.ts';
import type { KnownAllocation, NewHouse } from './changed-allocation.ts';
import { formNeighbourhoods } from './neighbourhoods.ts';
import { type Amounts, createPlacementEffects, type PlacementEffect } from './placement-effects.ts';
import { boundSeveral } from './several-bound.ts';
import { countSubsets, subsetsOf } from './subsets.ts';

/** Gains below this are none. */
const TRIFLE = 1e-6;

/** A bound within this share of the gain is not sought again with larger neighbourhoods. */
const GOOD_SHARE = 0.05;

export interface SeveralOptions {
  /** Largest number of candidates chosen. */
  readonly most: number;
  /** If there are no more sets than this, all are tried and the result is exact. Default 1,000. */
  readonly tryAllUpTo?: number;
  /**
   * Candidates that are looked at together for the bound: more = lower bound, more work. The next size is used if the bound is still
   * more than {@link GOOD_SHARE} above the gain. Default 7, then 12.
   */
  readonly neighbourhoods?: readonly number[];
  /** The search for a lower bound ends when it is within this share of the gain found. Default 0.01. */
  readonly enoughShare?: number;
  /** Sets that may be tried for the bound, per size of neighbourhoods. Default 25,000. */
  readonly mostSets?: number;
}

export interface SeveralResult {
  /** Candidates chosen, ascending; fewer than `most` if more would help nobody. */
  readonly chosen: readonly number[];
  /** Fall of missing places if all of them are built, in the unit of the service, rounded to 1/1000. */
  readonly gain: number;
  /** No set of at most `most` candidates gains more (see {@link boundSeveral} for what is proven), rounded up to 1/1000. */
  readonly bound: number;
  /** (bound − gain) / bound: "at most so far from the best possible". 0 if nothing can be gained. */
  readonly gapShare: number;
  /** All sets have been tried: the gain is the best possible. */
  readonly triedAll: boolean;
}

export interface SeveralProgress {
  readonly phase: 'alone' | 'together' | 'bound';
  /** The best set so far, its gain, and the bound so far (`Infinity` before the last phase). */
  readonly chosen: readonly number[];
  readonly gain: number;
  readonly bound: number;
}

/** The sets tried so far: their effects are asked for here, so that the best is always known. */
interface Search {
  readonly singles: readonly PlacementEffect[];
  readonly most: number;
  effectOf(set: readonly number[]): PlacementEffect;
  best: { set: readonly number[]; gain: number };
}

/**
 * Chooses up to `most` candidates that together let missing places fall most: lazy greedy (Minoux 1978), then swaps, then an upper
 * bound of what any choice could gain, whose search suggests further sets.
 *
 * The gain of the allocation is **not** submodular: two houses can gain more than the sum of what each gains alone (a house may free a
 * place that only matters because another one keeps somebody from taking it; see the test). So greedy has no guarantee of its own and
 * the sum of single gains is no bound; {@link boundSeveral} is used instead. With few sets all are tried, which needs no theory.
 */
export function* findBestSeveral(
  known: KnownAllocation,
  candidates: readonly NewHouse[],
  options: SeveralOptions,
): Generator<SeveralProgress, SeveralResult> {
  const most = Math.min(options.most, candidates.length);
  const effect = createPlacementEffects(known, Math.max(1, most));
  const singles: PlacementEffect[] = [];
  const search: Search = {
    singles,
    most,
    best: { set: [], gain: 0 },
    effectOf: (set) => {
      const found = effect(set.map((candidate) => candidates[candidate]!));
      if (found.gain > search.best.gain + TRIFLE) search.best = { set, gain: found.gain };
      return found;
    },
  };
  let sets = 0;
  for (let size = 1; size <= most; size++) sets += countSubsets(candidates.length, size);
  if (sets <= (options.tryAllUpTo ?? 1000)) {
    yield* tryAll(search, candidates.length);
    return toResult(search, search.best.gain, true);
  }
  for (let c = 0; c < candidates.length; c++) {
    singles.push(search.effectOf([c]));
    yield progressOf(search, 'alone');
  }
  yield* addGreedily(search);
  yield* swapWhileBetter(search);
  const bound = yield* findBound(search, known, candidates, options);
  return toResult(search, bound, false);
}

function missingPlaces({ demand, allocation }: KnownAllocation): number {
  let missing = 0;
  for (let point = 0; point < demand.length; point++) missing += demand[point]! - allocation.served[point]!;
  return missing;
}

function progressOf(
  search: Search,
  phase: SeveralProgress['phase'],
  bound = Number.POSITIVE_INFINITY,
): SeveralProgress {
  return { phase, chosen: search.best.set, gain: search.best.gain, bound };
}

function toResult(search: Search, bound: number, triedAll: boolean): SeveralResult {
  const gain = roundGain(search.best.gain);
  const most = triedAll ? gain : Math.max(gain, Math.ceil(bound * 1000) / 1000);
  const gapShare = most > 0 ? (most - gain) / most : 0;
  return { chosen: [...search.best.set].sort((a, b) => a - b), gain, bound: most, gapShare, triedAll };
}

function* tryAll(search: Search, count: number): Generator<SeveralProgress> {
  const all = Array.from({ length: count }, (_, c) => c);
  for (let size = 1; size <= search.most; size++) {
    for (const set of subsetsOf(all, size)) {
      search.effectOf(set);
      yield progressOf(search, 'together');
    }
  }
}

/** Adds the candidate with the highest gain again and again; what a candidate gained earlier stands until it comes to the top. */
function* addGreedily(search: Search): Generator<SeveralProgress> {
  const { singles, most } = search;
  const expected = Float64Array.from(singles, (single) => single.gain);
  let chosen: readonly number[] = [];
  let gain = 0;
  while (chosen.length < most) {
    const fresh = new Uint8Array(singles.length).fill(chosen.length === 0 ? 1 : 0);
    let top = -1;
    for (;;) {
      top = -1;
      for (let c = 0; c < singles.length; c++) {
        if (!chosen.includes(c) && (top === -1 || expected[c]! > expected[top]!)) top = c;
      }
      if (fresh[top] === 1) break;
      expected[top] = search.effectOf([...chosen, top]).gain - gain;
      fresh[top] = 1;
      yield progressOf(search, 'together');
    }
    if (expected[top]! <= TRIFLE) return;
    chosen = [...chosen, top];
    gain += expected[top]!;
  }
}

/**
 * Replaces one chosen candidate by another while that gains, at most three times round. Candidates whose gain alone does not make up
 * for the one taken out are skipped, which may miss a pair that helps each other.
 */
function* swapWhileBetter(search: Search): Generator<SeveralProgress> {
  const order = [...search.singles.keys()].sort((a, b) => search.singles[b]!.gain - search.singles[a]!.gain || a - b);
  for (let turn = 0; turn < 3; turn++) {
    const before = search.best.gain;
    for (const out of search.best.set) {
      const rest = search.best.set.filter((candidate) => candidate !== out);
      if (rest.length === search.best.set.length) continue;
      const restGain = rest.length === 0 ? 0 : search.effectOf(rest).gain;
      for (const candidate of order) {
        if (restGain + search.singles[candidate]!.gain <= search.best.gain + TRIFLE) break;
        if (candidate === out || rest.includes(candidate)) continue;
        search.effectOf([...rest, candidate]);
        yield progressOf(search, 'together');
      }
    }
    if (search.best.gain <= before + TRIFLE) return;
  }
}

/** Unserved demand within reach of a candidate. */
function wantedBy({ demand, allocation }: KnownAllocation, { reach }: NewHouse): Amounts {
  const unserved = (point: number) => demand[point]! - allocation.served[point]!;
  const keys = reach.points.filter((point) => unserved(point) > TRIFLE);
  return { keys, amounts: Float64Array.from(keys, unserved) };
}

function* findBound(
  search: Search,
  known: KnownAllocation,
  candidates: readonly NewHouse[],
  { neighbourhoods = [7, 12], enoughShare = 0.01, mostSets = 25_000 }: SeveralOptions,
): Generator<SeveralProgress, number> {
  const { singles, most, effectOf } = search;
  const compared = candidates.map((candidate, c) => ({ ...singles[c]!, wanted: wantedBy(known, candidate) }));
  const places = Float64Array.from(candidates, ({ capacity }) => capacity);
  const suggested = new Set<string>();
  const suggest = (set: readonly number[]) => {
    const key = [...set].sort((a, b) => a - b).join();
    if (!suggested.has(key)) effectOf(set);
    suggested.add(key);
  };
  let lowest = missingPlaces(known);
  for (const largest of neighbourhoods) {
    const division = formNeighbourhoods(compared, largest);
    const bounds = boundSeveral(
      { singles, most, places, neighbourhoods: division, effectOf },
      { mostSets, suggest, enough: () => search.best.gain * (1 + enoughShare) },
    );
    for (let step = bounds.next(); ; step = bounds.next()) {
      lowest = Math.min(lowest, step.value);
      if (step.done === true) break;
      yield progressOf(search, 'bound', lowest);
    }
    if (lowest <= search.best.gain * (1 + GOOD_SHARE)) break;
  }
  return lowest;
}
