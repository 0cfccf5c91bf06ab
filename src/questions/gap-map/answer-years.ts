import type { PublishedFigure, Site, Variant } from '../../city/types.ts';
import { siteDwellings } from '../../engine/sites/site-residents.ts';
import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import { citation, type Indicator } from '../../indicators/indicator.ts';
import { createArrayPool } from '../../shared/arrays.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeResult } from '../gaps/compute-gaps.ts';
import { computePoolSplit } from '../gaps/gap-pools.ts';
import { siteCounts } from '../gaps/gap-sites.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import type { GapQuestion, GapYear, GapYears } from './gap-calls.ts';
import { historyPoints } from './history-points.ts';

/** How many of the years × variants are answered. */
export interface YearsProgress {
  readonly done: number;
  readonly of: number;
}

/** Without a forecast the variants are those of the sites. */
const SITE_VARIANTS: readonly Variant[] = ['low', 'middle', 'high'];

/** A site's calendar years of first occupancy with their share; all at once in its first year where no phases are stated. */
function phasesOf({ phases, firstOccupancy }: Site): Site['phases'] {
  return phases.length > 0 || firstOccupancy === null ? phases : [{ year: firstOccupancy, share: 1 }];
}

/**
 * Dwellings first occupied per year of the package, over the sites that count by their stage (contained in the forecast or not). Years
 * without any are left out. A site whose dwellings nobody knows counts as a site and adds no dwellings.
 */
function occupancyByYear({ city }: CityModel, sitesFromStage: number): GapYears['siteDwellings'] {
  const counted = city.sites.filter((site) => siteCounts(site, sitesFromStage));
  return city.identity.years.flatMap((year) => {
    const shares = counted.flatMap((site) =>
      phasesOf(site)
        .filter((phase) => phase.year === year && phase.share > 0)
        .map((phase) => ({ site: site.id, dwellings: (siteDwellings(site) ?? 0) * phase.share })),
    );
    if (shares.length === 0) return [];
    const dwellings = Math.round(shares.reduce((sum, share) => sum + share.dwellings, 0));
    return [{ year, dwellings, sites: new Set(shares.map(({ site }) => site)).size }];
  });
}

/**
 * Rows of one service for every year of the package in every variant of its forecast (low, middle, high without one): year by year,
 * variants as the package lists them. The request's own year and variant do not matter. Yields after each. Distances and catchments are
 * kept by `reach` and model, so a year costs its demand, allocation and sums. `published` is the package's history, `catalogue` as for
 * `computeGaps`, which says what is thrown.
 */
export function* answerYears(
  model: CityModel,
  reach: ReachStore,
  { indicator, request }: GapQuestion,
  published: readonly PublishedFigure[] = [],
  catalogue: readonly Indicator[] = DEFAULT_CATALOGUE,
): Generator<YearsProgress, GapYears> {
  const { identity, forecast } = model.city;
  const variants = forecast === null ? SITE_VARIANTS : identity.variants;
  const of = identity.years.length * variants.length;
  const rows: GapYear[] = [];
  const pool = createArrayPool();
  for (const year of identity.years) {
    // How pools are shared out depends on the year, not on the variant.
    const poolSplit = computePoolSplit(model, indicator, { ...request, year }, catalogue);
    for (const variant of variants) {
      const result = computeResult(pool, model, reach, indicator, { ...request, year, variant }, { poolSplit });
      rows.push({ year, variant, result });
      yield { done: rows.length, of };
    }
  }
  return {
    rows,
    siteDwellings: occupancyByYear(model, request.counts.sitesFromStage),
    history: historyPoints({ identity, history: published }, request.service, citation(indicator)),
  };
}
