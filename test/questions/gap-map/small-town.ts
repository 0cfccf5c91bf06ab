import type { CityContent, DemandPoint, House } from '../../../src/city/types.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import type { GapQuestion } from '../../../src/questions/gap-map/gap-calls.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { DEFAULT_COUNTS, type GapRequest } from '../../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { at, districtsAt, tinyCity } from '../../fixtures/tiny-city.ts';

/** Children under 3 (and as many of every other band) at a place in metres. */
export function pointOf(x: number, y: number, children: number | null, more: Partial<DemandPoint> = {}): DemandPoint {
  return {
    id: `p:${x}-${y}`,
    position: at(x, y),
    districts: districtsAt(x, y),
    total: children === null ? null : children * 6,
    persons: Array.from({ length: 6 }, () => children),
    outside: x > 1000,
    grade: 'official',
    ...more,
  };
}

/** Zehnblock with its own people and houses put in: no network (air distance × 1.2), no forecast, no sites, no figures. */
export function townOf(
  population: readonly DemandPoint[],
  houses: readonly House[],
  more: Partial<CityContent> = {},
): CityContent {
  return {
    ...tinyCity(),
    forecast: null,
    sites: [],
    districtFigures: [],
    network: null,
    population,
    houses,
    ...more,
  };
}

export function prepare(city: CityContent) {
  const model = createCityModel(city);
  return { model, reach: createReachStore(model) };
}

/** A question with one unit of demand per person, unless the change says otherwise. */
export function questionOf(
  service: ServiceId,
  limitMeters: number | null,
  request: Partial<GapRequest> = {},
  change: Partial<Indicator> = {},
): GapQuestion {
  const found = DEFAULT_CATALOGUE.find((indicator) => indicator.service === service)!;
  return {
    indicator: { ...found, rate: { ...found.rate, value: 1 }, ...change },
    request: {
      service,
      year: 2025,
      variant: 'middle',
      counts: DEFAULT_COUNTS,
      limitMeters,
      profile: 'all',
      scenarioId: null,
      ...request,
    },
  };
}
