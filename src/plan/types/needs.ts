import * as z from 'zod/mini';
import type { NeedStatus } from '../../shared/problems/plan.ts';
import {
  amount,
  area,
  circle,
  frozenFiguresSchema,
  idText,
  isoDate,
  isoTime,
  maybeText,
  object,
  order,
  position,
  saidText,
  service,
  text,
} from './common.ts';

/** Statuses of a need in their order; a step that is skipped asks for a reason. */
export const NEED_STEPS = ['reported', 'checked', 'bundled', 'ranked', 'decided', 'secured', 'implemented'] as const;
/** Statuses beside the order; each asks for a reason. */
export const NEED_SIDE_STATUSES = ['deferred', 'rejected', 'settled'] as const;
export const NEED_STATUSES = [...NEED_STEPS, ...NEED_SIDE_STATUSES] as const satisfies readonly NeedStatus[];
export type { NeedStatus };

/** Where a need is; `city` = the whole city. */
export const needPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('point'), position, searchRadiusMeters: amount }),
  z.object({ kind: z.literal('area'), geometry: area }),
  z.object({ kind: z.literal('district'), districtId: idText }),
  z.object({ kind: z.literal('site'), siteId: idText }),
  z.object({ kind: z.literal('plot'), plotId: idText }),
  z.object({ kind: z.literal('city') }),
]);

/** What a need says; these are the fields that an amendment changes. */
export const needContent = {
  title: saidText,
  place: needPlace,
  /** A service of the catalogue, or `null` for a qualitative need, which `topic` then names. */
  service: z.nullable(service),
  topic: maybeText,
  targetGroup: maybeText,
  quantity: amount,
  unit: maybeText,
  roomSquareMeters: amount,
  plotSquareMeters: amount,
  /** Location requirements: codes (`ground-floor`, `square`, `transit`, `quiet`, `own-entrance`, …) and words. */
  requirements: z.array(text),
  requirementNote: maybeText,
  neededBy: z.nullable(isoDate),
  urgency: z.enum(['duty', 'should', 'wish']),
  reasonKind: z.nullable(z.enum(['gap', 'law', 'decision', 'judgement'])),
  reason: maybeText,
  /** Number of a council paper (GRDrs). */
  reference: maybeText,
  /** The figures of the place when the need was written; today's stand beside them on the screen. */
  evidence: z.nullable(frozenFiguresSchema),
  combinable: z.nullable(z.boolean()),
  combinableNote: maybeText,
  contactRole: maybeText,
  links: z.array(text),
};

export const needSchema = z.object({
  ...object,
  circle,
  departmentId: idText,
  status: z.enum(NEED_STATUSES),
  ...needContent,
});
export type Need = z.infer<typeof needSchema>;
export type NeedContent = Pick<Need, keyof typeof needContent>;

/** A change of status: when, by whom, why. Records are only added. */
export const needStepSchema = z.object({
  ...object,
  needId: idText,
  order,
  status: z.enum(NEED_STATUSES),
  at: isoTime,
  by: text,
  departmentId: z.nullable(idText),
  reason: maybeText,
});
export type NeedStep = z.infer<typeof needStepSchema>;

/** What a need said before an amendment (Fortschreibung). Records are only added. */
export const needVersionSchema = z.object({
  ...object,
  needId: idText,
  order,
  /** When, by whom and why it was replaced. */
  at: isoTime,
  by: text,
  reason: saidText,
  content: z.object(needContent),
});
export type NeedVersion = z.infer<typeof needVersionSchema>;

/** Another department's word on a need: unterstützt, ergänzt, Bedenken. */
export const supportSchema = z.object({
  ...object,
  needId: idText,
  order,
  departmentId: idText,
  kind: z.enum(['supports', 'adds', 'objects']),
  sentence: saidText,
  at: isoTime,
  by: text,
});
export type Support = z.infer<typeof supportSchema>;

/** What a site's dossier makes of a need of its district or of the city: übernommen, geprüft, nicht relevant. Key: site, need. */
export const needAnswerSchema = z.object({
  ...object,
  siteId: idText,
  needId: idText,
  answer: z.enum(['adopted', 'checked', 'irrelevant']),
  reason: maybeText,
  at: isoTime,
  by: text,
});
export type NeedAnswer = z.infer<typeof needAnswerSchema>;

/** Kinds of files that may be attached: pictures and PDF, nothing that runs. */
export const ATTACHMENT_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'] as const;
export const ATTACHMENT_LIMIT_BYTES = 5_000_000;

export const attachmentSchema = z.object({
  ...object,
  needId: idText,
  order,
  name: saidText,
  mediaType: z.enum(ATTACHMENT_TYPES),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  at: isoTime,
  by: text,
});
export type Attachment = z.infer<typeof attachmentSchema>;
