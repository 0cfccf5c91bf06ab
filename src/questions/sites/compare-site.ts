import type { Variant } from '../../city/types.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { NEW_ARRAYS } from '../../shared/arrays.ts';
import type { CityModel, GapCity, GapSite } from '../gaps/city-model.ts';
import { createCityModel } from '../gaps/city-model.ts';
import { computeGaps, type GapOptions } from '../gaps/compute-gaps.ts';
import { computePoolSplit } from '../gaps/gap-pools.ts';
import type { GapRequest, WhatCounts } from '../gaps/gap-request.ts';
import { sitePhases, siteShareOnTop } from '../gaps/gap-sites.ts';
import { createReachStore, type ReachStore } from '../gaps/service-reach.ts';
import { type CitySide, sideOf } from './city-side.ts';
import type { KeptSides } from './kept-sides.ts';

/** A city with the site, and the same city without it. They share points, network and distances. */
export interface Compared {
  readonly site: GapSite;
  /** Number of the site in both. */
  readonly number: number;
  readonly with: CityModel;
  readonly without: CityModel;
  readonly reach: ReachStore;
  /** What other comparisons of the city have found; `null` = nothing is kept. */
  readonly kept: KeptSides | null;
  readonly inForecast: boolean;
}

/**
 * Prepares the comparison. The site counts in one city whatever its stage, and not in the other; a forecast that lists it counts it as if
 * it came on top. The site may be one of the city (its figures are then those given here) or one that is only tried. `base` (with its
 * store) is a model of the same city, of which everything is used again that does not differ; `kept` are the sides of its other
 * comparisons. Where the package ends before a site's children come to school, later years are compared too, with people and places as
 * they are known or forecast last.
 */
export function compareSite(
  city: GapCity,
  site: GapSite,
  base: { readonly model: CityModel; readonly reach: ReachStore } | null = null,
  kept: KeptSides | null = null,
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
  // What is prepared does not depend on the years: models that differ by them alone share it.
  const withYears = (model: CityModel, identity: GapCity['identity']) => ({
    ...model,
    city: { ...model.city, identity },
  });
  const years = [...city.identity.years, ...laterYears(city, site)];
  const same = base === null ? null : withYears(base.model, city.identity);
  const counted = createCityModel(cityWith({ stage: 14, infill: false, sideState: null }), 'all', same);
  const counting = withYears(counted, { ...city.identity, years });
  const without = withYears(
    createCityModel(cityWith({ sideState: 'abandoned' }), 'all', counted),
    counting.city.identity,
  );
  return {
    site,
    number,
    with: counting,
    without,
    reach: createReachStore(counting, base?.reach ?? null),
    kept,
    inForecast,
  };
}

/** Years after the last first occupancy about which services ask most: everyone, U3, Ü3, Grundschule, Sekundarstufe, Pflege. */
const PEAK_AFTER_YEARS = [1, 4, 7, 11, 15, 30];
/** As long as the children of a site have not come to school, too little of what it brings is seen. */
const SEEN_AFTER_YEARS = 7;

/** Years after the last one of the package: those of first occupancies and of peaks, where the package ends before them. */
function laterYears({ identity: { years } }: GapCity, site: GapSite): readonly number[] {
  const phases = sitePhases(site).map(({ year }) => year);
  const [end, last] = [years.at(-1)!, Math.max(...phases)];
  if (last + SEEN_AFTER_YEARS <= end) return [];
  const asked = new Set([...phases, ...PEAK_AFTER_YEARS.map((after) => last + after)]);
  return [...asked].filter((year) => year > end).sort((a, b) => a - b);
}

export interface ImpactQuestion {
  readonly catalogue: readonly Indicator[];
  readonly counts: WhatCounts;
  readonly variant: Variant;
}

/** A service in one year with the site and without it. */
export interface YearPair {
  readonly year: number;
  readonly with: CitySide;
  readonly without: CitySide;
}

/** Throws the problems of `computeGaps`. `given`: levels that get rows, and where arrays come from. */
export function yearPair(
  compared: Compared,
  indicator: Indicator,
  { catalogue, counts }: Omit<ImpactQuestion, 'variant'>,
  year: number,
  variant: Variant,
  given: Pick<GapOptions, 'rows' | 'arrays'> = {},
): YearPair {
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
  // The split of shared places is the one without the site in both cities, so that the difference is the site's alone.
  const poolSplit = computePoolSplit(compared.without, indicator, request, catalogue, given.arrays);
  const side = (model: CityModel, like: Pick<GapOptions, 'like'> = {}): CitySide => {
    const make = (isKept: boolean) => {
      const details = computeGaps(model, compared.reach, indicator, request, {
        ...given,
        ...like,
        catalogue,
        poolSplit,
      });
      return sideOf(details, model.points, isKept ? NEW_ARRAYS : given.arrays);
    };
    return compared.kept?.of(model, { indicator, request, rows: given.rows, poolSplit }, make) ?? make(false);
  };
  const without = side(compared.without);
  // Before anybody moves in both cities are the same.
  if (year < firstYearOf(compared.site)) return { year, without, with: without };
  return { year, without, with: side(compared.with, { like: without.like }) };
}

function firstYearOf(site: GapSite): number {
  return Math.min(...sitePhases(site).map(({ year }) => year));
}
