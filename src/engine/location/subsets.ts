/** All sets of `size` of the items, in lexicographic order of their places. */
export function* subsetsOf<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i + size <= items.length; i++) {
    for (const rest of subsetsOf(items, size - 1, i + 1)) yield [items[i]!, ...rest];
  }
}

/** Number of sets of `size` of `count` items; `Infinity` beyond 2^53. */
export function countSubsets(count: number, size: number): number {
  if (size > count) return 0;
  let sets = 1;
  for (let i = 0; i < size; i++) sets = (sets * (count - i)) / (i + 1);
  return sets > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : Math.round(sets);
}
