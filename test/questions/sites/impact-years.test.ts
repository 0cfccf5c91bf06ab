import { describe, expect, it } from 'vitest';
import { surroundingsOf } from '../../../src/questions/sites/impact-surroundings.ts';
import {
  addedBy,
  catchmentsOf,
  HALF_A_PLACE,
  impactOf,
  tidy,
  tidyOrNull,
  worseOf,
} from '../../../src/questions/sites/impact-years.ts';
import type { ImpactYear } from '../../../src/questions/sites/site-calls.ts';
import { gardenIn, oneKita, peopleOf, townWith, within } from './site-scene.ts';

const year = (at: number, missing: number | null, missingWithout: number | null = 0): ImpactYear => ({
  year: at,
  persons: 0,
  demand: null,
  missing,
  missingWithout,
  missingOwn: null,
  missingOthers: null,
});

describe('what is missing because of a site', () => {
  it('is the difference in thousandths, never below nothing, and nothing where nothing is known', () => {
    expect([addedBy(year(2030, 12.3456, 10)), addedBy(year(2030, 10, 12)), addedBy(year(2030, null))]).toEqual([
      2.346, 0, 0,
    ]);
    expect([tidy(1.23456), tidyOrNull(Number.NaN), tidyOrNull(null), tidyOrNull(0.0004)]).toEqual([
      1.235,
      null,
      null,
      0,
    ]);
  });

  it('is worst in the first of equal years, and in none below half a place', () => {
    expect(worseOf(null, year(2030, 10 + HALF_A_PLACE - 0.001, 10))).toBe(null);
    const first = worseOf(null, year(2030, 3));
    expect(first).toEqual({ year: 2030, value: 3 });
    expect(worseOf(first, year(2031, 3))).toBe(first);
    expect(worseOf(first, year(2032, 4))).toEqual({ year: 2032, value: 4 });
  });
});

describe('a year of a site', () => {
  it('has its whole demand missing where every place is taken, by its own people or by others', () => {
    const far = within('kita-u3', 2000);
    const { compared, pair } = gardenIn(oneKita(10), far, 2031);
    const found = impactOf(pair, surroundingsOf(compared, far));
    expect(found.missing! - found.missingWithout!).toBeCloseTo(found.demand!, 2);
    expect(found.missingOwn! + found.missingOthers!).toBeCloseTo(found.demand!, 2);
    // 0.62 places per child.
    expect(found.demand).toBeCloseTo(0.62 * found.persons, 2);
    // Ten places for the whole town: what is left unserved is all demand but 10.
    const { outside } = compared.with.points;
    const asked = peopleOf(compared.with, far, 2031).reduce(
      (sum, persons, p) => sum + (outside[p] === 1 || Number.isNaN(persons) ? 0 : persons * 0.62),
      0,
    );
    expect(pair.with.unserved!.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(asked - 10, 6);
  });

  it('has all its demand missing where no house is in reach', () => {
    const near = within('kita-u3', 100);
    const { compared, pair } = gardenIn(oneKita(1000), near, 2031);
    const found = impactOf(pair, surroundingsOf(compared, near));
    expect(found).toMatchObject({
      missing: found.demand,
      missingWithout: 0,
      missingOwn: found.demand,
      missingOthers: 0,
    });
  });

  it('knows nothing missing where no house states places', () => {
    const far = within('kita-u3', 2000);
    const { compared, pair } = gardenIn(oneKita(null), far, 2031);
    expect(pair.with.unserved).toBe(null);
    expect(impactOf(pair, surroundingsOf(compared, far))).toMatchObject({ missing: null, missingWithout: null });
  });

  it('gives its pupils to the catchment it lies in', () => {
    const { pair } = gardenIn(townWith(), within('grundschule', 2000), 2031);
    const numbers = catchmentsOf(pair);
    expect(numbers.map((i) => pair.with.catchments!.rows[i]!.houseId)).toEqual(['einrichtungen:gs-2']);
    const before = gardenIn(townWith(), within('grundschule', 2000), 2028).pair;
    expect(catchmentsOf(before)).toEqual([]);
  });

  it('counts people beyond the limit for what is only reached', () => {
    const near = within('bibliothek', 200);
    const { compared, pair } = gardenIn(townWith(), near, 2031);
    const found = impactOf(pair, surroundingsOf(compared, near));
    expect(found.persons).toBeGreaterThan(0);
    expect(found).toMatchObject({ missing: found.persons, missingWithout: 0, missingOthers: 0 });
  });
});
