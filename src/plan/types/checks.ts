import * as z from 'zod/mini';
import {
  circle,
  frozenFiguresSchema,
  idText,
  isoDate,
  isoTime,
  maybeText,
  object,
  order,
  saidText,
  text,
} from './common.ts';

/** A question added to the checklist of `domain.md` § 6, for one site or (`siteId: null`) for all. */
export const checkItemSchema = z.object({
  ...object,
  siteId: z.nullable(idText),
  order,
  /** Heading it stands under. */
  group: text,
  question: saidText,
});
export type CheckItem = z.infer<typeof checkItemSchema>;

/** An answer of the checklist of a site. Key: site, run, item. No total score: a sum would hide a missing playground. */
export const checkAnswerSchema = z.object({
  ...object,
  circle,
  siteId: idText,
  /** First run with the Rahmenplan, second with the draft, … */
  run: z.int().check(z.minimum(1)),
  /** Number of the list (`1` … `40`) or id of an added question. */
  item: idText,
  result: z.enum(['met', 'partly', 'open', 'unmet', 'irrelevant']),
  /** Where the answer comes from: computed, computed and judged, by hand. */
  basis: z.enum(['computed', 'partly', 'manual']),
  note: maybeText,
  /** Why it is not relevant. */
  reason: maybeText,
  evidence: z.nullable(frozenFiguresSchema),
  at: isoTime,
  by: text,
});
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

/** An entry of the participation log of a site (§ 41a GemO). */
export const participationSchema = z.object({
  ...object,
  circle,
  siteId: idText,
  order,
  date: isoDate,
  title: saidText,
  method: maybeText,
  groupsReached: z.array(text),
  groupsNotReached: z.array(text),
  groupsNotTried: z.array(text),
  /** What was said in return; `null` = no answer given yet. */
  answer: maybeText,
  by: text,
});
export type Participation = z.infer<typeof participationSchema>;
