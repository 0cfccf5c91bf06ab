import type { District, Plot, Site } from '../city/types.ts';
import type { ObjectOf, Plan } from '../plan/plan.ts';
import { effectivePlots } from '../plan/readers/effective-plots.ts';
import { effectiveSites } from '../plan/readers/effective-sites.ts';
import type { LonLat } from '../shared/coordinates.ts';
import type { Area } from '../shared/geometry/area.ts';
import { polygonsOf } from '../shared/geometry/area.ts';
import { type DistrictLocator, locatorOf } from '../shared/geometry/district-locator.ts';
import { interiorPoint } from '../shared/geometry/interior-point.ts';
import type { PathStep } from './describe-object.ts';

export type NeedPlace = ObjectOf<'needs'>['place'];

/** Where a need lies, for lists, the map and its evidence. */
export interface NeedPlaceFacts {
  /** What it is bound to: the district, site or plot; `null` for points, areas and the city, and where a plot has no name. */
  readonly name: string | null;
  /** A point inside, where it is drawn; `null` for the whole city and for what the city does not have. */
  readonly position: LonLat | null;
  /** Districts of the position, largest first. */
  readonly path: readonly PathStep[];
  /** Ids of every district that it touches with a corner, all levels. */
  readonly touches: readonly string[];
  /** Wholly beyond the city's border; never for the city itself. */
  readonly outside: boolean;
  /** An area with a corner beyond the border and a part within. */
  readonly partlyOutside: boolean;
  /** A district, site or plot that neither package nor plan has. */
  readonly unknown: boolean;
}

/** A district as a list offers it. */
export interface ListedDistrict extends PathStep {
  readonly level: number;
  /** "Mitte · Rathaus". */
  readonly label: string;
}

/** All districts, each behind the one it lies in, by name. */
export function listDistricts(districts: readonly District[]): readonly ListedDistrict[] {
  const children = new Map<string | null, District[]>();
  for (const district of districts) children.set(district.parent, [...(children.get(district.parent) ?? []), district]);
  const below = (parent: string | null, before: string): ListedDistrict[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
      .flatMap(({ id, name, level }) => {
        const label = `${before}${name}`;
        return [{ id, name, level, label }, ...below(id, `${label} · `)];
      });
  return below(null, '');
}

interface NeedCity {
  readonly districts: readonly District[];
  readonly sites: readonly Site[];
  readonly plots: readonly Plot[];
}

type Ground = Pick<Plot, 'id' | 'name' | 'geometry'>;

const NOWHERE: NeedPlaceFacts = {
  name: null,
  position: null,
  path: [],
  touches: [],
  outside: false,
  partlyOutside: false,
  unknown: false,
};

/** Where many needs lie at once, in Bestand. O(districts + sites + plots + places). */
export function needPlaces(
  { districts, sites, plots }: NeedCity,
  plan: Plan | null,
  places: readonly NeedPlace[],
): readonly NeedPlaceFacts[] {
  const byId = new Map(districts.map((district) => [district.id, district]));
  const locator = locatorOf(districts);
  const siteById = lazyMap<Ground>(() => (plan === null ? sites : effectiveSites(plan, null, sites)));
  const plotById = lazyMap<Ground>(() => (plan === null ? plots : effectivePlots(plan, null, plots)));

  const ofArea = (found: Omit<Ground, 'id'> | undefined): NeedPlaceFacts => {
    if (found === undefined) return { ...NOWHERE, unknown: true };
    const position = interiorPoint(found.geometry) as LonLat;
    const corners = polygonsOf(found.geometry).flatMap((rings) => rings[0] ?? []);
    return { ...factsAt(position, corners), name: found.name };
  };
  const factsAt = (position: LonLat, corners: readonly (readonly number[])[] = []): NeedPlaceFacts => {
    const atCorners = corners.map((corner) => chainAt(locator, corner));
    const within = atCorners.find((chain) => chain.length > 0) ?? [];
    const own = chainAt(locator, position);
    // Where only the middle of an area lies beyond the border, its corners say where it belongs.
    const ids = own.length > 0 ? own : within;
    const touches = new Set([...ids, ...atCorners.flat()]);
    const isBeyond = own.length === 0 || atCorners.some((chain) => chain.length === 0);
    return {
      ...NOWHERE,
      position,
      path: ids.map((id) => ({ id, name: byId.get(id)?.name ?? id })),
      touches: [...touches].sort(),
      outside: locator.levelCount > 0 && ids.length === 0,
      partlyOutside: ids.length > 0 && isBeyond,
    };
  };
  const ofDistrict = (id: string): NeedPlaceFacts => {
    const district = byId.get(id);
    if (district === undefined) return { ...NOWHERE, unknown: true };
    const path: PathStep[] = [];
    for (let step: District | undefined = district; step !== undefined; step = byId.get(step.parent ?? ''))
      path.unshift({ id: step.id, name: step.name });
    const position = interiorPoint(district.geometry) as LonLat;
    return { ...NOWHERE, name: district.name, position, path, touches: path.map((step) => step.id) };
  };

  return places.map((place): NeedPlaceFacts => {
    switch (place.kind) {
      case 'point':
        return factsAt(place.position as unknown as LonLat);
      case 'area':
        return ofArea({ name: null, geometry: place.geometry as Area });
      case 'district':
        return ofDistrict(place.districtId);
      case 'site':
        return ofArea(siteById().get(place.siteId));
      case 'plot':
        return ofArea(plotById().get(place.plotId));
      default:
        return NOWHERE;
    }
  });
}

function chainAt(locator: DistrictLocator, position: readonly number[]): string[] {
  return locator.locate(position).filter((id) => id !== null);
}

function lazyMap<T extends { readonly id: string }>(list: () => readonly T[]): () => ReadonlyMap<string, T> {
  let map: ReadonlyMap<string, T> | null = null;
  return () => {
    map ??= new Map(list().map((item) => [item.id, item]));
    return map;
  };
}
