import { UNREACHED } from '../../engine/network/bounded-search.ts';
import type { ReachLists } from '../../engine/reach/reach-lists.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { houseGroupByService } from '../../shared/services.ts';
import type { CityModel } from '../gaps/city-model.ts';
import type { ModelPoints } from '../gaps/model-points.ts';
import type { Compared } from './compare-site.ts';
import type { SiteImpact } from './site-calls.ts';

/** What lies around the site for one service, the same in all years. */
export interface Surroundings {
  readonly around: SiteImpact['around'];
  readonly name: string | null;
  /** The site's own points. */
  readonly own: ReadonlySet<number>;
  /** Points whose missing places are summed; only for `reach`. */
  readonly points: ReadonlySet<number>;
  /** Decimetres from the nearest of the site's points per house (or area) in reach, by its number in the city. */
  readonly houses: ReadonlyMap<number, number>;
  /** Level and number of the area whose balance counts; only for `area`. */
  readonly row: { readonly level: number; readonly id: string } | null;
  /** Levels (0 = the city) whose rows are compared. */
  readonly rows: readonly number[];
}

export function surroundingsOf({ with: model, number, reach }: Compared, indicator: Indicator): Surroundings {
  const { points } = model;
  const own = new Set<number>();
  for (let p = points.packageCount; p < points.count; p++) if (points.site[p] === number) own.add(p);
  const limitMeters = indicator.limitMeters?.value ?? null;
  const rows = indicator.model === 'area' ? [0] : [];
  const nothing = { own, points: own, houses: new Map<number, number>(), row: null, name: null, rows };
  if (indicator.model === 'balance') {
    const area = areaOf(model, [...own][0]!, indicator);
    return { ...nothing, around: 'area', ...area, rows: [area.row.level] };
  }
  if (limitMeters === null) return { ...nothing, around: 'own' };
  const isArea = houseGroupByService(indicator.service) === null;
  const largest = indicator.largestLimitMeters ?? limitMeters;
  const store = isArea ? reach.areas(indicator.service, largest) : reach.houses(indicator.service, largest);
  const limit = Math.round(limitMeters * 10);
  const houses = new Map<number, number>();
  const around = new Set(own);
  store.numbers.forEach((house, list) => {
    const nearest = nearestOwn(store.lists, list, points, number);
    if (nearest > limit) return;
    houses.set(house, nearest);
    for (let e = store.lists.offsets[list]!; e < store.lists.offsets[list + 1]!; e++) {
      if (store.lists.decimeters[e]! <= limit) around.add(store.lists.points[e]!);
    }
  });
  const kind = indicator.model === 'catchment' ? 'catchment' : indicator.model === 'allocation' ? 'reach' : 'own';
  return { own, points: around, houses, row: null, name: null, rows, around: kind };
}

/** Decimetres from a list's house to the nearest of a site's points. */
function nearestOwn({ offsets, points, decimeters }: ReachLists, list: number, { site }: ModelPoints, number: number) {
  let nearest = UNREACHED;
  const end = offsets[list + 1]!;
  for (let e = offsets[list]!; e < end; e++) {
    if (site[points[e]!] === number && decimeters[e]! < nearest) nearest = decimeters[e]!;
  }
  return nearest;
}

/** The area at whose level a balance is drawn, in which a point lies. */
function areaOf({ districts, points }: CityModel, point: number, { balanceLevel }: Indicator) {
  const index = Math.max(
    0,
    districts.findIndex(({ level }) => level === (balanceLevel ?? 0)),
  );
  const number = points.districtOf[index]![point]!;
  const table = number < 0 ? districts[0]! : districts[index]!;
  const at = Math.max(0, number);
  return { row: { level: table.level, id: table.ids[at]! }, name: table.names[at]! };
}
