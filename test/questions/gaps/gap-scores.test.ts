import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { meanByDistrict, pointScores, SCORE_MEASURES } from '../../../src/questions/gaps/gap-scores.ts';
import { at, house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { ask } from './ask.ts';

/**
 * Two places where children live on the street y = 400 of Zehnblock, 20 m off it and 300 m apart, each with a Kita across the street: 20 m
 * to their own, about 320 m to the other.
 */
function twoBlocks(): CityContent {
  const city = tinyCity();
  const of = (id: string, x: number, children: number) => {
    const point = city.population.find((p) => p.id === id)!;
    return { ...point, position: at(x, 420), total: children, persons: [children, 0, 0, 0, 0, 0] };
  };
  return {
    ...city,
    forecast: null,
    sites: [],
    districtFigures: [],
    population: [of('grid:1-4', 150, 30), of('grid:4-4', 450, 20)],
    houses: [
      house('near', 'Kita', 150, 400, [offer('kita-u3', 12)]),
      house('far', 'Kita', 450, 400, [offer('kita-u3', 6)]),
    ],
  };
}

const LIMIT = { limitMeters: 600 };

describe('accessibility scores', () => {
  const full = {
    rate: { value: 1, low: null, high: null, basis: 'practice', source: null, city: null, remark: null },
  } as const;
  const details = ask(twoBlocks(), 'kita-u3', LIMIT, full);

  it('know the distances of the two places', () => {
    expect([...details.pairs!.decimeters].map((dm) => Math.round(dm / 100)).sort((a, b) => a - b)).toEqual([
      2, 2, 32, 32,
    ]);
  });

  it('divide places by everyone within the limit (2SFCA)', () => {
    // Both Kitas are within 600 m of all 50 children: 12 / 50 + 6 / 50 for both places.
    const scores = pointScores(details, '2sfca')!;
    expect(scores[0]).toBeCloseTo(18 / 50, 12);
    expect(scores[1]).toBeCloseTo(18 / 50, 12);
  });

  it('weigh by thirds of the limit (E2SFCA): 20 m counts 1, 320 m 0.68', () => {
    const near = 12 / (30 + 0.68 * 20);
    const far = 6 / (20 + 0.68 * 30);
    const scores = pointScores(details, 'e2sfca')!;
    expect(scores[0]).toBeCloseTo(near + 0.68 * far, 12);
    expect(scores[1]).toBeCloseTo(far + 0.68 * near, 12);
  });

  it('let people divide themselves among the Kitas (3SFCA)', () => {
    const own = 1 / 1.68;
    const other = 0.68 / 1.68;
    const near = 12 / (own * 30 + other * 0.68 * 20);
    const far = 6 / (own * 20 + other * 0.68 * 30);
    expect(pointScores(details, '3sfca')![0]).toBeCloseTo(own * near + other * 0.68 * far, 12);
  });

  it('sum places weighted by a bell curve of half the limit (gravity)', () => {
    const { points, houses, decimeters } = details.pairs!;
    const bell = (house: number) => {
      const meters = decimeters[[...points].findIndex((point, e) => point === 0 && houses[e] === house)]! / 10;
      return Math.exp(-(meters ** 2) / (2 * 300 ** 2));
    };
    expect(pointScores(details, 'gravity')![0]).toBeCloseTo(12 * bell(0) + 6 * bell(1), 12);
    expect(bell(1)).toBeCloseTo(Math.exp(-(320 ** 2) / (2 * 300 ** 2)), 2);
  });

  it('are keine Angabe, never 0, without places, without demand, and for another model', () => {
    const bare = { ...twoBlocks(), houses: [house('x', 'Kita', 150, 400, [offer('kita-u3', null)])] };
    const toBeSet = { rate: { ...full.rate, value: null } };
    for (const measure of SCORE_MEASURES) {
      expect(pointScores(ask(bare, 'kita-u3', LIMIT), measure)).toBeNull();
      const noDemand = pointScores(ask(twoBlocks(), 'kita-u3', LIMIT, toBeSet), measure);
      expect(noDemand === null).toBe(measure !== 'gravity');
      expect(pointScores(ask(tinyCity(), 'spielplatz-0-6'), measure)).toBeNull();
    }
    expect(pointScores(ask(tinyCity(), 'gruen-nah'), '3sfca')).toBeNull();
  });

  it('are averaged over the persons of a district; points without figures are left out', () => {
    const scores = Float64Array.of(1, 2, Number.NaN, 9, 5);
    const persons = Float64Array.of(10, 30, 7, Number.NaN, 0);
    const districtOf = Int32Array.of(0, 0, 0, 0, 1);
    expect(meanByDistrict(scores, persons, districtOf, 2)).toEqual([(1 * 10 + 2 * 30) / 40, null]);
    const unknown = { ...twoBlocks(), population: tinyCity().population };
    const values = pointScores(ask(unknown, 'kita-u3', LIMIT), '2sfca')!;
    expect([...values].filter((value) => Number.isNaN(value))).toHaveLength(1);
  });
});
