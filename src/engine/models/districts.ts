/**
 * Sums values per district: `districtOf[i]` is a district number or -1 (outside: left out). Summed in the order of i, so equal input
 * gives equal bits. NaN stays NaN: a missing value makes its sum missing. O(n).
 */
export function sumByDistrict(values: Float64Array, districtOf: Int32Array, districtCount: number): Float64Array {
  const sums = new Float64Array(districtCount);
  for (let i = 0; i < values.length; i++) {
    const district = districtOf[i]!;
    if (district >= 0) sums[district]! += values[i]!;
  }
  return sums;
}

/**
 * Who uses whose places: `result[from * districtCount + to]` = demand of residents of `from` that takes places located in `to`, in the
 * unit of the service. `flow` per pair as in the allocation. O(pairs).
 */
export function flowsBetweenDistricts(
  flow: Float64Array,
  pairs: { readonly points: Uint32Array; readonly houses: Uint32Array },
  districtOfPoint: Int32Array,
  districtOfHouse: Int32Array,
  districtCount: number,
): Float64Array {
  const flows = new Float64Array(districtCount * districtCount);
  for (let e = 0; e < flow.length; e++) {
    const from = districtOfPoint[pairs.points[e]!]!;
    const to = districtOfHouse[pairs.houses[e]!]!;
    if (from >= 0 && to >= 0) flows[from * districtCount + to]! += flow[e]!;
  }
  return flows;
}
