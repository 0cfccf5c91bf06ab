import { describe, expect, it } from 'vitest';
import { checkCity } from '../../../src/city/check/check-city.ts';
import type { CityContent } from '../../../src/city/types.ts';
import { writeCity } from '../../../src/city/write-city.ts';
import { generateDemoCity } from '../../../src/pipeline/demo/generate-demo-city.ts';
import { ProblemError } from '../../../src/shared/problem.ts';
import { demoCity, silent } from './demo-cities.ts';

const TOWN = 0.05;

/** The edition is a hash over all files of the package. */
const editionOf = async (city: CityContent) => (await writeCity(city)).manifest.edition;

describe('generateDemoCity', () => {
  it('gives the same bytes for the same seed and others for another seed', async () => {
    const first = await editionOf(demoCity(TOWN));
    expect(await editionOf(generateDemoCity({ scale: TOWN, seed: 1 }, silent))).toBe(first);
    expect(await editionOf(demoCity(TOWN, 2))).not.toBe(first);
  });

  it('passes the checks of a real city', () => checkCity(demoCity(TOWN)));

  it.each([2, 3, 4, 5])('passes the checks with seed %i', (seed) => {
    const city = demoCity(TOWN, seed);
    checkCity(city);
    expect(Math.abs(inhabitants(city) / 30_000 - 1)).toBeLessThan(0.01);
  });

  it('makes a valid village of 3,000', async () => {
    const village = demoCity(0.005);
    checkCity(village);
    await writeCity(village);
    expect(Math.abs(inhabitants(village) - 3000)).toBeLessThan(60);
    expect(village.districts.filter((d) => d.level === 1).length).toBeGreaterThan(0);
    expect(village.houses.some((h) => h.offers.some((o) => o.service === 'grundschule'))).toBe(true);
  });

  it('refuses a scale smaller than a village', () => {
    expect(() => generateDemoCity({ scale: 0.001 }, silent)).toThrow(ProblemError);
  });

  it('stops when asked to', () => {
    const controller = new AbortController();
    controller.abort();
    expect(() => generateDemoCity({ scale: 0.005 }, { ...silent, signal: controller.signal })).toThrow();
  });

  it('says everywhere that it is invented', () => {
    const city = demoCity(TOWN);
    expect(city.identity.invented).toBe(true);
    expect(city.sources.every((s) => s.attribution.includes('erfunden'))).toBe(true);
    expect(city.sources.every((s) => s.licence.startsWith('CC0') && s.name.includes('Erfunden'))).toBe(true);
    expect(city.notes.some((n) => n.code === 'pipeline.demo.invented')).toBe(true);
  });

  it('names its objects demo:<kind>-<n>, each once', () => {
    const city = demoCity(TOWN);
    const ids = [
      ...city.districts,
      ...city.population,
      ...city.houses,
      ...city.catchments,
      ...city.context,
      ...city.supplyAreas,
      ...city.sites,
      ...city.plots,
    ].map((item) => item.id);
    expect(ids.filter((id) => !/^demo:[a-z]+(-m?\d+)+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function inhabitants(city: CityContent): number {
  return city.population.reduce((sum, point) => sum + (point.outside ? 0 : (point.total ?? 0)), 0);
}
