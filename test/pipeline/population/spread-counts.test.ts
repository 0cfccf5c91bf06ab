import { describe, expect, it } from 'vitest';
import { spreadCounts } from '../../../src/pipeline/population/spread-counts.ts';

const CHILDREN = { from: 0, to: 10 };
const OTHERS = { from: 10, to: null };
const weigh = (...weights: number[]) => weights.map((weight) => ({ weight, groups: {} }));

describe('spreading counts over cells', () => {
  it('splits every band by the cells’ weights; the cell’s total is the sum', () => {
    // 30 children and 70 others over 1 : 3.
    expect(spreadCounts({ total: 100, persons: [30, 70] }, [CHILDREN, OTHERS], weigh(1, 3))).toEqual([
      { total: 25_000, persons: [7_500, 17_500] },
      { total: 75_000, persons: [22_500, 52_500] },
    ]);
  });

  it('keeps people of unknown age in the total: 10 children of 100 leave 90', () => {
    expect(spreadCounts({ total: 100, persons: [10] }, [CHILDREN], weigh(1, 1))).toEqual([
      { total: 50_000, persons: [5_000] },
      { total: 50_000, persons: [5_000] },
    ]);
  });

  it('keeps to thousandths that add up: 1 person over three cells', () => {
    const parts = spreadCounts({ total: 1, persons: [1] }, [{ from: 0, to: null }], weigh(1, 1, 1));
    expect(parts.map(({ total }) => total)).toEqual([334, 333, 333]);
  });

  it('keeps missing figures missing and spreads the others', () => {
    expect(spreadCounts({ total: 10, persons: [null, 4] }, [CHILDREN, OTHERS], weigh(1, 1))).toEqual([
      { total: 5_000, persons: [null, 2_000] },
      { total: 5_000, persons: [null, 2_000] },
    ]);
    expect(spreadCounts({ total: null, persons: [4] }, [CHILDREN], weigh(1, 1))).toEqual([
      { total: null, persons: [2_000] },
      { total: null, persons: [2_000] },
    ]);
  });

  it('keeps both figures where bands exceed the total', () => {
    expect(spreadCounts({ total: 4, persons: [6] }, [CHILDREN], weigh(1, 1))).toEqual([
      { total: 2_000, persons: [3_000] },
      { total: 2_000, persons: [3_000] },
    ]);
  });

  it('spreads a band by the cells’ own figures of the group that holds it', () => {
    const cells = [
      { weight: 50_000, groups: { '0-10': 9_000 } },
      { weight: 50_000, groups: { '0-10': 1_000 } },
    ];
    const parts = spreadCounts({ total: 100, persons: [20, 80] }, [CHILDREN, OTHERS], cells, [CHILDREN]);
    expect(parts.map(({ persons }) => persons)).toEqual([
      [18_000, 40_000],
      [2_000, 40_000],
    ]);
  });

  it('gives a cell without a figure of the group the average share of the others', () => {
    // The first two cells have 10 + 10 children among 100, so the third, with 50 people, weighs 10 too.
    const cells = [
      { weight: 40_000, groups: { '0-10': 10_000 } },
      { weight: 60_000, groups: { '0-10': 10_000 } },
      { weight: 50_000, groups: {} },
    ];
    const parts = spreadCounts({ total: null, persons: [3] }, [CHILDREN], cells, [CHILDREN]);
    expect(parts.map(({ persons }) => persons)).toEqual([[1_000], [1_000], [1_000]]);
  });
});
