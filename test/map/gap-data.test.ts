import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  catchmentStates,
  type Districts,
  districtStates,
  fitsFromZoom,
  gapBands,
  gapCatchments,
  gapFlows,
  gapHouses,
  gapLabels,
  roomMeters,
} from '../../src/map/gap-data.ts';
import type { GapDistrict } from '../../src/map/gap-picture.ts';
import { SYMBOL_MAX_RADIUS } from '../../src/map/gap-samples.ts';
import { CLASS_COLORS } from '../../src/map/palette.ts';
import { metersPerPixel } from '../../src/map/picking.ts';
import type { GapBands, GapFlows, Load } from '../../src/questions/gap-map/gap-calls.ts';
import { districtLayer, houseLayer } from '../../src/questions/map-layers.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const districts = districtLayer(city.districts);
const houses = houseLayer(city.houses, city.identity.referenceDate);

const district = (id: string, more: Partial<GapDistrict> = {}): GapDistrict => ({
  id,
  cls: 0,
  label: '−320',
  missing: null,
  free: null,
  atBorder: false,
  ...more,
});

/** A square on the equator, 0.02° wide, its label point in the middle. */
const square: Districts = {
  areas: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'a', level: 1, name: 'A' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [0.02, 0],
              [0.02, 0.02],
              [0, 0.02],
              [0, 0],
            ],
          ],
        },
      },
    ],
  },
  labels: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'a', level: 1, name: 'A', rank: 0 },
        geometry: { type: 'Point', coordinates: [0.01, 0.01] },
      },
    ],
  },
};

describe('the number in a district', () => {
  it('has as much room as the label point is away from the border', () => {
    // 0.01° × 111 320 m
    expect(roomMeters(square).get('a')).toBeCloseTo(1113.2, 0);
  });

  it('fits from the zoom on where half its width is that room', () => {
    const zoom = fitsFromZoom(4, 1113.2, 0);
    // Four characters of 7.2 pixels: 14.4 pixels to either side.
    expect(1113.2 / metersPerPixel(zoom, 0)).toBeCloseTo(14.4, 6);
    expect(fitsFromZoom(8, 1113.2, 0)).toBeCloseTo(zoom + 1, 9);
  });

  it('stands in the colours of the class, on the coloured level alone', () => {
    const level = 1;
    const ids = city.districts.filter((one) => one.level === level).map(({ id }) => id);
    const all = city.districts.map(({ id }) => district(id, { cls: 1 }));
    const { features } = gapLabels(districts, roomMeters(districts), { level, districts: all, symbols: false });
    expect(features.map(({ properties }) => properties.id).sort()).toEqual([...ids].sort());
    for (const { properties } of features) {
      expect(properties).toMatchObject({ label: '−320', halo: CLASS_COLORS[1], missing: 0, free: 0, clear: 0 });
    }
  });

  it('is left out where there is none, and a district without an answer has no label point', () => {
    const labels = (given: GapDistrict[]) =>
      gapLabels(square, roomMeters(square), { level: 1, districts: given, symbols: true }).features;
    expect(labels([])).toEqual([]);
    expect(labels([district('a', { label: null })])[0]!.properties.label).toBe('');
  });

  it('leaves room for the circles, sized by the largest figure of all districts', () => {
    const { features } = gapLabels(square, roomMeters(square), {
      level: 1,
      districts: [district('a', { missing: 50, free: null }), district('b', { free: 200 })],
      symbols: true,
    });
    // 50 of 200 places: half the largest radius; three pixels of air.
    expect(features[0]!.properties).toMatchObject({
      missing: SYMBOL_MAX_RADIUS / 2,
      free: 0,
      clear: SYMBOL_MAX_RADIUS / 2 + 3,
    });
  });
});

describe('the states of areas', () => {
  it('are the class as text and whether part of it lies at an unknown border', () => {
    const states = districtStates({
      districts: [district('a', { atBorder: true }), district('b', { cls: 'unknown' })],
    });
    expect([...states]).toEqual([
      ['a', { cls: '0', border: true }],
      ['b', { cls: 'unknown', border: false }],
    ]);
  });

  it('are none for catchments without classes', () => {
    expect(catchmentStates({ catchmentClass: null }).size).toBe(0);
    expect(catchmentStates({ catchmentClass: new Map([['schule', 2]]) }).get('schule')?.cls).toBe('2');
  });
});

describe('houses of the gap map', () => {
  const shown = (load: Load) =>
    gapHouses(houses, {
      houses: [{ id: 'einrichtungen:kita-1', load, capacity: null, taken: null }],
      services: ['kita-u3'],
    }).features.map(({ properties: { id, ring, missing } }) => ({ id, ring, missing }));

  it('are those with a load, with its ring, and stated where it is known', () => {
    expect(shown('over')).toEqual([{ id: 'einrichtungen:kita-1', ring: '/over', missing: '|' }]);
  });

  it('are marked as without figures where the load is not known', () => {
    expect(shown('unknown')).toEqual([{ id: 'einrichtungen:kita-1', ring: '/unknown', missing: '|kita|' }]);
  });

  it('look as on the plain map where the question has no load for them', () => {
    const plain = houses.features.find(({ properties }) => properties.id === 'einrichtungen:kita-1')!;
    expect(shown('none')).toEqual([{ id: 'einrichtungen:kita-1', ring: '', missing: plain.properties.missing }]);
  });
});

describe('bands, catchments and flows', () => {
  it('number the bands from the shortest on and name their distance', () => {
    const geometry = square.areas.features[0]!.geometry as GapBands['features'][number]['geometry'];
    const band = (limitMeters: number) => ({ type: 'Feature' as const, properties: { limitMeters }, geometry });
    const { features } = gapBands({ type: 'FeatureCollection', features: [band(1350), band(675), band(900)] });
    expect(features.map(({ properties }) => properties)).toEqual([
      { index: 2, label: '1350\u00a0m' },
      { index: 0, label: '675\u00a0m' },
      { index: 1, label: '900\u00a0m' },
    ]);
  });

  it('give a catchment the id of its house', () => {
    const { geometry } = square.areas.features[0]!;
    const area = { type: 'Feature' as const, geometry, properties: { houseId: 'schule-1', name: 'Nord' } };
    expect(gapCatchments([area]).features[0]!.properties).toEqual({ id: 'schule-1', name: 'Nord' });
  });

  const line = (amount: number, direction: 'in' | 'out', from: Position, to: Position) => ({
    type: 'Feature' as const,
    properties: { amount, direction },
    geometry: { type: 'LineString' as const, coordinates: [from, to] },
  });
  const flows = (...features: GapFlows['lines']['features']) =>
    gapFlows({ type: 'FeatureCollection', features }).features;

  it('draw flows in proportion to the largest, thin ones still visible, none for nothing', () => {
    const [a, b]: [Position, Position] = [
      [9, 48],
      [9.1, 48],
    ];
    const widths = flows(line(200, 'in', a, b), line(100, 'out', b, a), line(1, 'in', a, b), line(0, 'in', a, b)).map(
      ({ properties }) => properties.width,
    );
    expect(widths).toEqual([11, 5.5, 1.2]);
  });

  it('bend to the right of their way, so that there and back lie apart', () => {
    const [there, back] = flows(line(1, 'in', [9, 0], [9.1, 0]), line(1, 'out', [9.1, 0], [9, 0]));
    const middle = (feature: typeof there) => feature!.geometry.coordinates[10]!;
    // To the east the right is south: half the bend of 2 × 0.14 × 0.1°.
    expect(middle(there)[1]).toBeCloseTo(-0.014, 6);
    expect(middle(back)[1]).toBeCloseTo(0.014, 6);
    expect(there!.geometry.coordinates[0]).toEqual([9, 0]);
    expect(there!.geometry.coordinates.at(-1)).toEqual([9.1, 0]);
  });
});
