import { sha256Hex } from '../../city/checksum.ts';
import type { CityIdentity, SourceRecord } from '../../city/types.ts';
import { DEMO_EPSG } from './georeference.ts';
import { AGE_BANDS } from './people.ts';
import type { Town } from './town.ts';

export const REFERENCE_DATE = '2025-12-31';
export const PLACES_DATE = '2026-03-01';
export const FORECAST_YEARS: readonly number[] = Array.from({ length: 16 }, (_, i) => 2025 + i);

/** Number of the one source in the manifest's list. */
export const DEMO_SOURCE = 0;

/** What the manifest says of the demo city. */
export function demoIdentity(town: Town): CityIdentity {
  const half = town.layout.frame.halfMeters;
  const low = town.geo.toLonLat([-half, -half]);
  const high = town.geo.toLonLat([half, half]);
  return {
    id: 'musterstadt',
    name: 'Musterstadt',
    invented: true,
    epsg: DEMO_EPSG,
    referenceDate: REFERENCE_DATE,
    dataDate: PLACES_DATE,
    levels: [
      {
        level: 1,
        de: { singular: 'Stadtbezirk', plural: 'Stadtbezirke' },
        en: { singular: 'borough', plural: 'boroughs' },
      },
      {
        level: 2,
        de: { singular: 'Stadtteil', plural: 'Stadtteile' },
        en: { singular: 'quarter', plural: 'quarters' },
      },
    ],
    bands: AGE_BANDS,
    years: FORECAST_YEARS,
    variants: ['low', 'middle', 'high'],
    smallNumberThreshold: 5,
    schoolCutOff: '06-30',
    words: {
      de: { workingGroup: 'AG Sozialplanung', councilPaper: 'GRDrs' },
      en: { workingGroup: 'working group on social planning', councilPaper: 'council paper' },
    },
    demandGrid: { epsg: DEMO_EPSG, cellMeters: 100 },
    bbox: [low[0], low[1], high[0], high[1]],
  };
}

/** The one source: the generator itself, free of rights. */
export function demoSources(scale: number, seed: number): SourceRecord[] {
  const recipe = `musterstadt scale ${scale} seed ${seed}`;
  return [
    {
      file: 'musterstadt-generator',
      sha256: sha256Hex(new TextEncoder().encode(recipe)),
      name: `Erfundene Stadt, errechnet (Größe ${scale}, Startwert ${seed})`,
      licence: 'CC0-1.0',
      attribution: 'Musterstadt: erfundene Daten, gemeinfrei (CC0)',
      date: PLACES_DATE,
      url: null,
      usedFor: [
        'network',
        'base',
        'districts',
        'population',
        'forecast',
        'facilities',
        'catchments',
        'figures',
        'sites',
        'plots',
      ],
    },
  ];
}
