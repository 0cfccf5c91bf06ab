import * as z from 'zod/mini';
import {
  amount,
  area,
  circle,
  grade,
  idText,
  isoDate,
  maybeDate,
  maybeText,
  object,
  saidText,
  service,
  share,
  text,
  year,
} from './common.ts';

/** What is known of a site; `null` = keine Angabe. The same fields as a site of the city package, plus the AGSP contact role. */
export const siteFields = {
  name: saidText,
  geometry: area,
  /** 0 Interessenbekundung … 14 Monitoring (`domain.md` § 7.1). */
  stage: z.int().check(z.minimum(0), z.maximum(14)),
  sideState: z.nullable(z.enum(['dormant', 'abandoned'])),
  /** § 34 route: no plan procedure. */
  infill: z.boolean(),
  dwellings: amount,
  /** Dwellings that give way. */
  dwellingsLost: amount,
  floorAreaSquareMeters: amount,
  subsidisedShare: z.nullable(share),
  dwellingType: z.nullable(z.enum(['MFH', 'EFH', 'mixed'])),
  firstOccupancy: z.nullable(year),
  owner: maybeText,
  inForecast: z.nullable(z.boolean()),
  nextStep: maybeText,
  nextDate: maybeDate,
  contactRole: maybeText,
  grade,
};

/** A site that the plan adds to those of the package. */
export const siteSchema = z.object({ ...object, circle, ...siteFields });
export type Site = z.infer<typeof siteSchema>;

/**
 * A step of first occupancy: the share of the dwellings occupied from that year on. The phases of a site (in a scenario, or with
 * `scenarioId: null` for all) replace those of the package; their shares sum to 1. Key: scenario, site, year.
 */
export const sitePhaseSchema = z.object({
  ...object,
  siteId: idText,
  scenarioId: z.nullable(idText),
  year,
  share,
});
export type SitePhase = z.infer<typeof sitePhaseSchema>;

export const plotFields = {
  name: maybeText,
  geometry: area,
  /** Use named in the plan, e.g. "Kita". */
  use: maybeText,
  /** Planning right, e.g. "B-Plan 2010/3, in Kraft". */
  planningRight: maybeText,
  owner: maybeText,
  areaSquareMeters: amount,
  reservedFor: maybeText,
  reservedUntil: z.nullable(isoDate),
  grade,
};

/** A plot that the plan adds to those of the package. */
export const plotSchema = z.object({ ...object, circle, ...plotFields });
export type Plot = z.infer<typeof plotSchema>;

/** Fields that an edit may set over those of the package or of another plan object. */
export const EDITABLE_FIELDS = {
  /** `leftOut`: the site is not built in this scenario; `circle`: only for all scenarios. */
  site: { ...siteFields, leftOut: z.boolean(), circle },
  plot: plotFields,
} as const;
export type EditableKind = keyof typeof EDITABLE_FIELDS;

type EditValues = {
  site: z.infer<z.ZodMiniObject<(typeof EDITABLE_FIELDS)['site']>>;
  plot: z.infer<z.ZodMiniObject<(typeof EDITABLE_FIELDS)['plot']>>;
};

/** Kind, field and value of an edit belong together. */
export type EditedValue = {
  [K in EditableKind]: {
    [F in keyof EditValues[K] & string]: { kind: K; field: F; value: EditValues[K][F] };
  }[keyof EditValues[K] & string];
}[EditableKind];

function isEditedValue(edit: unknown): boolean {
  const { kind, field, value } = edit as { kind: EditableKind; field: string; value: unknown };
  const fields = EDITABLE_FIELDS[kind] as Record<string, z.ZodMiniType>;
  return Object.hasOwn(fields, field) && z.safeParse(fields[field]!, value).success;
}

/**
 * One value that the plan sets over the base: for all scenarios (`scenarioId: null`) or for one. One record per field, so that two
 * people who change different fields of a site never collide. Key: scenario, kind, object, field.
 */
export const editSchema = z
  .object({
    ...object,
    scenarioId: z.nullable(idText),
    kind: z.enum(['site', 'plot']),
    objectId: idText,
    field: text,
    value: z.unknown(),
    circle,
    reason: maybeText,
  })
  .check(z.refine(isEditedValue, { error: 'value of the field' }));
export type Edit = Omit<z.infer<typeof editSchema>, 'kind' | 'field' | 'value'> & EditedValue;

/** A parameter of the site model set for one site. Key: scenario, site, parameter. */
export const siteParameterSchema = z.object({
  ...object,
  siteId: idText,
  scenarioId: z.nullable(idText),
  parameter: saidText,
  low: z.nullable(z.number()),
  middle: z.nullable(z.number()),
  high: z.nullable(z.number()),
  reason: maybeText,
});
export type SiteParameter = z.infer<typeof siteParameterSchema>;

/** How likely and how late a site of a stage is, for the low and high variants. Key: the stage. */
export const stageSettingSchema = z.object({
  ...object,
  stage: z.int().check(z.minimum(0), z.maximum(14)),
  probability: z.nullable(share),
  delayYears: z.nullable(z.number()),
  reason: maybeText,
});
export type StageSetting = z.infer<typeof stageSettingSchema>;

/** A capacity assumed for a house of the package that states none: marked and listed wherever it counts. Key: house, service. */
export const assumptionSchema = z.object({
  ...object,
  houseId: idText,
  service,
  capacity: z.number().check(z.nonnegative()),
  reason: saidText,
  by: text,
});
export type Assumption = z.infer<typeof assumptionSchema>;
