import type { House, Offer, OfferStatus } from '../../city/types.ts';
import { ageWeights } from '../../engine/population/ages.ts';
import { citation, type Indicator } from '../../indicators/indicator.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeGaps } from '../gaps/compute-gaps.ts';
import { computeGapDemand, entitledShare } from '../gaps/gap-demand.ts';
import type { GapRequest, GapResult } from '../gaps/gap-request.ts';
import { placesWithoutLocation } from '../gaps/gap-supply.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import { maskSmallCounts } from '../small-numbers.ts';
import { type PublishedSum, publishedFigure } from './published-figure.ts';

/** Children of an age interval (half-open, years); `estimated` = a band of the package is cut for it. */
export interface StatusAge {
  readonly from: number;
  readonly to: number;
  readonly estimated: boolean;
}

/** Places of one service, form and status in an area. */
export interface StatusPlaces {
  readonly service: ServiceId;
  /** RG, VÖ, GT, Krippe, …; `null` = not stated. */
  readonly form: string | null;
  readonly status: Exclude<OfferStatus, 'closed'>;
  /** Calendar year in which they open, for those not open on 31 December of the year; `null` = open then, or no year stated. */
  readonly opens: number | null;
  readonly houses: number;
  /** Sum over the offers that state their places; `null` if none does. */
  readonly places: number | null;
  readonly offersWithoutFigure: number;
}

/** The rate of one service in an area, as on every other screen. */
export interface StatusRate {
  readonly service: ServiceId;
  /** `id@version`. */
  readonly indicator: string;
  readonly persons: number | null;
  /** Places of existing and secured houses open in the year (and what else counts), places without a location included. */
  readonly capacity: number | null;
  /** Of them without a location (Kindertagespflege); `null` = not stated. */
  readonly placesWithoutLocation: number | null;
  /** Places per 100 of the target group, and what they should be. */
  readonly supplyRate: number | null;
  readonly targetRate: number | null;
  readonly balance: number | null;
  readonly housesWithoutCapacity: number;
  readonly waitingList: PublishedSum | null;
}

/** One Stadtbezirk, or the city (level 0). */
export interface StatusArea {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** Children by {@link StatusFigures.ages}; `null` = keine Angabe, or kept back. */
  readonly children: readonly (number | null)[];
  /** By age: whether the number of children is kept back, because it (or a neighbour's) is below the package's smallest published one. */
  readonly masked: readonly boolean[];
  /** By service as asked, then form, status and year of opening. Places of pools and without a location are only in the rates. */
  readonly places: readonly StatusPlaces[];
  readonly rates: readonly StatusRate[];
}

/** What a "Sachstandsbericht" tells: children by age, places by form and status, rates and waiting lists per Stadtbezirk and city. */
export interface StatusFigures {
  readonly year: number;
  /** Ages that the package's bands can tell; others are left out. */
  readonly ages: readonly StatusAge[];
  readonly populationDate: string;
  /** One result per service: its request, grade, dates and notes. */
  readonly results: readonly GapResult[];
  readonly city: StatusArea;
  readonly districts: readonly StatusArea[];
}

/** Ages a report on childcare and primary schools lists; the last is that of classes 1–4. */
const REPORT_AGES = [
  { from: 0, to: 1 },
  { from: 1, to: 2 },
  { from: 2, to: 3 },
  { from: 3, to: 6.5 },
  { from: 6.5, to: 10.5 },
] as const;

const STATUSES: readonly StatusPlaces['status'][] = ['existing', 'secured', 'planned', 'idea'];

/** Children of an age per district number of a level; `null` where no point of the district knows. */
function childrenByDistrict(
  model: CityModel,
  template: Indicator,
  request: GapRequest,
  age: { readonly from: number; readonly to: number },
): (readonly (number | null)[])[] {
  const { persons } = computeGapDemand(model, { ...template, target: { ...age, bySchoolYear: false } }, request);
  return model.districts.map((table, level) => {
    const sums: (number | null)[] = table.ids.map(() => null);
    model.points.districtOf[level]!.forEach((district, p) => {
      // A site's point alone is no statement about a district whose cells are all unknown.
      if (district < 0 || Number.isNaN(persons[p]!)) return;
      if (sums[district] === null && p >= model.points.packageCount) return;
      sums[district] = (sums[district] ?? 0) + persons[p]!;
    });
    return sums;
  });
}

/** An offer that the report lists: not given up, and not over by the end of the year. */
function isListed(offer: Offer, day: string): offer is Offer & { status: StatusPlaces['status'] } {
  return offer.status !== 'closed' && (offer.to === null || offer.to > day);
}

function statedPlaces(offer: Offer, basis: GapRequest['counts']['capacity']): number | null {
  return (basis === 'available' ? offer.capacityAvailable.value : null) ?? offer.capacityApproved.value;
}

/** Offers of houses added up by service, form, status and year of opening. */
function placesOf(
  houses: readonly House[],
  services: readonly ServiceId[],
  request: Pick<GapRequest, 'year' | 'counts'>,
): StatusPlaces[] {
  const day = `${request.year}-12-31`;
  const groups = new Map<string, { sum: StatusPlaces; houseIds: Set<string> }>();
  for (const house of houses) {
    for (const offer of house.offers) {
      if (!services.includes(offer.service) || !isListed(offer, day)) continue;
      const opens = offer.from !== null && offer.from > day ? Number(offer.from.slice(0, 4)) : null;
      const { service, form, status } = offer;
      const key = JSON.stringify([service, form, status, opens]);
      const group = groups.get(key) ?? {
        sum: { service, form, status, opens, houses: 0, places: null, offersWithoutFigure: 0 },
        houseIds: new Set<string>(),
      };
      const places = statedPlaces(offer, request.counts.capacity);
      group.houseIds.add(house.id);
      group.sum = {
        ...group.sum,
        houses: group.houseIds.size,
        places: places === null ? group.sum.places : (group.sum.places ?? 0) + places,
        offersWithoutFigure: group.sum.offersWithoutFigure + (places === null ? 1 : 0),
      };
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ sum }) => sum).sort((a, b) => comparePlaces(a, b, services));
}

function comparePlaces(a: StatusPlaces, b: StatusPlaces, services: readonly ServiceId[]): number {
  const byForm = (a.form ?? '') < (b.form ?? '') ? -1 : (a.form ?? '') > (b.form ?? '') ? 1 : 0;
  return (
    services.indexOf(a.service) - services.indexOf(b.service) ||
    byForm ||
    STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
    (a.opens ?? 0) - (b.opens ?? 0)
  );
}

/**
 * The figures of a "Sachstandsbericht" for some services of houses, on 31 December of the request's year: per district of level 1 and for
 * the city. Rates are those of `computeGaps`; offers of every status are listed apart, so that decided places show with their year.
 * Services that no house offers are left out. Throws as `computeGaps`.
 */
export function statusFigures(
  model: CityModel,
  reach: ReachStore,
  indicators: readonly Indicator[],
  request: Omit<GapRequest, 'service' | 'limitMeters'>,
): StatusFigures {
  const { city } = model;
  const offered = indicators.filter(({ service }) =>
    city.houses.some((house) => house.offers.some((offer) => offer.service === service)),
  );
  const requestOf = (indicator: Indicator): GapRequest => ({
    ...request,
    service: indicator.service,
    limitMeters: null,
  });
  const results = offered.map((indicator) => computeGaps(model, reach, indicator, requestOf(indicator)).result);
  const ages = REPORT_AGES.flatMap((age): StatusAge[] => {
    const weights = ageWeights(city.identity.bands, age);
    return weights === null ? [] : [{ ...age, estimated: weights.estimated }];
  });
  const [template] = offered;
  const children =
    template === undefined ? [] : ages.map((age) => childrenByDistrict(model, template, requestOf(template), age));
  const inside = city.houses.filter((house) => !house.outside);
  const services = offered.map(({ service }) => service);

  const areaOf = (levelIndex: number, number: number, masked: readonly boolean[]): StatusArea => {
    const table = model.districts[levelIndex]!;
    const id = table.ids[number]!;
    const district = levelIndex === 0 ? null : id;
    const houses = district === null ? inside : inside.filter((house) => house.districts[table.level - 1] === id);
    return {
      id,
      name: table.names[number]!,
      level: table.level,
      children: children.map((byLevel, age) => (masked[age] ? null : byLevel[levelIndex]![number]!)),
      masked,
      places: placesOf(houses, services, request),
      rates: offered.map((indicator, i) => rateOf(model, indicator, results[i]!, levelIndex, number, district)),
    };
  };
  const levelOne = model.districts.findIndex(({ level }) => level === 1);
  const numbers = levelOne < 0 ? [] : [...model.districts[levelOne]!.ids.keys()];
  const counts = (levelIndex: number, number: number) => children.map((byLevel) => byLevel[levelIndex]![number]!);
  const mask = (table: (number | null)[][], parentMasked: readonly boolean[]) =>
    maskSmallCounts(table, city.identity.smallNumberThreshold, parentMasked);
  const [cityMasked] = mask([counts(0, 0)], []);
  const districtsMasked = mask(
    numbers.map((number) => counts(levelOne, number)),
    cityMasked!,
  );
  return {
    year: request.year,
    ages,
    populationDate: city.identity.referenceDate,
    results,
    city: areaOf(0, 0, cityMasked!),
    districts: numbers.map((number) => areaOf(levelOne, number, districtsMasked[number]!)),
  };
}

function rateOf(
  model: CityModel,
  indicator: Indicator,
  result: GapResult,
  levelIndex: number,
  number: number,
  district: string | null,
): StatusRate {
  const row = result.levels[levelIndex]![number]!;
  const { service, year } = result.request;
  const without = placesWithoutLocation(model.city.districtFigures, result.request);
  return {
    service,
    indicator: citation(indicator),
    persons: row.persons,
    capacity: row.capacity,
    placesWithoutLocation:
      district !== null || without.size === 0 ? (without.get(row.id) ?? null) : result.placesWithoutLocation,
    supplyRate: row.supplyRate,
    targetRate: indicator.rate.value === null ? null : indicator.rate.value * entitledShare(indicator, year) * 100,
    balance: row.balance,
    housesWithoutCapacity: row.housesWithoutCapacity,
    waitingList: publishedFigure(model.city, district, service, 'waiting-list', year),
  };
}
