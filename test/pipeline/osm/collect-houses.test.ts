import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../../src/city/projection.ts';
import { collectAreas } from '../../../src/pipeline/osm/collect-areas.ts';
import { collectHouses } from '../../../src/pipeline/osm/collect-houses.ts';
import { FIXTURE_EPSG, fixture, noteOf } from './osm-fixtures.ts';

function housesOf(name: string) {
  const model = fixture(name);
  return collectHouses(model, collectAreas(model).areas, projectionOf(FIXTURE_EPSG), 7);
}

/** The services of the only house of a fixture; `null` if it has none. */
function servicesOf(name: string): string[] | null {
  const { houses } = housesOf(name);
  expect(houses.length).toBeLessThanOrEqual(1);
  return houses[0] === undefined ? null : houses[0].offers.map(({ service }) => service);
}

describe('a house offers what its tags say', () => {
  it.each([
    ['kita', ['kita-u3', 'kita-ue3']],
    ['kita-max-age', ['kita-u3']],
    ['kita-min-age', ['kita-ue3']],
    ['kita-hort', ['ganztag']],
    ['childcare-after-school', ['ganztag']],
    ['kita-disused', null],
    ['kita-life-cycle', null],
    ['school-unknown', ['schule']],
    ['school-primary-name', ['grundschule']],
    ['school-primary-isced', ['grundschule']],
    ['school-both-isced', ['grundschule', 'sek-1']],
    ['school-secondary-de', ['sek-1']],
    ['school-primary-and-secondary-name', ['grundschule', 'sek-1']],
    ['school-special', ['schule']],
    ['school-vocational', ['schule']],
    ['school-music', ['schule']],
    ['school-multipolygon', ['sek-1']],
    ['doctor-unknown', ['arzt']],
    ['doctor-general', ['hausarzt']],
    ['doctor-paediatrics', ['kinderarzt']],
    ['doctor-both', ['hausarzt', 'kinderarzt']],
    ['doctor-dentist', null],
    ['nursing-home', ['pflege']],
    ['nursing-home-old-tag', ['pflege']],
    ['assisted-living', null],
    ['day-care-senior', ['tagespflege']],
    ['shelter-refugee', ['unterkunft']],
    ['library', ['bibliothek']],
    ['community-centre', ['begegnung']],
    ['community-centre-juvenile', ['jugendtreff']],
    ['community-centre-jugend-name', ['jugendtreff']],
    ['community-centre-family', ['familienzentrum']],
    ['social-facility-jugendclub', ['jugendtreff']],
    ['youth-centre', ['jugendtreff']],
    ['sports-hall', ['sporthalle']],
  ])('%s: %j', (name, services) => {
    expect(servicesOf(name)).toEqual(services);
  });
});

describe('a house', () => {
  it('carries everything the tags tell, and null for what they do not', () => {
    const missing = { value: null, date: null };
    const offer = {
      form: null,
      capacityApproved: missing,
      capacityAvailable: missing,
      occupied: missing,
      from: null,
      to: null,
      status: 'existing',
    };
    expect(housesOf('kita').houses).toEqual([
      {
        id: 'osm:n1',
        name: 'Kita Regenbogen',
        operator: 'AWO',
        address: 'Ringstraße 4, 17033 Neubrandenburg',
        position: [13.25, 53.55],
        districts: [],
        stepFree: true,
        openToAll: true,
        outside: false,
        source: 7,
        grade: 'estimated',
        offers: [
          { service: 'kita-u3', ...offer },
          { service: 'kita-ue3', ...offer },
        ],
        pools: [],
        // 95 places for both offers together: counted once, the split stays missing.
        capacityTotal: { value: 95, date: null },
      },
    ]);
  });

  it.each([
    ['kita-max-age', 20],
    ['school-primary-name', 220],
    ['nursing-home', 80],
    ['shelter-refugee', 120],
  ])('with one offer (%s) has its %i places there', (name, places) => {
    const [house] = housesOf(name).houses;
    expect(house?.offers[0]?.capacityApproved).toEqual({ value: places, date: null });
    expect(house?.capacityTotal).toBeNull();
  });

  it('with two stages of school has its 500 places as a total', () => {
    const [house] = housesOf('school-both-isced').houses;
    expect(house?.capacityTotal).toEqual({ value: 500, date: null });
    expect(house?.offers.map(({ capacityApproved }) => capacityApproved.value)).toEqual([null, null]);
  });

  it.each([
    ['kita-capacity-text', 'n1 "ca. 45"'],
    ['kita-capacity-zero', 'n1 "0"'],
  ])('whose capacity is no whole number (%s) keeps it missing and is named', (name, ids) => {
    const { houses, notes } = housesOf(name);
    expect(houses[0]?.capacityTotal).toBeNull();
    expect(noteOf(notes, 'osm.capacity-unreadable')).toMatchObject({ count: 1, params: { ids } });
  });

  it('does not take the seats of a library for places', () => {
    const { houses, notes } = housesOf('library');
    expect(houses[0]?.offers[0]?.capacityApproved.value).toBeNull();
    expect(noteOf(notes, 'osm.capacity-unused')).toMatchObject({ count: 1, params: { ids: 'n1' } });
  });

  it('whose name speaks of something else keeps its tags and is named', () => {
    const { notes } = housesOf('school-music');
    expect(noteOf(notes, 'osm.name-at-odds')?.params).toEqual({ ids: 'n1 "Musikschule Kon.centus"' });
  });

  it('that is a social facility without a service here is named', () => {
    const { notes } = housesOf('assisted-living');
    expect(noteOf(notes, 'osm.social-facilities-unused')).toMatchObject({
      count: 1,
      params: { ids: 'n1 assisted_living' },
    });
  });

  it('of several buildings lies well inside the largest of them', () => {
    // The larger square reaches from 13.2510°, 53.5500° to 13.2516°, 53.5506°.
    const [house] = housesOf('school-multipolygon').houses;
    expect(house?.id).toBe('osm:r7');
    expect(house?.position[0]).toBeCloseTo(13.2513, 4);
    expect(house?.position[1]).toBeCloseTo(53.5503, 3);
  });
});

describe('houses mapped twice', () => {
  it('are one house if a node lies in the building of the same Kita', () => {
    const { houses, notes } = housesOf('kita-in-own-building');
    expect(houses.map(({ id, name, capacityTotal }) => ({ id, name, places: capacityTotal?.value }))).toEqual([
      { id: 'osm:w1', name: 'Kindertagesstätte Regenbogen', places: 60 },
    ]);
    expect(noteOf(notes, 'osm.houses-merged')).toMatchObject({ count: 1, params: { pairs: 'n9 → w1' } });
  });

  it('are two if the names differ', () => {
    const { houses, notes } = housesOf('kita-other-in-building');
    expect(houses.map(({ id }) => id)).toEqual(['osm:n9', 'osm:w1']);
    expect(noteOf(notes, 'osm.houses-merged')).toBeUndefined();
  });

  it('leave the second practice of an unnamed building alone', () => {
    const { houses } = housesOf('doctors-in-unnamed-building');
    expect(houses.map(({ id, name }) => `${id} ${name}`)).toEqual(['osm:n9 Dr. Bethke', 'osm:w1 Dr. Ahrens']);
  });

  it('are one if two areas of one name lie within 50 m, two if they lie farther apart', () => {
    // The areas lie about 40 m apart, the node 640 m.
    const { houses, notes } = housesOf('school-same-name');
    expect(houses.map(({ id }) => id)).toEqual(['osm:n9', 'osm:w1']);
    expect(noteOf(notes, 'osm.houses-merged')?.params).toEqual({ pairs: 'w2 → w1' });
  });
});
