import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../src/indicators/indicator.ts';
import { districtClass, limitsOf, MAP_MEASURES, shareOf } from '../../../src/questions/gap-map/gap-classes.ts';
import { kitaRow, rowOf } from '../../report/gap-fixtures.ts';

describe('the class of a district', () => {
  it('follows the measure: places of demand, rate of its target, else the share itself', () => {
    const row = kitaRow({ capacity: 80, demand: 100, supplyRate: 31, demandMet: 0.7, coverage: 0.9 });
    expect(shareOf(row, 'balance', 0.62)).toBe(0.8);
    // 31 places per 100 children of a target of 62.
    expect(shareOf(row, 'supply-rate', 0.62)).toBe(0.5);
    expect([shareOf(row, 'demand-met', 0.62), shareOf(row, 'coverage', 0.62)]).toEqual([0.7, 0.9]);
  });

  it('has each limit in the better class, and five classes', () => {
    const classes = [0, 49.9, 50, 79.9, 80, 99.9, 100, 109.9, 110, 500].map((capacity) =>
      districtClass(kitaRow({ capacity, demand: 100 }), 'balance', 0.62, 0),
    );
    expect(classes).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    const covered = [0.49, 0.5, 0.8, 0.9, 0.949, 0.95, 1].map((coverage) =>
      districtClass(kitaRow({ coverage }), 'coverage', null, 0),
    );
    expect(covered).toEqual([0, 1, 2, 3, 3, 4, 4]);
    expect([limitsOf('supply-rate'), limitsOf('coverage')]).toEqual([
      [0.5, 0.8, 1, 1.1],
      [0.5, 0.8, 0.9, 0.95],
    ]);
  });

  it('is not lost by the tail of a sum', () => {
    // 0.1 + 0.2 − 0.3 in floats is 5.6e-17, not 0.
    const capacity = 100 - (0.1 + 0.2 - 0.3) * 1e3;
    expect(capacity).toBeLessThan(100);
    expect(districtClass(kitaRow({ capacity, demand: 100 }), 'balance', 0.62, 0)).toBe(3);
  });

  it('is "keine Angabe" where a figure or the target is missing or nobody asks, and protected where few live', () => {
    expect(districtClass(rowOf({ persons: 500 }), 'balance', 0.62, 10)).toBe('unknown');
    expect(districtClass(kitaRow({ demand: 0 }), 'balance', 0.62, 10)).toBe('unknown');
    expect(districtClass(kitaRow(), 'supply-rate', null, 10)).toBe('unknown');
    expect(districtClass(kitaRow({ persons: 9 }), 'balance', 0.62, 10)).toBe('small');
    expect(districtClass(kitaRow({ persons: 10, capacity: 40, demand: 100 }), 'balance', 0.62, 10)).toBe(0);
  });

  it('can be asked for by the measures that a model defines, none for a mere count', () => {
    expect(MODELS.map((model) => [model, MAP_MEASURES[model][0] ?? null])).toEqual([
      ['allocation', 'balance'],
      ['catchment', 'balance'],
      ['balance', 'balance'],
      ['area', 'demand-met'],
      ['reach', 'coverage'],
      ['count', null],
    ]);
  });
});
