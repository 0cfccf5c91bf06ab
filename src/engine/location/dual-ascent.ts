/** A concave function of multipliers to be raised: its value, with a supergradient written to `slope`. */
export type DualFunction = (multipliers: Float64Array, slope: Float64Array) => number;

export interface AscentOptions {
  /** Smallest and largest multiplier, per multiplier. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** A value the function cannot exceed: that of a known solution. */
  readonly target: number;
  readonly rounds: number;
}

/**
 * Raises a Lagrangian dual by subgradient steps of Polyak's length, θ × (target − value) / |slope|²; θ is halved after ten rounds
 * without a new best. Every value seen is a valid bound; the best and its multipliers are returned. (Held, Wolfe, Crowder 1974.)
 */
export function raiseDual(
  start: Float64Array,
  compute: DualFunction,
  { lower, upper, target, rounds }: AscentOptions,
): { readonly value: number; readonly multipliers: Float64Array } {
  const now = start.slice();
  const slope = new Float64Array(start.length);
  let best = Number.NEGATIVE_INFINITY;
  let bestMultipliers = now.slice();
  let theta = 2;
  let idle = 0;
  for (let round = 0; round < rounds; round++) {
    const value = compute(now, slope);
    if (value > best) {
      best = value;
      bestMultipliers = now.slice();
      idle = 0;
    } else if (++idle === 10) {
      theta /= 2;
      idle = 0;
    }
    let length = 0;
    for (let i = 0; i < slope.length; i++) length += slope[i]! * slope[i]!;
    if (length === 0 || value >= target) break;
    const step = (theta * (target - value)) / length;
    for (let i = 0; i < now.length; i++) {
      now[i] = Math.min(upper[i]!, Math.max(lower[i]!, now[i]! + step * slope[i]!));
    }
  }
  return { value: best, multipliers: bestMultipliers };
}
