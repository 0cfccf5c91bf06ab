import { twoStepScores } from '../../engine/models/floating-catchment.ts';
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
): Float64Array {
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
  const persons = demand.persons.map((value) => (Number.isNaN(value) ? 0 : value));
  const size = supply.capacity.map((value) => (Number.isNaN(value) ? 0 : value));
  return twoStepScores(persons, size, {
    points: Uint32Array.from(points),
    houses: Uint32Array.from(houses),
    weights: new Float64Array(points.length).fill(1),
  });
}
