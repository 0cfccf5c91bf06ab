import { houseGroupByService } from '../../shared/services.ts';
import type { CityModel } from '../gaps/city-model.ts';
import type { GapDetails } from '../gaps/compute-gaps.ts';
import type { GapHouse, Load } from './gap-calls.ts';

/** Share of its places from which a house is nearly full. */
const NEAR = 0.85;

/** Amounts below this (in the unit of the service) are sums of floats, no demand. */
const NOTHING = 1e-6;

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Per house of the pairs: whether somebody within reach had to go farther, or found no place at all. O(pairs). */
function houseTurnsAway({ allocation, pairs, asked, knownCapacity }: GapDetails): Uint8Array {
  const turnsAway = new Uint8Array(knownCapacity.length);
  if (allocation === null || pairs === null) return turnsAway;
  // The last distance step at which a point found a place; beyond all steps if something of its demand is left.
  const lastStep = Float64Array.from(asked, (value, p) => (value - allocation.served[p]! > NOTHING ? Infinity : -1));
  const steps = pairs.stepOffsets.length - 1;
  for (let step = 0; step < steps; step++) {
    for (let e = pairs.stepOffsets[step]!; e < pairs.stepOffsets[step + 1]!; e++) {
      const p = pairs.points[e]!;
      if (allocation.flow[e]! > NOTHING && lastStep[p]! < step) lastStep[p] = step;
    }
  }
  for (let step = 0; step < steps; step++) {
    for (let e = pairs.stepOffsets[step]!; e < pairs.stepOffsets[step + 1]!; e++) {
      if (lastStep[pairs.points[e]!]! > step) turnsAway[pairs.houses[e]!] = 1;
    }
  }
  return turnsAway;
}

function loadOf(taken: number, capacity: number, moreAsked: boolean): Load {
  if (taken < capacity * NEAR - NOTHING) return 'under';
  return moreAsked && taken >= capacity - NOTHING ? 'over' : 'near';
}

/**
 * The houses (or areas) that count, in the order of the package. Load by places taken in the allocation, or by the demand of the
 * catchment; houses outside the city and models without takers have the load `none`. O(houses + pairs).
 */
export function gapHouses(model: CityModel, details: GapDetails): GapHouse[] {
  const { supply, allocation, catchments, result } = details;
  if (houseGroupByService(result.request.service) === null) {
    return [...supply.houses].map((number, i) => ({
      id: model.city.supplyAreas[number]!.id,
      load: 'none',
      capacity: orNull(supply.capacity[i]!),
      taken: null,
    }));
  }
  const turnsAway = houseTurnsAway(details);
  const hasDemand = details.demand.demand.some((value) => !Number.isNaN(value));
  let known = 0;
  return [...supply.houses].map((number, i): GapHouse => {
    const house = model.city.houses[number]!;
    const capacity = orNull(supply.capacity[i]!);
    const pairHouse = capacity === null ? -1 : known++;
    const base = { id: house.id, capacity };
    if (house.outside || (allocation === null && catchments === null)) return { ...base, load: 'none', taken: null };
    const taken = catchments === null ? allocation!.taken[i]! : catchments.rows[i]!.demand;
    if (!hasDemand || taken === null || Number.isNaN(taken)) return { ...base, load: 'unknown', taken: null };
    if (capacity === null) return { ...base, load: 'unknown', taken };
    const moreAsked = catchments === null ? turnsAway[pairHouse] === 1 : taken > capacity + NOTHING;
    return { ...base, load: loadOf(taken, capacity, moreAsked), taken };
  });
}
