import type { Indicator, SourcedValue } from './indicator.ts';
import { SOURCES } from './sources.ts';

/** A value without a source: the city sets it. No assumed quantity is shipped. */
const SET_BY_CITY: SourcedValue = {
  value: null,
  low: null,
  high: null,
  basis: 'assumption',
  source: null,
  city: null,
  remark: { de: 'Von der Stadt festzulegen.', en: 'To be set by the city.' },
};

/** Everyone of the target group counts once: no rate but the group itself. */
const EVERYONE: SourcedValue = { ...SET_BY_CITY, value: 1, basis: 'practice', remark: null };

function fixed(
  value: number,
  basis: SourcedValue['basis'],
  source: SourcedValue['source'],
  more: Partial<SourcedValue> = {},
): SourcedValue {
  return { value, low: null, high: null, basis, source, city: null, remark: null, ...more };
}

/** An assumed distance may be shipped, marked as such. */
function assumedMeters(meters: number): SourcedValue {
  return fixed(meters, 'assumption', SOURCES.own);
}

const COMMON = {
  version: 1,
  phaseIn: null,
  limitMeters: null,
  largestLimitMeters: null,
  targetShare: null,
  balanceLevel: null,
  minAreaSquareMeters: null,
  rounding: { kind: 'whole', size: null },
  validFrom: null,
  reason: null,
  author: null,
} as const satisfies Partial<Indicator>;

const ages = (from: number, to: number | null): Indicator['target'] => ({ from, to, bySchoolYear: false });
/** Classes 1–4 at 31 December for a cut-off of 30 June. */
const PRIMARY_COHORTS: Indicator['target'] = { from: 6.5, to: 10.5, bySchoolYear: true };

const KITA_LIMIT = fixed(900, 'practice', SOURCES['muc-abz'], {
  city: 'München',
  remark: {
    de: '750 m Luftlinie × 1,2; in Stuttgart nicht beschlossen.',
    en: '750 m air distance × 1.2; not decided in Stuttgart.',
  },
});

function playgroundIndicator(
  id: 'spielplatz-0-6' | 'spielplatz-6-12' | 'spielplatz-12-18',
  name: Indicator['name'],
  from: number,
  to: number,
  meters: number,
  share: number,
): Indicator {
  return {
    ...COMMON,
    id,
    service: id,
    model: 'reach',
    name,
    target: ages(from, to),
    unit: 'persons',
    rate: EVERYONE,
    limitMeters: fixed(meters, 'standard', SOURCES.playland, {
      remark: { de: 'DIN 18034-1, Orientierungswert.', en: 'DIN 18034-1, guide value.' },
    }),
    largestLimitMeters: 1500,
    targetShare: fixed(share, 'assumption', SOURCES.own),
  };
}

/** The catalogue shipped with the program, version 1 of every record; values and sources as in the project's domain notes. */
export const DEFAULT_CATALOGUE: readonly Indicator[] = [
  {
    ...COMMON,
    id: 'kita-u3',
    service: 'kita-u3',
    model: 'allocation',
    name: { de: 'Kita U3', en: 'Childcare under 3' },
    target: ages(0, 3),
    unit: 'places',
    rate: fixed(0.62, 'decision', SOURCES['cz-kita'], {
      city: 'Stuttgart',
      remark: {
        de: 'Pressebericht 2019; der Beschluss ist noch einzutragen. Entspricht etwa 84–90 % der 1- bis unter 3-Jährigen.',
        en: 'Press report of 2019; the decision has yet to be entered. Equals about 84–90% of those aged 1 to under 3.',
      },
    }),
    limitMeters: KITA_LIMIT,
    largestLimitMeters: 2000,
    rounding: { kind: 'groups', size: 10 },
  },
  {
    ...COMMON,
    id: 'kita-ue3',
    service: 'kita-ue3',
    model: 'allocation',
    name: { de: 'Kita Ü3', en: 'Childcare from 3' },
    target: ages(3, 6.5),
    unit: 'places',
    rate: fixed(1, 'law', SOURCES['sgb8-24'], {
      remark: {
        de: 'Rechtsanspruch ab 3 Jahren; 3,5 Jahrgänge, weil die Kinder bis zum Schuleintritt bleiben.',
        en: 'Legal claim from age 3; 3.5 cohorts, since children stay until they enter school.',
      },
    }),
    limitMeters: KITA_LIMIT,
    largestLimitMeters: 2000,
    rounding: { kind: 'groups', size: 20 },
  },
  {
    ...COMMON,
    id: 'grundschule',
    service: 'grundschule',
    model: 'catchment',
    name: { de: 'Grundschule', en: 'Primary school' },
    target: PRIMARY_COHORTS,
    unit: 'pupils',
    rate: EVERYONE,
    limitMeters: fixed(1000, 'practice', SOURCES.kurzebeine, {
      high: 2000,
      remark: { de: 'Angemessener Schulweg; höchstens 2.000 m.', en: 'Appropriate way to school; 2,000 m at most.' },
    }),
    largestLimitMeters: 2000,
    rounding: { kind: 'zuege', size: 100 },
  },
  {
    ...COMMON,
    id: 'ganztag',
    service: 'ganztag',
    model: 'catchment',
    name: { de: 'Ganztag Grundschule', en: 'All-day primary' },
    target: PRIMARY_COHORTS,
    unit: 'places',
    rate: {
      ...SET_BY_CITY,
      remark: {
        de: 'Inanspruchnahme von der Stadt festzulegen; Rechtsanspruch ab 1.8.2026, Jahrgang für Jahrgang.',
        en: 'Take-up to be set by the city; legal claim from 1 Aug 2026, cohort by cohort.',
      },
    },
    phaseIn: [
      { schoolYear: 2026, share: 0.25 },
      { schoolYear: 2027, share: 0.5 },
      { schoolYear: 2028, share: 0.75 },
      { schoolYear: 2029, share: 1 },
    ],
    phaseInSource: SOURCES.gafoeg,
    limitMeters: fixed(1000, 'practice', SOURCES.kurzebeine),
    largestLimitMeters: 2000,
    validFrom: '2026-08-01',
  },
  {
    ...COMMON,
    id: 'sek-1',
    service: 'sek-1',
    model: 'balance',
    name: { de: 'Weiterführende Schulen, Sek I', en: 'Secondary schools, lower level' },
    target: ages(10, 16),
    unit: 'pupils',
    rate: fixed(1, 'practice', SOURCES['ffm-schule']),
    balanceLevel: 0,
    rounding: { kind: 'whole', size: null },
  },
  {
    ...COMMON,
    id: 'jugendtreff',
    service: 'jugendtreff',
    model: 'allocation',
    name: { de: 'Offene Kinder- und Jugendarbeit', en: 'Open youth work' },
    target: ages(6, 25),
    unit: 'places',
    rate: fixed(0.114, 'decision', SOURCES['drs17-18326'], {
      city: 'Berlin',
      remark: { de: 'Berlin, in Stuttgart nicht beschlossen.', en: 'Berlin, not decided in Stuttgart.' },
    }),
    limitMeters: assumedMeters(1000),
    largestLimitMeters: 2000,
  },
  playgroundIndicator(
    'spielplatz-0-6',
    { de: 'Spielplatz 0 bis unter 6', en: 'Playground, 0 to under 6' },
    0,
    6,
    200,
    0.95,
  ),
  playgroundIndicator(
    'spielplatz-6-12',
    { de: 'Spielplatz 6 bis unter 12', en: 'Playground, 6 to under 12' },
    6,
    12,
    400,
    0.95,
  ),
  playgroundIndicator('spielplatz-12-18', { de: 'Spielplatz ab 12', en: 'Playground from 12' }, 12, 18, 1000, 0.9),
  {
    ...COMMON,
    id: 'spielflaeche',
    service: 'spielflaeche',
    model: 'area',
    name: { de: 'Spielfläche je Einwohner', en: 'Play area per inhabitant' },
    target: ages(0, null),
    unit: 'square-meters',
    rate: fixed(1, 'law', SOURCES['berl-kspg'], {
      low: 0.75,
      high: 2,
      city: 'Berlin',
      remark: { de: 'Berliner Gesetz; anderswo 0,75 bis 2 m².', en: 'Berlin law; elsewhere 0.75 to 2 m².' },
    }),
    limitMeters: assumedMeters(1000),
    largestLimitMeters: 1500,
  },
  {
    ...COMMON,
    id: 'gruen-nah',
    service: 'gruen-nah',
    model: 'area',
    name: { de: 'Wohnungsnahes Grün', en: 'Near-home green' },
    target: ages(0, null),
    unit: 'square-meters',
    rate: fixed(6, 'practice', SOURCES['ua-meth'], { city: 'Berlin' }),
    limitMeters: fixed(500, 'practice', SOURCES['ua-meth'], { city: 'Berlin' }),
    largestLimitMeters: 1500,
    minAreaSquareMeters: 5000,
  },
  {
    ...COMMON,
    id: 'sporthalle',
    service: 'sporthalle',
    model: 'balance',
    name: { de: 'Sporthallenfläche', en: 'Sports hall area' },
    target: ages(0, null),
    unit: 'square-meters',
    rate: fixed(0.265, 'practice', SOURCES.goldplan, {
      low: 0.265,
      high: 0.37,
      remark: {
        de: 'Goldener Plan Ost, ab 500.000 Einwohnern; alt.',
        en: 'Goldener Plan Ost, from 500,000 inhabitants; old.',
      },
    }),
    balanceLevel: 0,
  },
  {
    ...COMMON,
    id: 'hausarzt',
    service: 'hausarzt',
    model: 'reach',
    name: { de: 'Nächste Hausarztpraxis', en: 'GP practice nearby' },
    target: ages(0, null),
    unit: 'persons',
    rate: EVERYONE,
    limitMeters: assumedMeters(1000),
    largestLimitMeters: 2000,
  },
  {
    ...COMMON,
    id: 'kinderarzt',
    service: 'kinderarzt',
    model: 'reach',
    name: { de: 'Nächste Kinderarztpraxis', en: 'Paediatric practice nearby' },
    target: ages(0, 18),
    unit: 'persons',
    rate: EVERYONE,
    limitMeters: assumedMeters(1000),
    largestLimitMeters: 2000,
  },
  {
    ...COMMON,
    id: 'pflege',
    service: 'pflege',
    model: 'balance',
    name: { de: 'Stationäre Pflege', en: 'Nursing homes' },
    target: ages(65, null),
    unit: 'places',
    rate: fixed(0.059, 'decision', SOURCES['grd292-2023'], {
      low: 0.053,
      high: 0.065,
      city: 'Stuttgart',
      remark: {
        de: 'Abgeleitet: 5,3 (Bedarf 2030) bis 6,5 (obere Variante 2025, GRDrs 630/2016) je 100 ab 65; Mitte gerechnet.',
        en: 'Derived: 5.3 (need 2030) to 6.5 (upper variant 2025, GRDrs 630/2016) per 100 aged 65+; middle computed.',
      },
    }),
    balanceLevel: 1,
  },
  {
    ...COMMON,
    id: 'begegnung',
    service: 'begegnung',
    model: 'allocation',
    name: { de: 'Begegnung, Stadtteilhaus', en: 'Meeting place' },
    target: ages(0, null),
    unit: 'places',
    rate: SET_BY_CITY,
    limitMeters: assumedMeters(1000),
    largestLimitMeters: 2000,
  },
  {
    ...COMMON,
    id: 'bibliothek',
    service: 'bibliothek',
    model: 'reach',
    name: { de: 'Bibliothek', en: 'Library' },
    target: ages(0, null),
    unit: 'persons',
    rate: EVERYONE,
    limitMeters: assumedMeters(1500),
    largestLimitMeters: 2000,
  },
];
