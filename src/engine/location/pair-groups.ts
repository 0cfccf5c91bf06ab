import type { Pairs } from '../models/pairs.ts';

/**
 * The pairs of an allocation seen from one side, the points or the houses. The pairs of key k, in the order of steps, are
 * `pairs[offsets[k] … offsets[k + 1]]`.
 */
export interface PairGroups {
  readonly offsets: Uint32Array;
  readonly pairs: Uint32Array;
  /** Per pair: the place in `pairs` of the first pair of its key in the same step. */
  readonly first: Uint32Array;
  /** Per pair: what its key (demand of the point, room of the house) has left before the pair's step. */
  readonly before: Float64Array;
  /** Per key: what is left in the end. */
  readonly rest: Float64Array;
}

/** Step of each pair, with zeros behind for as many pairs more. */
export function stepOfPairs({ count, stepOffsets }: Pairs, more: number): Uint32Array {
  const steps = new Uint32Array(count + more);
  for (let s = 0; s + 1 < stepOffsets.length; s++) steps.fill(s, stepOffsets[s]!, stepOffsets[s + 1]!);
  return steps;
}

/**
 * Groups pairs by `keys` (their points or their houses); `amount` per key is its demand or capacity, `flow` and `steps` per pair. Pairs
 * must be sorted by step. O(pairs).
 */
export function groupPairs(
  keys: Uint32Array,
  amount: Float64Array,
  flow: Float64Array,
  steps: Uint32Array,
): PairGroups {
  const pairCount = keys.length;
  const offsets = new Uint32Array(amount.length + 1);
  for (let e = 0; e < pairCount; e++) offsets[keys[e]! + 1]!++;
  for (let k = 0; k < amount.length; k++) offsets[k + 1]! += offsets[k]!;
  const next = offsets.slice();
  const pairs = new Uint32Array(pairCount);
  for (let e = 0; e < pairCount; e++) pairs[next[keys[e]!]!++] = e;
  const first = new Uint32Array(pairCount);
  const before = new Float64Array(pairCount);
  const rest = new Float64Array(amount.length);
  for (let k = 0; k < amount.length; k++) {
    let sum = 0;
    for (let place = offsets[k]!; place < offsets[k + 1]!; place++) {
      const pair = pairs[place]!;
      const previous = place > offsets[k]! ? pairs[place - 1]! : -1;
      const sameStep = previous !== -1 && steps[previous] === steps[pair];
      first[pair] = sameStep ? first[previous]! : place;
      before[pair] = sameStep ? before[previous]! : amount[k]! - sum;
      sum += flow[pair]!;
    }
    rest[k] = amount[k]! - sum;
  }
  return { offsets, pairs, first, before, rest };
}

/**
 * Per key: the last step before which it still has more than `nothing` left; `Infinity` where something remains to the end, −1 where
 * there was nothing to begin with. O(pairs).
 */
export function endSteps(groups: PairGroups, steps: Uint32Array, nothing: number): Float64Array {
  const ends = new Float64Array(groups.offsets.length - 1).fill(Infinity);
  for (let k = 0; k < ends.length; k++) {
    // The end is the step of the last pair before which something is left, unless something is left behind it too.
    let end = -1;
    for (let place = groups.offsets[k]!; place < groups.offsets[k + 1]!; place++) {
      const pair = groups.pairs[place]!;
      if (groups.before[pair]! > nothing) end = steps[pair]!;
    }
    if (groups.rest[k]! <= nothing) ends[k] = end;
  }
  return ends;
}

/** The groups with some of their pairs, in the same order. O(pairs). */
export function keepPairs(
  { offsets, pairs }: Pick<PairGroups, 'offsets' | 'pairs'>,
  keep: (pair: number) => boolean,
): Pick<PairGroups, 'offsets' | 'pairs'> {
  const keptOffsets = new Uint32Array(offsets.length);
  const kept = new Uint32Array(pairs.length);
  let count = 0;
  for (let k = 0; k + 1 < offsets.length; k++) {
    for (let place = offsets[k]!; place < offsets[k + 1]!; place++) {
      if (keep(pairs[place]!)) kept[count++] = pairs[place]!;
    }
    keptOffsets[k + 1] = count;
  }
  return { offsets: keptOffsets, pairs: kept.slice(0, count) };
}
