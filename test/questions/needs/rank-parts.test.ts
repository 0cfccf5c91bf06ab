import { describe, expect, it } from 'vitest';
import { partsOf, unservedShare } from '../../../src/questions/needs/rank-parts.ts';
import { need } from '../../plan/plan-fixtures.ts';

describe('the parts', () => {
  const row = {
    districtId: 'd',
    service: 'kita-u3',
    year: 2030,
    persons: 1000,
    demand: 400,
    capacity: 300,
    missing: 100,
    balance: -100,
    personsWithinReach: 900,
  } as const;
  const nobody = { placed: undefined, row: undefined, status: undefined, bundleLand: null, today: '2026-01-01' };
  const plain = { ...need('n'), removed: null, status: 'reported' } as Parameters<typeof partsOf>[0];

  it('take the missing places, else the shortfall, else who is out of reach', () => {
    expect(unservedShare(row)).toBe(0.25);
    expect(unservedShare({ ...row, missing: null, balance: -40 })).toBe(0.1);
    expect(unservedShare({ ...row, missing: null, balance: 40 })).toBe(0);
    expect(unservedShare({ ...row, demand: null })).toBeCloseTo(0.1, 12);
    expect(unservedShare({ ...row, demand: null, personsWithinReach: null })).toBeNull();
  });

  it('count persons without supply up to a thousand', () => {
    const parts = partsOf(plain, { ...nobody, row });
    expect(parts.unserved).toEqual({ figure: 0.25, value: 0.25 });
    expect(parts.affected).toEqual({ figure: 250, value: 0.25 });
    expect(partsOf(plain, { ...nobody, row: { ...row, persons: 8000 } }).affected).toEqual({ figure: 2000, value: 1 });
  });

  it('are missing where nothing is known', () => {
    const missing = { figure: null, value: null };
    expect(partsOf(plain, nobody)).toEqual({
      unserved: missing,
      affected: missing,
      priority: missing,
      time: missing,
      readiness: missing,
    });
  });

  it('have less time the nearer the day, and none once it has passed', () => {
    const time = (neededBy: string) => partsOf({ ...plain, neededBy }, nobody).time;
    expect(time('2031-01-01')).toEqual({ figure: 5, value: 0.5 });
    expect(time('2040-01-01').value).toBe(0);
    expect(time('2025-01-01')).toEqual({ figure: -1, value: 1 });
  });

  it('read the burden of a borough between two standard deviations on both sides', () => {
    const priority = (burden: number) =>
      partsOf(plain, { ...nobody, status: { id: 'd', name: 'D', burden, indicators: 5 } }).priority.value;
    expect([-3, -2, 0, 1, 2.5].map(priority)).toEqual([0, 0, 0.5, 0.75, 1]);
  });

  it('take land as ready by what is known of it', () => {
    const land = {
      kind: 'plot',
      id: 'p',
      name: null,
      areaSquareMeters: 500,
      owner: 'Stadt Musterstadt',
      reservedFor: null,
      stage: null,
    } as const;
    const ready = (more: Partial<typeof land> | object, plotSquareMeters: number | null = 600) =>
      partsOf(
        { ...plain, plotSquareMeters },
        { ...nobody, placed: { id: 'n', districtId: null, land: { ...land, ...more } } },
      ).readiness.figure;
    // Too small, but the city's and free: two of three.
    expect(ready({})).toBe(0.667);
    expect(ready({}, 400)).toBe(1);
    expect(ready({ owner: null }, null)).toBe(1);
    expect(ready({ owner: 'Privat', reservedFor: 'Feuerwache' }, 400)).toBe(0.333);
    expect(ready({ kind: 'site', stage: 4 })).toBe(0.4);
    expect(ready({ kind: 'site', stage: 12 })).toBe(1);
  });
});
