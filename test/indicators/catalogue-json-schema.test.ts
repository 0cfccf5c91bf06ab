import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueJsonSchema } from '../../src/indicators/catalogue-json-schema.ts';
import { MODELS, UNITS } from '../../src/indicators/indicator.ts';
import { indicatorSchema } from '../../src/indicators/indicator-schema.ts';

interface Published {
  readonly properties: {
    readonly indicators: {
      readonly items: {
        readonly properties: Record<string, { readonly enum?: readonly string[] }>;
        readonly required: readonly string[];
      };
    };
  };
}

describe('the published schema of catalogues', () => {
  const text = readFileSync(new URL('../../data/indicators.schema.json', import.meta.url), 'utf8');

  it('is the one in the code: `npm run city -- schema` writes it anew', () => {
    expect(JSON.parse(text)).toEqual(catalogueJsonSchema());
  });

  it('names every field of a record, required but for the one that older files lack, and the models and units', () => {
    const record = (JSON.parse(text) as Published).properties.indicators.items;
    const fields = Object.keys(indicatorSchema.shape).sort();
    expect(Object.keys(record.properties).sort()).toEqual(fields);
    expect([...record.required].sort()).toEqual(fields.filter((field) => field !== 'phaseInSource'));
    expect(record.properties.model!.enum).toEqual(MODELS);
    expect(record.properties.unit!.enum).toEqual(UNITS);
  });
});
