import * as z from 'zod/mini';
import { box, described, isoDate, latitude, longitude, meters, tableFields, text, year } from './recipe-fields.ts';
import { roleSchema } from './recipe-roles.ts';

const levelWords = z.strictObject({ singular: text, plural: text });

const polygon = z.strictObject({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(z.tuple([longitude, latitude])).check(z.minLength(4))).check(z.minLength(1)),
});

const multiPolygon = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z
    .array(z.array(z.array(z.tuple([longitude, latitude])).check(z.minLength(4))).check(z.minLength(1)))
    .check(z.minLength(1)),
});

const studyArea = described(
  z.union([
    z.strictObject({ districts: described(z.literal(true), 'The districts of level 1 together.') }),
    z.strictObject({ polygon: z.discriminatedUnion('type', [polygon, multiPolygon]) }),
    z.strictObject({
      box: described(box, 'west, south, east, north in degrees'),
    }),
  ]),
  'The area the figures hold for. People, houses and areas beyond it are kept as surroundings (see surroundingsMeters).',
);

const source = z.strictObject({
  id: described(
    z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
    'Short name; ids of objects begin with it and stay stable across editions.',
  ),
  path: described(
    text,
    'File, relative to "base", or an http(s) address. Of a shapefile the .shp; its other parts lie beside it.',
  ),
  name: text,
  licence: text,
  attribution: text,
  date: described(z.nullable(isoDate), 'Day of the data; null if not stated.'),
  url: described(z.nullable(text), 'Where the source is published.'),
  read: z.exactOptional(
    z.strictObject({
      epsg: z.exactOptional(
        described(z.int(), 'Coordinate system, where the file does not say it or says it wrongly.'),
      ),
      prj: z.exactOptional(described(text, 'Coordinate system as WKT or proj text, for a system without EPSG code.')),
      layer: z.exactOptional(described(text, 'Layer of a file with several.')),
      axisOrder: z.exactOptional(
        described(
          z.enum(['east-north', 'north-east']),
          'Which number of a position comes first, where the file has it the unusual way.',
        ),
      ),
      ...tableFields,
    }),
  ),
  roles: z.array(roleSchema).check(z.minLength(1)),
});

/** A recipe: everything a person has to say so that sources become a city. Published as `data/recipe.schema.json`. */
export const recipeSchema = z.strictObject({
  $schema: z.exactOptional(z.string()),
  id: described(
    z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
    'Short name of the city: folder of its package and part of links.',
  ),
  name: text,
  remark: z.exactOptional(described(text, 'For people who read the recipe; not used.')),
  base: z._default(described(text, 'Folder of the sources, relative to the recipe.'), '.'),
  studyArea,
  epsg: described(z.int(), 'EPSG code of the metric coordinate system the city is measured in, e.g. 25832.'),
  referenceDate: described(isoDate, 'Day the population figures hold for.'),
  surroundingsMeters: z._default(
    described(meters, 'How far beyond the study area people, houses and areas are kept: the largest walking limit.'),
    1500,
  ),
  matchMeters: z._default(
    described(meters, 'Official houses and houses from OpenStreetMap are the same up to this distance.'),
    150,
  ),
  levels: z._default(z.array(z.strictObject({ level: z.int().check(z.gte(1)), de: levelWords, en: levelWords })), []),
  years: z.exactOptional(described(z.array(year).check(z.minLength(1)), 'Years of the forecast, base year first.')),
  smallNumberThreshold: z._default(described(z.int().check(z.gte(0)), 'Counts below it are not shown.'), 3),
  schoolCutOff: z._default(
    described(z.string().check(z.regex(/^\d\d-\d\d$/)), 'Cut-off day for starting school, MM-DD.'),
    '09-30',
  ),
  words: z._default(
    described(
      z.strictObject({ de: z.record(text, text), en: z.record(text, text) }),
      'Words that differ by city, e.g. the name of the working group.',
    ),
    { de: {}, en: {} },
  ),
  sources: z.array(source).check(z.minLength(1)),
});

/** A recipe after checking: defaults filled in. */
export type Recipe = z.output<typeof recipeSchema>;
export type RecipeSource = Recipe['sources'][number];

/** The JSON schema of recipes, for editors and for people who write one. */
export function recipeJsonSchema(): unknown {
  return { title: 'Gemeinbedarf: recipe of a city', ...(z.toJSONSchema(recipeSchema, { io: 'input' }) as object) };
}
