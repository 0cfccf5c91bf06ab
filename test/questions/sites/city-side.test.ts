import { describe, expect, it } from 'vitest';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { DEFAULT_COUNTS } from '../../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import { sideOf } from '../../../src/questions/sites/city-side.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { garden, oneKita, townWith, within } from './site-scene.ts';

const model = createCityModel(oneKita(10));

function detailsOf(service: ServiceId, city = model) {
  const request = { service, year: 2031, variant: 'middle', counts: { ...DEFAULT_COUNTS, sitesFromStage: 0 } } as const;
  const whole = { ...request, limitMeters: null, profile: 'all', scenarioId: null } as const;
  return computeGaps(city, createReachStore(city), within(service, 1500), whole);
}

describe('a city beside itself', () => {
  it('has who found no place, point by point, and the figures of its sites, as the whole result has them', () => {
    const details = detailsOf('kita-u3');
    const side = sideOf(details, model.points);
    expect(side.unserved).toEqual(details.asked.map((asked, p) => asked - details.allocation!.served[p]!));
    expect(side.taken).toEqual(details.allocation!.taken);
    const { packageCount } = model.points;
    expect(side.atSites.from).toBe(packageCount);
    expect([...side.atSites.persons]).toEqual([...details.demand.persons.subarray(packageCount)]);
    // 120 dwellings of the garden: some of its residents are under 3.
    expect(model.city.sites[0]!.id).toBe(garden.id);
    expect(side.atSites.persons.reduce((sum, persons) => sum + persons, 0)).toBeGreaterThan(1);
    expect(side.atSites.demand[0]).toBeCloseTo(0.62 * side.atSites.persons[0]!, 12);
  });

  it('does not know who found no place where no places are stated, and has scores only of areas', () => {
    const unknown = createCityModel(oneKita(null));
    expect(sideOf(detailsOf('kita-u3', unknown), unknown.points)).toMatchObject({ unserved: null });
    expect(sideOf(detailsOf('kita-u3'), model.points).atSites.areaScores).toBe(null);
    const town = createCityModel(townWith());
    const green = detailsOf('gruen-nah', town);
    const { atSites, unserved } = sideOf(green, town.points);
    expect([...atSites.areaScores!]).toEqual([...green.areaScores!.subarray(atSites.from)]);
    expect(unserved).toBe(null);
  });
});
