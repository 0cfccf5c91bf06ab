import { describe, expect, it } from 'vitest';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

describe('a city prepared for questions', () => {
  it('numbers districts by level, the city itself first, and leaves out what lies outside', () => {
    const model = createCityModel(tinyCity());
    expect(model.districts.map(({ level, ids }) => [level, ids])).toEqual([
      [0, ['zehnblock']],
      [1, ['amt:1', 'amt:2']],
      [2, ['amt:11', 'amt:12', 'amt:21', 'amt:22']],
    ]);
    // Block (0, 0) is the first point, the four points outside come last of the package's 104.
    expect(model.points.districtOf.map((numbers) => numbers[0])).toEqual([0, 0, 0]);
    expect(model.points.packageCount).toBe(100 + 4);
    expect(model.points.districtOf.map((numbers) => numbers[103])).toEqual([-1, -1, -1]);
  });

  it('uses the network of another scenario again, but only that of the same city and profile', () => {
    const city = tinyCity();
    const base = createCityModel(city);
    const scenario = { ...city, houses: city.houses.slice(1) };
    const again = createCityModel(scenario, 'all', base);
    expect(again.graph).toBe(base.graph);
    expect(again.attach(base.points.x, base.points.y)).toEqual(base.attach(base.points.x, base.points.y));
    expect(createCityModel(scenario, 'step-free', base).graph).not.toBe(base.graph);
    expect(createCityModel({ ...scenario, network: null }, 'all', base).graph).toBeNull();
  });

  it('knows how far points are from the border where nothing is known beyond it', () => {
    const city = tinyCity();
    const alone = {
      ...city,
      population: city.population.filter(({ outside }) => !outside),
      houses: city.houses.filter(({ outside }) => !outside),
    };
    const { borderMeters } = createCityModel(alone);
    // Block (0, 0) is 50 m from the edge of the town, block (4, 4) 450 m.
    expect(borderMeters[0]).toBeCloseTo(50, 0);
    expect(borderMeters[44]).toBeCloseTo(450, 0);
    expect(createCityModel(city).borderMeters[0]).toBe(Infinity);
  });
});
