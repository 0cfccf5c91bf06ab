import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { isBeyondYears, siteInKnownYears } from '../../../src/questions/sites/site-in-known-years.ts';
import { computeSiteWaves } from '../../../src/questions/sites/site-waves.ts';

const site = {
  dwellings: 100,
  floorAreaSquareMeters: null,
  dwellingType: 'MFH',
  firstOccupancy: 2030,
  phases: [
    { year: 2030, share: 0.5 },
    { year: 2032, share: 0.5 },
  ],
} as const;
const wavesOf = (given: Parameters<typeof computeSiteWaves>[0]) => {
  const waves = computeSiteWaves(given, DEFAULT_CATALOGUE, '06-30');
  if (typeof waves === 'string') throw new Error(waves);
  return waves;
};
const peakOf = (given: Parameters<typeof computeSiteWaves>[0], service: string) =>
  wavesOf(given).services.find(({ indicator }) => indicator.service === service)!.peak;

describe('a site that is occupied after the last year of the package', () => {
  it('is one in whose years nobody has moved in', () => {
    expect([2029, 2030, 2040].map((lastYear) => isBeyondYears(site, lastYear))).toEqual([true, false, false]);
    expect(isBeyondYears({ firstOccupancy: null, phases: [] }, 2016)).toBe(false);
    expect(isBeyondYears({ firstOccupancy: null, phases: site.phases }, 2016)).toBe(true);
  });

  it('asks most of a service in that year once it is moved, as much as it does later', () => {
    for (const service of ['kita-u3', 'grundschule'] as const) {
      const moved = siteInKnownYears(site, wavesOf(site), service, 2016);
      expect(peakOf(moved, service)).toEqual({ ...peakOf(site, service), year: 2016 });
      // Two years lie between its steps, before and after.
      expect(moved.phases[1]!.year - moved.phases[0]!.year).toBe(2);
      expect(moved.firstOccupancy).toBe(moved.phases[0]!.year);
    }
  });

  it('is followed by its residents where the service has no rate yet', () => {
    const moved = siteInKnownYears(site, wavesOf(site), 'begegnung', 2016);
    expect(wavesOf(moved).residents.all.peak.year).toBe(2016);
  });

  it('stays as it is where the package knows a year in which it is lived in', () => {
    expect(siteInKnownYears(site, wavesOf(site), 'kita-u3', 2030)).toBe(site);
  });
});
