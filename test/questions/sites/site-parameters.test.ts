import { describe, expect, it } from 'vitest';
import { parameterEffect, parameterRows } from '../../../src/questions/sites/site-parameters.ts';
import { indicatorOf } from '../gaps/ask.ts';
import { garden } from './site-scene.ts';

describe('the parameters of a site', () => {
  const row = (site: Parameters<typeof parameterRows>[0], key: string) =>
    parameterRows(site).find((found) => found.key === key)!;

  it('are the usual ones until the plan sets another', () => {
    const usual = row(garden, 'residentsPerDwelling');
    expect(usual).toMatchObject({ value: { low: 2.27, middle: 2.4, high: 2.58 }, isSet: false, isRanged: true });
    const own = { low: 1.8, middle: 2, high: 2.2 };
    const set = row({ ...garden, parameters: { residentsPerDwelling: own } }, 'residentsPerDwelling');
    expect(set).toMatchObject({ value: own, usual: usual.value, isSet: true });
  });

  it('do not know how many lived in the city before until somebody says it', () => {
    expect(row(garden, 'internalShare')).toMatchObject({ value: null, usual: null, isSet: false });
    const share = { low: 0.3, middle: 0.4, high: 0.5 };
    expect(row({ ...garden, internalShare: share }, 'internalShare')).toMatchObject({ value: share, isSet: true });
  });

  it('of cohorts follow the kind of building and have one value for all variants', () => {
    const flats = row(garden, 'turnover');
    const houses = row({ ...garden, dwellingType: 'EFH' }, 'turnover');
    expect(flats.isRanged).toBe(false);
    expect(houses.value!.middle).not.toBe(flats.value!.middle);
    expect(
      parameterRows(garden).every(
        ({ value, limits }) => value === null || (value.low >= limits.from && value.high <= limits.to),
      ),
    ).toBe(true);
  });
});

describe('what a parameter does', () => {
  const kita = indicatorOf('kita-u3');
  const effect = (site: Parameters<typeof parameterEffect>[0], key: Parameters<typeof parameterEffect>[1]) =>
    parameterEffect(site, key, kita, '06-30');

  it('is a tenth more at the peak where a tenth more people move in', () => {
    expect(effect(garden, 'residentsPerDwelling')).toBe(0.1);
  });

  it('is a tenth less dwellings where each is a tenth larger, and nothing where the dwellings are stated', () => {
    expect(effect(garden, 'floorSquareMetersPerDwelling')).toBe(0);
    // 9,900 m² ÷ 90 = 110 dwellings, ÷ 99 = 100: 100 ÷ 110 − 1 = −0.091.
    const byArea = { ...garden, dwellings: null, floorAreaSquareMeters: 9900 };
    expect(effect(byArea, 'floorSquareMetersPerDwelling')).toBeCloseTo(-0.091, 3);
  });

  it('is more children with more births, and not known for what changes nobody or without dwellings', () => {
    expect(effect(garden, 'totalFertility')).toBeGreaterThan(0);
    expect(effect(garden, 'internalShare')).toBe(null);
    expect(effect({ ...garden, dwellings: null, floorAreaSquareMeters: null }, 'turnover')).toBe(null);
  });
});
