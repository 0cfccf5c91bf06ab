import type { SiteWaves } from './site-waves.ts';

/** A published example of what a development required, per 100 dwellings (`domain.md` § 2.3). */
export interface Benchmark {
  readonly place: string;
  readonly kitaPer100Dwellings: number;
  /** Key of `indicators/sources.ts` or of the domain notes. */
  readonly source: string;
}

/** The examples that state dwellings and Kita places; they spread from 8 to 28, which is the message. */
export const KITA_BENCHMARKS: readonly Benchmark[] = [
  { place: 'Berlin, B-Plan 6-24', kitaPer100Dwellings: 8, source: 'berl-624' },
  { place: 'Frankfurt, B-Plan 910', kitaPer100Dwellings: 18, source: 'ffm910' },
  { place: 'Haar (SAGS)', kitaPer100Dwellings: 27.8, source: 'haar' },
];

export interface Plausibility {
  readonly perHundred: { readonly low: number; readonly middle: number; readonly high: number };
  /** Whether the middle lies among the published examples. */
  readonly position: 'below' | 'within' | 'above';
  readonly from: number;
  readonly to: number;
}

/** Kita places (both ages together, at the peak of their sum) per 100 dwellings, beside the published examples; `null` without both. */
export function kitaPlausibility(waves: SiteWaves): Plausibility | null {
  const u3 = waves.services.find(({ indicator }) => indicator.service === 'kita-u3');
  const ue3 = waves.services.find(({ indicator }) => indicator.service === 'kita-ue3');
  if (u3 === undefined || ue3 === undefined || waves.dwellings === 0) return null;
  const of = (variant: 'low' | 'middle' | 'high') => {
    const peak = Math.max(...u3.values[variant].map((value, y) => value + ue3.values[variant][y]!));
    return Math.round((peak / waves.dwellings) * 1000) / 10;
  };
  const perHundred = { low: of('low'), middle: of('middle'), high: of('high') };
  const values = KITA_BENCHMARKS.map(({ kitaPer100Dwellings }) => kitaPer100Dwellings);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const position = perHundred.middle < from ? 'below' : perHundred.middle > to ? 'above' : 'within';
  return { perHundred, position, from, to };
}
