import { describe, expect, it } from 'vitest';
import { openDocument, type PlanDocument, type Signer } from '../../src/document/plan-document.ts';
import { problemOf } from '../plan/plan-fixtures.ts';
import { copyFor, documentWithKita, setCost, youth } from './document-fixtures.ts';

const day = (date: string, who: Partial<Signer> = {}): Signer => ({ ...youth, at: `${date}T10:00:00Z`, ...who });
const school = { author: 'Schulamt', department: 'schule' };

/** A plan in two hands; in `ours`, the school office changed the Kita on 1 May and 3 May, the youth office on 2 May. */
function scene() {
  const theirs = documentWithKita();
  const ours = copyFor(theirs);
  setCost(ours, 1, day('2026-05-01', school));
  setCost(ours, 2, day('2026-05-02'));
  setCost(ours, 3, day('2026-05-03', school));
  return { theirs, ours };
}

const cost = (document: PlanDocument) => document.plan.measures.k1!.costEuro;
const choice = (department: string | null, since: string) => ({ department, since: `${since}T00:00:00Z` });

describe('a file of changes', () => {
  it('holds a department’s changes since a day, with those of others that they stand on', () => {
    const { ours } = scene();
    expect(ours.countChanges(choice('schule', '2026-05-01'))).toEqual({ own: 2, others: 1 });
    expect(ours.countChanges(choice('schule', '2026-05-03'))).toEqual({ own: 1, others: 0 });
    expect(ours.countChanges(choice('jugend', '2026-05-01'))).toEqual({ own: 1, others: 1 });
    expect(ours.countChanges(choice(null, '2026-05-02'))).toEqual({ own: 2, others: 0 });
    // One department that signs by its name and by its id.
    expect(ours.countChanges({ ...choice('Schulverwaltung', '2026-05-01'), aliases: ['schule'] })).toEqual({
      own: 2,
      others: 1,
    });
    expect(ours.countChanges(choice('pflege', '2026-05-01'))).toEqual({ own: 0, others: 0 });
  });

  it('brings them to whoever has the plan as it was before, once and for all', () => {
    const { theirs, ours } = scene();
    const file = ours.saveChanges(choice('schule', '2026-05-01'));
    const report = theirs.merge(file, youth);
    expect(cost(theirs)).toBe(3);
    expect(report.entries.map(({ department }) => department)).toEqual(['schule', 'jugend', 'schule']);
    expect(theirs.heads).toEqual(ours.heads);
    expect(theirs.merge(file, youth).entries).toEqual([]);
  });

  it('lists what contradicts, as whole plans do', () => {
    const { theirs, ours } = scene();
    setCost(theirs, 9, day('2026-05-02', { author: 'Stadtplanung', department: null }));
    const { newConflicts } = theirs.merge(ours.saveChanges(choice(null, '2026-05-01')), youth);
    expect(newConflicts).toMatchObject([{ kind: 'field', collection: 'measures', id: 'k1', field: 'costEuro' }]);
  });

  it('is refused where changes before it are missing, and changes nothing', () => {
    const { theirs, ours } = scene();
    const before = theirs.heads;
    const found = problemOf(() => theirs.merge(ours.saveChanges(choice(null, '2026-05-03')), youth));
    expect(found).toMatchObject({ code: 'plan.changes-without-base', params: { since: '2026-05-03T00:00:00Z' } });
    expect(theirs.heads).toEqual(before);
    expect(cost(theirs)).toBeNull();
  });

  it('is refused by another plan, and where it is cut off or altered', () => {
    const { theirs, ours } = scene();
    const file = ours.saveChanges(choice(null, '2026-05-01'));
    const stranger = theirs.copyAt(theirs.heads, 'anders', 'Anders', youth);
    expect(problemOf(() => stranger.merge(file, youth)).code).toBe('plan.other-origin');
    expect(problemOf(() => theirs.merge(file.subarray(0, file.length - 20), youth)).code).toBe('plan.file-damaged');
    expect(problemOf(() => theirs.merge(file.subarray(0, 30), youth)).code).toBe('plan.file-damaged');
    const altered = file.slice();
    altered[file.length - 30]! ^= 0xff;
    expect(problemOf(() => theirs.merge(altered, youth)).code).toBe('plan.file-damaged');
    expect(problemOf(() => openDocument(file, youth)).code).toBe('plan.file-not-a-plan');
  });

  it('is much smaller than the plan', () => {
    const { ours } = scene();
    for (let i = 0; i < 600; i++) setCost(ours, 10 + i, day('2026-05-04'));
    setCost(ours, 999, day('2026-05-05', school));
    expect(ours.saveChanges(choice('schule', '2026-05-05')).length).toBeLessThan(ours.save().length / 4);
  });
});
