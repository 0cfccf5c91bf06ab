import type { Amounts } from './placement-effects.ts';

/** So many candidates are compared pair by pair, which bounds the memory by 16 MB. */
const MOST_COMPARED = 1000;

/** What decides how much two candidates have to do with each other. */
export interface Candidate {
  /** Gain alone. */
  readonly gain: number;
  /** Places it frees alone. */
  readonly freed: Amounts;
  /** Unserved demand within its reach, per point. */
  readonly wanted: Amounts;
}

/** Adds Σ min(amount, amount) over common keys for each pair of candidates, as the lower triangle of an n × n matrix. */
function addCommon(lists: readonly Amounts[], common: Float64Array): void {
  const users = new Map<number, { readonly candidate: number; readonly amount: number }[]>();
  lists.forEach(({ keys, amounts }, candidate) => {
    keys.forEach((key, i) => {
      const entry = { candidate, amount: amounts[i]! };
      const known = users.get(key);
      if (known === undefined) users.set(key, [entry]);
      else known.push(entry);
    });
  });
  for (const list of users.values()) {
    for (let i = 0; i < list.length; i++) {
      const row = list[i]!.candidate * lists.length;
      for (let j = 0; j < i; j++) common[row + list[j]!.candidate]! += Math.min(list[i]!.amount, list[j]!.amount);
    }
  }
}

/** Gains as weights: a hundredth of the largest is added, so that those who gain nothing alone have neighbours too. */
export function weightsOf(gains: readonly number[]): readonly number[] {
  const little = gains.reduce((most, gain) => Math.max(most, gain), 0) / 100;
  return gains.map((gain) => Math.max(0, gain) + little);
}

/**
 * How much two candidates have to do with each other: the places both free, and the people without a place whom both could serve (as
 * far as their gains go), weighted by their gains. Lower triangle of an n × n matrix.
 */
function computeInterplay(candidates: readonly Candidate[]): Float64Array {
  const count = candidates.length;
  const gains = candidates.map(({ gain }) => Math.max(0, gain));
  const weights = weightsOf(gains);
  const interplay = new Float64Array(count * count);
  addCommon(
    candidates.map(({ wanted }) => wanted),
    interplay,
  );
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) interplay[a * count + b] = Math.min(interplay[a * count + b]!, gains[a]!, gains[b]!);
  }
  addCommon(
    candidates.map(({ freed }) => freed),
    interplay,
  );
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) interplay[a * count + b]! *= Math.sqrt(weights[a]! * weights[b]!);
  }
  return interplay;
}

/**
 * Divides candidates into neighbourhoods of at most `largest`, so that those who compete for the same people, or free the same places,
 * come together: pairs are joined in the order of their interplay while the size allows. Members ascending. Candidates beyond the
 * {@link MOST_COMPARED} with the highest gains stay alone.
 */
export function formNeighbourhoods(candidates: readonly Candidate[], largest: number): readonly (readonly number[])[] {
  const ranking = [...candidates.keys()].sort((a, b) => candidates[b]!.gain - candidates[a]!.gain || a - b);
  const compared = ranking.slice(0, MOST_COMPARED).sort((a, b) => a - b);
  const interplay = computeInterplay(compared.map((candidate) => candidates[candidate]!));
  const edges: number[] = [];
  interplay.forEach((value, edge) => {
    if (value > 0) edges.push(edge);
  });
  edges.sort((a, b) => interplay[b]! - interplay[a]! || a - b);
  const home = Uint32Array.from(candidates.keys());
  const members = Array.from(home, (candidate) => [candidate]);
  for (const edge of edges) {
    const a = home[compared[Math.floor(edge / compared.length)]!]!;
    const b = home[compared[edge % compared.length]!]!;
    if (a === b || members[a]!.length + members[b]!.length > largest) continue;
    for (const candidate of members[b]!) home[candidate] = a;
    members[a]!.push(...members[b]!);
    members[b] = [];
  }
  return members.filter((list) => list.length > 0).map((list) => list.sort((x, y) => x - y));
}
