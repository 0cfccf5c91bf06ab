import { describe, expect, it } from 'vitest';
import { checkIndicator, isWebAddress, modelsOfService, UNITS_BY_MODEL } from '../../src/indicators/check-indicator.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../src/indicators/indicator.ts';

const shipped = (id: string, change: Partial<Indicator> = {}): Indicator => ({
  ...DEFAULT_CATALOGUE.find((indicator) => indicator.id === id)!,
  ...change,
});
const faultsOf = (indicator: Indicator) => checkIndicator(indicator).map(({ field, problem }) => [field, problem.code]);
const kita = shipped('kita-u3');

describe('the check of an indicator', () => {
  it('finds nothing wrong with any of the shipped records', () => {
    for (const indicator of DEFAULT_CATALOGUE) expect([indicator.id, faultsOf(indicator)]).toEqual([indicator.id, []]);
  });

  it('refuses a unit in which the model cannot count, and names those it can', () => {
    const [fault] = checkIndicator({ ...kita, unit: 'square-meters' });
    expect(fault).toMatchObject({
      field: 'unit',
      problem: {
        code: 'indicator.unit-wrong',
        params: { found: 'square-meters', expected: UNITS_BY_MODEL.allocation },
      },
    });
  });

  it('refuses a model that cannot answer for the service', () => {
    expect(faultsOf(shipped('spielflaeche', { model: 'allocation', unit: 'places' }))).toEqual([
      ['model', 'indicator.model-wrong'],
    ]);
    expect(modelsOfService('gruen-nah')).toEqual(['area', 'reach']);
    expect(modelsOfService('kita-u3')).not.toContain('area');
  });

  it('refuses crossed bounds, in the numbers that people read', () => {
    const [fault] = checkIndicator({ ...kita, rate: { ...kita.rate, low: 0.7, high: 0.8 } });
    // 0.7 per person is 70 per 100.
    expect(fault).toMatchObject({
      field: 'rate.value',
      problem: { code: 'indicator.bounds-crossed', params: { low: 70, value: 62, high: 80 } },
    });
    expect(faultsOf({ ...kita, rate: { ...kita.rate, high: 0.5 } })).toEqual([
      ['rate.value', 'indicator.bounds-crossed'],
    ]);
    expect(faultsOf({ ...kita, rate: { ...kita.rate, low: 0.62, high: 0.62 } })).toEqual([]);
  });

  it('refuses a range without a value', () => {
    expect(faultsOf({ ...kita, rate: { ...kita.rate, value: null, low: 0.5 } })).toEqual([
      ['rate.value', 'indicator.range-alone'],
    ]);
    expect(faultsOf({ ...kita, rate: { ...kita.rate, value: null } })).toEqual([]);
  });

  it('refuses a limit above the largest, none where the model needs one, and walks nobody takes', () => {
    const limit = (value: number | null) => ({ ...kita, limitMeters: { ...kita.limitMeters!, value } });
    expect(faultsOf(limit(2001))).toEqual([['limit.value', 'indicator.limit-above-largest']]);
    expect(faultsOf(limit(2000))).toEqual([]);
    expect(faultsOf(limit(null))).toEqual([['limit.value', 'indicator.missing']]);
    expect(faultsOf(limit(49))).toEqual([['limit.value', 'indicator.outside']]);
    expect(faultsOf({ ...kita, limitMeters: null })).toEqual([['limit.value', 'indicator.missing']]);
    expect(faultsOf(shipped('pflege', { limitMeters: null }))).toEqual([]);
  });

  it('refuses ages that are crossed, in odd fractions or beyond a life', () => {
    const ages = (from: number, to: number | null) => faultsOf({ ...kita, target: { from, to, bySchoolYear: false } });
    expect(ages(3, 3)).toEqual([['ages-to', 'indicator.ages-crossed']]);
    expect(ages(3, 6.5)).toEqual([]);
    expect(ages(2.3, 3)).toEqual([['ages-from', 'indicator.ages-step']]);
    expect(ages(65, 120)).toEqual([['ages-to', 'indicator.outside']]);
  });

  it('refuses values that no city means: 250 places per 100, a share above 100 %, a group of none', () => {
    expect(faultsOf({ ...kita, rate: { ...kita.rate, value: 2.5 } })).toEqual([['rate.value', 'indicator.outside']]);
    expect(faultsOf({ ...kita, targetShare: { ...kita.rate, value: 1.01 } })).toEqual([
      ['share.value', 'indicator.outside'],
    ]);
    expect(faultsOf({ ...kita, rounding: { kind: 'groups', size: null } })).toEqual([
      ['group-size', 'indicator.missing'],
    ]);
  });

  it('refuses a link that is no web address, an unreadable day and years of a claim out of order', () => {
    const source = { id: 'x', title: 'x', url: 'javascript:alert(1)', year: null, kind: 'law' as const };
    expect(faultsOf({ ...kita, rate: { ...kita.rate, source } })).toEqual([['rate.url', 'indicator.link-wrong']]);
    expect([isWebAddress('https://stuttgart.de/x'), isWebAddress('stuttgart.de'), isWebAddress('https://')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(faultsOf({ ...kita, validFrom: '2026-02-30' })).toEqual([['valid-from', 'indicator.date-unreadable']]);
    const phaseIn = [
      { schoolYear: 2026, share: 0.5 },
      { schoolYear: 2027, share: 0.25 },
    ];
    expect(faultsOf({ ...kita, phaseIn })).toEqual([['phase-in', 'indicator.phase-order']]);
  });
});
