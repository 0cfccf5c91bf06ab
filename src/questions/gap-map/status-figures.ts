import type { AgeBand, House, Offer } from '../../city/types.ts';
import { ageWeights } from '../../engine/population/ages.ts';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeGaps } from '../gaps/compute-gaps.ts';
import { computeGapDemand, entitledShare } from '../gaps/gap-demand.ts';
import type { GapRequest, GapResult, GapRow } from '../gaps/gap-request.ts';
import { offerCounts, placesWithoutLocation } from '../gaps/gap-supply.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import { maskSmallCounts } from '../small-numbers.ts';
import { publishedFigure, publishedFigures } from './published-figure.ts';

/** Places that open after 31 December of the year, added up by form and year; `null` = not stated. Those without a number stand apart. */
export interface LaterPlaces {
  readonly form: string | null;
  readonly places: number | null;
  readonly year: number | null;
}

/** Figures of one service in one area. */
export interface StatusOfService {
  /** Persons of the target group, which rates are per 100 of. */
  readonly persons: number | null;
  /**
   * Places of the offers that are open on 31 December and count, by {@link StatusService.forms}: without an offer of the form 0, without
   * a stated number `null`. Places of pools have no form.
   */
  readonly placesByForm: readonly (number | null)[];
  /** All places that count, as on every other screen: pools and places without a location included. */
  readonly places: number | null;
  /** Of them without a location (Kindertagespflege); `null` = not stated. */
  readonly placesWithoutLocation: number | null;
  readonly housesWithoutPlaces: number;
  /** Existing or secured (financed, or decided with a date), not yet open. */
  readonly decided: readonly LaterPlaces[];
  /** Only planned; with a year, or `null` where none is stated. */
  readonly planned: readonly LaterPlaces[];
  /** Places per 100 of the target group. */
  readonly supplyRate: number | null;
  readonly waitingList: number | null;
  /** Year of the waiting list, and districts that state none in it where it is a sum; `null` without a waiting list. */
  readonly waitingListYear: number | null;
  readonly waitingListGaps: number | null;
}

/** One Stadtbezirk, or the city (level 0). */
export interface StatusArea {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** Children by {@link StatusFigures.ageGroups}; `null` = keine Angabe, or kept back. */
  readonly personsByAge: readonly (number | null)[];
  /** By age: whether the number of children is kept back, because it (or a neighbour's) is below the package's smallest published one. */
  readonly masked: readonly boolean[];
  /** In the order of {@link StatusFigures.services}. */
  readonly services: readonly StatusOfService[];
}

export interface StatusService {
  readonly service: ServiceId;
  /** `id@version`. */
  readonly indicator: string;
  /** Forms as the city calls them, by name; `null`, last = offers that state none. Empty where no offer states one. */
  readonly forms: readonly (string | null)[];
  /** What the supply rate should be, places per 100; `null` = to be set by the city. */
  readonly targetPerHundred: number | null;
  readonly hasWaitingList: boolean;
  /** Request, grade, dates and notes. */
  readonly result: GapResult;
}

/**
 * What a "Sachstandsbericht" tells: children by age, places by form, rates, decided places with their year and waiting lists, per
 * Stadtbezirk and for the city. Made to be handed to the report's table.
 */
export interface StatusFigures {
  readonly year: number;
  readonly populationDate: string;
  /** Ages that the package's bands can tell (half-open, years); others are left out. */
  readonly ageGroups: readonly AgeBand[];
  /** By age: whether a band of the package is cut for it. */
  readonly estimated: readonly boolean[];
  readonly services: readonly StatusService[];
  readonly districts: readonly StatusArea[];
  readonly city: StatusArea;
}

/** Ages a report on childcare and primary schools lists; the last is that of classes 1–4. */
const REPORT_AGES = [
  { from: 0, to: 1 },
  { from: 1, to: 2 },
  { from: 2, to: 3 },
  { from: 3, to: 6.5 },
  { from: 6.5, to: 10.5 },
] as const;

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

interface OfferOfHouse {
  readonly offer: Offer;
  readonly places: number | null;
}

/** Offers of a service that are not over by the end of the year. */
function offersOf(houses: readonly House[], request: GapRequest): OfferOfHouse[] {
  const day = `${request.year}-12-31`;
  return houses.flatMap(({ offers }) =>
    offers
      .filter(({ service, to }) => service === request.service && (to === null || to > day))
      .map((offer) => {
        const available = request.counts.capacity === 'available' ? offer.capacityAvailable.value : null;
        return { offer, places: available ?? offer.capacityApproved.value };
      }),
  );
}

/** Sum of the stated places; `null` if there are offers and none states any. */
function sumOf(offers: readonly OfferOfHouse[]): number | null {
  const stated = offers.flatMap(({ places }) => (places === null ? [] : [places]));
  return offers.length > 0 && stated.length === 0 ? null : stated.reduce((sum, places) => sum + places, 0);
}

/** Offers of some statuses that are not open yet, by year, then form; what is planned without a year is later until it counts. */
function laterPlaces(
  offers: readonly OfferOfHouse[],
  statuses: readonly Offer['status'][],
  request: GapRequest,
): LaterPlaces[] {
  const day = `${request.year}-12-31`;
  const groups = new Map<string, { place: Omit<LaterPlaces, 'places'>; offers: OfferOfHouse[] }>();
  for (const found of offers) {
    const { from, form, status } = found.offer;
    const isLater = from === null ? !offerCounts(found.offer, request.year, request.counts) : from > day;
    if (!statuses.includes(status) || !isLater) continue;
    const year = from === null ? null : Number(from.slice(0, 4));
    const key = JSON.stringify([year, form, found.places === null]);
    const group = groups.get(key) ?? { place: { form, year }, offers: [] };
    group.offers.push(found);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group.place, places: sumOf(group.offers) }))
    .sort(
      (a, b) =>
        (a.year ?? Infinity) - (b.year ?? Infinity) || compareForms(a.form, b.form) || Number(a.places === null) - 1,
    );
}

/** By name, `null` last. */
function compareForms(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function formsOf(houses: readonly House[], request: GapRequest): (string | null)[] {
  const open = offersOf(houses, request).filter(({ offer }) => offerCounts(offer, request.year, request.counts));
  const forms = [...new Set(open.map(({ offer }) => offer.form))].sort(compareForms);
  return forms.some((form) => form !== null) ? forms : [];
}

/** One service in one area. */
function serviceIn(
  { city }: CityModel,
  { forms, result }: StatusService,
  houses: readonly House[],
  row: GapRow,
): StatusOfService {
  const { request } = result;
  const district = row.level === 0 ? null : row.id;
  const offers = offersOf(houses, request);
  const open = offers.filter(({ offer }) => offerCounts(offer, request.year, request.counts));
  const without = placesWithoutLocation(city.districtFigures, request);
  const waiting = publishedFigure(city, district, request.service, 'waiting-list', request.year);
  return {
    persons: row.persons,
    placesByForm: forms.map((form) => sumOf(open.filter(({ offer }) => offer.form === form))),
    places: row.capacity,
    placesWithoutLocation:
      district !== null || without.size === 0 ? (without.get(row.id) ?? null) : result.placesWithoutLocation,
    housesWithoutPlaces: row.housesWithoutCapacity,
    decided: laterPlaces(offers, ['existing', 'secured'], request),
    planned: laterPlaces(offers, ['planned'], request),
    supplyRate: row.supplyRate,
    waitingList: waiting?.value ?? null,
    waitingListYear: waiting?.year ?? null,
    waitingListGaps: waiting?.districtsWithoutFigure ?? null,
  };
}

/** The services as columns of the report: their forms, target and result. */
function describeServices(
  model: CityModel,
  reach: ReachStore,
  indicators: readonly Indicator[],
  request: StatusRequest,
  inside: readonly House[],
  catalogue: readonly Indicator[],
): StatusService[] {
  return indicators.map((indicator) => {
    const { service, rate } = indicator;
    const { result } = computeGaps(model, reach, indicator, { ...request, service, limitMeters: null }, { catalogue });
    return {
      service,
      indicator: result.indicator,
      forms: formsOf(inside, result.request),
      targetPerHundred: rate.value === null ? null : rate.value * entitledShare(indicator, request.year) * 100,
      hasWaitingList: publishedFigures(model.city, service, 'waiting-list', request.year) !== null,
      result,
    };
  });
}

type StatusRequest = Omit<GapRequest, 'service' | 'limitMeters'>;

/**
 * The figures of a "Sachstandsbericht" for some services of houses, on 31 December of the request's year: per district of level 1 and for
 * the city. Places in all and rates are those of `computeGaps`; places that open later stand apart with their year. Services that no
 * house offers are left out; without any there are no children either. Throws as `computeGaps`.
 */
export function statusFigures(
  model: CityModel,
  reach: ReachStore,
  indicators: readonly Indicator[],
  request: StatusRequest,
  catalogue: readonly Indicator[] = DEFAULT_CATALOGUE,
): StatusFigures {
  const { identity, houses } = model.city;
  const inside = houses.filter((house) => !house.outside);
  const offered = indicators.filter(({ service }) =>
    houses.some((house) => house.offers.some((offer) => offer.service === service)),
  );
  const services = describeServices(model, reach, offered, request, inside, catalogue);
  const [template] = offered;
  const ages = REPORT_AGES.flatMap((age) => {
    const weights = ageWeights(identity.bands, age);
    return weights === null || template === undefined
      ? []
      : [
          {
            age,
            estimated: weights.estimated,
            persons: childrenByDistrict(model, template, services[0]!.result.request, age),
          },
        ];
  });

  const levelOne = model.districts.findIndex(({ level }) => level === 1);
  const numbers = levelOne < 0 ? [] : [...model.districts[levelOne]!.ids.keys()];
  const childrenIn = (levelIndex: number, number: number) => ages.map(({ persons }) => persons[levelIndex]![number]!);
  const mask = (table: (number | null)[][], parent: readonly boolean[]) =>
    maskSmallCounts(table, identity.smallNumberThreshold, parent);
  const [cityMasked] = mask([childrenIn(0, 0)], []) as [boolean[]];
  const districtsMasked = mask(
    numbers.map((number) => childrenIn(levelOne, number)),
    cityMasked,
  );

  const areaOf = (levelIndex: number, number: number, masked: readonly boolean[]): StatusArea => {
    const { ids, names, level } = model.districts[levelIndex]!;
    const own = level === 0 ? inside : inside.filter((house) => house.districts[level - 1] === ids[number]);
    return {
      id: ids[number]!,
      name: names[number]!,
      level,
      personsByAge: childrenIn(levelIndex, number).map((persons, age) => (masked[age] ? null : persons)),
      masked,
      services: services.map((service) => serviceIn(model, service, own, service.result.levels[levelIndex]![number]!)),
    };
  };
  return {
    year: request.year,
    populationDate: identity.referenceDate,
    ageGroups: ages.map(({ age }) => age),
    estimated: ages.map(({ estimated }) => estimated),
    services,
    districts: numbers.map((number) => areaOf(levelOne, number, districtsMasked[number]!)),
    city: areaOf(0, 0, cityMasked),
  };
}
