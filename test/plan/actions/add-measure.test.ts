import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { kita, measure, planWithKita, problemOf } from '../plan-fixtures.ts';

describe('adding a measure', () => {
  it('brings its offers with it', () => {
    const plan = planWithKita();
    expect(plan.measures.k1).toMatchObject({ kind: 'add', scenarioId: 'a', position: [9.18, 48.78] });
    expect(Object.values(plan.measureOffers).map((o) => [o.measureId, o.service, o.capacity])).toEqual([
      ['k1', 'kita-u3', 20],
      ['k1', 'kita-ue3', 40],
    ]);
  });

  it('may act on a house that a measure of the same scenario brings, not on one of another scenario', () => {
    const plan = planWithKita();
    addMeasure(plan, { measure: measure('c', { kind: 'close', houseId: 'k1', position: null }), offers: [] });
    expect(plan.measures.c?.houseId).toBe('k1');
    const other = measure('d', { scenarioId: 'b', kind: 'close', houseId: 'k1', position: null });
    expect(problemOf(() => addMeasure(plan, { measure: other, offers: [] }))).toMatchObject({
      code: 'plan.reference-unknown',
      params: { collection: 'measures', id: 'k1' },
    });
  });

  it('asks for an offer where one is built, enlarged or reopened', () => {
    expect(problemOf(() => addMeasure(planWithKita(), { ...kita('k2'), offers: [] }))).toMatchObject({
      code: 'plan.measure-without-offer',
      params: { kind: 'add' },
    });
  });
});
