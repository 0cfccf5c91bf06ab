import * as z from 'zod/mini';
import { type Area, polygonsInUnits, polygonsOf } from '../shared/geometry/area.ts';
import { findInvalidity } from '../shared/geometry/find-invalidity.ts';
import { fail } from '../shared/problem.ts';
import { type CollectionName, collectionOf, OBJECT_SCHEMAS, type ObjectOf, type Plan } from './plan.ts';
import { ATTACHMENT_LIMIT_BYTES, ATTACHMENT_TYPES } from './types/needs.ts';

type Checks = { readonly [C in CollectionName]?: (object: ObjectOf<C>, plan: Plan) => void };

/** What a schema cannot say about an object of a collection. */
const CHECKS: Checks = {
  measures: (measure) => {
    checkDates(measure.from, measure.to);
    if (measure.catchment) checkArea(measure.catchment);
    if (measure.kind === 'add') {
      if (measure.position === null) fail('plan.measure-without-position', {});
    } else {
      if (measure.houseId === null) fail('plan.measure-without-house', { kind: measure.kind });
      if (measure.kind === 'move' && measure.position === null) fail('plan.measure-without-position', {});
    }
  },
  measureOffers: (offer, plan) => {
    const measure = plan.measures[offer.measureId];
    if (offer.capacity !== null && offer.capacity < 0 && measure?.kind !== 'enlarge')
      fail('plan.capacity-negative', { found: offer.capacity });
  },
  sites: (site) => checkArea(site.geometry),
  plots: (plot) => checkArea(plot.geometry),
  edits: (edit) => {
    if (edit.field === 'geometry') checkArea(edit.value);
  },
  needs: (need) => {
    if (need.service === null && isBlank(need.topic)) fail('plan.need-without-topic', {});
    if (need.quantity === null && isBlank(need.reason)) fail('plan.need-without-content', {});
    if (need.place.kind === 'area') checkArea(need.place.geometry);
  },
  needAnswers: (answer) => checkReason(answer.answer === 'irrelevant', answer.reason),
  bundles: (bundle) => checkReason(bundle.decision === 'refused', bundle.reason),
  checkAnswers: (answer) => checkReason(answer.result === 'irrelevant', answer.reason),
};

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

function checkReason(asked: boolean, reason: string | null): void {
  if (asked && isBlank(reason)) fail('plan.reason-missing', {});
}

function checkDates(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to <= from) fail('plan.dates-reversed', { from, to });
}

function checkArea(area: Area): void {
  const invalidity = findInvalidity(polygonsInUnits(polygonsOf(area)));
  if (invalidity !== null) fail('plan.area-invalid', { invalidity });
}

/** Technical words of what a schema asked for: the same in every language. */
function expectedText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`;
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`;
  return issue.message === '' ? issue.code : issue.message;
}

/** What is wrong with a value by its schema; `null` if nothing is. `found` is shortened to 60 characters. */
export function shapeFault(
  schema: z.core.$ZodType,
  value: unknown,
): { readonly path: string; readonly found: string; readonly expected: string } | null {
  const result = z.safeParse(schema, value);
  if (result.success) return null;
  const issue = result.error.issues[0]!;
  const at = issue.path.reduce<unknown>((item, key) => (item as Record<PropertyKey, unknown> | null)?.[key], value);
  const found = typeof at === 'number' ? String(at) : (JSON.stringify(at) ?? 'undefined');
  return {
    path: issue.path.map(String).join('.'),
    found: found.length > 60 ? `${found.slice(0, 60)} …` : found,
    expected: expectedText(issue),
  };
}

/**
 * Checks an object before it stays in a plan. Throws `plan.object-invalid` with the field, or the problem of its collection: reversed
 * dates, a house without position, an area that crosses itself, a need that says nothing, a file that is too large or may run.
 */
export function checkObject<C extends CollectionName>(plan: Plan, collection: C, id: string): void {
  const object = collectionOf(plan, collection)[id]!;
  if (collection === 'attachments') checkAttachment(object as ObjectOf<'attachments'>);
  const fault = shapeFault(OBJECT_SCHEMAS[collection], object);
  if (fault !== null) fail('plan.object-invalid', { collection, id, ...fault });
  (CHECKS[collection] as ((object: ObjectOf<C>, plan: Plan) => void) | undefined)?.(object, plan);
}

/** First bytes of the kinds of files that may be attached: a name or a stated type proves nothing. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x52, 0x49, 0x46, 0x46], // RIFF: WebP
  [0x25, 0x50, 0x44, 0x46], // %PDF
];

function checkAttachment({ name, mediaType, bytes }: ObjectOf<'attachments'>): void {
  const known =
    (ATTACHMENT_TYPES as readonly string[]).includes(mediaType) &&
    SIGNATURES.some((signature) => signature.every((byte, i) => bytes[i] === byte));
  if (!known) fail('plan.attachment-kind', { name, found: mediaType });
  if (bytes.length > ATTACHMENT_LIMIT_BYTES)
    fail('plan.attachment-too-large', { name, bytes: bytes.length, limit: ATTACHMENT_LIMIT_BYTES });
}
