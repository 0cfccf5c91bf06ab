import type { LonLat } from '../../shared/coordinates.ts';
import { GRADES } from '../../shared/grade.ts';
import { SERVICE_IDS } from '../../shared/services.ts';
import { accessPointsSchema, datedFigureSchema, offersSchema, phasesSchema, poolsSchema } from '../schema.ts';
import type {
  AgeBand,
  Catchment,
  CityIdentity,
  ContextPoint,
  DatedFigure,
  DemandPoint,
  District,
  House,
  Plot,
  Site,
  SupplyArea,
} from '../types.ts';
import {
  columnsField,
  type Field,
  flagField,
  jsonField,
  optional,
  realField,
  textField,
  wholeField,
  wordField,
  wordsField,
} from './fields.ts';
import { defineLayer } from './layer.ts';

const CONTEXT_KINDS = [
  'supermarket',
  'pharmacy',
  'stop',
  'shelter',
  'crossing',
  'toilet',
  'market',
  'worship',
  'hospital',
] as const;

const AREA = ['Polygon', 'MultiPolygon'] as const;
const POINT = ['Point'] as const;

const grade = wordField('grade', GRADES);
const service = wordField('service', SERVICE_IDS);
const source = wholeField('source');

/** `p_0_3` for 0 to under 3, `p_65_up` for 65 and over. */
export function bandColumn({ from, to }: AgeBand): string {
  return `p_${from}_${to ?? 'up'}`;
}

/** `district_1` … for the levels of a city. */
function districtsField(levelCount: number): Field<readonly (string | null)[]> {
  const names = Array.from({ length: levelCount }, (_, i) => `district_${i + 1}`);
  return columnsField<string>(names, 'string');
}

export const DISTRICT_LAYER = defineLayer<District, 'geometry'>({
  file: 'districts',
  geometry: 'geometry',
  types: AREA,
  fields: {
    id: textField('id'),
    level: wholeField('level'),
    parent: optional(textField('parent')),
    name: textField('name'),
  },
});

export function populationLayer({ levels, bands }: Pick<CityIdentity, 'levels' | 'bands'>) {
  return defineLayer<DemandPoint, 'position'>({
    file: 'population',
    geometry: 'position',
    types: POINT,
    fields: {
      id: textField('id'),
      districts: districtsField(levels.length),
      total: optional(realField('total')),
      persons: columnsField<number>(bands.map(bandColumn), 'double'),
      outside: flagField('outside'),
      grade,
    },
  });
}

/** Places of a house as QGIS shows them: available, else approved, summed; `null` where nothing is known. */
function placesOf({ offers, capacityTotal }: House): number | null {
  const known = offers
    .map((offer) => offer.capacityAvailable.value ?? offer.capacityApproved.value)
    .filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : (capacityTotal?.value ?? null);
}

export function houseLayer({ levels }: Pick<CityIdentity, 'levels'>) {
  return defineLayer<House, 'position'>({
    file: 'facilities',
    geometry: 'position',
    types: POINT,
    fields: {
      id: textField('id'),
      name: optional(textField('name')),
      operator: optional(textField('operator')),
      address: optional(textField('address')),
      districts: districtsField(levels.length),
      stepFree: optional(flagField('step_free')),
      openToAll: optional(flagField('open_to_all')),
      outside: flagField('outside'),
      source,
      grade,
      offers: jsonField<House['offers']>('offers', offersSchema),
      pools: jsonField<House['pools']>('pools', poolsSchema),
      capacityTotal: optional(jsonField<DatedFigure>('capacity_total', datedFigureSchema)),
    },
    derived: [
      {
        name: 'services',
        kind: 'string',
        valueOf: ({ offers }) => [...new Set(offers.map((offer) => offer.service))].join(','),
      },
      { name: 'places', kind: 'double', valueOf: placesOf },
    ],
  });
}

export const CATCHMENT_LAYER = defineLayer<Catchment, 'geometry'>({
  file: 'catchments',
  geometry: 'geometry',
  types: AREA,
  fields: {
    id: textField('id'),
    service,
    houseId: textField('house'),
    name: optional(textField('name')),
    validFrom: optional(textField('valid_from')),
    validTo: optional(textField('valid_to')),
  },
});

export const SUPPLY_AREA_LAYER = defineLayer<SupplyArea, 'geometry'>({
  file: 'supplyAreas',
  geometry: 'geometry',
  types: [...AREA, ...POINT],
  fields: {
    id: textField('id'),
    kind: wordField('kind', ['green', 'playground', 'pitch']),
    services: wordsField('services', SERVICE_IDS),
    name: optional(textField('name')),
    usableSquareMeters: optional(realField('usable_m2')),
    accessPoints: jsonField<readonly LonLat[]>('access_points', accessPointsSchema),
    openToAll: optional(flagField('open_to_all')),
    outside: flagField('outside'),
    source,
    grade,
  },
});

export const CONTEXT_LAYER = defineLayer<ContextPoint, 'position'>({
  file: 'context',
  geometry: 'position',
  types: POINT,
  fields: {
    id: textField('id'),
    kind: wordField('kind', CONTEXT_KINDS),
    name: optional(textField('name')),
    source,
  },
});

export const SITE_LAYER = defineLayer<Site, 'geometry'>({
  file: 'sites',
  geometry: 'geometry',
  types: AREA,
  fields: {
    id: textField('id'),
    name: textField('name'),
    stage: wholeField('stage'),
    sideState: optional(wordField('side_state', ['dormant', 'abandoned'])),
    infill: flagField('infill'),
    dwellings: optional(realField('dwellings')),
    dwellingsLost: optional(realField('dwellings_lost')),
    floorAreaSquareMeters: optional(realField('floor_area_m2')),
    subsidisedShare: optional(realField('subsidised_share')),
    dwellingType: optional(wordField('dwelling_type', ['MFH', 'EFH', 'mixed'])),
    firstOccupancy: optional(wholeField('first_occupancy')),
    phases: jsonField<Site['phases']>('phases', phasesSchema),
    owner: optional(textField('owner')),
    inForecast: optional(flagField('in_forecast')),
    nextStep: optional(textField('next_step')),
    nextDate: optional(textField('next_date')),
    source,
    grade,
  },
});

export const PLOT_LAYER = defineLayer<Plot, 'geometry'>({
  file: 'plots',
  geometry: 'geometry',
  types: AREA,
  fields: {
    id: textField('id'),
    name: optional(textField('name')),
    use: optional(textField('use')),
    owner: optional(textField('owner')),
    areaSquareMeters: realField('area_m2'),
    reservedFor: optional(textField('reserved_for')),
    reservedUntil: optional(textField('reserved_until')),
    source,
    grade,
  },
});
