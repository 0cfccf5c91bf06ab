import type { CityContent } from '../../../src/city/types.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import { createCityModel, type GapCity } from '../../../src/questions/gaps/city-model.ts';
import { computeGaps, type GapDetails } from '../../../src/questions/gaps/compute-gaps.ts';
import { DEFAULT_COUNTS, type GapRequest, type GapRow } from '../../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

export function indicatorOf(service: ServiceId, change: Partial<Indicator> = {}): Indicator {
  return { ...DEFAULT_CATALOGUE.find((indicator) => indicator.service === service)!, ...change };
}

/** A request in the base year of a city with everything at its default. */
export function requestOf(city: GapCity, service: ServiceId, more: Partial<GapRequest> = {}): GapRequest {
  return {
    service,
    year: city.identity.years[0]!,
    variant: 'middle',
    counts: DEFAULT_COUNTS,
    limitMeters: null,
    profile: 'all',
    scenarioId: null,
    ...more,
  };
}

/** Asks a question about a city of its own, with the default indicator or one that differs in some fields. */
export function ask(
  city: GapCity,
  service: ServiceId,
  request: Partial<GapRequest> = {},
  change: Partial<Indicator> = {},
): GapDetails {
  const model = createCityModel(city);
  return computeGaps(model, createReachStore(model), indicatorOf(service, change), requestOf(city, service, request));
}

/** The row of the whole city. */
export function cityRow(details: GapDetails): GapRow {
  return details.result.levels[0]![0]!;
}

/** Zehnblock without forecast, sites, shared pools and places without a location: what is left can be added up on paper. */
export function plainCity(): CityContent {
  const city = tinyCity();
  const houses = city.houses.map((house) => ({ ...house, pools: [] }));
  return { ...city, houses, forecast: null, sites: [], districtFigures: [] };
}
