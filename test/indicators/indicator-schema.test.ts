import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { catalogueSchema, indicatorSchema } from '../../src/indicators/indicator-schema.ts';

const kita = DEFAULT_CATALOGUE.find(({ id }) => id === 'kita-u3')!;

/** Path of the first fault of a record, '' if it has none. */
function faultOf(change: Record<string, unknown>): string {
  return z.safeParse(indicatorSchema, { ...kita, ...change }).error?.issues[0]?.path.join('.') ?? '';
}

describe('the schema of an indicator', () => {
  it('takes what is shipped, a rate still to be set, and ages open at the top', () => {
    expect(faultOf({})).toBe('');
    expect(faultOf({ rate: { ...kita.rate, value: null } })).toBe('');
    expect(faultOf({ target: { from: 65, to: null, bySchoolYear: false } })).toBe('');
  });

  it('refuses what is no quantity, and says where', () => {
    expect(faultOf({ rate: { ...kita.rate, value: -0.1 } })).toBe('rate.value');
    expect(faultOf({ rate: { ...kita.rate, value: '0,62' } })).toBe('rate.value');
    expect(faultOf({ largestLimitMeters: 0 })).toBe('largestLimitMeters');
    expect(faultOf({ version: 1.5 })).toBe('version');
    expect(faultOf({ phaseIn: [{ schoolYear: 2026, share: 1.2 }] })).toBe('phaseIn.0.share');
  });

  it('refuses names that the program does not know', () => {
    expect([faultOf({ unit: 'apples' }), faultOf({ service: 'zoo' }), faultOf({ model: 'guess' })]).toEqual([
      'unit',
      'service',
      'model',
    ]);
    expect(faultOf({ id: 'Kita U3' })).toBe('id');
    expect(faultOf({ name: { de: 'Kita', en: '' } })).toBe('name.en');
  });

  it('refuses a record that leaves a field out, and a catalogue of another version', () => {
    const { rounding, ...without } = kita;
    expect(rounding.kind).toBe('groups');
    expect(z.safeParse(indicatorSchema, without).error?.issues.map(({ path }) => path)).toEqual([['rounding']]);
    expect(z.safeParse(catalogueSchema, { schemaVersion: 2, indicators: [] }).success).toBe(false);
    expect(z.safeParse(catalogueSchema, { schemaVersion: 1, indicators: [] }).success).toBe(true);
  });
});
