import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import type { CityModel, ForecastSite, GapCity, GapSite } from './city-model.ts';
import { siteShareOnTop } from './gap-sites.ts';

/** What of a site decides who lives there and when. */
const TOLD_BY = [
  'dwellings',
  'floorAreaSquareMeters',
  'dwellingType',
  'subsidisedShare',
  'phases',
  'firstOccupancy',
  'parameters',
] as const;

/**
 * Sites that a forecast with listed sites contains and that a scenario has otherwise than Bestand; what a forecast contains of a site is
 * the site as Bestand has it, up to the dwellings listed. Forecasts that contain no or all new housing contain no single site. O(sites).
 */
export function findForecastSites(
  city: Pick<GapCity, 'forecast'>,
  bestand: readonly GapSite[],
  scenario: readonly GapSite[],
  districtsAt: (position: readonly number[]) => readonly (string | null)[],
): readonly ForecastSite[] {
  if (city.forecast?.containsNewHousing !== 'listed') return [];
  const byId = new Map(scenario.map((site) => [site.id, site]));
  return bestand.flatMap((site): ForecastSite[] => {
    const was = asForecast(site, site);
    if (siteShareOnTop(city, was) === 1) return [];
    const found = byId.get(site.id);
    if (found !== undefined && TOLD_BY.every((field) => isSame(site[field], found[field]))) return [];
    const now = found === undefined ? null : asForecast(found, site);
    return [{ was, now, districts: districtsAt(interiorPoint(site.geometry)) }];
  });
}

/** A forecast has variants of its own: how likely or late a stage is does not change what it contains. */
const asForecast = (site: GapSite, { inForecast }: GapSite): GapSite => ({
  ...site,
  inForecast,
  probability: 1,
  delayYears: 0,
});

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * The area over which the forecast has spread a site's residents: the smallest district around it with factors of its own. Without any,
 * the smallest district there is; the city where it lies in none.
 */
export function areaOfForecast(
  { city, districts, points }: CityModel,
  { districts: path }: ForecastSite,
): { readonly districtOf: Int32Array; readonly district: number } {
  const around = districts.flatMap(({ ids }, level) => {
    const district = level === 0 ? 0 : ids.indexOf(path[level - 1] ?? '');
    return district < 0 ? [] : [{ id: ids[district]!, districtOf: points.districtOf[level]!, district }];
  });
  const { districtOf, district } =
    around.findLast(({ id }) => city.forecast?.factors[id] !== undefined) ?? around.at(-1)!;
  return { districtOf, district };
}
