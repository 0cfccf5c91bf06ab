import * as z from 'zod/mini';
import { SERVICE_IDS } from '../shared/services.ts';
import { BASES, MODELS, UNITS } from './indicator.ts';

const localized = z.object({ de: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });

export const sourceSchema = z.object({
  /** Key in the source register, e.g. `cz-kita`. */
  id: z.string().check(z.minLength(1)),
  title: z.string().check(z.minLength(1)),
  url: z.nullable(z.string()),
  /** Year of the source if known. */
  year: z.nullable(z.int()),
  kind: z.enum(['law', 'council-paper', 'authority', 'study', 'press', 'standard', 'own-assumption']),
});

/** A number with its range and where it comes from; `value: null` = "von der Stadt festzulegen". */
export const sourcedValueSchema = z.object({
  value: z.nullable(z.number().check(z.nonnegative())),
  low: z.nullable(z.number().check(z.nonnegative())),
  high: z.nullable(z.number().check(z.nonnegative())),
  basis: z.enum(BASES),
  source: z.nullable(sourceSchema),
  /** City whose value it is, if it is another city's: shown as "Berlin, hier nicht beschlossen". */
  city: z.nullable(z.string()),
  /** What has to be said about it. */
  remark: z.nullable(localized),
});

const targetGroup = z.object({
  /** Ages in years, half-open; `to: null` = open; halves of years are allowed (school cohorts). */
  from: z.number().check(z.nonnegative()),
  to: z.nullable(z.number().check(z.positive())),
  /** Cohorts follow the school year and its cut-off month; `from`/`to` are then those at 31 December for a cut-off of 30 June. */
  bySchoolYear: z.boolean(),
});

const rounding = z.object({
  kind: z.enum(['none', 'whole', 'groups', 'zuege']),
  /** Places of a group, or pupils of a Zug over all its classes; `null` for none and whole. */
  size: z.nullable(z.number().check(z.positive())),
});

export const indicatorSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  version: z.int().check(z.positive()),
  service: z.enum(SERVICE_IDS),
  model: z.enum(MODELS),
  name: localized,
  target: targetGroup,
  unit: z.enum(UNITS),
  /** Units needed per person of the target group; of a `count` indicator: houses wanted per area of its balance level. */
  rate: sourcedValueSchema,
  /** School year (its first calendar year) → share of the target group that is entitled; years before the first have 0, after the last 1. */
  phaseIn: z.nullable(z.array(z.object({ schoolYear: z.int(), share: z.number().check(z.minimum(0), z.maximum(1)) }))),
  /** The law that phases the claim in; records from before it was kept have none. */
  phaseInSource: z.optional(z.nullable(sourceSchema)),
  /** Walking distance in metres; `null` for models without reach. */
  limitMeters: z.nullable(sourcedValueSchema),
  /** The largest limit a user may choose, in metres: reach is computed up to it. */
  largestLimitMeters: z.nullable(z.number().check(z.positive())),
  /** Share of the target group that should be covered or supplied (0–1), where there is such a target. */
  targetShare: z.nullable(sourcedValueSchema),
  /** District level on which balances and counts are made: 0 = city, 1 = Stadtbezirk, …; `null` = every level. */
  balanceLevel: z.nullable(z.int().check(z.nonnegative())),
  /** Areas below this size do not count; `null` = all count. */
  minAreaSquareMeters: z.nullable(z.number().check(z.positive())),
  rounding,
  /** ISO date from which the record is valid, `null` = since ever. */
  validFrom: z.nullable(z.string()),
  /** Why this version was made, and by whom; both `null` in the shipped catalogue. */
  reason: z.nullable(z.string()),
  author: z.nullable(z.string()),
});

export const catalogueSchema = z.object({
  schemaVersion: z.literal(1),
  indicators: z.array(indicatorSchema),
});
