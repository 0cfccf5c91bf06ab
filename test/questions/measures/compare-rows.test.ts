import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { partsOfScenario } from '../../../src/plan/readers/scenario-parts.ts';
import {
  changedRows,
  cityRow,
  compareRows,
  costOfService,
  rowsAtLevel,
} from '../../../src/questions/measures/compare-rows.ts';
import { kita, smallPlan } from '../../plan/plan-fixtures.ts';
import { indicatorOf, kitaRow, resultOf } from '../../report/gap-fixtures.ts';

const district = (name: string, capacity: number | null, missing: number | null) =>
  kitaRow({ id: name, name, level: 1, capacity, missing, balance: capacity === null ? null : capacity - 100 });
const result = (...districts: ReturnType<typeof district>[]) =>
  resultOf(indicatorOf('kita-u3'), { levels: [[kitaRow({ capacity: 200, missing: 50, balance: -20 })], districts] });

describe('two scenarios side by side', () => {
  const one = result(district('Mitte', 90, 10), district('Nord', null, 5), district('Süd', 60, 40));
  const other = result(district('Mitte', 70, 32), district('Nord', 50, 5), district('West', 1, 1));

  it('differ by places and balance, first minus other, and by what the first closes', () => {
    expect(compareRows(one, other, 1)).toEqual([
      // 90 − 70 places, −10 − (−30) balance, 32 − 10 closed.
      { id: 'Mitte', name: 'Mitte', level: 1, capacity: 20, balance: 20, closed: 22 },
      { id: 'Nord', name: 'Nord', level: 1, capacity: null, balance: null, closed: 0 },
    ]);
    expect(cityRow({ one, other })).toMatchObject({ level: 0, capacity: 0, closed: 0 });
  });

  it('are compared on their smallest level where they lack the one asked for', () => {
    expect(rowsAtLevel({ one, other }, 2).map(({ name }) => name)).toEqual(['Mitte', 'Nord']);
    expect(rowsAtLevel({ one, other }, 0)).toHaveLength(1);
  });

  it('show what differs by half a unit, the largest change of missing places first', () => {
    const row = (name: string, closed: number | null, capacity = 0) => ({
      id: name,
      name,
      level: 1,
      closed,
      capacity,
      balance: 0,
    });
    const rows = [row('a', 0.4), row('b', -3), row('c', 2), row('d', null, 0.5), row('e', -2)];
    expect(changedRows(rows).map(({ name }) => name)).toEqual(['b', 'c', 'e', 'd']);
  });
});

describe('the cost of a service', () => {
  it('counts whole measures that are there in the year, and is not stated if one of them is not', () => {
    const plan = smallPlan();
    addMeasure(plan, kita('k1', { costEuro: 4_000_000, from: '2029-09-01' }));
    addMeasure(plan, kita('k2', { costEuro: 3_000_000, from: '2032-01-01' }));
    addMeasure(plan, kita('k3', { costEuro: null, from: '2033-01-01' }));
    addMeasure(plan, kita('k4', { costEuro: null, status: 'dropped' }));
    const parts = partsOfScenario(plan, 'a');
    const costs = [2028, 2029, 2031, 2032, 2033].map((year) => costOfService(parts, 'kita-u3', year));
    expect(costs).toEqual([0, 4_000_000, 4_000_000, 7_000_000, null]);
    expect(costOfService(parts, 'pflege', 2033)).toBe(0);
  });
});
