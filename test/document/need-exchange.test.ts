import { describe, expect, it } from 'vitest';
import type { PlanDocument, Signer } from '../../src/document/plan-document.ts';
import { amendNeed } from '../../src/plan/actions/amend-need.ts';
import { removeObject } from '../../src/plan/actions/remove-object.ts';
import { reportNeed } from '../../src/plan/actions/report-need.ts';
import { unknownDepartments } from '../../src/plan/readers/unknown-departments.ts';
import { NOON, need } from '../plan/plan-fixtures.ts';
import { copyFor, documentWithKita, planner, youth } from './document-fixtures.ts';

const school: Signer = { author: 'Schulamt', department: 'schule', at: '2026-05-02T10:00:00Z' };
const label = { code: 'change.changed', params: { collection: 'needs', name: 'Jugendraum' } } as const;
const since = { department: null, since: '2026-03-01T00:00:00Z' };

const report = (document: PlanDocument, id: string, departmentId: string, who: Signer) =>
  document.apply(
    reportNeed,
    { need: need(id, { departmentId, reason: 'Kein Raum' }), at: NOON, by: who.author, attachments: [] },
    { ...who, label },
  );

/** All that a need says, as the form hands it over, with one wording changed. */
function amend(document: PlanDocument, change: { quantity?: number; reason?: string }, who: Signer): void {
  const { id, circle, departmentId, status, ...content } = document.plan.needs.n!;
  const args = { id, versionId: `v-${who.author}`, fields: { ...content, ...change }, at: NOON, by: who.author };
  document.apply(amendNeed, { ...args, reason: 'Fortschreibung' }, { ...who, label });
}

describe('needs in exchanged files of changes', () => {
  it('amended by two departments at once: both wordings are listed, and what both replaced stays readable', () => {
    const ours = documentWithKita();
    report(ours, 'n', 'jugend', youth);
    const theirs = copyFor(ours);
    amend(ours, { quantity: 60 }, youth);
    amend(theirs, { quantity: 75 }, school);
    const { newConflicts } = ours.merge(theirs.saveChanges(since), planner);
    expect(newConflicts).toHaveLength(1);
    const [conflict] = newConflicts;
    expect(conflict).toMatchObject({ kind: 'field', collection: 'needs', id: 'n', field: 'quantity' });
    const values = conflict!.kind === 'removal' ? [] : [conflict!.shown, ...conflict!.others];
    expect(values.map(({ value, department }) => [department, value]).sort()).toEqual([
      ['jugend', 60],
      ['schule', 75],
    ]);
    const versions = Object.values(ours.plan.needVersions);
    expect(versions.map(({ content }) => content.quantity)).toEqual([40, 40]);
  });

  it('amended in different respects: nothing contradicts, and both stand', () => {
    const ours = documentWithKita();
    report(ours, 'n', 'jugend', youth);
    const theirs = copyFor(ours);
    amend(ours, { quantity: 60 }, youth);
    amend(theirs, { reason: 'Der Jugendrat bittet darum' }, school);
    expect(ours.merge(theirs.saveChanges(since), planner).newConflicts).toEqual([]);
    expect(ours.plan.needs.n).toMatchObject({ quantity: 60, reason: 'Der Jugendrat bittet darum' });
  });

  it('of a department that the plan no longer holds are kept, and said to be so', () => {
    const ours = documentWithKita();
    const theirs = copyFor(ours);
    const why = { at: NOON, by: 'Stadtplanung', why: 'Aufgelöst' };
    ours.apply(removeObject, { collection: 'departments', id: 'schule', ...why }, { ...planner, label });
    report(theirs, 'n', 'schule', school);
    ours.merge(theirs.saveChanges(since), planner);
    expect(ours.plan.needs.n).toMatchObject({ departmentId: 'schule', quantity: 40 });
    expect(unknownDepartments(ours.plan)).toEqual([{ id: 'schule', needs: 1 }]);
  });
});
