import * as z from 'zod/mini';
import { indicatorSchema } from '../../indicators/indicator-schema.ts';
import { circle, idText, isoTime, maybeText, object, order, saidText, text } from './common.ts';

/** A version of an indicator made in this plan; never changed afterwards. Key: `id@n`. */
export const indicatorVersionSchema = z.object({
  ...object,
  circle,
  indicator: indicatorSchema,
  at: isoTime,
  /** Decision that carries it; `null` = not decided. */
  decisionId: z.nullable(idText),
});
export type IndicatorVersion = z.infer<typeof indicatorVersionSchema>;

/** A department (Amt) of the working group. */
export const departmentSchema = z.object({
  ...object,
  order,
  name: saidText,
  short: maybeText,
  contactRole: maybeText,
});
export type Department = z.infer<typeof departmentSchema>;

/** What a plan says of itself. */
export const headerSchema = z.object({
  /** Origin: files with the same plan id can be merged. */
  planId: idText,
  name: saidText,
  description: text,
  /** The city it was made on. */
  city: z.object({
    id: idText,
    name: text,
    edition: text,
    /** SHA-256 of the package's manifest. */
    checksum: maybeText,
  }),
  createdAt: isoTime,
  createdBy: text,
  /** The plan it is a copy of, and the moment whose state it took. */
  copiedFrom: z.nullable(z.object({ planId: idText, at: isoTime })),
});
export type PlanHeader = z.infer<typeof headerSchema>;
