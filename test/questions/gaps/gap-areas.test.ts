import { describe, expect, it } from 'vitest';
import type { ReachLists } from '../../../src/engine/reach/reach-lists.ts';
import { computeAreaScores } from '../../../src/questions/gaps/gap-areas.ts';
import type { GapDemand } from '../../../src/questions/gaps/gap-demand.ts';
import type { GapSupply } from '../../../src/questions/gaps/gap-supply.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, cityRow, plainCity } from './ask.ts';

/** 10, 30 and an unknown number of persons; two parks of 80 m² and one of unknown size. */
function scores(limitDecimeters: number): number[] {
  const lists: ReachLists = {
    houseCount: 3,
    offsets: Uint32Array.of(0, 3, 4, 5),
    // Park 0 is 10, 50 and 20 m from the points, park 1 is 30 m from point 1, park 2 is at point 0.
    points: Uint32Array.of(0, 1, 2, 1, 0),
    decimeters: Uint32Array.of(100, 500, 200, 300, 0),
  };
  const reach = { numbers: Uint32Array.of(0, 1, 2), lists, listOf: Int32Array.of(0, 1, 2) };
  const demand = { persons: Float64Array.of(10, 30, Number.NaN) } as unknown as GapDemand;
  const supply = {
    houses: Uint32Array.of(0, 1, 2),
    capacity: Float64Array.of(80, 60, Number.NaN),
  } as unknown as GapSupply;
  return [...computeAreaScores(demand, supply, reach, limitDecimeters)];
}

describe('m² in reach of each person', () => {
  const city = plainCity();

  it('are the m² of each park by those who reach it, added up over the parks in reach', () => {
    // Park 0: 80 m² for 10 + 30 persons, park 1: 60 m² for 30.
    expect(scores(500)).toEqual([80 / 40, 80 / 40 + 60 / 30, 80 / 40]);
  });

  it('reach to the limit and no decimetre further', () => {
    // At 49.9 m point 1 no longer shares park 0: 80 m² for 10 persons.
    expect(scores(499)).toEqual([80 / 10, 60 / 30, 80 / 10]);
    expect(scores(99)).toEqual([0, 0, 0]);
  });

  it('shares green among those who reach it: m² per person, m² lacking against the rate', () => {
    // One park of 10,000 m² within 2,000 m of everyone in a town of N persons: everyone has 10,000 / N.
    const inhabitants = city.population.filter((p) => p.total !== null).reduce((all, p) => all + p.total!, 0);
    const { areaScores, result } = ask(city, 'gruen-nah', { limitMeters: 2000 }, { largestLimitMeters: 3000 });
    expect(areaScores![50]).toBeCloseTo(10_000 / inhabitants, 6);
    const row = result.levels[0]![0]!;
    expect(row.missing).toBeCloseTo(row.persons! * Math.max(0, 6 - 10_000 / inhabitants), 3);
    // The park is larger than 5,000 m²; asked for more than it has, nothing counts.
    expect(ask(city, 'gruen-nah', {}, { minAreaSquareMeters: 10_001 }).result.levels[0]![0]!.houses).toBe(0);
  });
});

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
