import type { Site, Variant } from '../../city/types.ts';
import type { AgeInterval } from '../../engine/population/ages.ts';
import {
  giveWay,
  keepTotal,
  type ResidentShift,
  type Residents,
  type SiteArrivals,
  sumOfResidents,
  takeFromDistricts,
  takeOut,
} from '../../engine/sites/resident-shift.ts';
import {
  DEFAULT_SITE_PARAMETERS,
  residentsOfAges,
  siteDwellings,
  siteResidents,
} from '../../engine/sites/site-residents.ts';
import { type Arrays, NEW_ARRAYS } from '../../shared/arrays.ts';
import { boxOfGeometry } from '../../shared/geometry/box.ts';
import { areaContains } from '../../shared/geometry/side-of-area.ts';
import type { CityModel, ForecastSite, GapCity, GapSite } from './city-model.ts';
import { areaOfForecast } from './forecast-sites.ts';
import type { GapRequest, SitesInResult } from './gap-request.ts';
import type { ModelPoints } from './model-points.ts';

/** Stage from which a § 34 site counts: the building permission. */
const INFILL_STAGE = 11;

/** Whether a site counts by its stage. */
export function siteCounts(site: Pick<Site, 'stage' | 'sideState' | 'infill'>, fromStage: number): boolean {
  if (site.sideState !== null) return false;
  return site.stage >= (site.infill ? Math.max(INFILL_STAGE, fromStage) : fromStage);
}

/**
 * First occupancies after the base year of the city: whoever moved in before is in its population. A site without phases is occupied in
 * its first year.
 */
function phasesAhead(site: GapSite, baseYear: number, variant: Variant): Site['phases'] {
  const late = siteDelay(site, variant);
  const ahead = sitePhases(site).filter(({ year }) => year > baseYear);
  return late === 0 ? ahead : ahead.map(({ year, share }) => ({ year: year + late, share }));
}

/** What a plan says of sites of a stage; years of delay count as whole ones, as phases do. */
export interface StageSetting {
  readonly probability: number | null;
  readonly delayYears: number | null;
}

/** A site with what is said of its stage. */
export function withStageSetting<S extends Pick<Site, 'stage'>>(
  site: S,
  stages: ReadonlyMap<number, StageSetting>,
): S & Pick<GapSite, 'probability' | 'delayYears'> {
  const { probability = null, delayYears = null } = stages.get(site.stage) ?? {};
  return {
    ...site,
    ...(probability === null ? {} : { probability }),
    ...(delayYears === null ? {} : { delayYears: Math.round(delayYears) }),
  };
}

/** Years by which a variant has a site's first occupancies late: the low one by what a plan says of its stage. */
export function siteDelay({ delayYears = 0 }: Pick<GapSite, 'delayYears'>, variant: Variant): number {
  return variant === 'low' ? delayYears : 0;
}

/** The part of a site that a variant counts with: the low one by how likely a site of its stage is. */
export function siteLikelihood({ probability = 1 }: Pick<GapSite, 'probability'>, variant: Variant): number {
  return variant === 'low' ? probability : 1;
}

/** First occupancies of a site by year; none if no year is known. */
export function sitePhases(site: Pick<Site, 'phases' | 'firstOccupancy'>): Site['phases'] {
  return site.phases.length === 0 && site.firstOccupancy !== null
    ? [{ year: site.firstOccupancy, share: 1 }]
    : site.phases;
}

/** Whether phases or a first year are known at all. */
const hasYear = (site: GapSite) => site.phases.length > 0 || site.firstOccupancy !== null;

/** The parameters that a site is computed with: those set for it, else the defaults. */
export const parametersOf = (site: Pick<GapSite, 'parameters'>) => ({ ...DEFAULT_SITE_PARAMETERS, ...site.parameters });

/** By site, variant and years: residents by year (from the base year on) and age; `null` = not known. */
const knownResidents = new WeakMap<GapSite, Map<string, Float64Array | null>>();

function residentsOf(site: GapSite, variant: Variant, [first, last]: readonly [number, number]): Float64Array | null {
  const known = knownResidents.get(site) ?? new Map<string, Float64Array | null>();
  knownResidents.set(site, known);
  const key = `${variant} ${first} ${last}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const phases = phasesAhead(site, first, variant);
  const length = last - first + 1;
  const made =
    phases.length === 0 ? null : siteResidents({ ...site, phases }, variant, first, length, parametersOf(site));
  known.set(key, made);
  return made;
}

/** Share of a site (0–1) that the forecast does not contain: 1 without a forecast, or with one that contains no new housing. */
export function siteShareOnTop({ forecast }: Pick<GapCity, 'forecast'>, site: GapSite): number {
  if (forecast === null || forecast.containsNewHousing !== 'listed') return 1;
  const dwellings = siteDwellings(site, parametersOf(site));
  const listed = forecast.listedSites.find(({ siteId }) => siteId === site.id);
  if (listed === undefined) return site.inForecast === true ? 0 : 1;
  return dwellings === null || dwellings === 0 ? 0 : Math.max(0, 1 - listed.dwellings / dwellings);
}

/** By demand points: the package's own inside each site that loses dwellings, else the nearest one. */
const knownCells = new WeakMap<ModelPoints, Map<string, readonly number[]>>();

function cellsOf(model: CityModel, number: number): readonly number[] {
  const known = knownCells.get(model.points) ?? new Map<string, readonly number[]>();
  knownCells.set(model.points, known);
  const site = model.city.sites[number]!;
  const found = known.get(site.id);
  if (found !== undefined) return found;
  const { points, city } = model;
  const [west, south, east, north] = boxOfGeometry(site.geometry)!;
  const inside = [...Array(points.packageCount).keys()].filter((p) => {
    const [lon, lat] = city.population[p]!.position;
    if (points.outside[p] === 1 || lon < west || lon > east || lat < south || lat > north) return false;
    return areaContains(site.geometry, city.population[p]!.position);
  });
  const cells = inside.length > 0 ? inside : nearestCell(model, points.site.indexOf(number, points.packageCount));
  known.set(site.id, cells);
  return cells;
}

/** The cell inside the city that is nearest to a site's point: sites smaller than a cell may hold no centre of one. */
function nearestCell({ points }: CityModel, at: number): readonly number[] {
  let best = Infinity;
  let found = -1;
  for (let p = 0; p < points.packageCount; p++) {
    const squared = (points.x[p]! - points.x[at]!) ** 2 + (points.y[p]! - points.y[at]!) ** 2;
    if (points.outside[p] === 1 || squared >= best) continue;
    best = squared;
    found = p;
  }
  return found < 0 ? [] : [found];
}

/** Share of the residents who give way to sites by a year, by cell; `total` gives persons of all ages per point. */
function sharesGivingWay(
  model: CityModel,
  sites: readonly { readonly number: number; readonly onTop: number }[],
  request: GapRequest,
  total: () => Float64Array,
): ReadonlyMap<number, number> {
  const baseYear = model.city.identity.years[0]!;
  const shares = new Map<number, number>();
  for (const { number, onTop } of sites) {
    const site = model.city.sites[number]!;
    const begun = phasesAhead(site, baseYear, request.variant).some(({ year }) => year <= request.year);
    const lost = (site.dwellingsLost ?? 0) * parametersOf(site).residentsPerDwelling[request.variant] * onTop;
    if (!begun || lost === 0) continue;
    const cells = cellsOf(model, number);
    const all = total();
    const living = cells.reduce((sum, p) => sum + (Number.isNaN(all[p]!) ? 0 : all[p]!), 0);
    if (living === 0) continue;
    for (const p of cells) shares.set(p, Math.min(1, (shares.get(p) ?? 0) + lost / living));
  }
  return shares;
}

/** Persons of the target group per point with the sites of a request, and what they change. */
export interface WithSites {
  readonly persons: Float64Array;
  /** `null` if no site counts. */
  readonly sites: SitesInResult | null;
}

/** A site that counts, with the part of it that the forecast does not contain; in the low variant, times its likelihood. */
interface SiteOnTop {
  readonly number: number;
  readonly site: GapSite;
  readonly onTop: number;
}

/** A site that counts, with the persons of the target group it brings. */
interface CountedSite extends SiteOnTop {
  readonly persons: number;
}

/** By model: the sites that count by variant and stage. They are the same for all services and years. */
const knownOnTop = new WeakMap<CityModel, Map<string, readonly SiteOnTop[]>>();

function sitesOnTop(
  model: CityModel,
  { counts, variant }: Pick<GapRequest, 'counts' | 'variant'>,
): readonly SiteOnTop[] {
  const known = knownOnTop.get(model) ?? new Map<string, readonly SiteOnTop[]>();
  knownOnTop.set(model, known);
  const key = `${variant} ${counts.sitesFromStage}`;
  const found =
    known.get(key) ??
    model.city.sites.flatMap((site, number) => {
      const share = siteCounts(site, counts.sitesFromStage) ? siteShareOnTop(model.city, site) : 0;
      const onTop = share * siteLikelihood(site, variant);
      return onTop === 0 ? [] : [{ number, site, onTop }];
    });
  known.set(key, found);
  return found;
}

function countedSites(model: CityModel, request: GapRequest, ages: AgeInterval): CountedSite[] {
  const { years } = model.city.identity;
  const [first, last] = [years[0]!, years.at(-1)!];
  return sitesOnTop(model, request).map(({ number, site, onTop }) => {
    const all = residentsOf(site, request.variant, [first, last]);
    const persons = all === null ? 0 : residentsOfAges(all, request.year - first, ages) * onTop;
    return { number, site, onTop, persons };
  });
}

/** By how many persons of the target group a scenario's site differs from what the forecast contains of it. */
interface ForecastChange {
  readonly of: ForecastSite;
  /** Below 0: so many have not come. */
  readonly persons: number;
}

function forecastChanges(model: CityModel, { variant, year }: GapRequest, ages: AgeInterval): ForecastChange[] {
  const { years } = model.city.identity;
  const [first, last] = [years[0]!, years.at(-1)!];
  const contained = (site: GapSite | null) => {
    const all = site === null ? null : residentsOf(site, variant, [first, last]);
    if (site === null || all === null) return 0;
    return residentsOfAges(all, year - first, ages) * (1 - siteShareOnTop(model.city, site));
  };
  return (model.city.forecastSites ?? []).map((of) => ({ of, persons: contained(of.now) - contained(of.was) }));
}

/** Lays changes over the sites that count: more people come to the site; fewer leave what it brings, then the forecast. */
function settleChanges(
  model: CityModel,
  counted: readonly CountedSite[],
  changes: readonly ForecastChange[],
): { readonly counted: CountedSite[]; readonly leaving: readonly ForecastChange[] } {
  const settled = [...counted];
  const leaving: ForecastChange[] = [];
  for (const { of, persons } of changes) {
    const at = settled.findIndex(({ site }) => site.id === of.was.id);
    const number = model.city.sites.findIndex(({ id }) => id === of.was.id);
    const here = (settled[at]?.persons ?? 0) + persons;
    const entry = settled[at] ?? { number, site: model.city.sites[number]!, onTop: 0, persons: 0 };
    if (at >= 0) settled[at] = { ...entry, persons: Math.max(0, here) };
    else if (here > 0 && number >= 0) settled.push({ ...entry, persons: here });
    if (here < 0) leaving.push({ of, persons: -here });
  }
  return { counted: settled, leaving };
}

/** Everything about sites that the persons of a target group depend on. */
function changesBySites(model: CityModel, request: GapRequest, ages: AgeInterval, total: () => Float64Array) {
  const changes = forecastChanges(model, request, ages);
  const { counted, leaving } = settleChanges(model, countedSites(model, request, ages), changes);
  const bringing = counted.filter((site) => site.persons > 0);
  return { counted, bringing, leaving, shares: sharesGivingWay(model, counted, request, total) };
}

/**
 * What sites change about a target group, as text: models of the same points and forecast for which it is the same have the same persons
 * and the same grade. `total`: see {@link addSites}. O(sites).
 */
export function sitesText(model: CityModel, request: GapRequest, ages: AgeInterval, total: () => Float64Array): string {
  const { bringing, leaving, shares } = changesBySites(model, request, ages, total);
  return JSON.stringify([
    bringing.map(({ number, site, persons }) => [number, persons, site.internalShare?.[request.variant]]),
    leaving.map(({ of, persons }) => [of.was.id, persons]),
    [...shares],
  ]);
}

/**
 * Adds the residents of sites to the persons of the target group. `persons` and `total` (all ages; asked for where sites make people give
 * way) per point in the year asked for, by the forecast, without sites. A forecast that contains all new housing (or does not say) keeps its total of the city.
 * Out of one that lists sites come the residents of those that the scenario leaves out or has smaller or later. `arrays`: where the
 * persons come from. O(points + sites × districts).
 */
export function addSites(
  model: CityModel,
  request: GapRequest,
  ages: AgeInterval,
  persons: Float64Array,
  total: () => Float64Array,
  arrays: Arrays = NEW_ARRAYS,
): WithSites {
  const { city, points } = model;
  const { counted, bringing, leaving, shares } = changesBySites(model, request, ages, total);
  if (counted.length === 0 && leaving.length === 0) return { persons, sites: null };
  const isMoved = city.forecast !== null && !['none', 'listed'].includes(city.forecast.containsNewHousing);
  const brought = bringing.reduce((sum, site) => sum + site.persons, 0);
  const isNet = request.movers !== 'gross' && bringing.every(({ site }) => (site.internalShare ?? null) !== null);

  const finest = points.districtOf.at(-1)!;
  // One copy for all: in the usual case nothing but a few cells and the sites themselves differ.
  const all = arrays.copyOf(persons);
  const forecast: Residents = {
    persons: all.subarray(0, points.packageCount),
    districtOf: finest.subarray(0, points.packageCount),
    outside: points.outside.subarray(0, points.packageCount),
  };
  const leavers = leaving.map(({ of, persons: gone }) => ({ persons: gone, ...areaOfForecast(model, of) }));
  const { persons: remaining, left } = takeOut(forecast, leavers);
  const before = { ...forecast, persons: remaining };
  const residentsBefore = isMoved ? sumOfResidents(before) : 0;
  const { persons: staying, gaveWay } = giveWay(before, shares, remaining);
  const living = { ...before, persons: staying };
  const arrivals = bringing.map((arrival): SiteArrivals => {
    const internalShare = arrival.site.internalShare?.[request.variant] ?? 0;
    return {
      persons: arrival.persons,
      internalShare,
      district: finest[points.site.indexOf(arrival.number, points.packageCount)]!,
    };
  });
  const unshifted = { persons: staying, siteFactor: 1, fromCity: 0 };
  const withoutTotal = isNet ? takeFromDistricts(living, arrivals) : unshifted;
  const shift = isMoved ? keepTotal(living, brought, residentsBefore) : withoutTotal;
  if (shift.persons.buffer !== all.buffer) all.set(shift.persons);
  addSitePoints(model, shift, counted, all);
  return {
    persons: all,
    sites: {
      sites: bringing.length,
      mode: isMoved ? 'moved' : 'added',
      basis: isMoved || isNet ? 'net' : 'gross',
      persons: brought * shift.siteFactor,
      personsGaveWay: gaveWay,
      personsFromCity: shift.fromCity,
      difference: brought - gaveWay - left - (isMoved ? 0 : shift.fromCity),
      ...(leaving.length === 0 ? {} : { outOfForecast: { sites: leaving.length, persons: left } }),
      sitesWithoutFigures: counted.filter(
        ({ site }) => !hasYear(site) || siteDwellings(site, parametersOf(site)) === null,
      ).length,
    },
  };
}

/** Writes the persons of the sites behind those of the package, spread over each site's points. */
function addSitePoints(
  { points }: CityModel,
  { siteFactor }: Pick<ResidentShift, 'siteFactor'>,
  counted: readonly CountedSite[],
  persons: Float64Array,
): void {
  const bySite = new Map(counted.map((site) => [site.number, site.persons * siteFactor]));
  for (let p = points.packageCount; p < points.count; p++) {
    persons[p] = (bySite.get(points.site[p]!) ?? 0) * points.siteShare[p]!;
  }
}
