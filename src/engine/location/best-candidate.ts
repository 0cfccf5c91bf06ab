import { createChangedAllocation, type KnownAllocation, type NewHouse } from './changed-allocation.ts';

/** How far a search has come; yielded by the long ones, so that a worker can run them in slices. */
export interface LocationProgress {
  readonly done: number;
  readonly total: number;
}

/** Gains are rounded to 1/1000 of the unit before they are compared. */
export function roundGain(gain: number): number {
  return Math.round(gain * 1000) / 1000;
}

export interface CandidateRanking {
  /** Per candidate: the fall of missing places if it alone is built, in the unit of the service, rounded to 1/1000. */
  readonly gains: Float64Array;
  /** Candidates by falling gain; equal gains in the order given. */
  readonly ranking: Uint32Array;
}

/**
 * The gain of every candidate by the allocation itself (no proxy), and their order: `ranking[0]` is the best place, exact over all
 * candidates. Candidates are compared with what is there, each alone; every candidate has its own places and its own reach list.
 * About 0.1–0.4 ms per candidate in a city of 25,000 points and 700 houses of the service.
 */
export function* rankCandidates(
  known: KnownAllocation,
  candidates: readonly NewHouse[],
): Generator<LocationProgress, CandidateRanking> {
  const changed = createChangedAllocation(known);
  const gains = new Float64Array(candidates.length);
  for (let c = 0; c < candidates.length; c++) {
    gains[c] = roundGain(changed.gain({ added: [candidates[c]!] }));
    yield { done: c + 1, total: candidates.length };
  }
  const ranking = Uint32Array.from(candidates.keys()).sort((a, b) => gains[b]! - gains[a]! || a - b);
  return { gains, ranking };
}
