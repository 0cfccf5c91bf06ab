import '@automerge/automerge';
import * as A from '@automerge/automerge/slim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeField,
  decodePlan,
  encodeField,
  encodePlan,
  type PlanDoc,
  rereadObjects,
} from '../../src/document/stored-plan.ts';
import { planWithKita } from '../plan/plan-fixtures.ts';

describe('the plan in its document', () => {
  it('comes back as it went in', () => {
    const plan = planWithKita();
    const doc = A.change(A.init<Record<string, unknown>>(), (draft) => {
      Object.assign(draft, encodePlan(plan));
    });
    expect(decodePlan(A.load(A.save(doc)))).toEqual(plan);
  });

  it('is read anew only where something changed', () => {
    const plan = planWithKita();
    const stored = A.from(encodePlan(plan) as unknown as Record<string, unknown>) as unknown as PlanDoc;
    const changed = A.change(stored, (draft) => {
      draft.measures.k1!.costEuro = 5;
      draft.header.name = new A.ImmutableString('Neu');
      delete draft.measureOffers['k1-u3'];
    });
    const next = rereadObjects(plan, changed, [
      { collection: 'measures', id: 'k1', field: 'costEuro' },
      { collection: 'header', id: '', field: 'name' },
      { collection: 'measureOffers', id: 'k1-u3', field: 'id' },
    ]);
    expect(next).toEqual(decodePlan(changed));
    expect(next.scenarios).toBe(plan.scenarios);
    expect(plan.measures.k1?.costEuro).toBeNull();
  });

  it('keeps every field as one value, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const stored = encodeField(value);
        const scalar = stored === null || typeof stored !== 'object' || A.isImmutableString(stored);
        return scalar && JSON.stringify(decodeField(stored)) === JSON.stringify(value);
      }),
    );
  });

  it('does not take a text for JSON that begins with its mark', () => {
    expect(decodeField(encodeField('\u001e[1]'))).toBe('\u001e[1]');
    expect(decodeField(encodeField([1]))).toEqual([1]);
    expect(decodeField(encodeField(new Uint8Array([7])))).toEqual(new Uint8Array([7]));
  });
});
