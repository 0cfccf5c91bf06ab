import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  binaryDecay,
  type Decay,
  gaussianDecay,
  gravityScores,
  stepDecay,
  threeStepScores,
  twoStepScores,
  unweightedTwoStepScores,
  type WeightedPairs,
} from '../../../src/engine/models/floating-catchment.ts';
import { describeWithShared, sharedPath } from '../../shared-folder.ts';

interface Cost {
  readonly point: number;
  readonly house: number;
  readonly cost: number;
}

function weigh(costs: readonly Cost[], decay: Decay): WeightedPairs {
  const kept = costs.map((c) => ({ ...c, weight: decay(c.cost) })).filter(({ weight }) => weight > 0);
  return {
    points: Uint32Array.from(kept, (c) => c.point),
    houses: Uint32Array.from(kept, (c) => c.house),
    weights: Float64Array.from(kept, (c) => c.weight),
  };
}

describe('floating catchment scores', () => {
  it('divides supply by everyone in the catchment and adds up what a point reaches (on paper)', () => {
    // House of 10 for points of 30 and 20, house of 6 for the second point alone: 10/50 and 10/50 + 6/20.
    const costs = [
      { point: 0, house: 0, cost: 1 },
      { point: 1, house: 0, cost: 2 },
      { point: 1, house: 1, cost: 1 },
    ];
    const scores = twoStepScores(Float64Array.of(30, 20), Float64Array.of(10, 6), weigh(costs, binaryDecay(2)));
    expect(scores[0]).toBeCloseTo(10 / 50, 12);
    expect(scores[1]).toBeCloseTo(10 / 50 + 6 / 20, 12);
  });

  it('gives 0, not NaN, where nobody competes or nothing is in reach', () => {
    const costs = [{ point: 0, house: 0, cost: 1 }];
    expect([...twoStepScores(Float64Array.of(0, 5), Float64Array.of(7), weigh(costs, binaryDecay(2)))]).toEqual([0, 0]);
  });

  it('are the same bits without weights as with weights of 1', () => {
    const costs = [0, 1, 2, 3, 4, 5, 6].flatMap((house) =>
      [0, 1, 2, 3, 4].filter((point) => (point * 3 + house * 5) % 4 !== 1).map((point) => ({ point, house, cost: 1 })),
    );
    const pairs = weigh(costs, binaryDecay(1));
    const demand = Float64Array.of(1 / 3, 0, 0.1, 7.7, 2 / 7);
    const supply = Float64Array.of(10, 0.3, 0, 1 / 9, 5, 2, 0.7);
    expect([...unweightedTwoStepScores(demand, supply, pairs)]).toEqual([...twoStepScores(demand, supply, pairs)]);
  });

  it('takes limits inclusively', () => {
    expect([binaryDecay(500)(500), binaryDecay(500)(500.1)]).toEqual([1, 0]);
    expect([stepDecay([500, 1000], [1, 0.5])(500), stepDecay([500, 1000], [1, 0.5])(1000)]).toEqual([1, 0.5]);
  });

  it('sums weighted supply for gravity', () => {
    const costs = [
      { point: 0, house: 0, cost: 1 },
      { point: 0, house: 1, cost: 2 },
    ];
    expect(gravityScores(1, Float64Array.of(4, 10), weigh(costs, stepDecay([1, 2], [1, 0.5])))[0]).toBe(4 + 10 * 0.5);
  });
});

describeWithShared('floating catchment scores against PySAL and R', () => {
  const folder = (file: string) => sharedPath('reference', 'fca-heidelberg', file);
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
  const demandRows = lines(readFileSync(folder('demand.csv'), 'utf8'));
  const supplyRows = lines(readFileSync(folder('supply.csv'), 'utf8'));
  const pointByNode = new Map(demandRows.map(([node], i) => [node!, i]));
  const houseByNode = new Map(supplyRows.map(([node], i) => [node!, i]));
  const demand = Float64Array.from(demandRows, (row) => row[1]!);
  const supply = Float64Array.from(supplyRows, (row) => row[1]!);
  const costs = lines(gunzipSync(readFileSync(folder('od_within_2500m.csv.gz'))).toString()).map(([o, d, cost]) => ({
    point: pointByNode.get(o!)!,
    house: houseByNode.get(d!)!,
    cost: cost!,
  }));
  const expected = lines(readFileSync(folder('expected.csv'), 'utf8'));
  const worstRelative = (scores: Float64Array, column: number) =>
    Math.max(
      ...expected.map((row) => {
        const own = scores[pointByNode.get(row[0]!)!]!;
        return row[column] === 0 ? Math.abs(own) : Math.abs(own - row[column]!) / Math.abs(row[column]!);
      }),
    );

  it.each([
    ['2SFCA within 1,000 m', 1, binaryDecay(1000), twoStepScores],
    ['E2SFCA in zones of 500, 1,000 and 1,500 m', 2, stepDecay([500, 1000, 1500], [1, 0.68, 0.22]), twoStepScores],
    ['E2SFCA with a Gaussian', 3, gaussianDecay(600, 1800), twoStepScores],
    ['3SFCA with a Gaussian', 4, gaussianDecay(600), threeStepScores],
  ] as const)('agrees to 1e-9 for %s', (_name, column, decay, compute) => {
    expect(expected.length).toBe(3000);
    expect(worstRelative(compute(demand, supply, weigh(costs, decay)), column)).toBeLessThanOrEqual(1e-9);
  });

  it('agrees on the hospital example in all four scenarios', () => {
    const tiny = JSON.parse(readFileSync(sharedPath('reference', 'fca-tiny', 'expected.json'), 'utf8')) as {
      hospital: {
        demand: number[];
        supply: number[];
        max_cost: number;
        scenarios: { cost_origin_dest: number[][]; pysal_2sfca: number[]; own_3sfca_G_within_catchment: number[] }[];
      };
    };
    const { hospital } = tiny;
    for (const scenario of hospital.scenarios) {
      const all = scenario.cost_origin_dest.flatMap((row, point) => row.map((cost, house) => ({ point, house, cost })));
      const pairs = weigh(all, (cost) => (cost <= hospital.max_cost ? 1 / cost : 0));
      const two = twoStepScores(Float64Array.from(hospital.demand), Float64Array.from(hospital.supply), pairs);
      const three = threeStepScores(Float64Array.from(hospital.demand), Float64Array.from(hospital.supply), pairs);
      scenario.pysal_2sfca.forEach((value, i) => expect(Math.abs(two[i]! - value) / value).toBeLessThan(1e-9));
      scenario.own_3sfca_G_within_catchment.forEach((value, i) =>
        expect(Math.abs(three[i]! - value) / value).toBeLessThan(1e-9),
      );
    }
  });
});
