import { describe, expect, it } from 'vitest';
import { checkCity } from '../../../src/city/check/check-city.ts';
import type { CityContent, House, Offer } from '../../../src/city/types.ts';
import { problemText } from '../../../src/i18n/problem-text.ts';
import { lonLat } from '../../../src/shared/coordinates.ts';
import type { Where } from '../../../src/shared/problem.ts';
import type { CityRule } from '../../../src/shared/problems/city.ts';
import { refusal } from '../refusal.ts';
import { emptyCity, rectangle, tinyCity } from '../tiny-city.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** A list with the entry at `index` changed. */
function changed<T>(items: readonly T[], index: number, change: Partial<T>): T[] {
  return items.map((item, i) => (i === index ? { ...item, ...change } : item));
}

type Change = (city: CityContent) => Partial<Draft<CityContent>>;
type Case = readonly [name: string, change: Change, rule: CityRule, found: string, limit: string, where: Where];

const identity =
  (change: Partial<CityContent['identity']>): Change =>
  (city) => ({ identity: { ...city.identity, ...change } });
const manifest = (column: string): Where => ({ file: 'manifest.json', column });

const house =
  (change: Partial<House>): Change =>
  (city) => ({ houses: changed(city.houses, 0, change) });
const offer =
  (change: Partial<Offer>): Change =>
  (city) => ({ houses: changed(city.houses, 0, { offers: changed(city.houses[0]!.offers, 1, change) }) });
const atHouse = (column: string): Where => ({ layer: 'facilities', feature: 'h:1', column });

const point =
  (index: number, change: Partial<CityContent['population'][number]>): Change =>
  (city) => ({ population: changed(city.population, index, change) });
const atPoint = (id: string, column: string): Where => ({ layer: 'population', feature: id, column });

const district =
  (index: number, change: Partial<CityContent['districts'][number]>): Change =>
  (city) => ({ districts: changed(city.districts, index, change) });
const atDistrict = (id: string, column: string): Where => ({ layer: 'districts', feature: id, column });

const site =
  (change: Partial<CityContent['sites'][number]>): Change =>
  (city) => ({ sites: changed(city.sites, 0, change) });
const atSite = (column: string): Where => ({ layer: 'sites', feature: 's:1', column });

const openRing = rectangle(9, 48, 9.1, 48.1);
openRing.coordinates[0]!.pop();

const CASES: readonly Case[] = [
  ['an id with spaces', identity({ id: 'Klein Stadt' }), 'simple-id', 'Klein Stadt', '', manifest('id')],
  ['a city without a name', identity({ name: '' }), 'non-empty', '', '', manifest('name')],
  [
    'a day that is none',
    identity({ referenceDate: '2023-02-29' }),
    'iso-date',
    '2023-02-29',
    '',
    manifest('referenceDate'),
  ],
  [
    'a cut-off day that is none',
    identity({ schoolCutOff: '09-31' }),
    'month-day',
    '09-31',
    '',
    manifest('schoolCutOff'),
  ],
  [
    'age bands with a gap',
    identity({
      bands: [
        { from: 0, to: 3 },
        { from: 4, to: null },
      ],
    }),
    'contiguous-bands',
    '4',
    '3',
    manifest('bands[1]'),
  ],
  [
    'age bands that overlap',
    identity({
      bands: [
        { from: 0, to: 3 },
        { from: 2, to: null },
      ],
    }),
    'contiguous-bands',
    '2',
    '3',
    manifest('bands[1]'),
  ],
  [
    'an open band before another',
    identity({
      bands: [
        { from: 0, to: null },
        { from: 3, to: 6 },
      ],
    }),
    'contiguous-bands',
    '3',
    '–',
    manifest('bands[1]'),
  ],
  ['an empty age band', identity({ bands: [{ from: 3, to: 3 }] }), 'later-than', '3', '3', manifest('bands[0]')],
  ['years that go back', identity({ years: [2024, 2023] }), 'ascending', '2023', '2024', manifest('years[1]')],
  ['no year', identity({ years: [] }), 'non-empty', '[]', '', manifest('years')],
  [
    'a box in metres',
    identity({ bbox: [5e5, 5e6, 6e5, 6e6] }),
    'degrees',
    '[500000,5000000,600000,6000000]',
    '',
    manifest('bbox'),
  ],
  [
    'levels that begin with 2',
    (city) => ({ identity: { ...city.identity, levels: city.identity.levels.slice(1) } }),
    'level-number',
    '2',
    '1',
    manifest('levels[0]'),
  ],

  [
    'two districts of one id',
    district(1, { id: 'd:1' }),
    'unique-id',
    'd:1',
    '',
    { layer: 'districts', feature: 'd:1' },
  ],
  [
    'a district of a level that the city has not',
    district(4, { level: 3 }),
    'between',
    '3',
    '1 … 2',
    atDistrict('d:2a', 'level'),
  ],
  ['a top district with a parent', district(1, { parent: 'd:1' }), 'no-parent', 'd:1', '', atDistrict('d:2', 'parent')],
  ['an unknown parent', district(4, { parent: 'd:9' }), 'parent-of-district', 'd:9', '1', atDistrict('d:2a', 'parent')],
  [
    'a parent of the same level',
    district(4, { parent: 'd:1a' }),
    'parent-of-district',
    'd:1a',
    '1',
    atDistrict('d:2a', 'parent'),
  ],
  ['no parent', district(4, { parent: null }), 'parent-of-district', 'null', '1', atDistrict('d:2a', 'parent')],
  [
    'a district drawn outside its parent',
    district(4, { parent: 'd:1' }),
    'inside-parent',
    'Ganz Ost',
    'West',
    atDistrict('d:2a', 'geometry'),
  ],
  [
    'a district laid over another',
    district(1, { geometry: rectangle(9.002, 48, 9.02, 48.02) }),
    'no-overlap',
    'West',
    'Ost',
    atDistrict('d:1', 'geometry'),
  ],
  [
    'a ring that is not closed',
    district(0, { geometry: openRing }),
    'closed-ring',
    '4',
    '',
    { layer: 'districts', feature: 'd:1' },
  ],

  [
    'two demand points of one id',
    point(1, { id: 'p:1' }),
    'unique-id',
    'p:1',
    '',
    { layer: 'population', feature: 'p:1' },
  ],
  [
    'people inside without a district',
    point(0, { districts: ['d:1', null] }),
    'one-district-per-level',
    'null',
    '2',
    atPoint('p:1', 'district_2'),
  ],
  [
    'people in a district nobody knows',
    point(0, { districts: ['d:1', 'd:1z'] }),
    'known-district',
    'd:1z',
    '',
    atPoint('p:1', 'district_2'),
  ],
  [
    'people in districts the wrong way round',
    point(0, { districts: ['d:1a', 'd:1'] }),
    'district-of-level',
    'd:1a',
    '1',
    atPoint('p:1', 'district_1'),
  ],
  [
    'people in two districts at once',
    point(0, { districts: ['d:1', 'd:2a'] }),
    'inside-parent',
    'd:2a',
    'd:1',
    atPoint('p:1', 'district_2'),
  ],
  [
    'people outside with a district',
    point(2, { districts: ['d:1', null] }),
    'no-district-outside',
    'd:1',
    '',
    atPoint('p:3', 'district_1'),
  ],
  ['a level too few', point(0, { districts: ['d:1'] }), 'count', '1', '2', { layer: 'population', feature: 'p:1' }],
  ['a band too few', point(0, { persons: [1, 2] }), 'count', '2', '3', atPoint('p:1', 'persons')],
  ['fewer than no children', point(0, { persons: [0, -1, 0] }), 'not-negative', '-1', '', atPoint('p:1', 'p_3_6')],
  ['a total that is no number', point(0, { total: Number.NaN }), 'not-negative', 'NaN', '', atPoint('p:1', 'total')],
  [
    'metres read as degrees',
    point(0, { position: lonLat(512_345, 5_403_210) }),
    'degrees',
    '[512345,5403210]',
    '',
    { layer: 'population', feature: 'p:1' },
  ],

  ['two houses of one id', house({ id: 'h:2' }), 'unique-id', 'h:2', '', { layer: 'facilities', feature: 'h:2' }],
  ['a house without an id', house({ id: '' }), 'non-empty', '', '', { layer: 'facilities', column: 'id' }],
  ['a source that is not listed', house({ source: 2 }), 'known-source', '2', '2', atHouse('source')],
  [
    'fewer than no places',
    offer({ occupied: { value: -1, date: null } }),
    'not-negative',
    '-1',
    '',
    atHouse('offers[1].occupied'),
  ],
  ['a German date', offer({ from: '01.08.2020' }), 'iso-date', '01.08.2020', '', atHouse('offers[1].from')],
  [
    'an offer that ends before it begins',
    offer({ from: '2031-01-01' }),
    'later-than',
    '2030-07-31',
    '2031-01-01',
    atHouse('offers[1].to'),
  ],
  [
    'a pool that costs nothing',
    house({ pools: [{ places: { value: 1, date: null }, weights: { 'kita-u3': 0 } }] }),
    'positive',
    '0',
    '',
    atHouse('pools[0].weights.kita-u3'),
  ],
  [
    'a house in an unknown district',
    house({ districts: ['d:1', 'd:1z'] }),
    'known-district',
    'd:1z',
    '',
    atHouse('district_2'),
  ],

  [
    'a catchment of no house',
    (city) => ({ catchments: changed(city.catchments, 0, { houseId: 'h:9' }) }),
    'known-house',
    'h:9',
    '',
    { layer: 'catchments', feature: 'c:1', column: 'house' },
  ],
  [
    'a green area smaller than nothing',
    (city) => ({ supplyAreas: changed(city.supplyAreas, 0, { usableSquareMeters: -4 }) }),
    'not-negative',
    '-4',
    '',
    { layer: 'supply-areas', feature: 'a:1', column: 'usable_m2' },
  ],
  ['a stage beyond the last', site({ stage: 15 }), 'between', '15', '0 … 14', atSite('stage')],
  [
    'more than all dwellings subsidised',
    site({ subsidisedShare: 30 }),
    'between',
    '30',
    '0 … 1',
    atSite('subsidised_share'),
  ],
  [
    'phases that are not the whole',
    site({ phases: [{ year: 2027, share: 0.5 }] }),
    'share-sum',
    '0.5',
    '',
    atSite('phases'),
  ],
  [
    'a plot reserved until no day',
    (city) => ({ plots: changed(city.plots, 0, { reservedUntil: '2026' }) }),
    'iso-date',
    '2026',
    '',
    { layer: 'plots', feature: 'g:1', column: 'reserved_until' },
  ],

  [
    'a forecast for an unknown district',
    (city) => ({ forecast: { ...city.forecast!, factors: { 'd:9': {} } } }),
    'known-district',
    'd:9',
    '',
    { layer: 'forecast', feature: 'd:9', column: 'district' },
  ],
  [
    'a forecast in a variant the city has not',
    (city) => ({ forecast: { ...city.forecast!, factors: { 'd:1': { high: [] } } } }),
    'known-variant',
    'high',
    'middle',
    { layer: 'forecast', feature: 'd:1', column: 'high' },
  ],
  [
    'a forecast with a year too few',
    (city) => ({ forecast: { ...city.forecast!, factors: { 'd:1': { middle: [[1, 1], [1, 1], [1]] } } } }),
    'count',
    '1',
    '2',
    { layer: 'forecast', feature: 'd:1', column: 'middle' },
  ],
  [
    'a waiting list of an unknown district',
    (city) => ({ districtFigures: changed(city.districtFigures, 1, { district: 'd:9' }) }),
    'known-district',
    'd:9',
    '',
    { layer: 'district-figures', feature: '2', column: 'district' },
  ],
  [
    'a social figure below nothing',
    (city) => ({ social: changed(city.social, 0, { rows: changed(city.social[0]!.rows, 0, { numerator: -2 }) }) }),
    'not-negative',
    '-2',
    '',
    { layer: 'social', feature: 'sgb2', column: 'numerator' },
  ],
  [
    'a published figure without a source',
    (city) => ({ history: changed(city.history, 0, { source: -1 }) }),
    'known-source',
    '-1',
    '2',
    { layer: 'history', feature: '1', column: 'source' },
  ],
  [
    'a street of one point',
    (city) => ({
      base: {
        ...city.base!,
        roads: changed(city.base!.roads, 0, { geometry: { type: 'LineString', coordinates: [[9, 48]] } }),
      },
    }),
    'line-of-two',
    '1',
    '',
    { layer: 'base-roads', feature: '1' },
  ],
  [
    'an arc to a node that is none',
    (city) => ({ network: { ...city.network!, targets: Uint32Array.of(1, 0, 3, 1) } }),
    'between',
    '3',
    '0 … 2',
    { layer: 'network', feature: '1', column: 'targets' },
  ],
  [
    'an edge that has another length on the way back',
    (city) => ({ network: { ...city.network!, decimeters: Uint32Array.of(1000, 1000, 505, 504) } }),
    'arc-both-ways',
    '2',
    '1',
    { layer: 'network', feature: '1', column: 'targets' },
  ],
  [
    'a network with an array too short',
    (city) => ({ network: { ...city.network!, flags: Uint8Array.of(0) } }),
    'count',
    '1',
    '4',
    { layer: 'network', column: 'flags' },
  ],
];

describe('checkCity', () => {
  it('accepts a city that has something in every layer', () => {
    expect(() => checkCity(tinyCity())).not.toThrow();
  });

  it('accepts a city without districts, figures and sources', () => {
    expect(() => checkCity(emptyCity())).not.toThrow();
  });

  it('accepts a house inside the city that no district claims', () => {
    const city = tinyCity();
    expect(() => checkCity({ ...city, houses: changed(city.houses, 0, { districts: ['d:1', null] }) })).not.toThrow();
  });

  it.each(CASES)('refuses %s', async (_, change, rule, found, limit, where) => {
    const city = tinyCity();
    expect(await refusal(() => checkCity({ ...city, ...change(city) }))).toEqual({
      code: 'city.rule-broken',
      params: { rule, found, limit },
      where,
    });
  });

  it('says in both languages which layer, object and column, what was found and what was expected', async () => {
    const city = tinyCity();
    const broken = await refusal(() => checkCity({ ...city, ...offer({ from: '01.08.2020' })(city) }));
    expect(problemText(broken, 'de')).toBe(
      'Ebene facilities, Spalte offers[1].from, Objekt h:1: Gefunden: 01.08.2020. Erwartet: ein Tag als JJJJ-MM-TT.',
    );
    expect(problemText(broken, 'en')).toBe(
      'Layer facilities, column offers[1].from, feature h:1: Found: 01.08.2020. Expected: a day as YYYY-MM-DD.',
    );
  });
});
