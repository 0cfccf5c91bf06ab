import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import type { CityModel, GapCity, GapSite } from '../../../src/questions/gaps/city-model.ts';
import { computeGapDemand } from '../../../src/questions/gaps/gap-demand.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { compareSite, yearPair } from '../../../src/questions/sites/compare-site.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { indicatorOf } from '../gaps/ask.ts';

/** Zehnblock from 2025 to 2031 without a network: a walk is the air distance × 1.2. */
export function townWith(change: Partial<GapCity> = {}): GapCity {
  const city = tinyCity();
  const years = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
  return { ...city, identity: { ...city.identity, years }, network: null, districtFigures: [], ...change };
}

/** 120 dwellings between 610 and 690 m from the west and 810 and 890 m from the south, occupied in 2029 and 2030. */
export const garden: GapSite = tinyCity().sites[0]!;

/** One Kita 460 to 540 m south of the garden. */
export const oneKita = (places: number | null) =>
  townWith({ houses: [house('kita', 'Kita', 650, 350, [offer('kita-u3', places)])] });

export const QUESTION = { catalogue: DEFAULT_CATALOGUE, counts: DEFAULT_COUNTS };

/** A Kennwert with a walking limit of its own. */
export function within(service: ServiceId, meters: number): Indicator {
  const found = indicatorOf(service);
  return { ...found, limitMeters: { ...found.limitMeters!, value: meters } };
}

/** A city beside itself with the garden, and one year of a service in both. */
export function gardenIn(city: GapCity, indicator: Indicator, year: number) {
  const compared = compareSite(city, garden);
  return { compared, pair: yearPair(compared, indicator, QUESTION, year, 'middle') };
}

/** Everyone a Kennwert asks for, per point. */
export function peopleOf(model: CityModel, indicator: Indicator, year: number): number[] {
  const { service } = indicator;
  const request = { service, year, variant: 'middle', counts: DEFAULT_COUNTS, movers: 'gross' } as const;
  return [
    ...computeGapDemand(model, indicator, { ...request, limitMeters: null, profile: 'all', scenarioId: null }).persons,
  ];
}
