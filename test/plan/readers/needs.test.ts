import { describe, expect, it } from 'vitest';
import { addNeed } from '../../../src/plan/actions/add-need.ts';
import { addObject } from '../../../src/plan/actions/add-object.ts';
import { fileOfNeed, isOverdue } from '../../../src/plan/readers/needs.ts';
import { NOON, need, smallPlan } from '../plan-fixtures.ts';

describe('the file of a need', () => {
  it('holds its record, statements and attachments, not those of others', () => {
    const plan = smallPlan();
    for (const id of ['n1', 'n2']) addNeed(plan, { need: need(id), at: NOON, by: 'x' });
    const support = { departmentId: 'schule', kind: 'objects', sentence: 'zu laut', at: NOON, by: 'y' } as const;
    addObject(plan, { collection: 'supports', object: { ...support, id: 's', needId: 'n1' } });
    expect(fileOfNeed(plan, 'n1').supports.map(({ sentence }) => sentence)).toEqual(['zu laut']);
    expect(fileOfNeed(plan, 'n2')).toMatchObject({ supports: [], attachments: [], versions: [], answers: [] });
    expect(fileOfNeed(plan, 'n2').steps.map(({ id }) => id)).toEqual(['n2.reported']);
  });
});

describe('a need is overdue', () => {
  it('when its day has passed and nothing closed it', () => {
    const due = (status: 'reported' | 'implemented' | 'rejected' | 'deferred', neededBy: string | null) =>
      isOverdue({ status, neededBy }, '2026-06-01');
    expect(due('reported', '2026-05-31')).toBe(true);
    expect(due('deferred', '2026-05-31')).toBe(true);
    expect(due('reported', '2026-06-01')).toBe(false);
    expect(due('reported', null)).toBe(false);
    expect(due('implemented', '2026-05-31')).toBe(false);
    expect(due('rejected', '2026-05-31')).toBe(false);
  });
});
