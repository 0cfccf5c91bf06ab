import * as z from 'zod/mini';
import { SERVICE_IDS } from '../shared/services.ts';

// Without this zod tries `eval` once, which the app's content security policy reports as a violation.
z.config({ jitless: true });

const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const text = z.string();
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.int().check(z.minimum(0));
const sourceIndex = count;
const year = z.int();
const service = z.enum(SERVICE_IDS);
const variant = z.enum(['low', 'middle', 'high']);

export const datedFigureSchema = z.object({ value: z.nullable(z.number()), date: z.nullable(isoDate) });

const offerSchema = z.object({
  service,
  form: z.nullable(text),
  capacityApproved: datedFigureSchema,
  capacityAvailable: datedFigureSchema,
  occupied: datedFigureSchema,
  from: z.nullable(isoDate),
  to: z.nullable(isoDate),
  status: z.enum(['existing', 'secured', 'planned', 'idea', 'closed']),
});

const poolSchema = z.object({ places: datedFigureSchema, weights: z.partialRecord(service, z.number()) });

/** The `offers`, `pools` and `capacity_total` columns of `facilities.fgb`. */
export const offersSchema = z.array(offerSchema);
export const poolsSchema = z.array(poolSchema);

const position = z.tuple([z.number(), z.number()]);

/** The `access_points` column of `supply-areas.fgb`. */
export const accessPointsSchema = z.array(position);

/** The `phases` column of `sites.fgb`. */
export const phasesSchema = z.array(z.object({ year, share: z.number() }));

/** `forecast.json`. */
export const forecastSchema = z.object({
  containsNewHousing: z.enum(['none', 'listed', 'all']),
  listedSites: z.array(z.object({ siteId: text, dwellings: z.number() })),
  forecaster: z.nullable(text),
  date: z.nullable(isoDate),
  validFromInhabitants: z.nullable(z.number()),
  factors: z.record(text, z.partialRecord(variant, z.array(z.array(z.nullable(z.number()))))),
});

/** `district-figures.json`. */
export const districtFiguresSchema = z.array(
  z.object({
    district: text,
    service,
    year,
    kind: z.enum(['places-without-location', 'waiting-list', 'occupied', 'staff-vacancies']),
    value: z.nullable(z.number()),
    source: sourceIndex,
  }),
);

/** `social.json`. */
export const socialSchema = z.array(
  z.object({
    id: text,
    de: text,
    en: text,
    date: z.nullable(isoDate),
    source: sourceIndex,
    rows: z.array(
      z.object({
        district: text,
        year,
        numerator: z.nullable(z.number()),
        denominator: z.nullable(z.number()),
        masked: z.boolean(),
      }),
    ),
  }),
);

/** `history.json`. */
export const historySchema = z.array(
  z.object({
    district: z.nullable(text),
    service,
    year,
    measure: z.enum(['supply-rate', 'missing', 'capacity', 'demand']),
    value: z.nullable(z.number()),
    indicator: z.nullable(text),
    source: sourceIndex,
  }),
);

/** `streets.json`. */
export const streetsSchema = z.array(z.object({ name: text, position, districts: z.array(z.nullable(text)) }));

const levelWords = z.object({ singular: text, plural: text });

/** Notes are kept as they are, so that one written by a newer program is shown by its code instead of being lost. */
const noteSchema = z.object({
  severity: z.enum(['info', 'warning']),
  code: text,
  params: z.record(text, z.unknown()),
  where: z.optional(
    z.object({
      file: z.optional(text),
      row: z.optional(z.number()),
      column: z.optional(text),
      feature: z.optional(text),
      layer: z.optional(text),
    }),
  ),
  count: z.optional(count),
});

const sourceSchema = z.object({
  file: text,
  sha256,
  name: text,
  licence: text,
  attribution: text,
  date: z.nullable(isoDate),
  url: z.nullable(text),
  usedFor: z.array(text),
});

const fileSchema = z.object({
  path: text,
  bytes: count,
  sha256,
  features: z.nullable(count),
  indexBytes: z.nullable(count),
  indexSha256: z.nullable(sha256),
});

/** What a manifest of any version has. */
export const versionedSchema = z.looseObject({ schemaVersion: z.int().check(z.minimum(1)) });

/** `manifest.json`, published as `data/city-manifest.schema.json`. */
export const manifestSchema = z.object({
  schemaVersion: z.int(),
  id: text,
  edition: text,
  name: text,
  invented: z.boolean(),
  epsg: z.int(),
  referenceDate: isoDate,
  dataDate: isoDate,
  levels: z.array(z.object({ level: z.int(), de: levelWords, en: levelWords })),
  bands: z.array(z.object({ from: z.number().check(z.minimum(0)), to: z.nullable(z.number()) })),
  years: z.array(year),
  variants: z.array(variant),
  smallNumberThreshold: z.number(),
  schoolCutOff: z.string().check(z.regex(/^\d{2}-\d{2}$/)),
  words: z.object({ de: z.record(text, text), en: z.record(text, text) }),
  demandGrid: z.nullable(z.object({ epsg: z.int(), cellMeters: z.number() })),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  services: z.array(service),
  sources: z.array(sourceSchema),
  notes: z.array(noteSchema),
  files: z.array(fileSchema),
});
