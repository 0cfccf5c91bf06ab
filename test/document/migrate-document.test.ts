import '@automerge/automerge';
import * as A from '@automerge/automerge/slim';
import { describe, expect, it } from 'vitest';
import { migrateDocument } from '../../src/document/migrate-document.ts';
import { decodePlan, type PlanDoc } from '../../src/document/stored-plan.ts';
import type { Migration } from '../../src/plan/migrations.ts';
import { documentWithKita, planner, youth } from './document-fixtures.ts';

/** A made-up step to version 2: a new collection, and a field of measures renamed. */
const step: Migration = {
  to: 2,
  explanation: 'adds ideas; the reason of a measure is called why',
  newCollections: ['ideas'],
  change: (draft) => {
    for (const measure of Object.values(draft.measures as Record<string, Record<string, unknown>>)) {
      measure.why = measure.reason ?? '–';
      delete measure.reason;
    }
  },
};

const load = () => A.load<never>(documentWithKita().save()) as unknown as PlanDoc;
const migrate = (doc: PlanDoc, who = planner) => migrateDocument(doc, who, [step], 2);

interface Ideas {
  ideas: Record<string, unknown>;
}

describe('migrating a document', () => {
  it('adds collections, rewrites fields, sets the version, and signs', () => {
    const doc = migrate(load());
    const plan = decodePlan(doc) as unknown as Record<string, Record<string, Record<string, unknown>>>;
    expect(plan.schemaVersion).toBe(2);
    expect(plan.ideas).toEqual({});
    expect(plan.measures!.k1).toMatchObject({ why: '–', name: 'Kita k1' });
    expect(plan.measures!.k1).not.toHaveProperty('reason');
    expect(JSON.parse(A.getChangesMetaSince(doc, []).at(-1)!.message!)).toMatchObject({
      l: 'change.migrated',
      p: { to: 2 },
      a: 'Stadtplanung',
    });
  });

  it('leaves a document of this version alone', () => {
    const doc = load();
    expect(migrateDocument(doc, planner)).toBe(doc);
  });

  it('lets two copies that were migrated apart meet without losing what either put into a new collection', () => {
    const bytes = documentWithKita().save();
    const copies = [planner, youth].map((who, i) => {
      const doc = migrate(A.load<never>(bytes) as unknown as PlanDoc, who);
      return A.change(doc, (draft) => {
        (draft as unknown as Ideas).ideas[`idea${i}`] = {};
      });
    });
    const met = A.merge(copies[0]!, copies[1]!) as unknown as Ideas;
    expect(Object.keys(met.ideas).sort()).toEqual(['idea0', 'idea1']);
  });
});
