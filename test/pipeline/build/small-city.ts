import type { Area } from '../../../src/city/types.ts';
import type { BuildContext, PipelineHost } from '../../../src/pipeline/types.ts';
import { fail } from '../../../src/shared/problem.ts';
import { at, rectangle } from '../../fixtures/tiny-city.ts';

/**
 * Kleinstadt: 1 km × 1 km, made of one small file per role, so that every figure of its package can be checked on paper. Metres count
 * from its south-western corner (see `fixtures/tiny-city.ts`); two Bezirke (west and east of x = 500), each of two Ortsteile (south and
 * north of y = 500).
 */

type Json = Record<string, unknown>;

/** Files in memory as a host; sizes may be claimed that nobody would put into a test. */
export function memoryHost(
  files: Readonly<Record<string, string>>,
  claimedBytes: Readonly<Record<string, number>> = {},
): PipelineHost & { readonly opened: string[] } {
  const opened: string[] = [];
  const bytesOf = (path: string) => {
    const text = files[path];
    return text === undefined ? fail('pipeline.source-missing', { path }) : new TextEncoder().encode(text);
  };
  return {
    opened,
    size: async (path) => claimedBytes[path] ?? bytesOf(path).length,
    read: async (path) => {
      opened.push(path);
      return bytesOf(path);
    },
  };
}

export function buildContext(signal = new AbortController().signal): BuildContext {
  return { signal, progress: () => {} };
}

function collection(features: readonly { readonly geometry: unknown; readonly properties: Json }[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map((feature) => ({ type: 'Feature', ...feature })),
  });
}

function area(properties: Json, west: number, south: number, east: number, north: number) {
  return { properties, geometry: rectangle(west, south, east, north) satisfies Area };
}

const BEZIRKE = collection([
  area({ nr: 1, name: 'West' }, 0, 0, 500, 1000),
  area({ nr: 2, name: 'Ost' }, 500, 0, 1000, 1000),
]);

const ORTSTEILE = collection([
  area({ nr: '11', name: 'West-Süd' }, 0, 0, 500, 500),
  area({ nr: '12', name: 'West-Nord' }, 0, 500, 500, 1000),
  area({ nr: '21', name: 'Ost-Süd' }, 500, 0, 1000, 500),
  area({ nr: '22', name: 'Ost-Nord' }, 500, 500, 1000, 1000),
]);

/** German figures: 1.000 is a thousand; Ost-Nord gives no ages. */
const EINWOHNER = `Ortsteil;Einwohner;unter 6;6 bis 17;ab 18
11;1.000;60;120;820
12;400;20;40;340
21;200;10;20;170
22;100;-;-;-
gesamt;1.700;;;
`;

/** Cells of 100 m by their centre: two in West-Süd (3 : 1), one in each other Ortsteil, one outside and one far away. */
const GITTER = `gitter_id;x_mp;y_mp;Einwohner
a;500150;5400150;30
b;500250;5400150;10
c;500150;5400750;5
d;500750;5400250;7
e;500750;5400750;2
f;501250;5400250;4
g;505050;5400250;9
`;

function lonLat(x: number, y: number): string {
  return at(x, y).join(',');
}

/** Places: k1 adds up (20 + 40 = 60); k2 contradicts (10 + 20 ≠ 50); k3 has 0; k4 is not divided; k5 lies outside. */
const KITAS = `nr,name,traeger,lon,lat,u3,ue3,gesamt,art
k1,Kita Sonne,Stadt,${lonLat(130, 420)},20,40,60,Kita
k2,Kita Mond,Verein,${lonLat(820, 760)},10,20,50,Kita
k3,Kita Stern,Stadt,${lonLat(620, 180)},0,0,0,Kita
k4,Kita Wolke,Stadt,${lonLat(330, 860)},,,75,Kita
k5,Kita Fern,Stadt,${lonLat(1100, 100)},5,10,15,Kita
v1,Verwaltung,Stadt,${lonLat(500, 500)},,,,Amt
`;

const SCHULEN = `nr;name;rechts;hoch;plaetze
s1;Grundschule am Markt;500440;5400560;200
`;

const SPIELPLAETZE = `name,lon,lat,flaeche
Am Bach,${lonLat(700, 300)},450.5
`;

const HALTESTELLEN = `name,lon,lat
Markt,${lonLat(450, 550)}
Weit weg,${lonLat(9000, 9000)}
`;

const SCHULBEZIRKE = collection([
  area({ schule: 's1', gueltig: '01.08.2024' }, 0, 500, 1000, 1000),
  area({ schule: 's9' }, 0, 0, 1000, 500),
]);

/** Persons: 0–6 in Bezirk 1 fall from 80 to 60, others from 1,320 to 1,386. */
const PROGNOSE = `bezirk;jahr;alter;personen
1;2024;u6;80
1;2024;ue6;1320
1;2030;u6;60
1;2030;ue6;1386
2;2024;u6;10
2;2024;ue6;290
2;2030;u6;-
2;2030;ue6;290
`;

const TAGESPFLEGE = `ortsteil;plaetze
11;12
22;-
`;

const SOZIAL = `ortsteil;kinder;sgb2
West-Süd;100;25
West-Nord;x;x
`;

const GESCHICHTE = `jahr;quote
2022;96,5
2023;98
`;

const VORHABEN = collection([
  area({ id: 'v1', name: 'Am Hafen', stand: 'Aufstellungsbeschluss', we: 120, anteil: 0.3 }, 600, 600, 700, 700),
]);

const FLAECHEN = collection([area({ id: 'f1', nutzung: 'Kita' }, 200, 200, 240, 250)]);

const LANDNUTZUNG = collection([
  area({ typ: 'Wohnen' }, 0, 0, 400, 400),
  area({ typ: 'Wald' }, 600, 800, 900, 1000),
  area({ typ: 'See' }, 400, 0, 450, 50),
]);

function node(id: number, x: number, y: number, tags: Record<string, string> = {}): string {
  const [lon, lat] = at(x, y);
  const inner = Object.entries(tags).map(([k, v]) => `<tag k="${k}" v="${v}"/>`);
  return `<node id="${id}" lat="${lat}" lon="${lon}" version="1" timestamp="2024-06-01T00:00:00Z">${inner.join('')}</node>`;
}

function way(id: number, nodes: readonly number[], tags: Record<string, string>): string {
  const refs = nodes.map((ref) => `<nd ref="${ref}"/>`).join('');
  const inner = Object.entries(tags).map(([k, v]) => `<tag k="${k}" v="${v}"/>`);
  return `<way id="${id}" version="1" timestamp="2024-06-01T00:00:00Z">${refs}${inner.join('')}</way>`;
}

/** One street from west to east, the Kita Sonne again (40 m off, with ramp), a Kita of its own, a house and a forest. */
const OSM = `<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">
${node(1, 0, 500)}${node(2, 500, 500)}${node(3, 1000, 500)}
${node(4, 100, 100)}${node(5, 120, 100)}${node(6, 120, 120)}${node(7, 100, 120)}
${node(20, 170, 420, { amenity: 'kindergarten', name: 'Sonne', wheelchair: 'yes' })}
${node(21, 900, 100, { amenity: 'kindergarten', name: 'Regenbogen' })}
${way(10, [1, 2, 3], { highway: 'residential', name: 'Lange Straße' })}
${way(11, [4, 5, 6, 7, 4], { building: 'house', 'building:levels': '2' })}
</osm>`;

export const SMALL_FILES = {
  'bezirke.geojson': BEZIRKE,
  'ortsteile.geojson': ORTSTEILE,
  'einwohner.csv': EINWOHNER,
  'gitter.csv': GITTER,
  'kitas.csv': KITAS,
  'schulen.csv': SCHULEN,
  'spielplaetze.csv': SPIELPLAETZE,
  'haltestellen.csv': HALTESTELLEN,
  'schulbezirke.geojson': SCHULBEZIRKE,
  'prognose.csv': PROGNOSE,
  'tagespflege.csv': TAGESPFLEGE,
  'sozial.csv': SOZIAL,
  'geschichte.csv': GESCHICHTE,
  'vorhaben.geojson': VORHABEN,
  'flaechen.geojson': FLAECHEN,
  'landnutzung.geojson': LANDNUTZUNG,
  'stadt.osm': OSM,
};

function source(path: string, roles: readonly Json[], more: Json = {}): Json {
  return {
    id: path.replace(/\..*$/, ''),
    path,
    name: path,
    licence: 'CC0',
    attribution: 'Kleinstadt',
    date: '2024-12-31',
    url: null,
    roles,
    ...more,
  };
}

const LON_LAT = { lon: 'lon', lat: 'lat' };
const KITA = { art: 'Kita' };

/** The recipe of Kleinstadt as JSON; every role occurs. */
export function smallRecipe(): Json & { sources: Json[] } {
  return {
    id: 'kleinstadt',
    name: 'Kleinstadt',
    studyArea: { districts: true },
    epsg: 25832,
    referenceDate: '2024-12-31',
    surroundingsMeters: 500,
    levels: [
      { level: 1, de: { singular: 'Bezirk', plural: 'Bezirke' }, en: { singular: 'borough', plural: 'boroughs' } },
      { level: 2, de: { singular: 'Ortsteil', plural: 'Ortsteile' }, en: { singular: 'quarter', plural: 'quarters' } },
    ],
    sources: [
      source('bezirke.geojson', [{ role: 'districts', level: 1, id: 'nr', name: 'name' }]),
      source('ortsteile.geojson', [{ role: 'districts', level: 2, id: 'nr', name: 'name', parent: { characters: 1 } }]),
      source('einwohner.csv', [
        {
          role: 'population-table',
          form: 'wide',
          district: 'Ortsteil',
          ignoreDistricts: ['gesamt'],
          columns: {
            Einwohner: 'total',
            'unter 6': { from: 0, to: 6 },
            '6 bis 17': { from: 6, to: 18 },
            'ab 18': { from: 18, to: null },
          },
        },
      ]),
      source('gitter.csv', [{ role: 'population-grid', form: 'wide', epsg: 25832 }]),
      source('stadt.osm', [{ role: 'osm' }], { date: null }),
      source('kitas.csv', [
        {
          role: 'facilities',
          id: 'nr',
          name: 'name',
          operator: 'traeger',
          position: LON_LAT,
          offers: [
            { service: 'kita-u3', filters: KITA, approved: 'u3' },
            { service: 'kita-ue3', filters: KITA, approved: 'ue3' },
          ],
          capacityTotal: 'gesamt',
          figuresDate: '2024-03-01',
        },
      ]),
      source('schulen.csv', [
        {
          role: 'facilities',
          id: 'nr',
          name: 'name',
          position: { x: 'rechts', y: 'hoch', epsg: 25832 },
          offers: [{ service: 'grundschule', available: 'plaetze' }],
        },
      ]),
      source('spielplaetze.csv', [
        {
          role: 'supply-areas',
          kind: 'playground',
          services: ['spielplatz-0-6'],
          name: 'name',
          position: LON_LAT,
          usableSquareMeters: 'flaeche',
          numbers: 'plain',
        },
      ]),
      source('haltestellen.csv', [{ role: 'context', kind: 'stop', name: 'name', position: LON_LAT }]),
      source('schulbezirke.geojson', [
        { role: 'catchments', service: 'grundschule', house: 'schule', houseSource: 'schulen', validFrom: 'gueltig' },
      ]),
      source('prognose.csv', [
        {
          role: 'forecast',
          district: 'bezirk',
          level: 1,
          year: 'jahr',
          age: 'alter',
          ages: { u6: { from: 0, to: 6 }, ue6: { from: 6, to: null } },
          value: 'personen',
          unit: 'persons',
          containsNewHousing: 'none',
          forecaster: 'Statistisches Amt',
        },
      ]),
      source('tagespflege.csv', [
        {
          role: 'district-figures',
          district: 'ortsteil',
          service: 'kita-u3',
          year: 2024,
          kind: 'places-without-location',
          value: 'plaetze',
        },
      ]),
      source('sozial.csv', [
        {
          role: 'social',
          id: 'sgb2-u15',
          de: 'Kinder mit SGB-II-Leistungen',
          en: 'Children on basic income support',
          district: 'ortsteil',
          districtBy: 'name',
          year: 2024,
          numerator: 'sgb2',
          denominator: 'kinder',
          masked: ['x'],
        },
      ]),
      source('geschichte.csv', [
        {
          role: 'history',
          service: 'kita-ue3',
          year: { column: 'jahr' },
          measure: 'supply-rate',
          value: 'quote',
        },
      ]),
      source('vorhaben.geojson', [
        {
          role: 'sites',
          id: 'id',
          name: 'name',
          stage: { column: 'stand', values: { Aufstellungsbeschluss: 4 } },
          dwellings: 'we',
          subsidisedShare: 'anteil',
        },
      ]),
      source('flaechen.geojson', [{ role: 'plots', id: 'id', use: 'nutzung' }]),
      source('landnutzung.geojson', [
        {
          role: 'land-use',
          residential: { typ: 'Wohnen' },
          base: [
            { layer: 'green', kind: 'forest', filters: { typ: 'Wald' } },
            { layer: 'water', kind: 'lake', filters: { typ: 'See' } },
          ],
        },
      ]),
    ],
  };
}
