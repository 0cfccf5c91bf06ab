import { describe, expect, it } from 'vitest';
import {
  giveWay,
  keepTotal,
  type Residents,
  sumOfResidents,
  takeFromDistricts,
  takeOut,
} from '../../../src/engine/sites/resident-shift.ts';

/** Districts 0 (60 + 40 persons), 1 (100), none (20); a point outside the city and one without figures. */
const town: Residents = {
  persons: Float64Array.of(60, 40, 100, 20, 500, Number.NaN),
  districtOf: Int32Array.of(0, 0, 1, -1, 1, 1),
  outside: Uint8Array.of(0, 0, 0, 0, 1, 0),
};

describe('residents of sites', () => {
  it('counts who takes part: inside the city and known', () => {
    expect(sumOfResidents(town)).toBe(60 + 40 + 100 + 20);
  });

  it('make a share of those in their cells give way', () => {
    const shares = new Map([
      [0, 0.5],
      [2, 0.1],
      [4, 1],
      [5, 1],
    ]);
    const { persons, gaveWay } = giveWay(town, shares);
    expect([...persons]).toEqual([30, 40, 90, 20, 500, Number.NaN]);
    expect(gaveWay).toBe(30 + 10);
    expect(town.persons[0]).toBe(60);
    const own = { ...town, persons: town.persons.slice() };
    expect(giveWay(own, shares, own.persons)).toEqual({ persons, siteFactor: 1, gaveWay: 40, fromCity: 0 });
    expect(own.persons).toEqual(persons);
  });

  it('who do not come after all leave their area in proportion to who lives there, never more than live there', () => {
    const { districtOf } = town;
    const { persons, left } = takeOut(town, [{ persons: 25, districtOf, district: 0 }]);
    // 25 of 100 persons: a quarter of everyone in district 0.
    expect([...persons]).toEqual([45, 30, 100, 20, 500, Number.NaN]);
    expect(left).toBe(25);
    const two = takeOut(town, [
      { persons: 20, districtOf, district: 0 },
      { persons: 20, districtOf, district: 0 },
    ]);
    // 20 of 100, then 20 of the 80 left.
    expect([...two.persons].slice(0, 2)).toEqual([60 * 0.8 * 0.75, 40 * 0.8 * 0.75]);
    const many = takeOut(town, [{ persons: 300, districtOf, district: 1 }]);
    expect([many.persons[2], many.persons[4], many.left]).toEqual([0, 500, 100]);
  });

  it('come from the other districts in proportion to their persons', () => {
    // 48 arrive in district 0, half of them from the city: 24 out of 100 + 20 elsewhere, a fifth of everyone there.
    const { persons, fromCity } = takeFromDistricts(town, [{ persons: 48, internalShare: 0.5, district: 0 }]);
    expect([...persons]).toEqual([60, 40, 80, 16, 500, Number.NaN]);
    expect(fromCity).toBeCloseTo(24, 12);
  });

  it('come from everywhere if the site’s district is the only one, and never more than live there', () => {
    const one = { ...town, districtOf: new Int32Array(6) };
    const from = takeFromDistricts(one, [{ persons: 44, internalShare: 1, district: 0 }]);
    expect([...from.persons].slice(0, 4)).toEqual([60, 40, 100, 20].map((value) => value * (1 - 44 / 220)));
    const many = takeFromDistricts(town, [
      { persons: 1000, internalShare: 1, district: 0 },
      { persons: 1000, internalShare: 1, district: 0 },
    ]);
    expect([...many.persons].slice(0, 4)).toEqual([60, 40, 0, 0]);
    expect(many.fromCity).toBe(100 + 20);
  });

  it('leave everything as it is where nobody lives or nobody comes from the city', () => {
    const empty = { ...town, persons: new Float64Array(6) };
    expect(takeFromDistricts(empty, [{ persons: 10, internalShare: 1, district: 0 }]).fromCity).toBe(0);
    expect(takeFromDistricts(town, [{ persons: 10, internalShare: 0, district: 0 }]).persons).toEqual(town.persons);
  });

  it('and all others together keep the total of the forecast', () => {
    // 220 by the forecast, 22 of them in sites: the others shrink by a tenth.
    const kept = keepTotal(town, 22, 220);
    expect([...kept.persons].slice(0, 4)).toEqual([54, 36, 90, 18]);
    expect([kept.siteFactor, kept.persons[4]]).toEqual([1, 500]);
    expect(kept.fromCity).toBeCloseTo(22, 12);
  });

  it('are scaled down where they would be more than the whole city, and up where they alone are left', () => {
    const crowded = keepTotal(town, 440, 220);
    expect([...crowded.persons].slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(crowded.siteFactor).toBe(0.5);
    const gone = keepTotal({ ...town, persons: new Float64Array(6) }, 100, 220);
    expect(gone.siteFactor).toBe(2.2);
  });
});
