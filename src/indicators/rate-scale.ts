import type { Unit } from './indicator.ts';

/** What a rate per person is multiplied by where people read or enter it: places per 100, houses per 10,000, m² per person. */
export function rateScale(unit: Unit): 1 | 100 | 10_000 {
  switch (unit) {
    case 'square-meters':
      return 1;
    case 'houses':
      return 10_000;
    case 'places':
    case 'pupils':
    case 'persons':
      return 100;
  }
}

/** Twelve digits: what is scaled and scaled back is the same number. */
export function scaled(value: number, factor: number): number {
  return Number((value * factor).toPrecision(12));
}
