/** Whether a cost is enough: `true` with the cost really needed, `false`, or `null` if that could not be found out. */
export type Verdict = { readonly needed: number } | false | null;

/**
 * The least of some rising costs that is enough, if enough stays enough: asks for the middle again and again, O(log n) times. The asking
 * is a generator, so that a step may need a solver. Returns `null` if a verdict was, `Infinity` if none of the costs is enough.
 */
export function* findLeastEnough<Asked, Answer>(
  costs: readonly number[],
  isEnough: (cost: number) => Generator<Asked, Verdict, Answer>,
): Generator<Asked, number | null, Answer> {
  let low = 0;
  let high = costs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const verdict = yield* isEnough(costs[middle]!);
    if (verdict === null) return null;
    if (verdict === false) low = middle + 1;
    else {
      const needed = costs.findIndex((cost) => cost >= verdict.needed);
      high = Math.min(middle, needed);
    }
  }
  return costs[low] ?? Infinity;
}
