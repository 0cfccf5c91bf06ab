import { projectionOf } from '../../city/projection.ts';
import type { CityContent, District, House, Plot, Site } from '../../city/types.ts';
import { haversineDecimeters, type LonLat } from '../../shared/coordinates.ts';
import { areaSquareMeters } from '../../shared/geometry/area-square-meters.ts';
import { createDistrictLocator } from '../../shared/geometry/district-locator.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import type { ServiceId } from '../../shared/services.ts';

/** A plot or site on which something can stand. */
export interface Ground {
  readonly kind: 'plot' | 'site';
  readonly id: string;
  readonly name: string;
  /** A point well inside. */
  readonly position: LonLat;
  readonly areaSquareMeters: number;
  /** Ids of its Stadtbezirk and Stadtteil. */
  readonly borough: string;
  readonly quarter: string;
  readonly plot: Plot | null;
  readonly site: Site | null;
}

/** The generated city as the plan looks at it: everything in the order of ids, whatever order it came in. */
export interface DemoGround {
  readonly city: CityContent;
  /** Districts of level 1. */
  readonly boroughs: readonly District[];
  readonly plots: readonly Ground[];
  readonly sites: readonly Ground[];
  /** Houses of the city (not of the surroundings). */
  readonly houses: readonly House[];
  nameOf(districtId: string): string;
  /** Positions where people live, nearest first, between two distances of a position. */
  homesNear(position: LonLat, fromMeters: number, toMeters: number): readonly LonLat[];
  /** Houses that offer a service today, nearest first. */
  housesNear(position: LonLat, service: ServiceId): readonly House[];
  housesIn(boroughId: string, service: ServiceId): readonly House[];
}

/** Metres as the crow flies, to the decimetre. */
export function airMeters(a: readonly [number, number], b: readonly [number, number]): number {
  return haversineDecimeters(a[0], a[1], b[0], b[1]) / 10;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

function nearest<T extends { readonly id: string; readonly position: LonLat }>(
  items: readonly T[],
  to: LonLat,
  fromMeters = 0,
  toMeters = Infinity,
): readonly T[] {
  return items
    .map((item) => ({ item, meters: airMeters(item.position, to) }))
    .filter(({ meters }) => meters >= fromMeters && meters <= toMeters)
    .sort((a, b) => a.meters - b.meters || byId(a.item, b.item))
    .map(({ item }) => item);
}

/** Offers a service today, with no end in sight. */
export function offers(house: House, service: ServiceId): boolean {
  return house.offers.some((offer) => offer.service === service && offer.status === 'existing' && offer.to === null);
}

/** Places of a service in a house, as stated; `null` where it states none. */
export function placesOf(house: House, service: ServiceId): number | null {
  const offer = house.offers.find((candidate) => candidate.service === service);
  return offer === undefined ? null : (offer.capacityAvailable.value ?? offer.capacityApproved.value);
}

export function surveyGround(city: CityContent): DemoGround {
  const locator = createDistrictLocator(city.districts);
  const projection = projectionOf(city.identity.epsg);
  const names = new Map(city.districts.map(({ id, name }) => [id, name]));
  const ground = (kind: Ground['kind'], item: Plot | Site, name: string): Ground[] => {
    const position = interiorPoint(item.geometry);
    const [borough, quarter] = locator.locate(position);
    if (borough === null || borough === undefined) return [];
    const area = 'areaSquareMeters' in item ? item.areaSquareMeters : areaSquareMeters(item.geometry, projection);
    return [
      {
        kind,
        id: item.id,
        name,
        position,
        areaSquareMeters: Math.round(area),
        borough,
        quarter: quarter ?? borough,
        plot: kind === 'plot' ? (item as Plot) : null,
        site: kind === 'site' ? (item as Site) : null,
      },
    ];
  };
  const houses = city.houses.filter((house) => !house.outside && house.districts[0] !== null).sort(byId);
  const homes = city.population.filter((point) => !point.outside && (point.total ?? 0) > 0).sort(byId);
  return {
    city,
    boroughs: city.districts.filter(({ level }) => level === 1).sort(byId),
    plots: city.plots.flatMap((plot) => ground('plot', plot, plot.name ?? plot.id)).sort(byId),
    sites: city.sites.flatMap((site) => ground('site', site, site.name)).sort(byId),
    houses,
    nameOf: (id) => names.get(id) ?? id,
    homesNear: (position, from, to) => nearest(homes, position, from, to).map(({ position: home }) => home),
    housesNear: (position, service) =>
      nearest(
        houses.filter((house) => offers(house, service)),
        position,
      ),
    housesIn: (boroughId, service) =>
      houses.filter((house) => house.districts[0] === boroughId && offers(house, service)),
  };
}
