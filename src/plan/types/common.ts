import * as z from 'zod/mini';
import { GRADES } from '../../shared/grade.ts';
import { SERVICE_IDS } from '../../shared/services.ts';

// Without this zod tries `eval` once, which the app's content security policy reports as a violation.
z.config({ jitless: true });

export const text = z.string();
/** A text that says something. */
export const saidText = z.string().check(z.trim(), z.minLength(1));
export const idText = z.string().check(z.minLength(1));
export const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** Moment in UTC, e.g. `2026-03-01T09:30:00Z`. */
export const isoTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/));
export const year = z.int().check(z.minimum(1900), z.maximum(2200));
export const share = z.number().check(z.minimum(0), z.maximum(1));
/** A number that is 0 or more; `null` = keine Angabe. */
export const amount = z.nullable(z.number().check(z.nonnegative()));
export const service = z.enum(SERVICE_IDS);
export const maybeText = z.nullable(z.string());
export const maybeDate = z.nullable(isoDate);
export const grade = z.enum(GRADES);

/** Who may see an object (Amt, AGSP, Rat nichtöffentlich, öffentlich), narrowest first. New objects start with `agsp`. */
export const CIRCLES = ['department', 'agsp', 'council', 'public'] as const;
export const circle = z.enum(CIRCLES);
export type Circle = (typeof CIRCLES)[number];

/** Instead of deletion, so that a removal against an edit can be shown, and restored. `why: null` = taken back by its author (undo). */
export const removalSchema = z.object({ at: isoTime, by: text, why: maybeText });
export type Removal = z.infer<typeof removalSchema>;

/** Every object of a collection: its key, and whether it is removed. */
export const object = { id: idText, removed: z.nullable(removalSchema) };
/** Place among its siblings: a key that sorts as text; equal keys are sorted by id. */
export const order = saidText;

/** WGS 84, longitude first. */
export const position = z.tuple([
  z.number().check(z.minimum(-180), z.maximum(180)),
  z.number().check(z.minimum(-90), z.maximum(90)),
]);

const ring = z.array(z.array(z.number()).check(z.minLength(2))).check(z.minLength(4));
/** GeoJSON polygon or multipolygon in WGS 84; replaced whole. */
export const area = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).check(z.minLength(1)) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(ring).check(z.minLength(1))).check(z.minLength(1)),
  }),
]);

/**
 * Figures as they were when a person cited them; never recomputed. `request` is the question they answer, `columns` name the values of
 * a row (`null` = keine Angabe), `missing` counts what was missing in them (houses without capacity, masked cells, …).
 */
export const frozenFiguresSchema = z.object({
  at: isoTime,
  edition: text,
  engineVersion: text,
  /** Indicator versions used, `id@n`. */
  catalogue: z.array(text),
  request: z.record(z.string(), z.json()),
  columns: z.array(text),
  rows: z.array(z.object({ id: text, name: text, values: z.array(z.nullable(z.number())) })),
  grade,
  missing: z.record(z.string(), z.int().check(z.nonnegative())),
});
export type FrozenFigures = z.infer<typeof frozenFiguresSchema>;
