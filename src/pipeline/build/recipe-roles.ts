import * as z from 'zod/mini';
import { GRADES } from '../../shared/grade.ts';
import {
  ages,
  box,
  column,
  described,
  figureFields,
  filters,
  fixedOrColumn,
  isoDate,
  position,
  service,
  text,
  year,
} from './recipe-fields.ts';

const level = described(z.int().check(z.gte(1)), 'District level, 1 = largest unit below the city.');
const grade = described(z.enum(GRADES), 'How well the figures are known; "official" unless stated.');

const join = z.exactOptional(
  described(
    z.strictObject({ source: text, from: column, to: column }),
    'Translates the keys of this table (from) into those of the districts (to), by a source with the role "lookup".',
  ),
);

/** How the districts of a table are found. */
const districtKey = {
  district: described(text, 'Column with the district.'),
  districtBy: described(
    z._default(z.enum(['key', 'name']), 'key'),
    'Whether that column holds the key of the district (as in the districts source) or its name.',
  ),
  level: z.exactOptional(described(level, 'Level of these districts; the finest one unless stated.')),
  join,
  ignoreDistricts: z.exactOptional(
    described(z.array(text), 'Keys in this table that are no districts of this level (totals, coarser units).'),
  ),
  filters: z.exactOptional(filters),
  ...figureFields,
};

/** Kinds of figures by district. */
export const FIGURE_KINDS = ['places-without-location', 'waiting-list', 'occupied', 'staff-vacancies'] as const;
/** What a published figure measures. */
export const PUBLISHED_MEASURES = ['supply-rate', 'missing', 'capacity', 'demand'] as const;
export const VARIANTS = ['low', 'middle', 'high'] as const;
export const DWELLING_TYPES = ['MFH', 'EFH', 'mixed'] as const;

const ageGroup = z.union([ages, z.enum(['total', 'ignore'])]);

const osm = z.strictObject({
  role: z.literal('osm'),
  use: z.exactOptional(
    described(
      z.array(z.enum(['network', 'base', 'houses', 'areas', 'context'])).check(z.minLength(1)),
      'What is taken from the extract; everything unless stated.',
    ),
  ),
  box: z.exactOptional(
    described(
      box,
      'Where the extract is complete: west, south, east, north in degrees. Ways that lead out of it end there. No limit unless stated.',
    ),
  ),
});

const districts = z.strictObject({
  role: z.literal('districts'),
  level,
  id: described(
    z.union([column, z.strictObject({ fromLevel: level, characters: z.int().check(z.gte(1)) })]),
    'Key column; or, for areas without any, the first characters of the keys of the smaller areas that lie in them.',
  ),
  name: z.exactOptional(described(column, 'Name column; without one the key is the name.')),
  nameLookup: z.exactOptional(
    described(
      z.strictObject({ source: text, key: column, name: column }),
      'Names by key, from a source with the role "lookup".',
    ),
  ),
  parent: z.exactOptional(
    described(
      z.union([column, z.strictObject({ characters: z.int().check(z.gte(1)) })]),
      'Key of the larger district: a column, or the first characters of the own key. Found by position unless stated.',
    ),
  ),
  adminLevel: z.exactOptional(
    described(
      z.int().check(z.gte(1), z.lte(12)),
      'The source is an OpenStreetMap extract: its boundaries of this admin_level. Columns are osm_id and all tags.',
    ),
  ),
  filters: z.exactOptional(filters),
});

const lookup = z.strictObject({ role: z.literal('lookup') });

const counts = {
  role: z.literal('population-table'),
  ...districtKey,
  addRows: z.exactOptional(
    described(z.boolean(), 'Several rows of one district and age are added up (men and women).'),
  ),
};

const populationWide = z.strictObject({
  ...counts,
  form: described(z.literal('wide'), 'One column per age group.'),
  columns: described(z.record(text, ageGroup), 'Column → ages, "total" or "ignore".'),
});

const populationLong = z.strictObject({
  ...counts,
  form: described(z.literal('long'), 'One row per district and age group.'),
  ages: z.exactOptional(described(text, 'Column with the age group; without one every row is a total.')),
  values: column,
  groups: z.exactOptional(
    described(
      z.record(text, ageGroup),
      'Texts of the age column → ages; usual ones ("0 bis unter 3 Jahre") need not be named.',
    ),
  ),
});

const gridCommon = {
  role: z.literal('population-grid'),
  epsg: z.exactOptional(z.int()),
  columns: z.exactOptional(
    z.strictObject({ id: z.exactOptional(column), x: z.exactOptional(column), y: z.exactOptional(column) }),
  ),
  empty: z.exactOptional(described(z.array(z.string()), 'Figures that mean "nobody lives here"; -1 unless stated.')),
  suppressed: z.exactOptional(described(z.array(z.string()), 'Figures that mean "suppressed"; -9 unless stated.')),
  ...figureFields,
};

const gridWide = z.strictObject({
  ...gridCommon,
  form: described(z.literal('wide'), 'One row per cell.'),
  total: z.exactOptional(
    described(z.nullable(text), 'Column with the inhabitants; "Einwohner" unless stated, null: none.'),
  ),
  groups: z.exactOptional(
    described(
      z.record(
        text,
        z.strictObject({ from: z.number(), to: z.nullable(z.number()), percent: z.exactOptional(z.literal(true)) }),
      ),
      'Column → ages; percent: shares of the total of the cell.',
    ),
  ),
  rest: z.exactOptional(described(ages, 'Ages of those whom no column counts.')),
});

const gridLong = z.strictObject({
  ...gridCommon,
  form: described(z.literal('long'), 'One row per cell and age group.'),
  ages: z.exactOptional(described(text, 'Column with the age group; "Altersgruppe" unless stated.')),
  values: z.exactOptional(described(text, 'Column with the persons; "Anzahl" unless stated.')),
  groups: z.exactOptional(described(z.record(text, ageGroup), 'Texts of the age column → ages.')),
});

const offer = z.strictObject({
  service,
  filters: z.exactOptional(filters),
  form: z.exactOptional(described(text, 'RG, VÖ, GT, Krippe, …')),
  approved: z.exactOptional(described(column, 'Column with the places approved.')),
  available: z.exactOptional(described(column, 'Column with the places available (staffed).')),
  occupied: z.exactOptional(described(column, 'Column with the places taken.')),
  from: z.exactOptional(described(column, 'Column with the opening date.')),
  to: z.exactOptional(described(column, 'Column with the closing date.')),
  status: z.exactOptional(z.enum(['existing', 'secured', 'planned', 'idea', 'closed'])),
});

const yesNo = z.strictObject({ column, yes: z.array(z.string()), no: z.array(z.string()) });

const objectColumns = {
  id: z.exactOptional(described(column, 'Key column. Without one the id is made of kind and position.')),
  name: z.exactOptional(column),
  filters: z.exactOptional(filters),
  position: z.exactOptional(position),
  grade: z.exactOptional(grade),
  ...figureFields,
};

const facilities = z.strictObject({
  role: z.literal('facilities'),
  ...objectColumns,
  operator: z.exactOptional(column),
  address: z.exactOptional(described(z.array(column), 'Columns joined by a space.')),
  stepFree: z.exactOptional(yesNo),
  openToAll: z.exactOptional(yesNo),
  offers: described(
    z.array(offer).check(z.minLength(1)),
    'Every offer whose "filters" fit a row becomes an offer of that house. Rows without any offer are left out and counted.',
  ),
  capacityTotal: z.exactOptional(
    described(
      column,
      'Column with the places of the house, all offers together. Where the offers do not add up to it, the split is unknown.',
    ),
  ),
  figuresDate: z.exactOptional(described(isoDate, 'Day the places hold for; the date of the source unless stated.')),
});

const supplyAreas = z.strictObject({
  role: z.literal('supply-areas'),
  ...objectColumns,
  kind: z.enum(['green', 'playground', 'pitch']),
  services: described(z.array(service), 'Playgrounds of unknown ages count for all ages; pitches have none.'),
  usableSquareMeters: z.exactOptional(column),
});

const context = z.strictObject({
  role: z.literal('context'),
  ...objectColumns,
  kind: z.enum(['supermarket', 'pharmacy', 'stop', 'shelter', 'crossing', 'toilet', 'market', 'worship', 'hospital']),
});

const catchments = z.strictObject({
  role: z.literal('catchments'),
  service,
  house: column,
  houseBy: described(
    z._default(z.enum(['key', 'name']), 'key'),
    'Whether that column holds the key of the house or its name.',
  ),
  houseSource: z.exactOptional(described(text, 'Id of the source the houses come from; any source unless stated.')),
  id: z.exactOptional(column),
  name: z.exactOptional(column),
  filters: z.exactOptional(filters),
  validFrom: z.exactOptional(column),
  validTo: z.exactOptional(column),
});

const forecast = z.strictObject({
  role: z.literal('forecast'),
  ...districtKey,
  filters: z.exactOptional(filters),
  year: column,
  age: column,
  ages: z.record(text, ages),
  variant: z._default(fixedOrColumn(z.enum(VARIANTS)), 'middle'),
  value: column,
  unit: described(
    z.enum(['factor', 'persons']),
    'Factors against the base year, or persons (divided by those of the base year, which must be in the table).',
  ),
  containsNewHousing: z.enum(['none', 'listed', 'all']),
  listedSites: z._default(z.array(z.strictObject({ siteId: text, dwellings: z.number() })), []),
  forecaster: z.exactOptional(text),
  validFromInhabitants: z.exactOptional(z.number()),
});

const districtFigures = z.strictObject({
  role: z.literal('district-figures'),
  ...districtKey,
  filters: z.exactOptional(filters),
  service: fixedOrColumn(service),
  year: fixedOrColumn(year),
  kind: fixedOrColumn(z.enum(FIGURE_KINDS)),
  value: column,
});

const social = z.strictObject({
  role: z.literal('social'),
  ...districtKey,
  filters: z.exactOptional(filters),
  id: text,
  de: text,
  en: text,
  year: fixedOrColumn(year),
  numerator: column,
  denominator: z.exactOptional(described(column, 'Column with the denominator; missing for plain counts.')),
  denominatorRows: z.exactOptional(
    described(filters, 'Long table: the rows that hold the denominator, in the same column as the numerator.'),
  ),
  masked: z.exactOptional(described(z.array(z.string()), 'Texts that stand for a masked value, e.g. "x" or ".".')),
});

const history = z.strictObject({
  role: z.literal('history'),
  ...districtKey,
  district: z.exactOptional(described(column, 'District column; without one the figures hold for the whole city.')),
  filters: z.exactOptional(filters),
  service: fixedOrColumn(service),
  year: fixedOrColumn(year),
  measure: fixedOrColumn(z.enum(PUBLISHED_MEASURES)),
  value: column,
  indicator: z.exactOptional(described(column, 'Column with the Kennwert then in force.')),
});

const sites = z.strictObject({
  role: z.literal('sites'),
  ...figureFields,
  id: z.exactOptional(column),
  name: column,
  filters: z.exactOptional(filters),
  grade: z.exactOptional(grade),
  stage: fixedOrColumn(z.int().check(z.gte(0), z.lte(14))),
  dwellings: z.exactOptional(column),
  dwellingsLost: z.exactOptional(column),
  floorAreaSquareMeters: z.exactOptional(column),
  subsidisedShare: z.exactOptional(described(column, 'Column with a share, 0–1.')),
  dwellingType: z.exactOptional(fixedOrColumn(z.enum(DWELLING_TYPES))),
  firstOccupancy: z.exactOptional(column),
  owner: z.exactOptional(column),
  infill: z.exactOptional(yesNo),
  inForecast: z.exactOptional(yesNo),
  nextStep: z.exactOptional(column),
  nextDate: z.exactOptional(column),
});

const plots = z.strictObject({
  role: z.literal('plots'),
  ...figureFields,
  id: z.exactOptional(column),
  name: z.exactOptional(column),
  filters: z.exactOptional(filters),
  grade: z.exactOptional(grade),
  use: z.exactOptional(described(column, 'Column with the use named in the plan.')),
  owner: z.exactOptional(column),
  reservedFor: z.exactOptional(column),
  reservedUntil: z.exactOptional(column),
});

const landUse = z.strictObject({
  role: z.literal('land-use'),
  residential: z.exactOptional(
    described(filters, 'Which areas are lived in: people are distributed over them where there are no buildings.'),
  ),
  base: z._default(
    described(
      z.array(
        z.strictObject({
          layer: z.enum(['water', 'green', 'builtUp']),
          kind: described(
            text,
            'lake, river; park, forest, grass, cemetery, allotments, farmland; residential, commercial, industrial',
          ),
          filters: z.exactOptional(filters),
          name: z.exactOptional(column),
        }),
      ),
      'Areas of the base map, for cities without OpenStreetMap data.',
    ),
    [],
  ),
});

/** What a source is used for. One source may have several roles. */
export const roleSchema = z.discriminatedUnion('role', [
  osm,
  districts,
  lookup,
  z.discriminatedUnion('form', [populationWide, populationLong]),
  z.discriminatedUnion('form', [gridWide, gridLong]),
  facilities,
  supplyAreas,
  context,
  catchments,
  forecast,
  districtFigures,
  social,
  history,
  sites,
  plots,
  landUse,
]);

export type Role = z.output<typeof roleSchema>;
export type RoleName = Role['role'];
export type RoleOf<N extends RoleName> = Extract<Role, { role: N }>;
