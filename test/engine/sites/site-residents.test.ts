import { describe, expect, it } from 'vitest';
import {
  residentsByTenure,
  residentsOfAges,
  siteCapacityPersons,
  siteDwellings,
  siteResidents,
  siteWave,
} from '../../../src/engine/sites/site-residents.ts';

const site = {
  dwellings: null,
  floorAreaSquareMeters: 20_000,
  dwellingType: 'MFH',
  phases: [{ year: 2030, share: 1 }],
} as const;

describe('residents of a site', () => {
  it('follow the worked example: 20,000 m² give 222 dwellings and 504 residents', () => {
    expect(siteDwellings(site)).toBe(Math.round(20_000 / 90));
    expect(siteDwellings(site)).toBe(222);
    expect(residentsByTenure(0.3)).toBeCloseTo(0.7 * 2.0 + 0.3 * 2.9, 12);
    expect(Math.round(siteCapacityPersons(site, 'low')!)).toBe(504);
  });

  it('reach the peaks of the worked example, to its rounding', () => {
    const residents = siteResidents(site, 'low', 2030, 31)!;
    const persons = (from: number, to: number | null, year: number) =>
      residentsOfAges(residents, year - 2030, { from, to });
    // U3 in year 3 (the row of the table; the exact peak is 1 % higher one year later): 504 × 4.7 % = 23.7 children,
    // × 62 % = 14.7 places, of 10 = 1.5 groups.
    const u3 = siteWave(residents, 2030, { from: 0, to: 3 }, 0.62);
    expect(u3.peak.year).toBe(2034);
    expect(u3.peak.value).toBeLessThan(u3.demand[3]! * 1.02);
    expect(persons(0, 3, 2033)).toBeCloseTo(504 * 0.047, 0);
    expect(u3.peak.value).toBeCloseTo(14.7, 0);
    expect(Number((u3.peak.value / 10).toFixed(1))).toBe(1.5);
    // Ü3 by the example: children 3–5 in year 8 × 3.5 / 3 = 24.1 places, of 20 = 1.2 groups.
    expect((persons(3, 6, 2038) * 3.5) / 3).toBeCloseTo(24.1, 0);
    expect(Number(((persons(3, 6, 2038) * 3.5) / 3 / 20).toFixed(1))).toBe(1.2);
    // Grundschule in year 10: 23.7 pupils = 0.24 Zug.
    expect(persons(6, 10, 2040)).toBeCloseTo(23.7, 0);
    expect(Number((persons(6, 10, 2040) / 100).toFixed(2))).toBe(0.24);
    // 65+ at year 10: 504 × 10.2 % = 51 persons (the share with all its decimals gives 51.6).
    const shareOf65 = persons(65, null, 2040) / persons(0, null, 2040);
    expect(Math.round(504 * Number(shareOf65.toFixed(3)))).toBe(51);
  });

  it('flattens the peak when the occupancy is spread over three phases', () => {
    const spread = { ...site, phases: [2030, 2034, 2038].map((year) => ({ year, share: 1 / 3 })) };
    const peak = (facts: typeof site | typeof spread) =>
      siteWave(siteResidents(facts, 'middle', 2030, 31)!, 2030, { from: 0, to: 3 }, 1).peak;
    expect(peak(spread).value).toBeLessThan(peak(site).value);
    expect(peak(spread).year).toBeGreaterThan(peak(site).year);
  });

  it('has nobody before the first occupancy and grows with the variant', () => {
    const later = siteResidents(site, 'high', 2026, 10)!;
    expect(residentsOfAges(later, 3, { from: 0, to: null })).toBe(0);
    expect(residentsOfAges(later, 4, { from: 0, to: null })).toBeCloseTo(222 * 2.58 * 0.5, 6);
    expect(residentsOfAges(later, 9, { from: 0, to: null })).toBeCloseTo(222 * 2.58, 6);
  });

  it('starts in the middle of the wave where the window does', () => {
    const whole = siteResidents(site, 'middle', 2030, 20)!;
    const window = siteResidents(site, 'middle', 2035, 5)!;
    for (let y = 0; y < 5; y++) {
      expect(residentsOfAges(window, y, { from: 0, to: 6 })).toBeCloseTo(
        residentsOfAges(whole, y + 5, { from: 0, to: 6 }),
        9,
      );
    }
  });

  it('is missing, not zero, without dwellings and floor area', () => {
    expect(siteResidents({ ...site, floorAreaSquareMeters: null }, 'middle', 2030, 5)).toBeNull();
    expect(siteResidents({ ...site, phases: [] }, 'middle', 2030, 5)).toBeNull();
  });

  it('counts half years of age in proportion', () => {
    const residents = siteResidents(site, 'middle', 2030, 1)!;
    const three = residentsOfAges(residents, 0, { from: 3, to: 4 });
    expect(residentsOfAges(residents, 0, { from: 3.5, to: 4 })).toBeCloseTo(three / 2, 12);
  });
});

/**
 * The published examples and whether the model's range (90–105 m² per dwelling and 2.27–2.58 residents; both profiles; peak of the wave)
 * holds them. They differ widely among themselves: the range, not one number, is the message.
 */
describe('published benchmarks of Kita places per 100 dwellings', () => {
  const perHundred = (dwellingType: 'MFH' | 'EFH', variant: 'low' | 'high') => {
    const residents = siteResidents(
      { dwellings: 100, floorAreaSquareMeters: null, dwellingType, phases: [{ year: 2030, share: 1 }] },
      variant,
      2030,
      31,
    )!;
    const u3 = siteWave(residents, 2030, { from: 0, to: 3 }, 0.62).peak.value;
    return u3 + siteWave(residents, 2030, { from: 3, to: 6.5 }, 1).peak.value;
  };
  const low = perHundred('MFH', 'low');
  const highMfh = perHundred('MFH', 'high');
  const highEfh = perHundred('EFH', 'high');

  it.each([
    ['Frankfurt B-Plan 910', 18, 'multi-family'],
    ['Haar (SAGS)', (13 + 46) / 2.12, 'between the profiles'],
    ['Berlin B-Plan 6-24', (21 / 261) * 100, 'below'],
  ])('%s with %d places: %s', (_name, places, verdict) => {
    const found =
      places < low
        ? 'below'
        : places <= highMfh
          ? 'multi-family'
          : places <= highEfh
            ? 'between the profiles'
            : 'above';
    expect(found).toBe(verdict);
  });

  it('places per 1,000 residents: Leipzig 416 (50) above, the old Berlin rule (42) below the multi-family peak', () => {
    const perThousand = (low / 227) * 1000;
    expect(perThousand).toBeGreaterThan(42);
    expect((highEfh / 258) * 1000).toBeGreaterThan(50);
  });
});
