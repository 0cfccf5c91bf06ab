import type { House } from '../../city/types.ts';
import { type Allocation, allocate } from '../../engine/models/allocation.ts';
import { nearestDecimeters } from '../../engine/models/coverage.ts';
import { collectPairs, type Pairs } from '../../engine/models/pairs.ts';
import type { ReachLists } from '../../engine/reach/reach-lists.ts';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../indicators/indicator.ts';
import { type ArrayPool, type Arrays, NEW_ARRAYS } from '../../shared/arrays.ts';
import { worseGrade } from '../../shared/grade.ts';
import { fail } from '../../shared/problem.ts';
import { houseGroupByService } from '../../shared/services.ts';
import type { CityModel } from './city-model.ts';
import { computeAreaScores } from './gap-areas.ts';
import { type CatchmentResult, computeCatchments } from './gap-catchments.ts';
import { computeGapDemand, type GapDemand } from './gap-demand.ts';
import { computePoolSplit, type PoolSplit, poolCapacity, poolsInResult } from './gap-pools.ts';
import type { GapRequest, GapResult } from './gap-request.ts';
import { type GapFigures, gapRows } from './gap-rows.ts';
import {
  computeAreaSupply,
  computeGapSupply,
  type GapSupply,
  placesWithoutLocation,
  statedPlaces,
} from './gap-supply.ts';
import type { ModelPoints } from './model-points.ts';
import { type ReachStore, sameNumbers } from './service-reach.ts';
import { stepFreeInResult } from './step-free.ts';

/** What the map shows beside the rows: per point, per house, per pair. */
export interface GapDetails {
  readonly result: GapResult;
  /** What the rows are summed from. */
  readonly figures: GapFigures;
  readonly demand: GapDemand;
  readonly supply: GapSupply;
  /** Decimetres to the nearest house or area per point. */
  readonly nearest: Uint32Array;
  /** Only for the allocation model. */
  readonly allocation: Allocation | null;
  readonly pairs: Pairs | null;
  /** How shared pools were split; hand it to the next call to keep it. */
  readonly poolSplit: PoolSplit | null;
  /** Demand per point that takes part in the allocation: 0 outside and where it is missing; empty for other models. */
  readonly asked: Float64Array;
  /** Capacity of the houses of the pairs, in their order. */
  readonly knownCapacity: Float64Array;
  /** m² per person in reach, per point; only for the area model. */
  readonly areaScores: Float64Array | null;
  /** Schools and their catchments; only for the catchment model. */
  readonly catchments: CatchmentResult | null;
}

/** Limit of a request in metres; `null` for models without reach. Throws `gap.limit-invalid`, `gap.limit-too-large`. */
function limitOf(indicator: Indicator, request: GapRequest): number | null {
  const meters = request.limitMeters ?? indicator.limitMeters?.value ?? null;
  if (meters === null) return null;
  if (!(meters > 0)) return fail('gap.limit-invalid', { found: String(meters) });
  const largest = indicator.largestLimitMeters ?? meters;
  return meters <= largest ? meters : fail('gap.limit-too-large', { found: meters, largest });
}

export interface GapOptions {
  /** Indicators of the other services: what they lack decides how shared pools are split. Default: the shipped catalogue. */
  readonly catalogue?: readonly Indicator[];
  /** A split to keep, e.g. while something is dragged; default: made for the request. */
  readonly poolSplit?: PoolSplit | null;
  /** A result for the same houses, distances and request, of which only other people ask: all but what they change is used again. */
  readonly like?: Pick<GapDetails, 'supply' | 'nearest' | 'pairs'>;
  /** Levels (0 = the city) that get rows, the others stay empty: where few are looked at, rows are half of the work. Default: all. */
  readonly rows?: readonly number[];
  /** Where the arrays per point and per pair come from. Default: each is new. */
  readonly arrays?: Arrays;
}

/**
 * Provision and gaps of one service for one year and variant: rows for the city and every district, and the arrays behind them.
 * Missing figures stay missing: points without the ages asked for are counted, districts made only of them have `null`. Throws
 * `gap.year-outside` for a year that the package does not cover, `gap.nothing-of-service` where no house or area offers the service.
 */
export function computeGaps(
  model: CityModel,
  reach: ReachStore,
  indicator: Indicator,
  request: GapRequest,
  options: GapOptions = {},
): GapDetails {
  const { city, points } = model;
  const years = city.identity.years;
  if (!Number.isInteger(request.year) || request.year < years[0]! || request.year > years.at(-1)!) {
    return fail('gap.year-outside', { found: request.year, first: years[0]!, last: years.at(-1)! });
  }
  const limitMeters = limitOf(indicator, request);
  const isArea = houseGroupByService(request.service) === null;
  const { arrays = NEW_ARRAYS } = options;
  const demand = computeGapDemand(model, indicator, request, arrays);
  const largest = indicator.largestLimitMeters ?? limitMeters ?? 0;
  const { catalogue = DEFAULT_CATALOGUE } = options;
  const poolSplit =
    options.poolSplit === undefined
      ? computePoolSplit(model, indicator, request, catalogue, arrays)
      : options.poolSplit;
  const fromPools = (house: House) =>
    poolCapacity(house, request.service, request, poolSplit ?? { lacking: {} }, request.pools);
  const { like } = options;
  const supply =
    like?.supply ??
    (isArea
      ? computeAreaSupply(city.supplyAreas, request.service, indicator.minAreaSquareMeters)
      : computeGapSupply(city.houses, request.service, request, fromPools));
  if (supply.houses.length === 0 && !offersService(model, request, isArea))
    fail('gap.nothing-of-service', { service: request.service });
  const store =
    limitMeters === null
      ? null
      : isArea
        ? reach.areas(request.service, largest)
        : reach.houses(request.service, largest);
  const lists = like !== undefined || store === null ? NONE : supply.houses.map((number) => store.listOf[number]!);
  const nearest = like?.nearest ?? (store === null ? nowhere(points) : nearestOf(store.lists, lists, points.count));

  let pairs: Pairs | null = null;
  let allocation: Allocation | null = null;
  let asked: Float64Array = new Float64Array(0);
  const { at: stated, capacity: knownCapacity } = statedPlaces(supply);
  if (indicator.model === 'allocation' && store !== null && limitMeters !== null) {
    const limitDecimeters = Math.round(limitMeters * 10);
    pairs =
      like?.pairs ??
      pairsOf(
        store.lists,
        stated.map((i) => lists[i]!),
        limitDecimeters,
      );
    asked = insideAndKnown(demand.demand, points.outside, arrays);
    allocation = allocate(asked, knownCapacity, pairs, arrays);
    allocation = { ...allocation, taken: spreadTaken(allocation.taken, stated, supply.houses.length) };
  }
  const areaScores =
    indicator.model === 'area' && store !== null && limitMeters !== null
      ? computeAreaScores(demand, supply, store, Math.round(limitMeters * 10), arrays)
      : null;
  const catchments =
    indicator.model === 'catchment' && store !== null
      ? computeCatchments(model, indicator, request, demand, supply, store)
      : null;
  const withoutLocation = placesWithoutLocation(city.districtFigures, request);
  const figures: GapFigures = {
    model,
    request,
    kind: indicator.model,
    limitDecimeters: limitMeters === null ? null : Math.round(limitMeters * 10),
    demand,
    supply,
    isArea,
    nearest,
    allocation,
    areaScores,
    areaRate: indicator.rate.value,
    notConnected: reach.pointsNotConnected,
    withoutLocation,
  };
  const levels = gapRows(figures, options.rows);
  const capacity = levels[0]?.[0]?.capacity ?? null;
  let grade = worseGrade(demand.grade, supply.grade);
  const assumed = (model.graph === null && limitMeters !== null) || catchments?.withoutCatchments === true;
  if (assumed) grade = 'assumed';
  return {
    figures,
    demand,
    supply,
    nearest,
    allocation,
    pairs,
    poolSplit,
    asked,
    knownCapacity,
    areaScores,
    catchments,
    result: {
      request,
      indicator: citation(indicator),
      limitMeters,
      levels,
      grade,
      populationDate: city.identity.referenceDate,
      capacityDate: supply.date,
      availableShare: capacity === null || capacity === 0 ? null : supply.statedAvailable / capacity,
      placesWithoutLocation: [...withoutLocation.values()].reduce((sum, value) => sum + value, 0),
      airDistance: model.graph === null,
      pools: poolSplit === null ? null : poolsInResult(model, request, poolSplit),
      sites: demand.sites,
      stepFree: stepFreeInResult(model, supply, request.profile, isArea),
      heldConstant: demand.heldConstant,
      withoutCatchments: catchments?.withoutCatchments === true,
    },
  };
}

/** The result of `computeGaps` alone, worked out in arrays of a pool: for many results one after the other. Throws the same. */
export function computeResult(
  pool: ArrayPool,
  model: CityModel,
  reach: ReachStore,
  indicator: Indicator,
  request: GapRequest,
  options: Omit<GapOptions, 'arrays'> = {},
): GapResult {
  const loan = pool.lend();
  try {
    return computeGaps(model, reach, indicator, request, { ...options, arrays: loan }).result;
  } finally {
    loan.giveBack();
  }
}

const NONE = new Uint32Array(0);

const knownZeros = new WeakMap<ModelPoints, Uint32Array>();

/** Distances where none are asked for: one array for all. */
function nowhere(points: ModelPoints): Uint32Array {
  const zeros = knownZeros.get(points) ?? new Uint32Array(points.count);
  knownZeros.set(points, zeros);
  return zeros;
}

/** People outside the city do not compete for its places: what they need is their own town's demand. */
function insideAndKnown(demand: Float64Array, outside: Uint8Array, arrays: Arrays): Float64Array {
  const asked = arrays.float64(demand.length);
  for (let p = 0; p < asked.length; p++) {
    if (outside[p] === 0 && !Number.isNaN(demand[p]!)) asked[p] = demand[p]!;
  }
  return asked;
}

/** Times between two openings or closings that are gone through again and again: what was found for them is kept. */
const KEPT_TIMES = 8;

interface KnownNearest {
  readonly of: Uint32Array;
  readonly nearest: Uint32Array;
}

/** By reach lists: what was found for the houses counted last. From year to year most are the same. */
const knownNearest = new WeakMap<ReachLists, readonly KnownNearest[]>();

function nearestOf(lists: ReachLists, counted: Uint32Array, pointCount: number): Uint32Array {
  const known = knownNearest.get(lists) ?? [];
  const found = known.find(({ of }) => sameNumbers(of, counted));
  if (found !== undefined) return found.nearest;
  const nearest = nearestDecimeters(lists, counted, pointCount);
  knownNearest.set(lists, [{ of: counted, nearest }, ...known].slice(0, KEPT_TIMES));
  return nearest;
}

interface KnownPairs {
  readonly of: Uint32Array;
  readonly limit: number;
  readonly pairs: Pairs;
}

/** By reach lists: the pairs of the houses and limits asked for last, for the same reason. */
const knownPairs = new WeakMap<ReachLists, readonly KnownPairs[]>();

function pairsOf(lists: ReachLists, counted: Uint32Array, limitDecimeters: number): Pairs {
  const known = knownPairs.get(lists) ?? [];
  const found = known.find(({ of, limit }) => limit === limitDecimeters && sameNumbers(of, counted));
  if (found !== undefined) return found.pairs;
  const pairs = collectPairs(lists, counted, limitDecimeters);
  knownPairs.set(lists, [{ of: counted, limit: limitDecimeters, pairs }, ...known].slice(0, KEPT_TIMES));
  return pairs;
}

function offersService(model: CityModel, request: GapRequest, isArea: boolean): boolean {
  return isArea
    ? model.city.supplyAreas.some((area) => area.services.includes(request.service))
    : model.city.houses.some((house) => house.offers.some((offer) => offer.service === request.service));
}

/** Puts the places taken by houses with stated capacity back at their place among all counted houses; NaN elsewhere. */
function spreadTaken(taken: Float64Array, stated: Uint32Array, count: number): Float64Array {
  const all = new Float64Array(count).fill(Number.NaN);
  stated.forEach((house, i) => {
    all[house] = taken[i]!;
  });
  return all;
}
