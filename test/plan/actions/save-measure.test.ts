import { describe, expect, it } from 'vitest';
import { addMeasure } from '../../../src/plan/actions/add-measure.ts';
import { saveMeasure } from '../../../src/plan/actions/save-measure.ts';
import { kita, measure, NOON, planWithKita, problemOf, smallPlan } from '../plan-fixtures.ts';

const signed = { at: NOON, by: 'Jugendamt' };
const u3 = (capacity: number) => ({ id: 'k1-u3', service: 'kita-u3' as const, form: 'Krippe', capacity, groups: 2 });

describe('saving a measure from a form', () => {
  it('adds one that is new', () => {
    const plan = smallPlan();
    saveMeasure(plan, { ...kita('k1'), ...signed });
    expect(plan.measures.k1?.name).toBe('Kita k1');
    expect(Object.keys(plan.measureOffers)).toEqual(['k1-u3', 'k1-ue3']);
  });

  it('changes what is said of one that is there; its kind and scenario stay', () => {
    const plan = planWithKita();
    const changed = measure('k1', { name: 'Kita am Bach', from: '2031-09-01', kind: 'close', scenarioId: 'b' });
    saveMeasure(plan, { measure: changed, offers: kita('k1').offers, ...signed });
    expect(plan.measures.k1).toMatchObject({ name: 'Kita am Bach', from: '2031-09-01', kind: 'add', scenarioId: 'a' });
  });

  it('takes out offers that are no longer given, signed, and brings them back when they are given again', () => {
    const plan = planWithKita();
    saveMeasure(plan, { measure: measure('k1'), offers: [u3(30)], ...signed });
    expect(plan.measureOffers['k1-u3']).toMatchObject({ capacity: 30, removed: null });
    expect(plan.measureOffers['k1-ue3']).toMatchObject({ capacity: 40, removed: { ...signed, why: null } });
    saveMeasure(plan, { ...kita('k1'), ...signed });
    expect(plan.measureOffers['k1-ue3']?.removed).toBeNull();
    expect(plan.measureOffers['k1-u3']?.capacity).toBe(20);
  });

  it('adds an offer that is new to it', () => {
    const plan = planWithKita();
    const hort = { id: 'k1-hort', service: 'ganztag' as const, form: null, capacity: 25, groups: null };
    saveMeasure(plan, { measure: measure('k1'), offers: [...kita('k1').offers, hort], ...signed });
    expect(plan.measureOffers['k1-hort']).toMatchObject({ measureId: 'k1', capacity: 25, removed: null });
  });

  it('is refused without an offer where one is built, and for a need that is not there', () => {
    expect(
      problemOf(() => saveMeasure(planWithKita(), { measure: measure('k1'), offers: [], ...signed })),
    ).toMatchObject({
      code: 'plan.measure-without-offer',
      params: { kind: 'add' },
    });
    const needed = measure('k1', { needId: 'gone' });
    expect(problemOf(() => saveMeasure(planWithKita(), { ...kita('k1'), measure: needed, ...signed })).code).toBe(
      'plan.reference-unknown',
    );
  });

  it('is refused, new or changed, for a house that another scenario brings, or itself', () => {
    const plan = planWithKita();
    addMeasure(plan, kita('other', { scenarioId: 'b' }));
    const closing = { kind: 'close', position: null, houseId: 'other' } as const;
    const refused = { code: 'plan.reference-unknown', params: { collection: 'measures', id: 'other' } };
    const save = (change: Partial<Parameters<typeof measure>[1]>) =>
      problemOf(() => saveMeasure(plan, { measure: measure('c', { ...closing, ...change }), offers: [], ...signed }));
    expect(save({})).toMatchObject(refused);
    saveMeasure(plan, { measure: measure('c', { ...closing, houseId: 'k1' }), offers: [], ...signed });
    expect(save({})).toMatchObject(refused);
    // The scenario that a form states does not move the measure there.
    expect(save({ scenarioId: 'b' })).toMatchObject(refused);
    expect(save({ houseId: 'c' })).toMatchObject({ code: 'plan.reference-unknown' });
    expect(plan.measures.c).toMatchObject({ scenarioId: 'a', houseId: 'k1' });
  });
});
