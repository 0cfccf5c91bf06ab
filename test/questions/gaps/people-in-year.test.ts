import { describe, expect, it } from 'vitest';
import { ageWeights } from '../../../src/engine/population/ages.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { peopleInYear } from '../../../src/questions/gaps/people-in-year.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

const city = { ...tinyCity(), sites: [] };
const under3 = ageWeights(city.identity.bands, { from: 0, to: 3 })!;
const all = ageWeights(city.identity.bands, { from: 0, to: null })!;
const of = (factors: NonNullable<typeof city.forecast>['factors']) =>
  createCityModel({ ...city, forecast: { ...city.forecast!, factors } });
const sixBands = (factor: number | null) => city.identity.bands.map(() => [1, factor]);

describe('the people of a year', () => {
  it('are those of the base year times the factor of the smallest district that has one', () => {
    const model = of({ 'amt:1': { middle: sixBands(1.1) }, 'amt:11': { middle: sixBands(1.2) } });
    const before = peopleInYear(model, 2025, 'middle').group(under3);
    const later = peopleInYear(model, 2030, 'middle').group(under3);
    // Block (4, 3) lies in West-Süd, block (4, 6) in West-Nord, which has only what West says, block (6, 3) in Ost, of which nothing is said.
    expect(later[34]).toBe(before[34]! * 1.2);
    expect(later[64]).toBe(before[64]! * 1.1);
    expect(later[36]).toBe(before[36]);
  });

  it('say that somebody is held constant where the forecast says nothing of a band that lives there', () => {
    const everywhere = { 'amt:1': { middle: sixBands(1.1) }, 'amt:2': { middle: sixBands(0.9) } };
    expect(peopleInYear(of(everywhere), 2030, 'middle').heldConstant).toBe(false);
    expect(peopleInYear(of({ 'amt:1': everywhere['amt:1'] }), 2030, 'middle').heldConstant).toBe(true);
    expect(peopleInYear(of(everywhere), 2030, 'low').heldConstant).toBe(true);
    expect(peopleInYear(createCityModel({ ...city, forecast: null }), 2030, 'middle').heldConstant).toBe(true);
    expect(peopleInYear(of(everywhere), 2025, 'middle').heldConstant).toBe(false);
  });

  it('stay as they are in the last year of the forecast, and say so', () => {
    const model = of({ 'amt:1': { middle: sixBands(1.1) }, 'amt:2': { middle: sixBands(1.1) } });
    const years = [...model.city.identity.years, 2045];
    const longer = { ...model, city: { ...model.city, identity: { ...model.city.identity, years } } };
    const [last, later] = [peopleInYear(longer, 2030, 'middle'), peopleInYear(longer, 2045, 'middle')];
    expect(later.group(under3)).toEqual(last.group(under3));
    expect(later.total()).toEqual(last.total());
    expect([last.heldConstant, later.heldConstant]).toEqual([false, true]);
    const empty = createCityModel({ ...city, forecast: { ...city.forecast!, factors: {} } });
    expect(peopleInYear(empty, 2030, 'middle').group(under3)).toEqual(
      peopleInYear(empty, 2025, 'middle').group(under3),
    );
  });

  it('move the total with the bands that have a factor', () => {
    const half = { middle: city.identity.bands.map((_, band) => [1, band === 0 ? 2 : 1]) };
    const model = of({ 'amt:1': half, 'amt:2': half });
    const { points } = model;
    const bands = points.bands.map((persons) => persons[34]!);
    const sum = bands.reduce((a, b) => a + b, 0);
    // Only the first band is doubled: the total grows in the proportion of (sum + first band) to the sum.
    expect(peopleInYear(model, 2030, 'middle').group(all)[34]).toBeCloseTo(
      (points.total[34]! * (sum + bands[0]!)) / sum,
      9,
    );
    expect(peopleInYear(model, 2025, 'middle').total()).toBe(points.total);
  });

  it('stay missing where the package does not state them', () => {
    const model = of({ 'amt:1': { middle: sixBands(1.1) }, 'amt:2': { middle: sixBands(1.1) } });
    // Block (9, 9) states nobody.
    expect(peopleInYear(model, 2030, 'middle').group(under3)[99]).toBeNaN();
  });
});
