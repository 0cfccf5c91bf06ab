import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { catalogueSchema } from '../../src/indicators/indicator-schema.ts';

const byId = new Map(DEFAULT_CATALOGUE.map((indicator) => [indicator.id, indicator]));

describe('the default catalogue', () => {
  it('satisfies its schema and names each record once', () => {
    expect(z.safeParse(catalogueSchema, { schemaVersion: 1, indicators: DEFAULT_CATALOGUE }).error).toBeUndefined();
    expect(byId.size).toBe(DEFAULT_CATALOGUE.length);
  });

  it('has the seventeen services', () => {
    expect([...byId.keys()].sort()).toEqual(
      [
        'kita-u3',
        'kita-ue3',
        'grundschule',
        'ganztag',
        'sek-1',
        'jugendtreff',
        'spielplatz-0-6',
        'spielplatz-6-12',
        'spielplatz-12-18',
        'gruen-nah',
        'spielflaeche',
        'sporthalle',
        'hausarzt',
        'kinderarzt',
        'pflege',
        'begegnung',
        'bibliothek',
      ].sort(),
    );
  });

  it('ships no assumed quantity: an assumed rate is empty', () => {
    const assumed = DEFAULT_CATALOGUE.filter(({ rate }) => rate.basis === 'assumption');
    expect(assumed.map(({ id, rate }) => [id, rate.value])).toEqual([
      ['ganztag', null],
      ['begegnung', null],
    ]);
  });

  it('gives every quantity from outside a source, and says whose it is if it is another city’s or the press’s', () => {
    for (const { id, rate, limitMeters } of DEFAULT_CATALOGUE) {
      if (rate.value !== null && rate.value !== 1) expect([id, rate.source]).not.toEqual([id, null]);
      if (limitMeters !== null) expect([id, limitMeters.source]).not.toEqual([id, null]);
      if (rate.source?.kind === 'press') expect(rate.remark?.de).toMatch(/Presse/);
    }
    expect(byId.get('jugendtreff')?.rate.city).toBe('Berlin');
    expect(byId.get('kita-u3')?.limitMeters?.city).toBe('München');
  });

  it('does not let Kita Ü3 and Grundschule overlap', () => {
    expect(byId.get('kita-ue3')!.target.to).toBeLessThanOrEqual(byId.get('grundschule')!.target.from);
  });

  it('phases Ganztag in by one of four cohorts a year from 2026, as the law says', () => {
    expect(byId.get('ganztag')!.phaseInSource).toMatchObject({ id: 'gafoeg', kind: 'law' });
    expect(byId.get('ganztag')!.phaseIn).toEqual(
      [2026, 2027, 2028, 2029].map((schoolYear, i) => ({ schoolYear, share: (i + 1) / 4 })),
    );
  });
});
