import * as z from 'zod/mini';
import {
  amount,
  circle,
  frozenFiguresSchema,
  idText,
  isoDate,
  isoTime,
  maybeDate,
  maybeText,
  object,
  order,
  saidText,
  service,
  text,
  year,
} from './common.ts';

/** Needs that belong together; a proposal that was refused is kept with its reason, so that it is not proposed again. */
export const bundleSchema = z.object({
  ...object,
  circle,
  order,
  name: saidText,
  decision: z.enum(['accepted', 'refused']),
  reason: maybeText,
  plotId: z.nullable(idText),
  siteId: z.nullable(idText),
  /** Area used in common; an assumption. */
  sharedSquareMeters: amount,
});
export type Bundle = z.infer<typeof bundleSchema>;

/** A need in a bundle. Key: bundle, need. */
export const bundleMemberSchema = z.object({ ...object, bundleId: idText, needId: idText, order });
export type BundleMember = z.infer<typeof bundleMemberSchema>;

/** A place set by hand in the joint list (`joint`) or in a department's own order (its id). Key: list, need. */
export const rankPlaceSchema = z.object({
  ...object,
  list: idText,
  needId: idText,
  order,
  /** The place it shall have in the joint list, from 1; left out = before all others, in the order of the list. */
  rank: z.optional(z.nullable(z.int().check(z.positive()))),
  reason: maybeText,
  at: isoTime,
  by: text,
});
export type RankPlace = z.infer<typeof rankPlaceSchema>;

/** Weight of a part of the ranking's score. Key: the part. */
export const rankWeightSchema = z.object({
  ...object,
  part: saidText,
  weight: z.number().check(z.nonnegative()),
  reason: maybeText,
});
export type RankWeight = z.infer<typeof rankWeightSchema>;

/** A figure of the Bedarfsblatt: agreed in the AGSP, or decided by the council. Key: district, service, year, kind. */
export const agreedFigureSchema = z.object({
  ...object,
  circle,
  districtId: idText,
  service,
  year,
  kind: z.enum(['agreed', 'decided']),
  value: z.number(),
  unit: text,
  on: isoDate,
  /** GRDrs number of a decided figure. */
  reference: maybeText,
  explanation: maybeText,
  by: text,
});
export type AgreedFigure = z.infer<typeof agreedFigureSchema>;

/** Objects that a decision or an entry speaks of. */
export const subject = z.object({ collection: text, id: idText });

export const decisionSchema = z.object({
  ...object,
  circle,
  order,
  title: saidText,
  text,
  date: maybeDate,
  /** Day from which it holds; left out = its date. */
  validFrom: z.optional(maybeDate),
  /** Who decided, e.g. "AGSP" or "Gemeinderat". */
  body: maybeText,
  /** GRDrs number. */
  reference: maybeText,
  /** Departments that agreed. */
  agreedBy: z.array(idText),
  subjects: z.array(subject),
  frozen: z.nullable(frozenFiguresSchema),
});
export type Decision = z.infer<typeof decisionSchema>;
