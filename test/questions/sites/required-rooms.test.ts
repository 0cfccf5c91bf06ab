import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { kitaPlausibility } from '../../../src/questions/sites/benchmarks.ts';
import { groupsFor, privatePlayArea, requiredAreas, roundNeed } from '../../../src/questions/sites/required-rooms.ts';
import { computeSiteWaves } from '../../../src/questions/sites/site-waves.ts';

const example = {
  dwellings: 222,
  floorAreaSquareMeters: 20_000,
  dwellingType: 'MFH' as const,
  phases: [],
  firstOccupancy: 2030,
  parameters: { residentsPerDwelling: { low: 2.27, middle: 2.27, high: 2.27 } },
};
const waves = computeSiteWaves(example, DEFAULT_CATALOGUE, '06-30');
if (typeof waves === 'string') throw new Error(waves);

describe('what a site requires', () => {
  it('is rounded up once: to whole groups, to a tenth of a Zug, to whole places', () => {
    expect(groupsFor(20, 10)).toBe(2);
    // A hair of a sum of floats is no further group.
    expect(groupsFor(20.000_000_000_1, 10)).toBe(2);
    expect(groupsFor(20.1, 10)).toBe(3);
    const of = (service: string) => DEFAULT_CATALOGUE.find((indicator) => indicator.service === service)!;
    expect(roundNeed(14.7, of('kita-u3'))).toEqual({ kind: 'groups', value: 2 });
    expect(roundNeed(23.7, of('grundschule'))).toEqual({ kind: 'zuege', value: 0.2 });
    expect(roundNeed(9.6, of('jugendtreff'))).toEqual({ kind: 'whole', value: 10 });
  });

  it('follows the worked example: about 39 Kita places, two thirds of a four-group house, some 1,200 m²', () => {
    const areas = requiredAreas(waves);
    expect(areas.kitaPlaces).toBeGreaterThanOrEqual(37);
    expect(areas.kitaPlaces).toBeLessThanOrEqual(40);
    expect(areas.kitaHouses).toBeCloseTo(0.64, 1);
    expect(areas.kitaPlotSquareMeters).toBeGreaterThan(1140);
    expect(areas.kitaPlotSquareMeters).toBeLessThan(1240);
    // 1 and 6 m² for each of 504 residents.
    expect(areas.playSquareMeters).toBe(504);
    expect(areas.greenSquareMeters).toBe(3024);
  });

  it('has the private play area of the LBOAVO, step by step', () => {
    expect([3, 4, 10].map(privatePlayArea)).toEqual([0, 30, 30]);
    // 30 + 10 × 2 = 50; + 10 × 1.5 = 65; + 70 × 1 = 135.
    expect([20, 30, 100].map(privatePlayArea)).toEqual([50, 65, 135]);
  });

  it('lies among the published examples: 17 to 18 Kita places per 100 dwellings', () => {
    const found = kitaPlausibility(waves)!;
    expect(found).toMatchObject({ position: 'within', from: 8, to: 27.8 });
    expect(found.perHundred.middle).toBeGreaterThan(16.5);
    expect(found.perHundred.middle).toBeLessThan(18);
  });
});
