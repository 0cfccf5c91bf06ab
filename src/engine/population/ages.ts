/** Half-open age interval in years; `to: null` = open at the top. */
export interface AgeInterval {
  readonly from: number;
  readonly to: number | null;
}

/** A band wider than this (years) is never cut: too little is known about its inside. Source: engine definition. */
export const WIDEST_CUT_BAND_YEARS = 10;

/**
 * How the persons of an age interval are put together from a city's bands: Σ weight × band, plus `total` × totalWeight.
 * `estimated` = a band is cut in proportion; `null` = the bands cannot answer ("keine Angabe").
 */
export interface AgeWeights {
  readonly weights: Float64Array;
  readonly totalWeight: number;
  readonly estimated: boolean;
}

/**
 * Weights for an age interval over bands (half-open, ascending, without overlap; they may leave a remainder against the total).
 * All ages (from 0, open) are the total itself. A band is cut only if it is closed and at most {@link WIDEST_CUT_BAND_YEARS} wide; where
 * ages of the interval lie in no band, or a band that may not be cut would have to be, the answer is `null`.
 */
export function ageWeights(bands: readonly AgeInterval[], interval: AgeInterval): AgeWeights | null {
  const weights = new Float64Array(bands.length);
  if (interval.from === 0 && interval.to === null) return { weights, totalWeight: 1, estimated: false };
  const end = interval.to ?? Infinity;
  let reached = interval.from;
  let estimated = false;
  for (let b = 0; b < bands.length; b++) {
    const from = bands[b]!.from;
    const to = bands[b]!.to ?? Infinity;
    if (to <= interval.from || from >= end) continue;
    if (from > reached) return null;
    const share = from >= interval.from && to <= end ? 1 : cutShare(from, to, interval.from, end);
    if (share === null) return null;
    if (share < 1) estimated = true;
    weights[b] = share;
    reached = to;
  }
  return reached >= end ? { weights, totalWeight: 0, estimated } : null;
}

function cutShare(from: number, to: number, start: number, end: number): number | null {
  if (to - from > WIDEST_CUT_BAND_YEARS) return null;
  return (Math.min(to, end) - Math.max(from, start)) / (to - from);
}

/** Factors by which the bands of a group of points are multiplied: `factors[band][group]`. */
export interface BandFactors {
  readonly factors: readonly Float64Array[];
  /** Group per point; points behind its end have none and keep their persons. */
  readonly of: Uint32Array;
}

/**
 * Persons of an age interval at every demand point. `bands[b][p]` and the total of a point may be NaN (= missing): a point is missing
 * (NaN) if a band it needs is. `total` is only asked for where the interval needs it, and is as it is after `scale`, the factors of a
 * forecast; for all ages it is the answer itself, not a copy. O(points × needed bands).
 */
export function personsOfAges(
  { weights, totalWeight }: AgeWeights,
  bands: readonly Float64Array[],
  total: () => Float64Array,
  scale: BandFactors | null = null,
): Float64Array {
  if (totalWeight === 1 && weights.every((weight) => weight === 0)) return total();
  const result = new Float64Array(bands[0]?.length ?? 0);
  if (totalWeight !== 0) addPlain(result, total(), totalWeight, 0);
  for (const [b, weight] of weights.entries()) {
    if (weight === 0) continue;
    if (scale !== null) addScaled(result, bands[b]!, weight, scale.factors[b]!, scale.of);
    addPlain(result, bands[b]!, weight, scale?.of.length ?? 0);
  }
  return result;
}

function addScaled(
  result: Float64Array,
  persons: Float64Array,
  weight: number,
  factors: Float64Array,
  groupOf: Uint32Array,
): void {
  for (let p = 0; p < groupOf.length; p++) result[p]! += persons[p]! * factors[groupOf[p]!]! * weight;
}

function addPlain(result: Float64Array, persons: Float64Array, weight: number, from: number): void {
  for (let p = from; p < persons.length; p++) result[p]! += persons[p]! * weight;
}

/** `MM-DD` of the school cut-off for which an indicator's school ages are stated: 30 June. */
const STATED_CUT_OFF_MONTHS = 6;

/**
 * Ages at 31 December of those who are in school classes, for a city's cut-off day. The catalogue states school ages for 30 June (classes
 * 1–4 are 6.5–<10.5); each month later makes them one month younger. Cut-off 30 September: 6.25–<10.25.
 */
export function schoolAges(stated: AgeInterval, cutOff: string): AgeInterval {
  const [month, day] = cutOff.split('-').map(Number) as [number, number];
  const months = day >= 15 ? month : month - 1;
  const shift = (STATED_CUT_OFF_MONTHS - months) / 12;
  return { from: stated.from + shift, to: stated.to === null ? null : stated.to + shift };
}
