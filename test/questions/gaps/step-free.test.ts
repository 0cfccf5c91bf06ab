import { describe, expect, it } from 'vitest';
import { type CityContent, EDGE_FLAGS } from '../../../src/city/types.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { indicatorOf, requestOf } from './ask.ts';

/** Zehnblock with the first edge of node 0 a flight of steps, the others of it good for wheelchairs; three Kitas. */
function town(): CityContent {
  const city = tinyCity();
  const network = city.network!;
  const flags = network.flags.slice();
  const setEdge = (node: number, arc: number, flag: number) => {
    const other = network.targets[arc]!;
    flags[arc] = flag;
    for (let back = network.offsets[other]!; back < network.offsets[other + 1]!; back++)
      if (network.targets[back] === node) flags[back] = flag;
  };
  const first = network.offsets[0]!;
  setEdge(0, first, EDGE_FLAGS.steps);
  for (let arc = first + 1; arc < network.offsets[1]!; arc++) setEdge(0, arc, EDGE_FLAGS.wheelchairYes);
  const kita = (key: string, x: number, stepFree: boolean | null) =>
    house(key, key, x, 500, [offer('kita-u3', 10)], { stepFree });
  return {
    ...city,
    network: { ...network, flags },
    forecast: null,
    sites: [],
    districtFigures: [],
    houses: [kita('yes', 100, true), kita('no', 500, false), kita('unknown', 900, null), kita('open', 700, null)],
  };
}

function askFor(service: ServiceId, profile: 'all' | 'step-free', city = town()) {
  const model = createCityModel(city, profile);
  return computeGaps(model, createReachStore(model), indicatorOf(service), requestOf(city, service, { profile }));
}

describe('the step-free profile', () => {
  it('counts what is not known beside the result, and leaves nobody out for it', () => {
    const { result } = askFor('kita-u3', 'step-free');
    expect(result.stepFree).toMatchObject({ housesStepFree: 1, housesWithSteps: 1, housesUnknown: 2 });
    expect(result.levels[0]![0]!.capacity).toBe(40);
    expect(askFor('kita-u3', 'all').result.stepFree).toBeNull();
  });

  it('says how much of the network states whether wheelchairs can use it; steps are no part of it', () => {
    const city = town();
    const { network } = askFor('kita-u3', 'step-free', city).result.stepFree!;
    const { decimeters, flags, offsets } = city.network!;
    const stated = [...decimeters].filter((_, arc) => flags[arc] === EDGE_FLAGS.wheelchairYes);
    expect(stated.length).toBe(2 * (offsets[1]! - offsets[0]! - 1));
    const kilometers = (lengths: readonly number[]) => lengths.reduce((sum, dm) => sum + dm, 0) / 2 / 10_000;
    expect(network!.kilometersStated).toBeCloseTo(kilometers(stated), 9);
    const unknown = [...decimeters].filter((_, arc) => flags[arc] === 0);
    expect(network!.kilometersUnknown).toBeCloseTo(kilometers(unknown), 9);
    // 220 edges of about 100 m, one of them steps.
    expect(network!.kilometersStated + network!.kilometersUnknown).toBeCloseTo(21.9, 0);
  });

  it('knows nothing of the kind about areas, and of a city without network', () => {
    expect(askFor('spielplatz-0-6', 'step-free').result.stepFree).toMatchObject({
      housesStepFree: 0,
      housesWithSteps: 0,
      housesUnknown: 2,
    });
    expect(askFor('kita-u3', 'step-free', { ...town(), network: null }).result.stepFree!.network).toBeNull();
  });
});
