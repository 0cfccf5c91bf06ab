import { UNREACHED } from '../../engine/network/bounded-search.ts';
import { houseGroupByService } from '../../shared/services.ts';
import type { CitySide } from './city-side.ts';
import type { Compared, YearPair } from './compare-site.ts';
import type { Surroundings } from './impact-surroundings.ts';
import { catchmentsOf, NOTHING, tidy, tidyOrNull } from './impact-years.ts';
import type { HouseInReach, SiteImpact } from './site-calls.ts';

/** m² per person in reach of the site's residents: the mean over its points. */
export function ownScore({ with: model, number }: Compared, { with: counting }: YearPair): number | null {
  let sum = 0;
  for (let p = model.points.packageCount; p < model.points.count; p++) {
    const score = counting.atSites.areaScores![p - counting.atSites.from]!;
    if (model.points.site[p] === number) sum += score * model.points.siteShare[p]!;
  }
  return tidyOrNull(sum);
}

/** Who else loses a place, by district of the first level. */
export function losersOf({ with: model, number }: Compared, pair: YearPair): SiteImpact['losers'] {
  const [unserved, before] = [pair.with.unserved, pair.without.unserved];
  if (unserved === null || before === null) return [];
  const { points, districts } = model;
  const level = Math.min(1, districts.length - 1);
  const amounts = new Map<number, number>();
  for (let p = 0; p < points.count; p++) {
    if (points.site[p] === number) continue;
    const more = unserved[p]! - before[p]!;
    const district = points.districtOf[level]![p]!;
    if (more > NOTHING && district >= 0) amounts.set(district, (amounts.get(district) ?? 0) + more);
  }
  return [...amounts]
    .map(([district, amount]) => ({
      id: districts[level]!.ids[district]!,
      name: districts[level]!.names[district]!,
      amount: tidy(amount),
    }))
    .filter(({ amount }) => amount >= 0.05)
    .sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
}

/** Figures of a house in one year; `null` where it is not there or states nothing. */
interface HouseYear {
  readonly capacity: number | null;
  readonly taken: number | null;
  readonly takenWithout: number | null;
}

/** Figures of one year by number of the house in the city. */
export interface HousesOfYear {
  readonly figures: ReadonlyMap<number, HouseYear>;
  /** Houses whose catchments have more pupils with the site. */
  readonly schools: readonly number[];
}

const NOT_THERE: HouseYear = { capacity: null, taken: null, takenWithout: null };

/** What a year says of the houses around the site, and of those whose pupils the site's are. */
export function housesOfYear(pair: YearPair, { houses }: Surroundings): HousesOfYear {
  const schools = catchmentsOf(pair).map((i) => pair.with.like.supply.houses[i]!);
  const figures = new Map<number, HouseYear>();
  const wanted = new Set([...houses.keys(), ...schools]);
  const { supply } = pair.with.like;
  supply.houses.forEach((house, i) => {
    if (!wanted.has(house)) return;
    figures.set(house, {
      capacity: tidyOrNull(supply.capacity[i]!),
      taken: tidyOrNull(takenIn(pair.with, i)),
      takenWithout: tidyOrNull(takenIn(pair.without, i)),
    });
  });
  return { figures, schools };
}

function takenIn({ taken, catchments }: CitySide, i: number): number | null {
  return catchments === null ? (taken?.[i] ?? null) : catchments.rows[i]!.demand;
}

/** The houses around the site over the years, nearest first. */
export function housesOf(
  { with: { city } }: Compared,
  service: SiteImpact['service'],
  years: readonly HousesOfYear[],
  surroundings: Surroundings,
): HouseInReach[] {
  const objects = houseGroupByService(service) === null ? city.supplyAreas : city.houses;
  const decimeters = new Map(surroundings.houses);
  if (surroundings.around === 'catchment') {
    const schools = new Set(years.flatMap((year) => year.schools));
    for (const house of decimeters.keys()) if (!schools.has(house)) decimeters.delete(house);
    for (const house of schools) if (!decimeters.has(house)) decimeters.set(house, UNREACHED);
  }
  return [...decimeters]
    .map(([house, distance]) => {
      const figures = years.map((year) => year.figures.get(house) ?? NOT_THERE);
      return {
        id: objects[house]!.id,
        name: objects[house]!.name,
        meters: distance === UNREACHED ? null : Math.round(distance / 10),
        capacity: figures.map(({ capacity }) => capacity),
        taken: figures.map(({ taken }) => taken),
        takenWithout: figures.map(({ takenWithout }) => takenWithout),
      };
    })
    .sort((a, b) => (a.meters ?? Infinity) - (b.meters ?? Infinity) || (a.id < b.id ? -1 : 1));
}

/** Houses in reach that count in that year without any stated capacity. */
export function withoutCapacity({ with: { like } }: YearPair, { houses }: Surroundings): number {
  const { supply } = like;
  return [...supply.houses].filter((house, i) => houses.has(house) && Number.isNaN(supply.capacity[i]!)).length;
}
