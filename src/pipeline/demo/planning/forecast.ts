import type { Forecast, Site, Variant } from '../../../city/types.ts';
import type { Random } from '../../../shared/random.ts';
import { FORECAST_YEARS } from '../identity.ts';
import { AGE_BANDS } from '../people.ts';
import type { Town } from '../town.ts';

/** Change of each age band after 5, 10 and 15 years in the middle variant, city-wide, in percent. */
const BAND_TRENDS: readonly (readonly [number, number, number])[] = [
  [-3, 1, 3],
  [-4, 0, 3],
  [-5, -2, 2],
  [-1, -5, -1],
  [4, 0, -4],
  [6, 5, 0],
  [1, 4, 5],
  [0, 1, 2],
  [-4, -7, -6],
  [7, 15, 14],
  [9, 12, 24],
];

const VARIANTS: readonly { readonly variant: Variant; readonly percentPerYear: number }[] = [
  { variant: 'low', percentPerYear: -0.35 },
  { variant: 'middle', percentPerYear: 0 },
  { variant: 'high', percentPerYear: 0.4 },
];

function percentAt(trend: readonly [number, number, number], year: number): number {
  const stops = [0, ...trend];
  const part = Math.min(2, Math.floor(year / 5));
  const share = (year - part * 5) / 5;
  return stops[part]! + (stops[part + 1]! - stops[part]!) * share;
}

/** Factors by Stadtbezirk for 2025–2040; some sites are contained, most are not. */
export function createForecast(town: Town, sites: readonly Site[], random: Random): Forecast {
  const factors: Record<string, Partial<Record<Variant, number[][]>>> = {};
  for (const id of town.districts.boroughIds) {
    const growth = random.between(-0.35, 0.55);
    const family = random.between(-0.4, 0.5);
    const byVariant: Partial<Record<Variant, number[][]>> = {};
    for (const { variant, percentPerYear } of VARIANTS) {
      byVariant[variant] = AGE_BANDS.map((_, band) =>
        FORECAST_YEARS.map((_, year) => {
          const own = (growth + (band < 6 ? family + percentPerYear * 0.8 : 0) + percentPerYear) * year;
          return Math.round((1 + (percentAt(BAND_TRENDS[band]!, year) + own) / 100) * 10_000) / 10_000;
        }),
      );
    }
    factors[id] = byVariant;
  }
  return {
    containsNewHousing: 'listed',
    listedSites: sites.flatMap((s) =>
      s.inForecast && s.dwellings !== null && s.sideState === null ? [{ siteId: s.id, dwellings: s.dwellings }] : [],
    ),
    forecaster: 'Statistisches Amt Musterstadt (erfunden)',
    date: '2026-02-15',
    validFromInhabitants: 8000,
    factors,
  };
}
