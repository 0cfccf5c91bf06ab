import type { Position } from 'geojson';
import type { Area, CityContent, DatedFigure, District, WalkNetwork } from '../../src/city/types.ts';
import { lonLat } from '../../src/shared/coordinates.ts';
import { note } from '../../src/shared/problem.ts';

/** A rectangle with the given corners, anticlockwise. */
export function rectangle(west: number, south: number, east: number, north: number): Area {
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

const NOTHING_KNOWN: DatedFigure = { value: null, date: null };

/**
 * Two districts of level 1 (`d:1` west, `d:2` east), each one degree hundredth wide, and three of level 2 below them:
 *
 *     48.02 ┌──────┬──────┐
 *           │ d:1b │      │
 *     48.01 ├──────┤ d:2a │
 *           │ d:1a │      │
 *     48.00 └──────┴──────┘
 *          9.00   9.01   9.02
 */
const DISTRICTS: readonly District[] = [
  { id: 'd:1', level: 1, parent: null, name: 'West', geometry: rectangle(9, 48, 9.01, 48.02) },
  { id: 'd:2', level: 1, parent: null, name: 'Ost', geometry: rectangle(9.01, 48, 9.02, 48.02) },
  { id: 'd:1a', level: 2, parent: 'd:1', name: 'Südwest', geometry: rectangle(9, 48, 9.01, 48.01) },
  { id: 'd:1b', level: 2, parent: 'd:1', name: 'Nordwest', geometry: rectangle(9, 48.01, 9.01, 48.02) },
  { id: 'd:2a', level: 2, parent: 'd:2', name: 'Ganz Ost', geometry: rectangle(9.01, 48, 9.02, 48.02) },
];

/** Three nodes in a row, 0 – 1 – 2, 100 m and 50.5 m apart; the second edge are steps. */
const NETWORK: WalkNetwork = {
  epsg: 25832,
  nodeCount: 3,
  edgeCount: 2,
  x: Int32Array.of(50_000_000, 50_010_000, 50_015_050),
  y: Int32Array.of(531_600_000, 531_600_000, 531_600_000),
  offsets: Uint32Array.of(0, 1, 3, 4),
  targets: Uint32Array.of(1, 0, 2, 1),
  decimeters: Uint32Array.of(1000, 1000, 505, 505),
  flags: Uint8Array.of(0, 0, 1, 1),
  nodeFlags: Uint8Array.of(1, 1, 1),
};

/** A small city that has something in every layer, and a missing value wherever one may be missing. A fresh copy each time. */
export function tinyCity(): CityContent {
  return structuredClone({
    identity: {
      id: 'tiny',
      name: 'Kleinstadt',
      invented: true,
      epsg: 25832,
      referenceDate: '2023-12-31',
      dataDate: '2024-05-01',
      levels: [
        { level: 1, de: { singular: 'Bezirk', plural: 'Bezirke' }, en: { singular: 'district', plural: 'districts' } },
        { level: 2, de: { singular: 'Viertel', plural: 'Viertel' }, en: { singular: 'quarter', plural: 'quarters' } },
      ],
      bands: [
        { from: 0, to: 3 },
        { from: 3, to: 6 },
        { from: 6, to: null },
      ],
      years: [2023, 2024],
      variants: ['middle'],
      smallNumberThreshold: 3,
      schoolCutOff: '09-30',
      words: { de: { workingGroup: 'AG Soziales' }, en: { workingGroup: 'social group' } },
      demandGrid: { epsg: 3035, cellMeters: 100 },
      bbox: [8.99, 47.99, 9.03, 48.03],
    },
    sources: [
      {
        file: 'stadt.csv',
        sha256: 'a'.repeat(64),
        name: 'Einwohner',
        licence: 'dl-de/by-2-0',
        attribution: 'Stadt Kleinstadt',
        date: '2023-12-31',
        url: null,
        usedFor: ['population'],
      },
      {
        file: 'osm.pbf',
        sha256: 'b'.repeat(64),
        name: 'OpenStreetMap',
        licence: 'ODbL 1.0',
        attribution: '© OpenStreetMap contributors',
        date: null,
        url: 'https://example.org/osm.pbf',
        usedFor: ['network', 'base'],
      },
    ],
    notes: [note('warning', 'city.file-missing', { file: 'x.csv' }, { where: { file: 'x.csv', row: 3 }, count: 2 })],
    districts: DISTRICTS,
    population: [
      {
        id: 'p:1',
        position: lonLat(9.005, 48.005),
        districts: ['d:1', 'd:1a'],
        total: 10.5,
        persons: [1.125, null, 0],
        outside: false,
        grade: 'estimated',
      },
      {
        id: 'p:2',
        position: lonLat(9.015, 48.0123457),
        districts: ['d:2', 'd:2a'],
        total: 0,
        persons: [0, 0, 0],
        outside: false,
        grade: 'official',
      },
      {
        id: 'p:3',
        position: lonLat(9.025, 48.01),
        districts: [null, null],
        total: null,
        persons: [null, null, null],
        outside: true,
        grade: 'assumed',
      },
    ],
    forecast: {
      containsNewHousing: 'listed',
      listedSites: [{ siteId: 's:1', dwellings: 100 }],
      forecaster: 'Amt für Statistik',
      date: '2024-01-15',
      validFromInhabitants: 2000,
      factors: {
        'd:1': {
          middle: [
            [1, 1.02],
            [1, null],
            [1, 0.99],
          ],
        },
      },
    },
    houses: [
      {
        id: 'h:1',
        name: 'Kita „Straßenmäuse“',
        operator: 'Stadt',
        address: 'Hauptstr. 1',
        position: lonLat(9.0051, 48.0051),
        districts: ['d:1', 'd:1a'],
        stepFree: true,
        openToAll: false,
        outside: false,
        source: 0,
        grade: 'official',
        offers: [
          {
            service: 'kita-u3',
            form: 'GT',
            capacityApproved: { value: 20, date: '2023-12-31' },
            capacityAvailable: { value: 18, date: null },
            occupied: NOTHING_KNOWN,
            from: '2001-09-01',
            to: null,
            status: 'existing',
          },
          {
            service: 'kita-ue3',
            form: null,
            capacityApproved: { value: 40, date: null },
            capacityAvailable: NOTHING_KNOWN,
            occupied: { value: 0, date: '2024-03-01' },
            from: null,
            to: '2030-07-31',
            status: 'closed',
          },
        ],
        pools: [{ places: { value: 10, date: null }, weights: { 'kita-u3': 2, 'kita-ue3': 1 } }],
        capacityTotal: null,
      },
      {
        id: 'h:2',
        name: null,
        operator: null,
        address: null,
        position: lonLat(9.025, 48.011),
        districts: [null, null],
        stepFree: null,
        openToAll: null,
        outside: true,
        source: 1,
        grade: 'assumed',
        offers: [],
        pools: [],
        capacityTotal: { value: 80, date: null },
      },
    ],
    catchments: [
      {
        id: 'c:1',
        service: 'grundschule',
        houseId: 'h:1',
        name: null,
        validFrom: '2020-08-01',
        validTo: null,
        geometry: rectangle(9, 48, 9.01, 48.01),
      },
    ],
    districtFigures: [
      { district: 'd:1', service: 'kita-u3', year: 2023, kind: 'waiting-list', value: 12, source: 0 },
      { district: 'd:2', service: 'kita-u3', year: 2023, kind: 'waiting-list', value: null, source: 0 },
    ],
    context: [
      { id: 'x:1', kind: 'stop', name: 'Rathaus', position: lonLat(9.006, 48.006), source: 1 },
      { id: 'x:2', kind: 'toilet', name: null, position: lonLat(9.007, 48.007), source: 1 },
    ],
    social: [
      {
        id: 'sgb2',
        de: 'Kinder in Haushalten mit SGB II',
        en: 'children in households on benefits',
        date: '2023-12-31',
        source: 0,
        rows: [
          { district: 'd:1', year: 2023, numerator: 30, denominator: 200, masked: false },
          { district: 'd:2', year: 2023, numerator: null, denominator: null, masked: true },
        ],
      },
    ],
    history: [
      {
        district: null,
        service: 'kita-u3',
        year: 2022,
        measure: 'supply-rate',
        value: 0.31,
        indicator: null,
        source: 0,
      },
      {
        district: 'd:1',
        service: 'kita-u3',
        year: 2022,
        measure: 'missing',
        value: null,
        indicator: 'u3@1',
        source: 0,
      },
    ],
    supplyAreas: [
      {
        id: 'a:1',
        kind: 'green',
        services: ['gruen-nah', 'spielflaeche'],
        name: 'Stadtpark',
        usableSquareMeters: 12_000.5,
        accessPoints: [lonLat(9.003, 48.003), lonLat(9.0035, 48.003)],
        openToAll: true,
        outside: false,
        source: 1,
        grade: 'official',
        geometry: {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [9.003, 48.003],
                [9.005, 48.003],
                [9.005, 48.005],
                [9.003, 48.005],
                [9.003, 48.003],
              ],
              [
                [9.0035, 48.0035],
                [9.0035, 48.0045],
                [9.0045, 48.0045],
                [9.0045, 48.0035],
                [9.0035, 48.0035],
              ],
            ],
            [
              [
                [9.006, 48.003],
                [9.007, 48.003],
                [9.007, 48.004],
                [9.006, 48.003],
              ],
            ],
          ],
        },
      },
      {
        id: 'a:2',
        kind: 'playground',
        services: [],
        name: null,
        usableSquareMeters: null,
        accessPoints: [],
        openToAll: null,
        outside: true,
        source: 1,
        grade: 'assumed',
        geometry: { type: 'Point', coordinates: [9.021, 48.001] },
      },
    ],
    sites: [
      {
        id: 's:1',
        name: 'Gleisdreieck',
        geometry: rectangle(9.012, 48.012, 9.014, 48.014),
        stage: 6,
        sideState: 'dormant',
        infill: false,
        dwellings: 100,
        dwellingsLost: 0,
        floorAreaSquareMeters: 9500,
        subsidisedShare: 0.3,
        dwellingType: 'MFH',
        firstOccupancy: 2027,
        phases: [
          { year: 2027, share: 0.4 },
          { year: 2028, share: 0.6 },
        ],
        owner: 'Stadt',
        inForecast: true,
        nextStep: 'Offenlage',
        nextDate: '2024-11-01',
        source: 0,
        grade: 'official',
      },
      {
        id: 's:2',
        name: 'Baulücke',
        geometry: rectangle(9.015, 48.012, 9.0155, 48.0125),
        stage: 0,
        sideState: null,
        infill: true,
        dwellings: null,
        dwellingsLost: null,
        floorAreaSquareMeters: null,
        subsidisedShare: null,
        dwellingType: null,
        firstOccupancy: null,
        phases: [],
        owner: null,
        inForecast: null,
        nextStep: null,
        nextDate: null,
        source: 0,
        grade: 'assumed',
      },
    ],
    plots: [
      {
        id: 'g:1',
        name: null,
        geometry: rectangle(9.002, 48.015, 9.003, 48.016),
        use: 'Kita',
        owner: null,
        areaSquareMeters: 8250,
        reservedFor: 'Jugendamt',
        reservedUntil: '2026-12-31',
        source: 0,
        grade: 'official',
      },
    ],
    network: NETWORK,
    base: {
      water: [{ kind: 'lake', name: 'Mühlsee', geometry: rectangle(9.001, 48.011, 9.002, 48.012) }],
      waterways: [
        {
          kind: 'river',
          name: null,
          geometry: {
            type: 'LineString',
            coordinates: [
              [9, 48],
              [9.02, 48.02],
            ],
          },
        },
        {
          kind: 'stream',
          name: 'Bach',
          geometry: {
            type: 'MultiLineString',
            coordinates: [
              [
                [9, 48.01],
                [9.001, 48.01],
              ],
              [
                [9.002, 48.01],
                [9.003, 48.01],
                [9.004, 48.011],
              ],
            ],
          },
        },
      ],
      green: [{ kind: 'park', name: null, geometry: rectangle(9.003, 48.003, 9.005, 48.005) }],
      builtUp: [{ kind: 'residential', name: null, geometry: rectangle(9, 48, 9.003, 48.003) }],
      roads: [
        {
          kind: 'primary',
          name: 'Hauptstraße',
          geometry: {
            type: 'LineString',
            coordinates: [
              [9, 48.005],
              [9.02, 48.005],
            ],
          },
        },
      ],
      streets: [
        {
          kind: 'residential',
          name: 'Gasse',
          geometry: {
            type: 'LineString',
            coordinates: [
              [9, 48.006],
              [9.001, 48.006],
            ],
          },
        },
        {
          kind: 'path',
          name: null,
          geometry: {
            type: 'LineString',
            coordinates: [
              [9.01, 48.016],
              [9.011, 48.016],
            ],
          },
        },
      ],
      rail: [
        {
          kind: 'rail',
          name: null,
          geometry: {
            type: 'LineString',
            coordinates: [
              [9, 48.018],
              [9.02, 48.018],
            ],
          },
        },
      ],
      buildings: [
        { geometry: rectangle(9.0011, 48.0011, 9.0012, 48.0012), levels: 3.5, residential: true },
        { geometry: rectangle(9.0131, 48.0011, 9.0132, 48.0012), levels: null, residential: null },
      ],
      places: [{ kind: 'town', name: 'Kleinstadt', rank: 1, geometry: { type: 'Point', coordinates: [9.01, 48.01] } }],
    },
    streets: [
      { name: 'Gasse', position: lonLat(9.0005, 48.006), districts: ['d:1', 'd:1a'] },
      { name: 'Am Rand', position: lonLat(9.025, 48.006), districts: [null, null] },
    ],
  } satisfies CityContent);
}

/** A city of which nothing is known but its identity, without levels or bands. */
export function emptyCity(): CityContent {
  const { identity } = tinyCity();
  return {
    identity: { ...identity, levels: [], bands: [] },
    sources: [],
    notes: [],
    districts: [],
    population: [],
    forecast: null,
    houses: [],
    catchments: [],
    districtFigures: [],
    context: [],
    social: [],
    history: [],
    supplyAreas: [],
    sites: [],
    plots: [],
    network: null,
    base: null,
    streets: [],
  };
}
