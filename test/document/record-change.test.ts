import { describe, expect, it } from 'vitest';
import { recordChange, withChanges } from '../../src/document/record-change.ts';
import { addMeasure } from '../../src/plan/actions/add-measure.ts';
import { type ChangeObjectArgs, changeObject } from '../../src/plan/actions/change-object.ts';
import { renamePlan } from '../../src/plan/actions/rename-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { kita, planWithKita, problemOf } from '../plan/plan-fixtures.ts';

describe('recording what an action does', () => {
  it('reads off the fields with what they were and are', () => {
    const plan = planWithKita();
    const args: ChangeObjectArgs = { collection: 'measures', id: 'k1', fields: { costEuro: 5, position: [9, 48] } };
    const { changes, next } = recordChange(plan, changeObject, args);
    const at = { kind: 'set', collection: 'measures', id: 'k1' };
    expect(changes).toEqual([
      { ...at, field: 'costEuro', before: null, after: 5 },
      { ...at, field: 'position', before: [9.18, 48.78], after: [9, 48] },
    ]);
    expect(plan.measures.k1?.costEuro).toBeNull();
    expect(next.measures.k1?.costEuro).toBe(5);
    expect(next.scenarios).toBe(plan.scenarios);
    expect(withChanges(plan, changes)).toEqual(next);
  });

  it('takes an object as made, and nothing where all stays the same', () => {
    const plan = planWithKita();
    const { changes } = recordChange(plan, addMeasure, kita('k2'));
    expect(changes.map((change) => [change.kind, change.collection, change.id])).toEqual([
      ['create', 'measures', 'k2'],
      ['create', 'measureOffers', 'k2-u3'],
      ['create', 'measureOffers', 'k2-ue3'],
    ]);
    const same: ChangeObjectArgs = {
      collection: 'measures',
      id: 'k1',
      fields: { costEuro: null, position: [9.18, 48.78] },
    };
    expect(recordChange(plan, changeObject, same).changes).toEqual([]);
  });

  it('knows the header', () => {
    const { changes } = recordChange(planWithKita(), renamePlan, { name: 'Neu', description: '' });
    expect(changes).toEqual([
      { kind: 'set', collection: 'header', id: '', field: 'name', before: 'Kitas West', after: 'Neu' },
    ]);
  });

  it('leaves nothing behind when the action refuses half way', () => {
    const plan = planWithKita();
    const before = structuredClone(plan);
    const reversed = kita('k2', { from: '2030-01-01', to: '2029-01-01' });
    expect(problemOf(() => recordChange(plan, addMeasure, reversed)).code).toBe('plan.dates-reversed');
    expect(plan).toEqual(before);
  });

  it('stops an action that deletes', () => {
    const deletes = (draft: Plan) => {
      delete draft.measures.k1;
    };
    expect(() => recordChange(planWithKita(), deletes, null)).toThrow('never deleted');
  });
});
