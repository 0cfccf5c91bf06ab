import { type Arrays, NEW_ARRAYS } from '../../shared/arrays.ts';

/**
 * Accessibility scores per demand point from weighted pairs: 2SFCA (Luo & Wang 2003), E2SFCA (Luo & Qi 2009), 3SFCA (Wan, Zou &
 * Sternberg 2012) and the gravity sum. For comparison and research; the balance of area services uses 2SFCA.
 */

/** Pairs of points and houses; pairs beyond the catchment must have been left out (or have weight 0). */
export interface UnweightedPairs {
  readonly points: Uint32Array;
  readonly houses: Uint32Array;
}

/** Pairs with a weight in [0, 1] from the distance. */
export interface WeightedPairs extends UnweightedPairs {
  readonly weights: Float64Array;
}

/** Weight of a distance (any unit, the same as the parameters). All limits are inclusive. */
export type Decay = (distance: number) => number;

/** 1 up to the limit, 0 beyond (2SFCA). */
export function binaryDecay(limit: number): Decay {
  return (distance) => (distance <= limit ? 1 : 0);
}

/** `weights[k]` up to `limits[k]` (ascending, inclusive), 0 beyond (E2SFCA in zones). */
export function stepDecay(limits: readonly number[], weights: readonly number[]): Decay {
  return (distance) => {
    const zone = limits.findIndex((limit) => distance <= limit);
    return zone === -1 ? 0 : weights[zone]!;
  };
}

/** exp(−d² / 2σ²) up to the limit, 0 beyond. */
export function gaussianDecay(sigma: number, limit = Infinity): Decay {
  return (distance) => (distance <= limit ? Math.exp(-(distance * distance) / (2 * sigma * sigma)) : 0);
}

/**
 * Supply per unit of demand at every point: R_j = S_j / Σ_i D_i w_ij (0 where nobody competes), A_i = Σ_j R_j w_ij.
 * `pairs` decide the variant: binary weights give 2SFCA, zones or a Gaussian give E2SFCA. O(pairs).
 */
export function twoStepScores(demand: Float64Array, supply: Float64Array, pairs: WeightedPairs): Float64Array {
  return scoresByShare(demand, supply, pairs, pairs.weights);
}

/** 2SFCA: as {@link twoStepScores} where all pairs weigh 1. O(pairs). */
export function unweightedTwoStepScores(
  demand: Float64Array,
  supply: Float64Array,
  { points, houses }: UnweightedPairs,
  arrays: Arrays = NEW_ARRAYS,
): Float64Array {
  const competing = new Float64Array(supply.length);
  for (let e = 0; e < points.length; e++) competing[houses[e]!]! += demand[points[e]!]!;
  const perHead = supplyPerHead(supply, competing);
  const scores = arrays.float64(demand.length);
  for (let e = 0; e < points.length; e++) scores[points[e]!]! += perHead[houses[e]!]!;
  return scores;
}

/**
 * 3SFCA: as {@link twoStepScores} with a selection weight G_ij = w_ij / Σ_k w_ik, by which a point divides itself among the houses in
 * its catchment; normalised over the given pairs only. O(pairs).
 */
export function threeStepScores(demand: Float64Array, supply: Float64Array, pairs: WeightedPairs): Float64Array {
  const { points, weights } = pairs;
  const sums = new Float64Array(demand.length);
  for (let e = 0; e < points.length; e++) sums[points[e]!]! += weights[e]!;
  const shares = weights.map((weight, e) => (weight === 0 ? 0 : (weight / sums[points[e]!]!) * weight));
  return scoresByShare(demand, supply, pairs, shares);
}

/** Σ_j S_j w_ij: supply within reach, weighted, without competition. O(pairs). */
export function gravityScores(pointCount: number, supply: Float64Array, pairs: WeightedPairs): Float64Array {
  const scores = new Float64Array(pointCount);
  for (let e = 0; e < pairs.points.length; e++)
    scores[pairs.points[e]!]! += supply[pairs.houses[e]!]! * pairs.weights[e]!;
  return scores;
}

/** Both steps, where a pair counts with a share. */
function scoresByShare(
  demand: Float64Array,
  supply: Float64Array,
  { points, houses }: UnweightedPairs,
  shares: Float64Array,
): Float64Array {
  const competing = new Float64Array(supply.length);
  for (let e = 0; e < points.length; e++) competing[houses[e]!]! += shares[e]! * demand[points[e]!]!;
  const perHead = supplyPerHead(supply, competing);
  const scores = new Float64Array(demand.length);
  for (let e = 0; e < points.length; e++) scores[points[e]!]! += shares[e]! * perHead[houses[e]!]!;
  return scores;
}

/** Supply of each house by who competes for it; 0 where nobody does. */
function supplyPerHead(supply: Float64Array, competing: Float64Array): Float64Array {
  return supply.map((places, h) => (competing[h]! > 0 ? places / competing[h]! : 0));
}
