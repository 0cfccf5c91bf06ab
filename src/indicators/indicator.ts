import type * as z from 'zod/mini';
import type { indicatorSchema, sourcedValueSchema, sourceSchema } from './indicator-schema.ts';

/** What a value rests on: law or regulation, standard, council or authority decision, practice, assumption. */
export const BASES = ['law', 'standard', 'decision', 'practice', 'assumption'] as const;
export type Basis = (typeof BASES)[number];

/** The models of the engine; each defines its own measures. */
export const MODELS = ['allocation', 'catchment', 'balance', 'area', 'reach', 'count'] as const;
export type Model = (typeof MODELS)[number];

/** Units in which demand and capacity of a service are counted. */
export const UNITS = ['places', 'pupils', 'square-meters', 'persons', 'houses'] as const;
export type Unit = (typeof UNITS)[number];

export type SourcedValue = z.infer<typeof sourcedValueSchema>;
export type IndicatorSource = z.infer<typeof sourceSchema>;

/** One Kennwert, immutable: an edit makes version n + 1. Everything that uses it cites {@link citation}. */
export type Indicator = z.infer<typeof indicatorSchema>;

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
