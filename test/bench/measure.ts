/** Milliseconds of several runs of the same work. */
export interface Timing {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** Runs the work once to warm up, then `runs` times. */
export function time(runs: number, work: () => unknown): Timing {
  work();
  const values: number[] = [];
  for (let i = 0; i < runs; i++) {
    const startedAt = performance.now();
    work();
    values.push(performance.now() - startedAt);
  }
  return { median: quantile(values, 0.5), min: Math.min(...values), max: Math.max(...values), runs };
}
