import { describe, expect, it } from 'vitest';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { computeGapDemand, entitledShare, targetAges } from '../../../src/questions/gaps/gap-demand.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, indicatorOf, plainCity, requestOf } from './ask.ts';

describe('the demand of a service', () => {
  const city = plainCity();
  const demandIn = (year: number, of = { ...tinyCity(), sites: [] } as ReturnType<typeof tinyCity>) =>
    computeGapDemand(createCityModel(of), indicatorOf('kita-u3'), requestOf(of, 'kita-u3', { year }));

  it('is the rate times the persons of each point', () => {
    // Block (4, 3) has 20 + 5 × ((4 + 6) mod 10) = 20 persons, 5 % of them under 3; its number is 3 × 10 + 4.
    const { persons, demand } = demandIn(2025);
    expect(persons[34]).toBeCloseTo(20 * 0.05, 9);
    expect(demand[34]).toBeCloseTo(20 * 0.05 * 0.62, 9);
    // Block (9, 9) states nobody.
    expect([persons[99], demand[99]]).toEqual([Number.NaN, Number.NaN]);
  });

  it('grows with the forecast where it says so; elsewhere the stock is held constant, which the result says', () => {
    // West-Süd × 1.1, West-Nord without a statement, the others in no forecast at all.
    const base = demandIn(2025);
    const later = demandIn(2030);
    expect(later.persons[34]).toBeCloseTo(base.persons[34]! * 1.1, 9);
    expect(later.persons[64]).toBe(base.persons[64]);
    expect([base.heldConstant, later.heldConstant]).toEqual([false, true]);
    const everywhere = Object.fromEntries(
      ['amt:1', 'amt:2'].map((id) => [id, { middle: Array.from({ length: 6 }, () => [1, 1.2]) }]),
    );
    const whole = { ...tinyCity(), sites: [] };
    const found = demandIn(2030, { ...whole, forecast: { ...whole.forecast!, factors: everywhere } });
    expect(found.heldConstant).toBe(false);
    expect(found.persons[64]).toBeCloseTo(base.persons[64]! * 1.2, 9);
  });

  it('follows a legal claim: nobody before its first school year, the share of the last step begun, then all', () => {
    const ganztag = indicatorOf('ganztag');
    expect([2025, 2026, 2028, 2029, 2035].map((year) => entitledShare(ganztag, year))).toEqual([0, 0.25, 0.75, 1, 1]);
    expect(entitledShare({ phaseIn: null }, 2025)).toBe(1);
    expect(entitledShare({ phaseIn: [] }, 2025)).toBe(1);
  });

  it('asks for school ages by the cut-off of the city, for other ages as they stand', () => {
    expect(targetAges(indicatorOf('grundschule'), '06-30')).toEqual({ from: 6.5, to: 10.5 });
    // Three months later: three months younger.
    expect(targetAges(indicatorOf('grundschule'), '09-30')).toEqual({ from: 6.25, to: 10.25 });
    expect(targetAges(indicatorOf('kita-u3'), '09-30')).toEqual({ from: 0, to: 3 });
  });

  it('say keine Angabe for a need rate that the city has yet to set, and for ages that no band holds', () => {
    const meeting = ask(city, 'begegnung').result.levels[0]![0]!;
    expect([meeting.demand, meeting.missing]).toEqual([null, null]);
    expect(meeting.persons).toBeGreaterThan(0);
    const wide = {
      ...city,
      identity: {
        ...city.identity,
        bands: [
          { from: 0, to: 18 },
          { from: 18, to: null },
        ],
      },
    };
    const cut = { ...wide, population: wide.population.map((point) => ({ ...point, persons: [10, 50] })) };
    const row = ask(cut, 'kita-u3').result.levels[0]![0]!;
    expect([row.persons, row.demand, row.coverage]).toEqual([null, null, null]);
  });
});
