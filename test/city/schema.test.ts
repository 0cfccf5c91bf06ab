import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { manifestSchema } from '../../src/city/schema.ts';

describe('manifestSchema', () => {
  it('is the schema published in data/city-manifest.schema.json', () => {
    const published = readFileSync(new URL('../../data/city-manifest.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(z.toJSONSchema(manifestSchema, { io: 'input' }));
  });
});
