import { describe, expect, it } from 'vitest';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, cityRow } from './ask.ts';

describe('areas without a size', () => {
  const city = tinyCity();
  const withSizes = (size: number | null) => ({
    ...city,
    supplyAreas: city.supplyAreas.map((area) => ({ ...area, usableSquareMeters: size })),
  });

  it('leave the m² missing, not 0, while reach is known', () => {
    const row = cityRow(ask(withSizes(null), 'spielflaeche'));
    expect(row).toMatchObject({ missing: null, demandMet: null });
    expect(row.houses).toBeGreaterThan(0);
    expect(row.housesWithoutCapacity).toBe(row.houses);
    expect(row.coverage).toBeGreaterThan(0);
  });

  it('do not where a size is known', () => {
    const row = cityRow(ask(withSizes(1), 'spielflaeche'));
    expect(row.missing).toBeGreaterThan(0);
    expect(row.demandMet).toBe(0);
  });
});
