import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import {
  computeCityWave,
  computeSiteWaves,
  type SiteWaves,
  WAVE_YEARS,
} from '../../../src/questions/sites/site-waves.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

/** 20,000 m² of residential floor area, all moved into from 2030 on: the worked example of the domain notes. */
const example = {
  dwellings: null,
  floorAreaSquareMeters: 20_000,
  dwellingType: 'MFH',
  phases: [],
  firstOccupancy: 2030,
} as const;

const wavesOf = (site: Parameters<typeof computeSiteWaves>[0]): SiteWaves => {
  const waves = computeSiteWaves(site, DEFAULT_CATALOGUE, '06-30');
  if (typeof waves === 'string') throw new Error(waves);
  return waves;
};
const service = (waves: SiteWaves, id: string) => waves.services.find(({ indicator }) => indicator.service === id)!;

describe('the waves of a site', () => {
  it('follow the worked example: 222 dwellings, 504 residents in the low variant, about 14.7 places for under 3 at the peak', () => {
    const waves = wavesOf(example);
    // 20,000 m² ÷ 90 m² per dwelling = 222.2.
    expect(waves.dwellings).toBe(222);
    expect(Math.max(...waves.residents.all.values.low)).toBeCloseTo(222 * 2.27, 0);
    const u3 = service(waves, 'kita-u3');
    // 504 × 4.7 % = 23.7 children, × 62 % = 14.7 places, in the third or fourth year.
    expect(u3.peak.low).toBeGreaterThan(14.2);
    expect(u3.peak.low).toBeLessThan(15.2);
    expect([2033, 2034]).toContain(u3.peak.year);
    // 504 × 4.1 % × 3.5 ÷ 3 = 24.1 places.
    expect(service(waves, 'kita-ue3').peak.low).toBeGreaterThan(23);
    expect(service(waves, 'kita-ue3').peak.low).toBeLessThan(25.5);
  });

  it('rise before they fall: the peak is above the mean of the last ten years', () => {
    const waves = wavesOf(example);
    expect(waves.years).toHaveLength(WAVE_YEARS);
    for (const id of ['kita-u3', 'kita-ue3', 'grundschule']) {
      const wave = service(waves, id);
      expect(wave.peak.value).toBeGreaterThan(wave.longRun.middle);
      expect(wave.peak.low).toBeLessThan(wave.peak.value);
      expect(wave.peak.high).toBeGreaterThan(wave.peak.value);
    }
    // The variants differ by residents per dwelling alone: 2.58 ÷ 2.27.
    const u3 = service(waves, 'kita-u3');
    expect(u3.peak.high / u3.peak.low).toBeCloseTo(2.58 / 2.27, 3);
  });

  it('come later and lower where the site is occupied in steps', () => {
    const steps = { ...example, phases: [0, 1, 2, 3].map((y) => ({ year: 2030 + y, share: 0.25 })) };
    const [atOnce, slowly] = [service(wavesOf(example), 'kita-u3'), service(wavesOf(steps), 'kita-u3')];
    expect(slowly.peak.value).toBeLessThan(atOnce.peak.value);
    expect(slowly.peak.year).toBeGreaterThan(atOnce.peak.year);
  });

  it('leave out services whose rate is to be set, and follow a claim that is phased in', () => {
    const waves = wavesOf(example);
    expect(waves.withoutRate.map(({ service: id }) => id)).toEqual(['ganztag', 'begegnung']);
    expect(service(waves, 'ganztag')).toBeUndefined();
  });

  it('use what is set for the site', () => {
    const parameters = { residentsPerDwelling: { low: 1, middle: 2, high: 3 } };
    const residents = wavesOf({ ...example, parameters }).residents.all;
    expect(residents.peak).toMatchObject({ value: 444, low: 222, high: 666 });
  });

  it('are not there without dwellings or without a year, and say which of them is missing', () => {
    const nothing = { ...example, floorAreaSquareMeters: null };
    expect(computeSiteWaves(nothing, DEFAULT_CATALOGUE, '06-30')).toBe('no-dwellings');
    expect(computeSiteWaves({ ...example, firstOccupancy: null }, DEFAULT_CATALOGUE, '06-30')).toBe('no-year');
  });
});

describe('all sites of a city together', () => {
  const years = [2030, 2031, 2032, 2033, 2034, 2035];
  const u3 = DEFAULT_CATALOGUE[0]!;
  const site = { ...example, dwellings: 100, dwellingsLost: 0, internalShare: null };
  const later = { ...site, firstOccupancy: 2033 };

  it('are the sum of their waves, year by year', () => {
    const alone = computeCityWave([site], u3, years, '06-30').gross.values.middle;
    const both = computeCityWave([site, later], u3, years, '06-30');
    expect(both).toMatchObject({ sites: 2, dwellings: 200, sitesWithoutFigures: 0 });
    expect(both.gross.values.middle[2]).toBe(alone[2]);
    // The second site does in 2033 what the first did in 2030.
    expect(both.gross.values.middle[3]).toBeCloseTo(alone[3]! + alone[0]!, 2);
  });

  it('are net only where it is known how many lived in the city before', () => {
    const share = { low: 0.4, middle: 0.5, high: 0.6 };
    const unknown = computeCityWave([site, { ...later, internalShare: share }], null, years, '06-30');
    expect(unknown.net).toBeNull();
    expect(unknown.sitesWithoutShare).toBe(1);
    const known = computeCityWave([{ ...site, internalShare: share }], null, years, '06-30');
    expect(known.net!.values.middle[5]).toBeCloseTo(known.gross.values.middle[5]! / 2, 2);
  });

  it('take off dwellings that give way, and count sites that bring nobody', () => {
    const share = { low: 0, middle: 0, high: 0 };
    const replaced = { ...site, dwellingsLost: 25, internalShare: share };
    const wave = computeCityWave(
      [replaced, { ...site, dwellings: null, floorAreaSquareMeters: null }],
      null,
      years,
      '06-30',
    );
    expect(wave.net!.values.middle[5]).toBeCloseTo(0.75 * wave.gross.values.middle[5]!, 2);
    expect(wave.sitesWithoutFigures).toBe(1);
  });

  it('count a site in the low variant by how likely and how late it is', () => {
    const staged = computeCityWave([{ ...site, probability: 0.5, delayYears: 2 }], null, years, '06-30');
    const plain = computeCityWave([site], null, years, '06-30');
    expect(staged.gross.values.low[5]).toBeCloseTo(plain.gross.values.low[3]! / 2, 2);
    expect(staged.gross.values.middle).toEqual(plain.gross.values.middle);
  });

  it('leave the sites of a city package as they are', () => {
    const city = tinyCity();
    const wave = computeCityWave(city.sites, null, years, city.identity.schoolCutOff);
    // The second site of Zehnblock states neither dwellings nor floor area.
    expect(wave).toMatchObject({ sites: 1, dwellings: 120, sitesWithoutFigures: 1 });
  });
});
