import type { Model } from '../../indicators/indicator.ts';
import type { GapRow } from '../gaps/gap-request.ts';

/** What districts can be coloured by. Which of them a service has is decided by its model, see {@link MAP_MEASURES}. */
export const MAP_MEASURE_IDS = ['balance', 'supply-rate', 'demand-met', 'coverage'] as const;
export type MapMeasure = (typeof MAP_MEASURE_IDS)[number];

/** The measures a model offers for the map, the default first. */
export const MAP_MEASURES: Readonly<Record<Model, readonly MapMeasure[]>> = {
  allocation: ['balance', 'supply-rate', 'demand-met', 'coverage'],
  catchment: ['balance', 'supply-rate', 'coverage'],
  balance: ['balance', 'supply-rate'],
  area: ['demand-met', 'coverage'],
  reach: ['coverage'],
  count: [],
};

/**
 * Classes of a district, worst first: class i holds `limits[i - 1] ≤ share < limits[i]`. For the balance the share is places in % of
 * demand, for the supply rate the rate in % of its target, else the share itself.
 */
export const DISTRICT_LIMITS = [0.5, 0.8, 1, 1.1] as const;
/** Shares of people (demand met, coverage) end at 1: their classes are narrower at the top. */
export const SHARE_LIMITS = [0.5, 0.8, 0.9, 0.95] as const;

/** 0–4 = class, worst first; 'unknown' = keine Angabe; 'small' = fewer persons than the package's protected number. */
export type DistrictClass = 0 | 1 | 2 | 3 | 4 | 'unknown' | 'small';

export function limitsOf(measure: MapMeasure): readonly [number, number, number, number] {
  return measure === 'balance' || measure === 'supply-rate' ? DISTRICT_LIMITS : SHARE_LIMITS;
}

/**
 * The share a row is classed by; `null` = keine Angabe. `rate` is the need rate of the indicator (units per person): the target of the
 * supply rate.
 */
export function shareOf(row: GapRow, measure: MapMeasure, rate: number | null): number | null {
  switch (measure) {
    case 'balance':
      return row.capacity === null || row.demand === null || row.demand === 0 ? null : row.capacity / row.demand;
    case 'supply-rate':
      return row.supplyRate === null || rate === null || rate === 0 ? null : row.supplyRate / 100 / rate;
    case 'demand-met':
      return row.demandMet;
    case 'coverage':
      return row.coverage;
  }
}

/** The class of a district; `smallest` is the package's smallest published count, 0 = none. */
export function districtClass(row: GapRow, measure: MapMeasure, rate: number | null, smallest: number): DistrictClass {
  const share = shareOf(row, measure, rate);
  if (row.persons !== null && row.persons < smallest) return 'small';
  if (share === null) return 'unknown';
  // Sums of floats may lie a hair below a limit that they reach on paper.
  const found = limitsOf(measure).findIndex((limit) => share < limit - 1e-9);
  return (found < 0 ? 4 : found) as DistrictClass;
}
