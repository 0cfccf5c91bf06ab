import * as z from 'zod/mini';
import { SERVICE_IDS } from '../../shared/services.ts';

// The content security policy of the app forbids the `eval` that zod would otherwise probe for.
z.config({ jitless: true });

/** Attaches a description that the published JSON schema shows in editors. */
export function described<S extends z.ZodMiniType>(schema: S, text: string): S {
  return schema.check(z.describe(text)) as S;
}

export const text = z.string().check(z.minLength(1));
export const isoDate = z.iso.date();
export const service = z.enum(SERVICE_IDS);
export const meters = z.number().check(z.gte(0));
export const year = z.int().check(z.gte(1900), z.lte(2200));
export const longitude = z.number().check(z.gte(-180), z.lte(180));
export const latitude = z.number().check(z.gte(-90), z.lte(90));

/** West, south, east, north in degrees. */
export const box = z.tuple([longitude, latitude, longitude, latitude]);

/** Name of a column, exactly as in the source. */
export const column = described(text, 'Name of a column, exactly as in the source.');

/** Which rows count. */
export const filters = described(
  z.record(text, z.union([z.string(), z.array(z.string()).check(z.minLength(1))])),
  'Which rows count: column → accepted text or texts. All columns must fit.',
);

/** How figures are written (see `tables/table-options.ts`). */
export const figureFields = {
  numbers: z.exactOptional(described(z.enum(['de', 'plain']), 'de: 1.250,75 (default); plain: 1250.75 or 1,250.75.')),
  missing: z.exactOptional(described(z.array(z.string()), 'Texts that mean "no figure", instead of the usual ones.')),
  zero: z.exactOptional(described(z.array(z.string()), 'Texts that mean 0.')),
};

/** How a text table is read (see `tables/table-options.ts`). */
export const tableFields = {
  encoding: z.exactOptional(z.enum(['auto', 'utf-8', 'windows-1252', 'cp850', 'utf-16le', 'utf-16be'])),
  delimiter: z.exactOptional(z.enum([';', ',', '\t', '|'])),
  skipRows: z.exactOptional(described(z.int().check(z.gte(0)), 'Lines above the header row.')),
  skipEndRows: z.exactOptional(described(z.int().check(z.gte(0)), 'Lines below the data (footnotes).')),
  columnNames: z.exactOptional(
    described(z.array(text), 'Names of the columns, for a file without a header row or instead of it.'),
  ),
  header: z.exactOptional(described(z.boolean(), 'false: the first row is data; columnNames must be given.')),
  json: z.exactOptional(
    described(
      z.strictObject({ path: z.array(text), columns: z.exactOptional(z.array(text)) }),
      'The file is JSON: where its records lie. A step is a key, "*" every element, "{name}" every key, kept as column "name", "**" every object at any depth that has all of "columns".',
    ),
  ),
};

/** Half-open age interval in years. */
export const ages = described(
  z.strictObject({ from: z.number().check(z.gte(0)), to: z.nullable(z.number().check(z.gt(0))) }),
  'Ages in years, from included, to excluded; "to": null is open at the top.',
);

/** A column, or several of which the first that is not empty counts. */
const columns = z.union([column, z.array(column).check(z.minLength(1))]);

/** Columns that say where an object lies. Sources with geometries need none of it. */
export const position = described(
  z.union([z.strictObject({ lon: columns, lat: columns }), z.strictObject({ x: column, y: column, epsg: z.int() })]),
  'Columns with the position: degrees (lon, lat), or metres (x, y) with the EPSG code of their coordinate system.',
);

/** A fixed value or a column whose values are translated by a list. */
export function fixedOrColumn<S extends z.ZodMiniType<string | number>>(value: S) {
  return z.union([value, z.strictObject({ column, values: z.exactOptional(z.record(text, value)) })]);
}
