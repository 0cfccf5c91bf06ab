import type { Variant } from '../../city/types.ts';
import { residentsOfAges, siteDwellings, siteResidents } from '../../engine/sites/site-residents.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { GapSite } from '../gaps/city-model.ts';
import { entitledShare, targetAges } from '../gaps/gap-demand.ts';
import { parametersOf, siteDelay, siteLikelihood, sitePhases } from '../gaps/gap-sites.ts';

/** Years a wave is shown for, the year of first occupancy included: the long run is the mean of the last ten of them. */
export const WAVE_YEARS = 31;
const LONG_RUN_YEARS = 10;

export type Ranged = Readonly<Record<Variant, number>>;

/** How a figure of a site runs over the years. */
export interface Wave {
  /** In the years of {@link SiteWaves.years}; exact. */
  readonly values: Readonly<Record<Variant, readonly number[]>>;
  /** Largest value of the middle variant with its year (the first of equal ones), and the largest of the others whenever they are. */
  readonly peak: { readonly year: number; readonly value: number; readonly low: number; readonly high: number };
  readonly longRun: Ranged;
}

export interface ServiceWave extends Wave {
  readonly indicator: Indicator;
}

/** What a site's residents require over the years, gross: everyone who moves in, wherever from. */
export interface SiteWaves {
  readonly years: readonly number[];
  readonly dwellings: number;
  /** All ages, under 18 and from 65 on. */
  readonly residents: { readonly all: Wave; readonly minors: Wave; readonly old: Wave };
  /** In the order of the Kennwerte; those whose rate the city has yet to set are absent. */
  readonly services: readonly ServiceWave[];
  /** Services without a rate. */
  readonly withoutRate: readonly Indicator[];
}

/** Why there is no wave: neither dwellings nor floor area are known, or no year of first occupancy. */
export type NoWaves = 'no-dwellings' | 'no-year';

export const VARIANT_NAMES = ['low', 'middle', 'high'] as const satisfies readonly Variant[];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Persons and places of the model are kept to a thousandth, so that equal bytes come out everywhere. */
const tidy = (value: number) => Math.round(value * 1000) / 1000;

function waveOf(years: readonly number[], value: (variant: Variant, year: number) => number): Wave {
  const values = Object.fromEntries(
    VARIANT_NAMES.map((variant) => [variant, years.map((_, y) => tidy(value(variant, y)))]),
  ) as Record<Variant, number[]>;
  let peak = 0;
  values.middle.forEach((here, y) => {
    if (here > values.middle[peak]!) peak = y;
  });
  const longRun = (variant: Variant) => {
    const tail = values[variant].slice(-LONG_RUN_YEARS);
    return tidy(sum(tail) / tail.length);
  };
  return {
    values,
    peak: {
      year: years[peak]!,
      value: values.middle[peak]!,
      low: Math.max(...values.low),
      high: Math.max(...values.high),
    },
    longRun: { low: longRun('low'), middle: longRun('middle'), high: longRun('high') },
  };
}

/**
 * The waves of a site over {@link WAVE_YEARS} years from its first occupancy. The range is that of residents per dwelling (and of floor
 * area per dwelling where dwellings are not stated). `schoolCutOff` as in the city's identity. O(variants × phases × years × 100).
 */
export function computeSiteWaves(
  site: Pick<
    GapSite,
    'dwellings' | 'floorAreaSquareMeters' | 'dwellingType' | 'phases' | 'firstOccupancy' | 'parameters'
  >,
  indicators: readonly Indicator[],
  schoolCutOff: string,
): SiteWaves | NoWaves {
  const parameters = parametersOf(site);
  const dwellings = siteDwellings(site, parameters);
  if (dwellings === null) return 'no-dwellings';
  const phases = sitePhases(site);
  if (phases.length === 0) return 'no-year';
  const first = Math.min(...phases.map(({ year }) => year));
  const years = Array.from({ length: WAVE_YEARS }, (_, y) => first + y);
  const byVariant = Object.fromEntries(
    VARIANT_NAMES.map((variant) => [
      variant,
      siteResidents({ ...site, phases }, variant, first, WAVE_YEARS, parameters)!,
    ]),
  ) as Record<Variant, Float64Array>;
  const ofAges = (from: number, to: number | null) =>
    waveOf(years, (variant, y) => residentsOfAges(byVariant[variant], y, { from, to }));
  const withRate = indicators.filter(({ rate, model }) => rate.value !== null && model !== 'count');
  return {
    years,
    dwellings,
    residents: { all: ofAges(0, null), minors: ofAges(0, 18), old: ofAges(65, null) },
    services: withRate.map((indicator) => {
      const ages = targetAges(indicator, schoolCutOff);
      const rate = indicator.rate.value!;
      return {
        indicator,
        ...waveOf(
          years,
          (variant, y) => residentsOfAges(byVariant[variant], y, ages) * rate * entitledShare(indicator, years[y]!),
        ),
      };
    }),
    withoutRate: indicators.filter(({ rate, model }) => rate.value === null && model !== 'count'),
  };
}

/** The waves of several sites added up, year by year. */
export interface CityWave {
  readonly years: readonly number[];
  readonly sites: number;
  readonly dwellings: number;
  readonly gross: Wave;
  /** Without those who lived in the city before; `null` if their share is not known for any site that counts. */
  readonly net: Wave | null;
  readonly sitesWithoutShare: number;
  /** Sites without dwellings or without a year: they bring nobody. */
  readonly sitesWithoutFigures: number;
}

export type WaveSite = Parameters<typeof computeSiteWaves>[0] &
  Pick<GapSite, 'internalShare' | 'dwellingsLost' | 'probability' | 'delayYears'>;

/**
 * All sites together for one service (`indicator: null` = residents of all ages), over given years. Gross counts everyone who moves in;
 * net leaves out the share who lived in the city before and residents of dwellings that give way. The low variant counts each site by how
 * likely and how late it is.
 */
export function computeCityWave(
  sites: readonly WaveSite[],
  indicator: Indicator | null,
  years: readonly number[],
  schoolCutOff: string,
): CityWave {
  const made = sites.map((site) => ({ site, waves: computeSiteWaves(site, [], schoolCutOff) }));
  const counted = made.flatMap(({ site, waves }) => (typeof waves === 'string' ? [] : [{ site, waves }]));
  const lastYear = years.at(-1)!;
  const residents = counted.map(({ site, waves }) => {
    const phases = sitePhases(site);
    const first = waves.years[0]!;
    const length = Math.max(1, lastYear - first + 1);
    const of = (variant: Variant) => siteResidents({ ...site, phases }, variant, first, length, parametersOf(site))!;
    return { first, low: of('low'), middle: of('middle'), high: of('high') };
  });
  const ages = indicator === null ? { from: 0, to: null } : targetAges(indicator, schoolCutOff);
  const amount = (i: number, variant: Variant, year: number) => {
    const { site } = counted[i]!;
    const y = year - residents[i]!.first - siteDelay(site, variant);
    if (y < 0) return 0;
    const rate = indicator === null ? 1 : indicator.rate.value! * entitledShare(indicator, year);
    return residentsOfAges(residents[i]![variant], y, ages) * rate * siteLikelihood(site, variant);
  };
  const total = (part: (i: number, variant: Variant) => number) =>
    waveOf(years, (variant, y) => sum(counted.map((_, i) => amount(i, variant, years[y]!) * part(i, variant))));
  const shareOf = (i: number, variant: Variant) => counted[i]!.site.internalShare?.[variant] ?? null;
  const sitesWithoutShare = counted.filter((_, i) => shareOf(i, 'middle') === null).length;
  // Who gives way has left the site's place before others move in: by the share of its dwellings that are new.
  const stays = (i: number) => {
    const { site, waves } = counted[i]!;
    return waves.dwellings === 0 ? 0 : Math.max(0, 1 - (site.dwellingsLost ?? 0) / waves.dwellings);
  };
  return {
    years,
    sites: counted.length,
    dwellings: sum(counted.map(({ waves }) => waves.dwellings)),
    gross: total(() => 1),
    net: sitesWithoutShare > 0 ? null : total((i, variant) => (1 - shareOf(i, variant)!) * stays(i)),
    sitesWithoutShare,
    sitesWithoutFigures: sites.length - counted.length,
  };
}
