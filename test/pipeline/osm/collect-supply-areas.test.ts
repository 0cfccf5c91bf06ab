import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import { createAccessFinder } from '../../../src/pipeline/osm/access-points.ts';
import { collectAreas } from '../../../src/pipeline/osm/collect-areas.ts';
import { collectSupplyAreas } from '../../../src/pipeline/osm/collect-supply-areas.ts';
import { draftWalkNetwork } from '../../../src/pipeline/osm/draft-walk-network.ts';
import { FIXTURE_EPSG, fixture, noteOf } from './osm-fixtures.ts';

function supplyOf(name: string) {
  const model = fixture(name);
  const finder = createAccessFinder(draftWalkNetwork(model, null));
  return collectSupplyAreas(model, collectAreas(model).areas, projectionOf(FIXTURE_EPSG), finder, 3);
}

/**
 * Area of a square of `tenths` 1e-4° sides at 53.55° north on the sphere of 6,371,008.8 m, for comparison: one degree of latitude is
 * 111,195 m there, one of longitude 111,195 m · cos 53.55°. The projection's plane and the ellipsoid differ from it by less than 0.5 %.
 */
function squareMetersOf(tenths: number): number {
  const side = 111_195 * tenths * 1e-4;
  return side * side * Math.cos((53.55 * Math.PI) / 180);
}

describe('a playground', () => {
  it('mapped as a point has no size and is reached where it lies', () => {
    expect(supplyOf('playground-node').supplyAreas).toEqual([
      {
        id: 'osm:n1',
        kind: 'playground',
        services: ['spielplatz-0-6', 'spielplatz-6-12', 'spielplatz-12-18', 'spielflaeche'],
        name: null,
        usableSquareMeters: null,
        accessPoints: [[13.25, 53.55]],
        openToAll: null,
        outside: false,
        source: 3,
        grade: 'estimated',
        geometry: { type: 'Point', coordinates: [13.25, 53.55] },
      },
    ]);
  });

  it.each([
    ['playground-ages-3-8', ['spielplatz-0-6', 'spielplatz-6-12', 'spielflaeche']],
    ['playground-to-6', ['spielplatz-0-6', 'spielflaeche']],
    ['playground-from-12', ['spielplatz-12-18', 'spielflaeche']],
  ])('serves the ages it is for (%s)', (name, services) => {
    expect(supplyOf(name).supplyAreas[0]?.services).toEqual(services);
  });

  it('that is private is left out and told', () => {
    const { supplyAreas, notes } = supplyOf('playground-private');
    expect(supplyAreas).toEqual([]);
    expect(noteOf(notes, 'osm.supply-closed')).toMatchObject({ count: 1, params: { ids: 'n1' } });
  });

  it('mapped as area and as node is one, with the name of the node', () => {
    const { supplyAreas, notes } = supplyOf('playground-node-in-area');
    expect(supplyAreas.map(({ id, name }) => `${id} ${name}`)).toEqual(['osm:w1 Piratenschiff']);
    expect(noteOf(notes, 'osm.supply-merged')?.params).toEqual({ ids: 'n9 → w1' });
  });
});

describe('public green', () => {
  it('is park, village green, recreation ground, forest, wood and open garden, nothing else', () => {
    const { supplyAreas, notes } = supplyOf('green-kinds');
    expect(supplyAreas.map(({ id }) => id)).toEqual(['osm:w1', 'osm:w2', 'osm:w3', 'osm:w4', 'osm:w5', 'osm:w6']);
    expect(supplyAreas.every(({ kind, services }) => kind === 'green' && services.join() === 'gruen-nah')).toBe(true);
    expect(noteOf(notes, 'osm.supply-closed')?.params).toEqual({ ids: 'w12' });
  });

  it('is reached where a path crosses its outline or meets it in a node', () => {
    const [park] = supplyOf('park-crossed').supplyAreas;
    // The path runs along 53.5505° over the west side at 13.25°; the other one ends at corner 2 (13.251°, 53.55°).
    expect(park?.accessPoints).toEqual([
      [13.25, 53.5505],
      [13.251, 53.55],
    ]);
  });

  it('is reached at its corners if no path leads to it', () => {
    const [park] = supplyOf('park-without-path').supplyAreas;
    expect(park?.accessPoints).toEqual([
      [13.25, 53.55],
      [13.25, 53.551],
      [13.251, 53.55],
      [13.251, 53.551],
    ]);
    expect(Math.abs(park!.usableSquareMeters! / squareMetersOf(10) - 1)).toBeLessThan(0.005);
    expect(Number.isInteger(park!.usableSquareMeters)).toBe(true);
  });

  it('does not count the holes of its outline', () => {
    const [park] = supplyOf('park-with-hole').supplyAreas;
    // 20 × 20 less 10 × 10.
    const expected = squareMetersOf(20) - squareMetersOf(10);
    expect(Math.abs(park!.usableSquareMeters! / expected - 1)).toBeLessThan(0.005);
  });

  it('inside other green counts once', () => {
    const { supplyAreas, notes } = supplyOf('wood-in-park');
    expect(supplyAreas.map(({ id }) => id)).toEqual(['osm:w1']);
    expect(noteOf(notes, 'osm.green-contained')?.params).toEqual({ ids: 'w2' });
  });

  it('that only overlaps other green stays', () => {
    expect(supplyOf('wood-beside-park').supplyAreas.map(({ id }) => id)).toEqual(['osm:w1', 'osm:w2']);
  });

  it('of which a part of the outline is missing is not measured', () => {
    const model = fixture('park-broken');
    expect(noteOf(collectAreas(model).notes, 'osm.relations-unclosed')?.params).toEqual({ ids: 'r1' });
    expect(supplyOf('park-broken').supplyAreas).toEqual([]);
  });
});

it('a pitch is kept without a service', () => {
  const [pitch] = supplyOf('pitch').supplyAreas;
  expect([pitch?.kind, pitch?.services]).toEqual(['pitch', []]);
});
