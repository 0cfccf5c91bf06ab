import type { CityContent, DemandPoint, House } from '../../../src/city/types.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import { answerGaps } from '../../../src/questions/gap-map/answer-gaps.ts';
import { createCellFrame } from '../../../src/questions/gap-map/cell-frame.ts';
import type { GapAnswer, GapQuestion } from '../../../src/questions/gap-map/gap-calls.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { DEFAULT_COUNTS, type GapRequest } from '../../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { at, districtsAt, house, offer, tinyCity } from '../../fixtures/tiny-city.ts';

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

/** The whole answer of a city to a question. */
export function answerOf(city: CityContent, question: GapQuestion): GapAnswer {
  const { model, reach } = prepare(city);
  return answerGaps(model, reach, question, createCellFrame(model));
}

/** A Kita with places for children under 3 on the street y = 50. */
export function kitaAt(key: string, x: number, places: number | null): House {
  return house(key, key, x, 50, [offer('kita-u3', places)]);
}

/** Children 10, 20, 0 and 30 at 0, 120, 240 and 360 m (air × 1.2) from a house at (50, 50). */
export const ROW: readonly DemandPoint[] = [
  pointOf(50, 50, 10),
  pointOf(150, 50, 20),
  pointOf(250, 50, 0),
  pointOf(350, 50, 30),
];

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
