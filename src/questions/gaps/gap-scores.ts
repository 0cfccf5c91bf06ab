import {
  binaryDecay,
  type Decay,
  gaussianDecay,
  gravityScores,
  stepDecay,
  threeStepScores,
  twoStepScores,
  type WeightedPairs,
} from '../../engine/models/floating-catchment.ts';
import type { GapDetails } from './compute-gaps.ts';

/** Accessibility scores: for comparison and research, never for a balance. */
export const SCORE_MEASURES = ['2sfca', 'e2sfca', '3sfca', 'gravity'] as const;
export type ScoreMeasure = (typeof SCORE_MEASURES)[number];

/**
 * Weights of three zones of equal width up to the limit (Luo & Qi 2009, for drives of 10, 20 and 30 minutes; here thirds of the walking
 * limit).
 */
export const ZONE_WEIGHTS = [1, 0.68, 0.22] as const;

/** Standard deviation of the Gaussian as a share of the limit: at the limit a place weighs exp(−2) = 0.14. Own choice. */
export const SIGMA_SHARE = 0.5;

function decayOf(measure: ScoreMeasure, limitDecimeters: number): Decay {
  switch (measure) {
    case '2sfca':
      return binaryDecay(limitDecimeters);
    case 'e2sfca':
    case '3sfca':
      return stepDecay([limitDecimeters / 3, (limitDecimeters * 2) / 3, limitDecimeters], ZONE_WEIGHTS);
    case 'gravity':
      return gaussianDecay(limitDecimeters * SIGMA_SHARE, limitDecimeters);
  }
}

/**
 * Score per demand point on the pairs of the allocation: places in reach per unit of demand that competes for them (2SFCA, E2SFCA, 3SFCA),
 * or places in reach, weighted by distance (gravity). For areas 2SFCA is m² per person. NaN at points without figures; `null` where the
 * model has no pairs, no capacity is known or, save for gravity, no demand.
 */
export function pointScores(details: GapDetails, measure: ScoreMeasure): Float64Array | null {
  const { areaScores, pairs, asked, knownCapacity, demand, result } = details;
  const missing = (scores: Float64Array) =>
    scores.map((score, p) => (Number.isNaN(demand.persons[p]!) ? Number.NaN : score));
  if (areaScores !== null) return measure === '2sfca' ? missing(areaScores) : null;
  const noDemand = measure !== 'gravity' && demand.demand.every((value) => Number.isNaN(value));
  if (pairs === null || result.limitMeters === null || knownCapacity.length === 0 || noDemand) return null;
  const decay = decayOf(measure, Math.round(result.limitMeters * 10));
  const weighted: WeightedPairs = {
    points: pairs.points,
    houses: pairs.houses,
    weights: Float64Array.from(pairs.decimeters, decay),
  };
  switch (measure) {
    case '2sfca':
    case 'e2sfca':
      return missing(twoStepScores(asked, knownCapacity, weighted));
    case '3sfca':
      return missing(threeStepScores(asked, knownCapacity, weighted));
    case 'gravity':
      return missing(gravityScores(asked.length, knownCapacity, weighted));
  }
}

/** Mean of a value per point over districts, weighted by persons of the target group; `null` where nobody of it lives. NaN is left out. */
export function meanByDistrict(
  values: Float64Array,
  persons: Float64Array,
  districtOf: Int32Array,
  districtCount: number,
): (number | null)[] {
  const sums = new Float64Array(districtCount);
  const weights = new Float64Array(districtCount);
  for (let p = 0; p < values.length; p++) {
    const district = districtOf[p]!;
    if (district < 0 || Number.isNaN(values[p]!) || Number.isNaN(persons[p]!)) continue;
    sums[district]! += values[p]! * persons[p]!;
    weights[district]! += persons[p]!;
  }
  return [...sums].map((sum, d) => (weights[d] === 0 ? null : sum / weights[d]!));
}
