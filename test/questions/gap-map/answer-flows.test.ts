import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { answerFlows } from '../../../src/questions/gap-map/answer-flows.ts';
import { computeGaps } from '../../../src/questions/gaps/compute-gaps.ts';
import { interiorPoint } from '../../../src/shared/geometry/interior-point.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { pointOf, prepare, questionOf, townOf } from './small-town.ts';

function flowsOf(city: CityContent, level: number, district: string | null, service: 'kita-u3' | 'pflege' = 'kita-u3') {
  const { model, reach } = prepare(city);
  return answerFlows(model, reach, questionOf(service, service === 'pflege' ? null : 1500), level, district);
}

const kita = (key: string, x: number, y: number, places: number | null) =>
  house(key, key, x, y, [offer('kita-u3', places)]);

/** 10 children in West-Süd, 30 in Ost-Süd; the house in West (with no figures beside it) has 25 places, that in Ost 8. */
const TOWN = townOf(
  [pointOf(450, 50, 10), pointOf(550, 50, 30)],
  [kita('unstated', 460, 50, null), kita('west', 450, 60, 25), kita('ost', 560, 50, 8)],
);

describe('flows between districts', () => {
  it('say who uses whose places: 8 of Ost stay there, 15 go to the 25 − 10 places in West', () => {
    const { flows, level } = flowsOf(TOWN, 1, null);
    expect(level).toBe(1);
    expect(flows).toEqual([
      { from: 'amt:1', to: 'amt:1', amount: 10 },
      { from: 'amt:2', to: 'amt:1', amount: 15 },
      { from: 'amt:2', to: 'amt:2', amount: 8 },
    ]);
  });

  it('end in no district where the house lies in none', () => {
    const house = kita('west', 450, 60, 25);
    const town = { ...TOWN, houses: [{ ...house, districts: [null, null] }] };
    expect(flowsOf(town, 2, null).flows).toEqual([
      { from: 'amt:11', to: null, amount: 10 },
      { from: 'amt:21', to: null, amount: 15 },
    ]);
    expect(flowsOf(town, 2, 'amt:11').lines.features).toEqual([]);
  });

  it('are drawn for the selected district from the middle of one to the middle of the other', () => {
    const [west, ost] = tinyCity()
      .districts.filter(({ level }) => level === 1)
      .map(({ geometry }) => [...interiorPoint(geometry)]);
    const line = (direction: 'in' | 'out') => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [ost, west] },
      properties: { amount: 15, direction },
    });
    expect(flowsOf(TOWN, 1, 'amt:1').lines.features).toEqual([line('in')]);
    expect(flowsOf(TOWN, 1, 'amt:2').lines.features).toEqual([line('out')]);
    expect(flowsOf(TOWN, 1, null).lines.features).toEqual([]);
  });

  it('do not exist for a model without allocation, nor for a level that the city does not have', () => {
    expect(flowsOf(tinyCity(), 1, 'amt:1', 'pflege').flows).toEqual([]);
    expect(() => flowsOf(TOWN, 3, null)).toThrow('gap.level-unknown');
  });

  it('out of a district add up to what is served of it, on every level of random towns', () => {
    const towns = fc.record({
      children: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 10 }),
      places: fc.array(fc.option(fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(towns, ({ children, places }) => {
        const city = townOf(
          children.map((count, i) => pointOf(50 + 100 * i, i % 2 === 0 ? 150 : 750, count)),
          places.map((count, i) => kita(`k${i}`, 30 + 190 * i, i % 2 === 0 ? 150 : 850, count)),
        );
        const { model, reach } = prepare(city);
        const question = questionOf('kita-u3', 400);
        const { levels } = computeGaps(model, reach, question.indicator, question.request).result;
        for (const level of [0, 1, 2]) {
          const { flows } = answerFlows(model, reach, question, level, null);
          for (const row of levels[level]!) {
            const out = flows.filter(({ from }) => from === row.id).reduce((sum, { amount }) => sum + amount, 0);
            expect(out).toBeCloseTo(row.served ?? 0, 6);
          }
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
