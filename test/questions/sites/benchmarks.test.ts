import { describe, expect, it } from 'vitest';
import { KITA_BENCHMARKS, kitaPlausibility } from '../../../src/questions/sites/benchmarks.ts';
import type { SiteWaves } from '../../../src/questions/sites/site-waves.ts';

const wave = (service: string, low: number[], middle: number[], high: number[]) => ({
  indicator: { service },
  values: { low, middle, high },
});
const wavesOf = (dwellings: number, ...services: object[]) => ({ dwellings, services }) as unknown as SiteWaves;

describe('Kita places per 100 dwellings', () => {
  const u3 = wave('kita-u3', [10, 12], [15, 20], [20, 26]);
  const ue3 = wave('kita-ue3', [20, 17], [29, 24], [40, 36]);

  it('are those at the peak of both ages together, among the published examples', () => {
    // Of 200 dwellings: 10 + 20 = 30, 15 + 29 = 44 and 26 + 36 = 62 places in the year of the peak.
    expect(kitaPlausibility(wavesOf(200, u3, ue3))).toEqual({
      perHundred: { low: 15, middle: 22, high: 31 },
      position: 'within',
      from: 8,
      to: 27.8,
    });
  });

  it('lie below or above the examples', () => {
    expect(kitaPlausibility(wavesOf(600, u3, ue3))).toMatchObject({ perHundred: { middle: 7.3 }, position: 'below' });
    expect(kitaPlausibility(wavesOf(150, u3, ue3))).toMatchObject({ perHundred: { middle: 29.3 }, position: 'above' });
    expect(KITA_BENCHMARKS.every(({ source }) => source !== '')).toBe(true);
  });

  it('are not known without dwellings or without one of the ages', () => {
    expect(kitaPlausibility(wavesOf(0, u3, ue3))).toBe(null);
    expect(kitaPlausibility(wavesOf(200, u3))).toBe(null);
  });
});
