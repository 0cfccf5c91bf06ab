import '@automerge/automerge';
import * as A from '@automerge/automerge/slim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeField, decodePlan, encodeField, encodePlan } from '../../src/document/stored-plan.ts';
import { planWithKita } from '../plan/plan-fixtures.ts';

describe('the plan in its document', () => {
  it('comes back as it went in', () => {
    const plan = planWithKita();
    const doc = A.change(A.init<Record<string, unknown>>(), (draft) => {
      Object.assign(draft, encodePlan(plan));
    });
    expect(decodePlan(A.load(A.save(doc)))).toEqual(plan);
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
