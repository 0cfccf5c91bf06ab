import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/i18n/problem-text.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../../src/indicators/indicator.ts';
import { compareCatalogue, readCatalogue, writeCatalogue } from '../../../src/plan/readers/catalogue-file.ts';
import { problemOf } from '../plan-fixtures.ts';

const kita = DEFAULT_CATALOGUE.find(({ id }) => id === 'kita-u3')!;
const file = (...indicators: unknown[]) => JSON.stringify({ schemaVersion: 1, indicators });

describe('a catalogue file', () => {
  it('read back says what was written, and changes nothing', () => {
    const found = readCatalogue(writeCatalogue(DEFAULT_CATALOGUE));
    expect(found).toEqual(DEFAULT_CATALOGUE);
    expect(compareCatalogue(found, DEFAULT_CATALOGUE)).toEqual({ changed: [], same: DEFAULT_CATALOGUE.length });
  });

  it('is compared by what its records say, not by who made them or their number', () => {
    const signed = { ...kita, version: 5, reason: 'x', author: 'y', validFrom: '2026-01-01' };
    const other: Indicator = { ...signed, rate: { ...kita.rate, value: 0.7 } };
    expect(compareCatalogue([signed], DEFAULT_CATALOGUE)).toEqual({ changed: [], same: 1 });
    expect(compareCatalogue([other], DEFAULT_CATALOGUE)).toEqual({
      changed: [{ before: kita, after: other }],
      same: 0,
    });
    const fresh: Indicator = { ...kita, id: 'famz', service: 'familienzentrum' };
    expect(compareCatalogue([fresh], DEFAULT_CATALOGUE).changed).toEqual([{ before: null, after: fresh }]);
  });

  it('is refused with the place and what is expected there', () => {
    expect(problemOf(() => readCatalogue('{ nein')).code).toBe('catalogue.not-json');
    const wrong = { ...kita, rate: { ...kita.rate, value: '62' } };
    const found = problemOf(() => readCatalogue(file(kita, wrong)));
    expect(found).toMatchObject({
      code: 'catalogue.shape',
      params: { path: 'indicators.1.rate.value', found: '"62"', expected: 'number' },
    });
    expect(problemText(found, 'de')).toBe('An der Stelle „indicators.1.rate.value“ steht "62"; erwartet ist number.');
    expect(problemOf(() => readCatalogue('[]'))).toMatchObject({ code: 'catalogue.shape' });
    expect(problemOf(() => readCatalogue(JSON.stringify({ schemaVersion: 2, indicators: [] })))).toMatchObject({
      code: 'catalogue.version-newer',
      params: { found: 2, known: 1 },
    });
  });

  it('is refused for a wrong unit, crossed bounds, a record twice and a second one for a service', () => {
    expect(problemOf(() => readCatalogue(file({ ...kita, unit: 'houses' })))).toMatchObject({
      code: 'indicator.unit-wrong',
      where: { feature: 'kita-u3, unit' },
    });
    expect(problemOf(() => readCatalogue(file({ ...kita, target: { ...kita.target, from: 3, to: 2 } }))).code).toBe(
      'indicator.ages-crossed',
    );
    expect(problemOf(() => readCatalogue(file(kita, kita))).code).toBe('catalogue.id-twice');
    const twin = { ...kita, id: 'kita-zwei' };
    expect(problemOf(() => readCatalogue(file(kita, twin))).code).toBe('indicator.service-twice');
    expect(problemOf(() => compareCatalogue([twin], DEFAULT_CATALOGUE))).toMatchObject({
      code: 'indicator.service-twice',
      params: { service: 'kita-u3', id: 'kita-u3' },
    });
  });
});
