import { type Arrays, NEW_ARRAYS } from '../../shared/arrays.ts';
import type { GapDetails } from '../gaps/compute-gaps.ts';
import type { CatchmentResult } from '../gaps/gap-catchments.ts';
import type { GapResult } from '../gaps/gap-request.ts';
import type { ModelPoints } from '../gaps/model-points.ts';

/** One service in one year, in a city with a site or without it: as much of the result as a comparison looks at. */
export interface CitySide {
  /** What does not depend on which sites bring the people: sides are taken over where only the people are the same. */
  readonly result: Pick<GapResult, 'limitMeters' | 'levels' | 'grade' | 'airDistance' | 'withoutCatchments'>;
  /** What holds for other people in the same city, too. */
  readonly like: Pick<GapDetails, 'supply' | 'nearest' | 'pairs'>;
  /** Demand per point that found no place; `null` where the service is not allocated, or no demand or no places are known. */
  readonly unserved: Float64Array | null;
  /** Places taken per counted house, NaN where none are stated; only for the allocation model. */
  readonly taken: Float64Array | null;
  readonly catchments: CatchmentResult | null;
  readonly atSites: AtSites;
}

/** Figures at the points of all sites, which stand behind those of the package: the first has the number `from`. */
export interface AtSites {
  readonly from: number;
  readonly persons: Float64Array;
  readonly demand: Float64Array;
  /** m² per person in reach; only for the area model. */
  readonly areaScores: Float64Array | null;
}

/** Shares no array with the details but those of `like` and those per house. `arrays`: where the one per point comes from. O(points). */
export function sideOf(details: GapDetails, points: ModelPoints, arrays: Arrays = NEW_ARRAYS): CitySide {
  const { result, supply, nearest, pairs, demand, allocation, catchments, areaScores } = details;
  const from = points.packageCount;
  return {
    result,
    like: { supply, nearest, pairs },
    unserved: unservedOf(details, arrays),
    taken: allocation?.taken ?? null,
    catchments,
    atSites: {
      from,
      persons: demand.persons.slice(from),
      demand: demand.demand.slice(from),
      areaScores: areaScores?.slice(from) ?? null,
    },
  };
}

function unservedOf({ allocation, knownCapacity, demand, asked }: GapDetails, arrays: Arrays): Float64Array | null {
  const isKnown =
    allocation !== null && knownCapacity.length > 0 && demand.demand.some((value) => !Number.isNaN(value));
  if (!isKnown) return null;
  const unserved = arrays.copyOf(asked);
  const { served } = allocation;
  for (let p = 0; p < unserved.length; p++) unserved[p]! -= served[p]!;
  return unserved;
}
