import { describe, expect, it } from 'vitest';
import { catchmentsIn, housesOfPoints } from '../../../src/questions/gaps/catchment-houses.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { createReachStore } from '../../../src/questions/gaps/service-reach.ts';
import { at, rectangle, tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, indicatorOf, plainCity } from './ask.ts';

const city = plainCity();
const [markt, ufer] = city.catchments;

describe('the catchments of a year', () => {
  it('count from their first day on and no longer on their last, as of 31 December', () => {
    const valid = (validFrom: string | null, validTo: string | null) =>
      catchmentsIn({ catchments: [{ ...tinyCity().catchments[0]!, validFrom, validTo }] }, 'grundschule', 2025).length;
    expect([valid(null, null), valid('2025-12-31', null), valid('2026-01-01', null)]).toEqual([1, 1, 0]);
    expect([valid(null, '2025-12-31'), valid(null, '2026-01-01')]).toEqual([0, 1]);
    expect(catchmentsIn(city, 'ganztag', 2025)).toEqual([]);
  });
});

/** The school of every demand point, by id; `null` = none. */
function schoolsIn(given: typeof city, without: readonly string[] = []) {
  const model = createCityModel(given);
  const indicator = indicatorOf('grundschule');
  const reach = createReachStore(model).houses('grundschule', indicator.largestLimitMeters!);
  const { figures } = ask(given, 'grundschule');
  const numbers = new Set(without.map((id) => given.houses.findIndex((house) => house.id === id)));
  const found = housesOfPoints(model, figures.request, figures.supply, reach, numbers);
  const schools = [...found.houseOf].map((number) => (number < 0 ? null : given.houses[number]!.id));
  return { schools, withoutCatchments: found.withoutCatchments, model, reach };
}

describe('the school of a point', () => {
  it('is that of the Schulbezirk it lies in', () => {
    const { schools, withoutCatchments, model } = schoolsIn(city);
    expect(withoutCatchments).toBe(false);
    // Markt has the west, Ufer the east; the town ends at x = 1000.
    const west = model.project([at(0, 0), at(500, 0), at(1000, 0)]).x;
    schools.forEach((school, p) => {
      const x = model.points.x[p]!;
      const expected = x > west[2]! ? null : x < west[1]! ? 'einrichtungen:gs-1' : 'einrichtungen:gs-2';
      expect(school).toBe(expected);
    });
  });

  it('is the nearest where there are none, but for one that is to have nobody', () => {
    const { schools, withoutCatchments, reach } = schoolsIn({ ...city, catchments: [] });
    expect(withoutCatchments).toBe(true);
    const { lists, numbers } = reach;
    schools.forEach((school, p) => {
      let best = Number.POSITIVE_INFINITY;
      let nearest: string | null = null;
      numbers.forEach((number, list) => {
        for (let e = lists.offsets[list]!; e < lists.offsets[list + 1]!; e++) {
          if (lists.points[e] !== p || lists.decimeters[e]! >= best) continue;
          best = lists.decimeters[e]!;
          nearest = city.houses[number]!.id;
        }
      });
      expect(school).toBe(nearest);
    });
    expect(new Set(schools)).toContain('einrichtungen:gs-1');
    const others = schoolsIn({ ...city, catchments: [] }, ['einrichtungen:gs-1']).schools;
    expect(new Set(others)).not.toContain('einrichtungen:gs-1');
  });

  it('is the one of a Schulbezirk that lies over the others', () => {
    const over = { ...ufer!, id: 'bezirk:neu', liesOver: true, geometry: rectangle(0, 0, 200, 200) };
    const { schools, model } = schoolsIn({ ...city, catchments: [markt!, ufer!, over] as never });
    const corner = model.project([at(200, 200)]);
    schools.forEach((school, p) => {
      const isInside = model.points.x[p]! < corner.x[0]! && model.points.y[p]! < corner.y[0]!;
      if (isInside) expect(school).toBe('einrichtungen:gs-2');
    });
    expect(schools).toContain('einrichtungen:gs-1');
  });
});
