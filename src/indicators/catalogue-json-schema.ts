import * as z from 'zod/mini';
import { catalogueSchema } from './indicator-schema.ts';

/** Schema of catalogue files (`npm run gaps -- … --indicator file`), published as `data/indicators.schema.json`. */
export function catalogueJsonSchema(): object {
  return {
    title: 'Gemeinbedarf: catalogue of indicators (Kennwerte)',
    ...(z.toJSONSchema(catalogueSchema, { io: 'input' }) as object),
  };
}
