import * as z from 'zod/mini';
import {
  amount,
  area,
  circle,
  idText,
  isoTime,
  maybeDate,
  maybeText,
  object,
  order,
  position,
  saidText,
  service,
  text,
} from './common.ts';

/** A named list of measures and site changes on the untouched base. "Bestand" is none of them: its id is `null`. */
export const scenarioSchema = z.object({
  ...object,
  name: saidText,
  description: text,
  order,
  circle,
  /** The scenario it began as a copy of. */
  copiedFrom: z.nullable(idText),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/**
 * - `add`: a new house with its offers; its house id is the measure's id
 * - `enlarge`: places more (or, negative, fewer) in a house, or a further offer there
 * - `move`: the whole house to a position
 * - `close`: the services of its offers, or the whole house if it has none
 * - `reopen`: offers of a house that was closed
 */
export const MEASURE_KINDS = ['add', 'enlarge', 'move', 'close', 'reopen'] as const;
export const MEASURE_STATUSES = ['idea', 'planned', 'secured', 'built', 'dropped'] as const;

export const measureSchema = z.object({
  ...object,
  scenarioId: idText,
  order,
  circle,
  kind: z.enum(MEASURE_KINDS),
  name: text,
  /** House of the city package, or the id of an `add` measure; `null` for `add`. */
  houseId: z.nullable(idText),
  /** Where the house stands from now on; only for `add` and `move`. */
  position: z.nullable(position),
  plotId: z.nullable(idText),
  siteId: z.nullable(idText),
  /** First day, half-open against `to`; `null` = since ever, without end. For `close` the first day without it. */
  from: maybeDate,
  to: maybeDate,
  status: z.enum(MEASURE_STATUSES),
  /** Of the whole house. */
  costEuro: amount,
  funding: z.nullable(z.enum(['funded', 'partly', 'unfunded'])),
  fundingNote: maybeText,
  reason: maybeText,
  pilot: z.boolean(),
  /** Need or bundle it answers. */
  needId: z.nullable(idText),
  bundleId: z.nullable(idText),
  /** Schulbezirk of the new school of an `add`: it lies over those there are. Left out or `null` = none. */
  catchment: z.optional(z.nullable(area)),
  /** Who changed the proposed Schulbezirk by hand, when and why. Left out or `null` = it is as it was proposed. */
  catchmentEdit: z.optional(z.nullable(z.object({ by: text, at: isoTime, reason: saidText }))),
});
export type Measure = z.infer<typeof measureSchema>;
export type MeasureKind = Measure['kind'];

/** One service of a measure. */
export const measureOfferSchema = z.object({
  ...object,
  measureId: idText,
  order,
  service,
  form: maybeText,
  /** In the unit of the service: places added (`enlarge`: negative = taken away); `null` = keine Angabe. Not used by `close`. */
  capacity: z.nullable(z.number()),
  /** Groups or Züge as entered; the capacity is what counts. */
  groups: amount,
});
export type MeasureOffer = z.infer<typeof measureOfferSchema>;
