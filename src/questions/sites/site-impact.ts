import type { Variant } from '../../city/types.ts';
import { UNREACHED } from '../../engine/network/bounded-search.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { citation } from '../../indicators/indicator.ts';
import { worseGrade } from '../../shared/grade.ts';
import { houseGroupByService } from '../../shared/services.ts';
import type { CityModel, GapCity, GapSite } from '../gaps/city-model.ts';
import { createCityModel } from '../gaps/city-model.ts';
import { computeGaps, type GapDetails } from '../gaps/compute-gaps.ts';
import type { GapRequest, GapRow, WhatCounts } from '../gaps/gap-request.ts';
import { sitePhases, siteShareOnTop } from '../gaps/gap-sites.ts';
import { createReachStore, type ReachStore } from '../gaps/service-reach.ts';
import type { HouseInReach, ImpactYear, SiteImpact } from './site-calls.ts';
import { VARIANT_NAMES } from './site-waves.ts';

/** A city with the site, and the same city without it. They share points, network and distances. */
export interface Compared {
  readonly site: GapSite;
  /** Number of the site in both. */
  readonly number: number;
  readonly with: CityModel;
  readonly without: CityModel;
  readonly reach: ReachStore;
  readonly inForecast: boolean;
}

/** Half a place: less is no place that anybody misses. */
const HALF_A_PLACE = 0.5;
/** Amounts below this (in the unit of the service) are sums of floats. */
const NOTHING = 1e-6;

/**
 * Prepares the comparison. The site counts in one city whatever its stage, and not in the other; a forecast that lists it counts it as if
 * it came on top. The site may be one of the city (its figures are then those given here) or one that is only tried. `base` (with its
 * store) is a model of the same city, of which everything is used again that does not differ.
 */
export function compareSite(
  city: GapCity,
  site: GapSite,
  base: { readonly model: CityModel; readonly reach: ReachStore } | null = null,
): Compared {
  const at = city.sites.findIndex(({ id }) => id === site.id);
  const number = at < 0 ? city.sites.length : at;
  const { forecast } = city;
  const inForecast = siteShareOnTop(city, site) < 1;
  const unlisted =
    forecast === null
      ? null
      : { ...forecast, listedSites: forecast.listedSites.filter(({ siteId }) => siteId !== site.id) };
  const cityWith = (change: Partial<GapSite>): GapCity => {
    const sites = [...city.sites];
    sites[number] = { ...site, inForecast: false, ...change };
    return { ...city, forecast: unlisted, sites };
  };
  const counting = createCityModel(cityWith({ stage: 14, infill: false, sideState: null }), 'all', base?.model ?? null);
  const without = createCityModel(cityWith({ sideState: 'abandoned' }), 'all', counting);
  return {
    site,
    number,
    with: counting,
    without,
    reach: createReachStore(counting, base?.reach ?? null),
    inForecast,
  };
}

export interface ImpactQuestion {
  readonly indicator: Indicator;
  readonly catalogue: readonly Indicator[];
  readonly counts: WhatCounts;
  readonly variant: Variant;
}

export interface ImpactStep {
  readonly done: number;
  readonly of: number;
}

/**
 * One service with and without a site over the years of the package, and the low and high variant in the worst one. Runs the models of the
 * gap map themselves, twice per year; yields after each. Throws the problems of `computeGaps`.
 */
export function* siteImpact(compared: Compared, question: ImpactQuestion): Generator<ImpactStep, SiteImpact> {
  const { indicator, variant } = question;
  const { years } = compared.with.city.identity;
  const of = years.length + 1;
  const surroundings = surroundingsOf(compared, indicator);
  const pairs: YearPair[] = [];
  for (const year of years) {
    pairs.push(yearPair(compared, question, year, variant));
    yield { done: pairs.length, of };
  }
  const impact = pairs.map((pair) => impactOf(pair, surroundings));
  const worst = worstOf(impact);
  const range = VARIANT_NAMES.map((other) =>
    worst === null || other === variant
      ? (worst?.value ?? 0)
      : addedBy(impactOf(yearPair(compared, question, worst.year, other), surroundings)),
  );
  const last = pairs[worst === null ? 0 : years.indexOf(worst.year)]!;
  return {
    service: indicator.service,
    indicator: citation(indicator),
    model: indicator.model,
    limitMeters: last.with.result.limitMeters,
    around: surroundings.around,
    aroundName: surroundings.name,
    years: impact,
    firstYear: impact.find((year) => addedBy(year) >= HALF_A_PLACE)?.year ?? null,
    worst: worst === null ? null : { ...worst, low: Math.min(...range), high: Math.max(...range) },
    losers: worst === null ? [] : losersOf(compared, last),
    houses: housesOf(compared, pairs, surroundings),
    housesWithoutCapacity: withoutCapacity(last, surroundings),
    squareMetersPerPerson: indicator.model === 'area' ? pairs.map((pair) => ownScore(compared, pair)) : null,
    grade: worseGrade(last.with.result.grade, 'assumed'),
    airDistance: last.with.result.airDistance,
    withoutCatchments: last.with.result.withoutCatchments === true,
    inForecast: compared.inForecast,
  };
}

interface YearPair {
  readonly year: number;
  readonly with: GapDetails;
  readonly without: GapDetails;
}

function yearPair(compared: Compared, question: ImpactQuestion, year: number, variant: Variant): YearPair {
  const { indicator, catalogue, counts } = question;
  const request: GapRequest = {
    service: indicator.service,
    year,
    variant,
    counts,
    limitMeters: null,
    profile: 'all',
    scenarioId: null,
    movers: 'gross',
  };
  const without = computeGaps(compared.without, compared.reach, indicator, request, { catalogue });
  // Before anybody moves in both cities are the same.
  if (year < firstYearOf(compared.site)) return { year, without, with: without };
  // The split of shared places stays as it is without the site, so that the difference is the site's alone.
  const { poolSplit } = without;
  return {
    year,
    without,
    with: computeGaps(compared.with, compared.reach, indicator, request, { catalogue, poolSplit }),
  };
}

function firstYearOf(site: GapSite): number {
  return Math.min(...sitePhases(site).map(({ year }) => year));
}

/** What lies around the site for one service, the same in all years. */
interface Surroundings {
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
}

function surroundingsOf({ with: model, number, reach }: Compared, indicator: Indicator): Surroundings {
  const { points } = model;
  const own = new Set<number>();
  for (let p = points.packageCount; p < points.count; p++) if (points.site[p] === number) own.add(p);
  const limitMeters = indicator.limitMeters?.value ?? null;
  const nothing = { own, points: own, houses: new Map<number, number>(), row: null, name: null };
  if (indicator.model === 'balance') return { ...nothing, around: 'area', ...areaOf(model, [...own][0]!, indicator) };
  if (limitMeters === null) return { ...nothing, around: 'own' };
  const isArea = houseGroupByService(indicator.service) === null;
  const largest = indicator.largestLimitMeters ?? limitMeters;
  const store = isArea ? reach.areas(indicator.service, largest) : reach.houses(indicator.service, largest);
  const limit = Math.round(limitMeters * 10);
  const houses = new Map<number, number>();
  const around = new Set(own);
  store.numbers.forEach((house, list) => {
    const [from, to] = [store.lists.offsets[list]!, store.lists.offsets[list + 1]!];
    let nearest = UNREACHED;
    for (let e = from; e < to; e++) {
      if (own.has(store.lists.points[e]!)) nearest = Math.min(nearest, store.lists.decimeters[e]!);
    }
    if (nearest > limit) return;
    houses.set(house, nearest);
    for (let e = from; e < to; e++) {
      if (store.lists.decimeters[e]! <= limit) around.add(store.lists.points[e]!);
    }
  });
  const kind = indicator.model === 'catchment' ? 'catchment' : indicator.model === 'allocation' ? 'reach' : 'own';
  return { own, points: around, houses, row: null, name: null, around: kind };
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

/** What is missing because of the site in a year: 0 where nothing is known. */
export function addedBy({ missing, missingWithout }: ImpactYear): number {
  return missing === null || missingWithout === null ? 0 : tidy(Math.max(0, missing - missingWithout));
}

const tidy = (value: number) => Math.round(value * 1000) / 1000;
const tidyOrNull = (value: number | null) => (value === null || !Number.isFinite(value) ? null : tidy(value));

function worstOf(years: readonly ImpactYear[]): { readonly year: number; readonly value: number } | null {
  let found: { year: number; value: number } | null = null;
  for (const year of years) {
    const value = addedBy(year);
    if (value >= HALF_A_PLACE && value > (found?.value ?? 0) + NOTHING) found = { year: year.year, value };
  }
  return found;
}

function impactOf(pair: YearPair, surroundings: Surroundings): ImpactYear {
  const { own } = surroundings;
  const persons = sumOver(own, (p) => pair.with.demand.persons[p]!);
  const demand = sumOver(own, (p) => pair.with.demand.demand[p]!);
  const found = missingOf(pair, surroundings, persons);
  return {
    year: pair.year,
    persons: tidy(Number.isFinite(persons) ? persons : 0),
    demand: tidyOrNull(demand),
    missing: tidyOrNull(found.missing),
    missingWithout: tidyOrNull(found.missingWithout),
    missingOwn: tidyOrNull(found.missingOwn),
    missingOthers: tidyOrNull(found.missingOthers),
  };
}

type Missing = Pick<ImpactYear, 'missing' | 'missingWithout' | 'missingOwn' | 'missingOthers'>;

const UNKNOWN: Missing = { missing: null, missingWithout: null, missingOwn: null, missingOthers: null };

function missingOf(pair: YearPair, surroundings: Surroundings, persons: number): Missing {
  switch (surroundings.around) {
    case 'reach':
      return missingInReach(pair, surroundings);
    case 'catchment':
      return missingInCatchments(pair);
    case 'area':
      return missingInArea(pair, surroundings);
    case 'own':
      return pair.with.areaScores === null ? beyondReach(pair, surroundings) : missingArea(pair, surroundings, persons);
  }
}

function sumOver(points: Iterable<number>, value: (p: number) => number): number {
  let sum = 0;
  for (const p of points) sum += value(p);
  return sum;
}

/** Demand of a point that found no place. */
const unserved = ({ asked, allocation }: GapDetails, p: number) => asked[p]! - allocation!.served[p]!;

const hasPlaces = ({ allocation, knownCapacity }: GapDetails) => allocation !== null && knownCapacity.length > 0;

function missingInReach(pair: YearPair, { own, points }: Surroundings): Missing {
  const isKnown = pair.with.demand.demand.some((value) => !Number.isNaN(value));
  if (!isKnown || !hasPlaces(pair.with)) return UNKNOWN;
  const missingOwn = sumOver(own, (p) => unserved(pair.with, p));
  let missingOthers = 0;
  for (let p = 0; p < pair.with.asked.length; p++) {
    if (!own.has(p)) missingOthers += Math.max(0, unserved(pair.with, p) - unserved(pair.without, p));
  }
  return {
    missing: sumOver(points, (p) => unserved(pair.with, p)),
    missingWithout: sumOver(points, (p) => unserved(pair.without, p)),
    missingOwn,
    missingOthers,
  };
}

/** Numbers (among the rows) of the catchments that have more pupils with the site. */
function catchmentsOf({ with: counting, without }: YearPair): number[] {
  const before = without.catchments?.rows ?? [];
  return (counting.catchments?.rows ?? []).flatMap(({ persons }, i) =>
    persons - (before[i]?.persons ?? 0) > NOTHING ? [i] : [],
  );
}

function missingInCatchments(pair: YearPair): Missing {
  const numbers = catchmentsOf(pair);
  const lack = (details: GapDetails) => {
    let sum: number | null = numbers.length === 0 ? null : 0;
    for (const i of numbers) {
      const { demand, capacity } = details.catchments!.rows[i]!;
      sum = sum === null || demand === null || capacity === null ? null : sum + Math.max(0, demand - capacity);
    }
    return sum;
  };
  return { ...UNKNOWN, missing: lack(pair.with), missingWithout: lack(pair.without) };
}

function missingInArea(pair: YearPair, { row }: Surroundings): Missing {
  const lack = (details: GapDetails) => {
    const found = rowOf(details, row!);
    return found === undefined || found.balance === null ? null : Math.max(0, -found.balance);
  };
  return { ...UNKNOWN, missing: lack(pair.with), missingWithout: lack(pair.without) };
}

function rowOf(
  { result }: GapDetails,
  { level, id }: { readonly level: number; readonly id: string },
): GapRow | undefined {
  return result.levels.flat().find((row) => row.level === level && row.id === id);
}

/** Persons of the site beyond the limit: services that are only reached, not counted in places. */
function beyondReach(pair: YearPair, { own }: Surroundings): Missing {
  const limit = pair.with.result.limitMeters;
  if (limit === null) return UNKNOWN;
  const beyond = sumOver(own, (p) =>
    pair.with.nearest[p]! <= Math.round(limit * 10) ? 0 : pair.with.demand.persons[p]!,
  );
  return { missing: beyond, missingWithout: 0, missingOwn: beyond, missingOthers: 0 };
}

/** m² that lack against the rate, in the whole city: whoever shares an area with the site has less of it. */
function missingArea(pair: YearPair, { own }: Surroundings, persons: number): Missing {
  const city = (details: GapDetails) => details.result.levels[0]![0]!.missing;
  const missing = city(pair.with);
  const missingWithout = city(pair.without);
  if (missing === null || missingWithout === null || persons === 0) return { ...UNKNOWN, missing, missingWithout };
  const rate = pair.with.demand.demand[[...own][0]!]! / pair.with.demand.persons[[...own][0]!]!;
  const missingOwn = sumOver(own, (p) => pair.with.demand.persons[p]! * Math.max(0, rate - pair.with.areaScores![p]!));
  return { missing, missingWithout, missingOwn, missingOthers: Math.max(0, missing - missingWithout - missingOwn) };
}

/** m² per person in reach of the site's residents: the mean over its points. */
function ownScore({ with: model, number }: Compared, { with: counting }: YearPair): number | null {
  let sum = 0;
  for (let p = model.points.packageCount; p < model.points.count; p++) {
    if (model.points.site[p] === number) sum += counting.areaScores![p]! * model.points.siteShare[p]!;
  }
  return tidyOrNull(sum);
}

function losersOf({ with: model, number }: Compared, pair: YearPair): SiteImpact['losers'] {
  if (!hasPlaces(pair.with)) return [];
  const { points, districts } = model;
  const level = Math.min(1, districts.length - 1);
  const amounts = new Map<number, number>();
  for (let p = 0; p < points.count; p++) {
    if (points.site[p] === number) continue;
    const more = unserved(pair.with, p) - unserved(pair.without, p);
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

/** Figures of a house in one year: `null` where it is not there or states nothing. */
function figuresOf({ supply, allocation, catchments }: GapDetails, house: number) {
  const i = supply.houses.indexOf(house);
  const capacity = i < 0 ? Number.NaN : supply.capacity[i]!;
  const taken = i < 0 ? null : catchments === null ? (allocation?.taken[i] ?? null) : catchments.rows[i]!.demand;
  return { capacity: tidyOrNull(capacity), taken: tidyOrNull(taken) };
}

function housesOf(compared: Compared, pairs: readonly YearPair[], surroundings: Surroundings): HouseInReach[] {
  const { city } = compared.with;
  const isArea = houseGroupByService(pairs[0]!.with.result.request.service) === null;
  const objects = isArea ? city.supplyAreas : city.houses;
  const decimeters = new Map(surroundings.houses);
  if (surroundings.around === 'catchment') {
    const schools = new Set(pairs.flatMap((pair) => catchmentsOf(pair).map((i) => pair.with.supply.houses[i]!)));
    for (const house of decimeters.keys()) if (!schools.has(house)) decimeters.delete(house);
    for (const house of schools) if (!decimeters.has(house)) decimeters.set(house, UNREACHED);
  }
  return [...decimeters]
    .map(([house, distance]) => {
      const counting = pairs.map((pair) => figuresOf(pair.with, house));
      const without = pairs.map((pair) => figuresOf(pair.without, house));
      return {
        id: objects[house]!.id,
        name: objects[house]!.name,
        meters: distance === UNREACHED ? null : Math.round(distance / 10),
        capacity: counting.map(({ capacity }) => capacity),
        taken: counting.map(({ taken }) => taken),
        takenWithout: without.map(({ taken }) => taken),
      };
    })
    .sort((a, b) => (a.meters ?? Infinity) - (b.meters ?? Infinity) || (a.id < b.id ? -1 : 1));
}

function withoutCapacity({ with: { supply } }: YearPair, { houses }: Surroundings): number {
  return [...supply.houses].filter((house, i) => houses.has(house) && Number.isNaN(supply.capacity[i]!)).length;
}
