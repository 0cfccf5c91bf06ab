import * as z from 'zod/mini';
import { SERVICE_IDS } from '../shared/services.ts';

/** What a value rests on: law or regulation, standard, council or authority decision, practice, assumption. */
export const BASES = ['law', 'standard', 'decision', 'practice', 'assumption'] as const;
export type Basis = (typeof BASES)[number];

/** The models of the engine; each defines its own measures. */
export const MODELS = ['allocation', 'catchment', 'balance', 'area', 'reach', 'count'] as const;
export type Model = (typeof MODELS)[number];

/** Units in which demand and capacity of a service are counted. */
export const UNITS = ['places', 'pupils', 'square-meters', 'persons', 'houses'] as const;
export type Unit = (typeof UNITS)[number];

const localized = z.object({ de: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });

const source = z.object({
  /** Key in the source register, e.g. `cz-kita`. */
  id: z.string().check(z.minLength(1)),
  title: z.string().check(z.minLength(1)),
  url: z.nullable(z.string()),
  /** Year of the source if known. */
  year: z.nullable(z.int()),
  kind: z.enum(['law', 'council-paper', 'authority', 'study', 'press', 'standard', 'own-assumption']),
});

/** A number with its range and where it comes from; `value: null` = "von der Stadt festzulegen". */
const sourcedValue = z.object({
  value: z.nullable(z.number().check(z.nonnegative())),
  low: z.nullable(z.number().check(z.nonnegative())),
  high: z.nullable(z.number().check(z.nonnegative())),
  basis: z.enum(BASES),
  source: z.nullable(source),
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
  rate: sourcedValue,
  /** School year (its first calendar year) → share of the target group that is entitled; years before the first have 0, after the last 1. */
  phaseIn: z.nullable(z.array(z.object({ schoolYear: z.int(), share: z.number().check(z.minimum(0), z.maximum(1)) }))),
  /** Walking distance in metres; `null` for models without reach. */
  limitMeters: z.nullable(sourcedValue),
  /** The largest limit a user may choose, in metres: reach is computed up to it. */
  largestLimitMeters: z.nullable(z.number().check(z.positive())),
  /** Share of the target group that should be covered or supplied (0–1), where there is such a target. */
  targetShare: z.nullable(sourcedValue),
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

export type SourcedValue = z.infer<typeof sourcedValue>;
export type IndicatorSource = z.infer<typeof source>;

/** One Kennwert, immutable: an edit makes version n + 1. Everything that uses it cites {@link citation}. */
export type Indicator = z.infer<typeof indicatorSchema>;

export const catalogueSchema = z.object({
  schemaVersion: z.literal(1),
  indicators: z.array(indicatorSchema),
});

/** `id@version`. */
export function citation(indicator: Pick<Indicator, 'id' | 'version'>): string {
  return `${indicator.id}@${indicator.version}`;
}

/** The measures a model defines; a screen offers no others. */
export const MEASURES_BY_MODEL = {
  allocation: [
    'coverage',
    'demand-met',
    'missing',
    'free',
    'balance',
    'supply-rate',
    'flows',
    'strict',
    '2sfca',
    'e2sfca',
    '3sfca',
    'gravity',
  ],
  catchment: ['balance', 'supply-rate', 'catchment', 'coverage'],
  balance: ['balance', 'supply-rate'],
  area: ['area', 'coverage', 'missing', '2sfca'],
  reach: ['coverage'],
  count: ['count'],
} as const satisfies Record<Model, readonly string[]>;

export type Measure = (typeof MEASURES_BY_MODEL)[Model][number];

export function isMeasureOf(model: Model, measure: string): measure is Measure {
  return (MEASURES_BY_MODEL[model] as readonly string[]).includes(measure);
}
