import { type UnweightedPairs, unweightedTwoStepScores } from '../../engine/models/floating-catchment.ts';
import type { ReachLists } from '../../engine/reach/reach-lists.ts';
import { type Arrays, NEW_ARRAYS } from '../../shared/arrays.ts';
import type { GapDemand } from './gap-demand.ts';
import type { GapSupply } from './gap-supply.ts';
import type { ServiceReach } from './service-reach.ts';

/**
 * m² in reach per person competing for it, per demand point (2SFCA on areas with a known size, limit inclusive). Persons outside the city
 * compete too where the package knows them: a park does not ask where its visitors live. O(pairs).
 */
export function computeAreaScores(
  demand: GapDemand,
  supply: GapSupply,
  reach: ServiceReach,
  limitDecimeters: number,
  arrays: Arrays = NEW_ARRAYS,
): Float64Array {
  return unweightedTwoStepScores(
    zeroWhereMissing(demand.persons),
    zeroWhereMissing(supply.capacity),
    pairsOf(supply, reach, limitDecimeters),
    arrays,
  );
}

function zeroWhereMissing(values: Float64Array): Float64Array {
  if (!values.includes(Number.NaN)) return values;
  const known = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known[i] = values[i]!;
  return known;
}

/** By reach lists: the pairs found last. Areas are the same from year to year. */
const knownPairs = new WeakMap<
  ReachLists,
  { readonly of: GapSupply; readonly limit: number; pairs: UnweightedPairs }
>();

function pairsOf(supply: GapSupply, reach: ServiceReach, limitDecimeters: number): UnweightedPairs {
  const known = knownPairs.get(reach.lists);
  if (known?.limit === limitDecimeters && hasSameSizes(known.of, supply)) return known.pairs;
  const points: number[] = [];
  const houses: number[] = [];
  supply.houses.forEach((number, i) => {
    if (Number.isNaN(supply.capacity[i]!)) return;
    const list = reach.listOf[number]!;
    for (let e = reach.lists.offsets[list]!; e < reach.lists.offsets[list + 1]!; e++) {
      if (reach.lists.decimeters[e]! > limitDecimeters) continue;
      points.push(reach.lists.points[e]!);
      houses.push(i);
    }
  });
  const pairs = { points: Uint32Array.from(points), houses: Uint32Array.from(houses) };
  knownPairs.set(reach.lists, { of: supply, limit: limitDecimeters, pairs });
  return pairs;
}

function hasSameSizes(a: GapSupply, b: GapSupply): boolean {
  return (
    a.houses.length === b.houses.length &&
    a.houses.every((house, i) => house === b.houses[i] && Object.is(a.capacity[i], b.capacity[i]))
  );
}
