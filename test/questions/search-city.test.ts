import { describe, expect, it } from 'vitest';
import { buildSearchIndex, type SearchableCity, searchCity } from '../../src/questions/search-city.ts';
import { at, house, offer, rectangle, tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const tiny: SearchableCity = { ...city, places: city.base!.places };
const index = buildSearchIndex(tiny);
const names = (text: string, limit = 10) => searchCity(index, text, limit).map((hit) => hit.name);

describe('the search', () => {
  it.each([
    ['Hölderlinstraße'],
    ['hoelderlin'],
    ['holderlinstr'],
    ['HÖLDERLINSTR.'],
    ['Hölderlin Str'],
    ['hölderlin-strasse'],
    ['Hölderlinstra'],
  ])('finds the Hölderlinstraße by "%s"', (text) => {
    expect(names(text)[0]).toBe('Hölderlinstraße');
  });

  it('finds a name by a later word, and by several words in any order', () => {
    expect(names('löwen')).toEqual(['Kita Löwenzahn']);
    expect(names('löwenzahn kita')).toEqual(['Kita Löwenzahn']);
    expect(names('bach äußere')).toEqual(['Äußere Bachstraße']);
  });

  it('uses each word of a name once: "st stein" needs two words', () => {
    const one = buildSearchIndex({
      ...tiny,
      houses: [
        house('a', 'Kita Stein', 0, 0, [offer('kita-u3', 1)]),
        house('b', 'Kita St. Steinhof', 0, 0, [offer('kita-u3', 1)]),
      ],
    });
    expect(searchCity(one, 'st stein', 10).map((hit) => hit.name)).toEqual(['Kita St. Steinhof']);
  });

  it('lists the exact name first, then names that begin with it, then names with a later word', () => {
    const streets = ['Am Bach', 'Bachgasse', 'Bach'].map((name) => ({ name, position: at(0, 0), districts: [] }));
    const some = buildSearchIndex({ ...tiny, streets, districts: [], houses: [], sites: [], places: [] });
    expect(searchCity(some, 'bach', 10).map((hit) => hit.name)).toEqual(['Bach', 'Bachgasse', 'Am Bach']);
  });

  it('lists districts before streets before houses before sites where they fit equally well', () => {
    const some = buildSearchIndex({
      identity: tiny.identity,
      districts: [{ id: 'd', level: 1, parent: null, name: 'Nordring', geometry: rectangle(0, 0, 1, 1) }],
      streets: [{ name: 'Nordring', position: at(0, 0), districts: ['d'] }],
      houses: [house('h', 'Nordring', 0, 0, [offer('kita-u3', 1)])],
      sites: [{ ...city.sites[0]!, name: 'Nordring' }],
      places: [],
    });
    expect(searchCity(some, 'nordring', 10).map((hit) => hit.kind)).toEqual(['district', 'street', 'house', 'site']);
  });

  it('tells namesakes apart: a street by its district, a house by its address, a district by the one above it', () => {
    expect(searchCity(index, 'kirchgasse', 1)[0]).toMatchObject({ kind: 'street', detail: 'West-Nord' });
    expect(searchCity(index, 'kita bachgasse', 1)[0]).toMatchObject({
      kind: 'house',
      detail: 'Bachgasse 3',
      group: 'kita',
    });
    expect(searchCity(index, 'west-nord', 1)[0]).toMatchObject({ kind: 'district', detail: 'West' });
  });

  it('finds sites and named places, but a place that is a district only once', () => {
    expect(names('alte gärt')).toEqual(['Alte Gärtnerei']);
    expect(names('bahnhof')).toEqual(['Bahnhof Zehnblock']);
    expect(searchCity(index, 'bahnhof', 1)[0]?.detail).toBe('Ost-Süd');
    expect(searchCity(index, 'alte gärt', 1)[0]?.detail).toBe('Ost-Nord');
    const both = buildSearchIndex({
      ...tiny,
      places: [
        { kind: 'suburb', name: 'OST-SÜD', geometry: { type: 'Point', coordinates: [9, 48.75] }, rank: 1 } as never,
      ],
    });
    expect(searchCity(both, 'ost-süd', 10).map((hit) => hit.kind)).toEqual(['district']);
  });

  it('claims no house numbers: a street with a number is not found by it', () => {
    expect(names('Bachgasse 3')).toEqual([]);
  });

  it('finds unnamed objects by no name and nothing for no text', () => {
    expect(names('null')).toEqual([]);
    expect(names('   ')).toEqual([]);
    expect(names('xyz')).toEqual([]);
  });

  it('gives no more than asked for, and the same ones every time', () => {
    expect(names('s', 3)).toHaveLength(3);
    expect(names('s', 3)).toEqual(names('s', 10).slice(0, 3));
  });

  it('answers coordinates with the place itself', () => {
    expect(searchCity(index, '48,75 9,0', 10)).toEqual([
      {
        kind: 'coordinates',
        id: 'coordinates:48.75000, 9.00000',
        name: '48.75000, 9.00000',
        detail: null,
        group: null,
        position: [9, 48.75],
        bbox: null,
      },
    ]);
  });
});
