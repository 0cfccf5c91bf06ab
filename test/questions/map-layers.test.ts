import { describe, expect, it } from 'vitest';
import { districtLayer, houseLayer, plotLayer, siteLayer, supplyAreaLayer } from '../../src/questions/map-layers.ts';
import { at, house, offer, rectangle, tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const DAY = city.identity.referenceDate;
const houses = houseLayer(city.houses, DAY);
const houseById = (key: string) =>
  houses.features.find(({ properties }) => properties.id === `einrichtungen:${key}`)!.properties;

describe('districts', () => {
  it('keep outline, level and name, and write the name inside', () => {
    const { areas, labels } = districtLayer(city.districts);
    expect(areas.features[2]).toEqual({
      type: 'Feature',
      geometry: rectangle(0, 0, 500, 500),
      properties: { id: 'amt:11', level: 2, name: 'West-Süd' },
    });
    const [lon, lat] = labels.features[2]!.geometry.coordinates as [number, number];
    expect(lon).toBeCloseTo(at(250, 250)[0], 5);
    expect(lat).toBeCloseTo(at(250, 250)[1], 5);
  });

  it('rank by extent, so that large names win', () => {
    const { labels } = districtLayer(city.districts);
    const rank = (id: string) => labels.features.find(({ properties }) => properties.id === id)!.properties.rank;
    expect(Math.max(rank('amt:1'), rank('amt:2'))).toBeLessThan(Math.min(rank('amt:11'), rank('amt:22')));
  });
});

describe('houses', () => {
  it('carry every group they serve; the first one in order gives the symbol', () => {
    expect(houseById('gs-1')).toMatchObject({
      group: 'grundschule',
      groups: '|grundschule|ganztag|',
      services: '|grundschule|ganztag|',
    });
  });

  it('are marked where they count places and state none', () => {
    expect(houseById('kita-2').missing).toBe('|kita|');
    expect(houseById('kita-1').missing).toBe('|');
    // A practice counts by reach, not by places.
    expect(houseById('praxis-2').missing).toBe('|');
    // The total of the house is known, its split over ages is not.
    expect(houseById('kita-4').missing).toBe('|');
  });

  it('rank within their group: the most places first, no statement last', () => {
    const ranks = ['kita-1', 'kita-4', 'kita-3', 'kita-aussen', 'kita-2'].map((key) => houseById(key).rank);
    // 60 pool + 20 + 40, 75, 60, 25, none.
    expect(ranks).toEqual([0, 1, 2, 3, 4]);
    expect(houseById('gs-1').rank).toBe(0);
  });

  it('leave out what has no symbol and what is closed', () => {
    const some = houseLayer(
      [
        house('closed', 'Alt', 0, 0, [offer('kita-u3', 10, { to: '2024-08-01' })]),
        house('playground', 'Platz', 0, 0, [offer('spielflaeche', null)]),
        house('open', 'Neu', 0, 0, [offer('kita-u3', 10)]),
      ],
      DAY,
    );
    expect(some.features.map(({ properties }) => properties.name)).toEqual(['Neu']);
  });
});

describe('areas', () => {
  it('keep what the map draws them by', () => {
    expect(
      supplyAreaLayer(city.supplyAreas).features.map(({ properties }) => [properties.kind, properties.services]),
    ).toEqual([
      ['green', '|gruen-nah|'],
      ['pitch', '|'],
      ['playground', '|spielplatz-0-6|spielplatz-6-12|spielflaeche|'],
      ['playground', '|spielplatz-0-6|'],
    ]);
    expect(siteLayer(city.sites).features[1]!.properties).toEqual({
      id: 'bauvorhaben:2',
      name: 'Bahndamm Süd',
      stage: 9,
      sideState: 'dormant',
    });
    expect(plotLayer(city.plots).features.map(({ properties }) => properties.reserved)).toEqual([true, false]);
  });
});
