/** Areas with fewer inhabitants are left out of mix indices and counted. Source: Hamburg Sozialmonitoring. */
export const SMALLEST_MIX_AREA_PERSONS = 300;

export interface DissimilarityResult {
  /** 0–100: share of the group that would have to move for an even spread; `null` if group or rest is empty. */
  readonly index: number | null;
  /** Areas in the index, left out because they are small, and left out because a figure is missing. */
  readonly areasUsed: number;
  readonly areasTooSmall: number;
  readonly areasMissing: number;
}

/**
 * Dissimilarity of a group against the rest: D = 0.5 × Σ |a_i / A − b_i / B| × 100, with a_i the group and b_i all others in area i.
 * The index depends on the kind of area: state it and `areasUsed` with every figure. NaN = missing.
 */
export function dissimilarity(group: Float64Array, inhabitants: Float64Array): DissimilarityResult {
  let groupSum = 0;
  let restSum = 0;
  let areasTooSmall = 0;
  let areasMissing = 0;
  const used: number[] = [];
  for (let i = 0; i < group.length; i++) {
    if (Number.isNaN(group[i]!) || Number.isNaN(inhabitants[i]!)) areasMissing++;
    else if (inhabitants[i]! < SMALLEST_MIX_AREA_PERSONS) areasTooSmall++;
    else {
      used.push(i);
      groupSum += group[i]!;
      restSum += inhabitants[i]! - group[i]!;
    }
  }
  const known = groupSum > 0 && restSum > 0;
  const sum = used.reduce(
    (total, i) => total + Math.abs(group[i]! / groupSum - (inhabitants[i]! - group[i]!) / restSum),
    0,
  );
  return { index: known ? 50 * sum : null, areasUsed: used.length, areasTooSmall, areasMissing };
}

/** Location quotient of an area: its share of the group against the city's share; `null` where a divisor is 0 or a figure is missing. */
export function locationQuotient(
  group: number,
  inhabitants: number,
  cityGroup: number,
  cityInhabitants: number,
): number | null {
  const quotient = group / inhabitants / (cityGroup / cityInhabitants);
  return Number.isFinite(quotient) ? quotient : null;
}
