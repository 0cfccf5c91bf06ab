import { describe, expect, it } from 'vitest';
import type { House } from '../../src/city/types.ts';
import { findHousesNear } from '../../src/questions/houses-near.ts';
import { lonLat } from '../../src/shared/coordinates.ts';
import type { ServiceId } from '../../src/shared/services.ts';

function house(id: string, lat: number, services: readonly ServiceId[]): House {
  const unknown = { value: null, date: null };
  return {
    id,
    name: id,
    operator: null,
    address: null,
    position: lonLat(9, lat),
    districts: [],
    stepFree: null,
    openToAll: null,
    outside: false,
    source: 0,
    grade: 'official',
    offers: services.map((service) => ({
      service,
      form: null,
      capacityApproved: unknown,
      capacityAvailable: unknown,
      occupied: unknown,
      from: null,
      to: null,
      status: 'existing',
    })),
    pools: [],
    capacityTotal: null,
  };
}

const HOUSES = [
  house('c', 48.03, ['grundschule', 'kita-u3']),
  house('b', 48.01, ['bibliothek']),
  house('a', 48.01, ['kita-ue3', 'kita-ue3']),
  house('d', 48.0, []),
];
const all = { position: lonLat(9, 48), services: null, offset: 0, limit: 50 };

describe('houses near a position', () => {
  it('come nearest first, equal distances by id', () => {
    const near = findHousesNear(HOUSES, all);
    expect(near.total).toBe(4);
    expect(near.houses.map((found) => found.id)).toEqual(['d', 'a', 'b', 'c']);
    // One degree of latitude is 6,371,008.8 m × π / 180 = 111,195.08 m on the mean sphere; 0.01° = 1,112 m, 0.03° = 3,336 m.
    expect(near.houses.map((found) => found.distanceMeters)).toEqual([0, 1112, 1112, 3336]);
  });

  it('keep to the services asked for and count all that fit, whatever the page', () => {
    const near = findHousesNear(HOUSES, { ...all, services: ['kita-u3', 'kita-ue3'], offset: 1, limit: 1 });
    expect(near.total).toBe(2);
    expect(near.houses.map((found) => found.id)).toEqual(['c']);
  });

  it('name each service once, show the first group that has a symbol, and none where nothing is offered', () => {
    const [none, kita, , mixed] = findHousesNear(HOUSES, all).houses;
    expect([none?.group, none?.services]).toEqual([null, []]);
    expect([kita?.group, kita?.services]).toEqual(['kita', ['kita-ue3']]);
    expect([mixed?.group, mixed?.services]).toEqual(['kita', ['grundschule', 'kita-u3']]);
  });

  it('are no houses beyond the last page', () => {
    expect(findHousesNear(HOUSES, { ...all, offset: 4 })).toEqual({ total: 4, houses: [] });
  });
});
