import '@automerge/automerge';
import * as A from '@automerge/automerge/slim';
import { describe, expect, it } from 'vitest';
import { decodePlan, encodePlan, type PlanDoc } from '../../src/document/stored-plan.ts';
import { momentOf, secondsOf, writeChanges } from '../../src/document/write-changes.ts';
import { planWithKita } from '../plan/plan-fixtures.ts';
import { changed, planner } from './document-fixtures.ts';

describe('writing changes', () => {
  it('makes one signed change of them all', () => {
    const doc = A.from(encodePlan(planWithKita()) as unknown as Record<string, unknown>) as unknown as PlanDoc;
    const at = { kind: 'set', collection: 'measures', id: 'k1' } as const;
    const next = writeChanges(
      doc,
      [
        { ...at, field: 'costEuro', before: null, after: 3 },
        { ...at, field: 'position', before: null, after: [9, 48] },
      ],
      { ...planner, label: changed('k1') },
    );
    const metas = A.getChangesMetaSince(next, A.getHeads(doc));
    expect(metas.map(({ time }) => time)).toEqual([Date.UTC(2026, 2, 2, 9) / 1000]);
    // Two scalars are two operations: a list is not taken apart.
    expect(metas[0]!.maxOp - metas[0]!.startOp + 1).toBe(2);
    expect((decodePlan(next) as { measures: unknown }).measures).toMatchObject({
      k1: { costEuro: 3, position: [9, 48] },
    });
  });

  it('keeps moments to the second', () => {
    expect(momentOf(secondsOf('2026-03-02T09:00:59.999Z'))).toBe('2026-03-02T09:00:59Z');
  });
});
