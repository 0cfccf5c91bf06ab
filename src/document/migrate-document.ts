import * as A from '@automerge/automerge/slim';
import { copyOf } from '../plan/copy-of.ts';
import { equalData } from '../plan/equal-data.ts';
import { MIGRATIONS, type Migration, migrationsFor } from '../plan/migrations.ts';
import { SCHEMA_VERSION } from '../plan/plan.ts';
import { type ChangeInfo, writeNote } from './change-info.ts';
import { decodePlan, encodeField, encodeObject, type PlanDoc } from './stored-plan.ts';
import { secondsOf } from './write-changes.ts';

type Fields = Record<string, unknown>;

/**
 * Brings a document to this program's version, each step as changes of its own.
 *
 * New collections are made by a change that is the same, byte for byte, whoever makes it: directly on the document's first change, by an
 * actor whose name follows from the step, at time 0. Otherwise two people who migrate copies of one plan would each make the collection,
 * and what one of them puts into it would vanish behind the other's when the copies meet.
 */
export function migrateDocument(
  doc: PlanDoc,
  info: Pick<ChangeInfo, 'author' | 'department' | 'at'>,
  migrations: readonly Migration[] = MIGRATIONS,
  known: number = SCHEMA_VERSION,
): PlanDoc {
  return migrationsFor(doc, migrations, known).reduce((current, migration) => {
    const ready = addCollections(current, migration);
    const label = { code: 'change.migrated' as const, params: { to: migration.to } };
    const message = writeNote({ ...info, label, mode: 'do', touched: [] });
    return A.change(ready, { message, time: secondsOf(info.at) }, (draft) => {
      const before = decodePlan(ready);
      const after = copyOf(before);
      migration.change(after);
      writeDifferences(draft as unknown as Fields, before, after);
      draft.schemaVersion = migration.to;
    });
  }, doc);
}

function addCollections(doc: PlanDoc, { to, newCollections }: Migration): PlanDoc {
  const missing = newCollections.filter((name) => !(name in doc));
  if (missing.length === 0) return doc;
  const first = A.topoHistoryTraversal(doc)[0]!;
  const actor = to.toString(16).padStart(16, '0');
  const branch = A.change(A.clone(A.view(doc, [first]), { actor }), { time: 0 }, (draft) => {
    for (const name of newCollections) (draft as unknown as Fields)[name] = {};
  });
  return A.merge(doc, branch);
}

/** Writes the fields that differ, so that a migration touches only what it changes. Objects that it drops are dropped. */
function writeDifferences(draft: Fields, before: Fields, after: Fields): void {
  for (const [name, objects] of Object.entries(after) as [string, Fields][]) {
    if (name === 'schemaVersion' || equalData(before[name], objects)) continue;
    if (name === 'header') {
      writeFields(draft.header as Fields, before.header as Fields, objects);
      continue;
    }
    const [table, old] = [draft[name] as Fields, (before[name] ?? {}) as Fields];
    for (const [id, object] of Object.entries(objects) as [string, Fields][]) {
      if (old[id] === undefined) table[id] = encodeObject(object);
      else writeFields(table[id] as Fields, old[id] as Fields, object);
    }
    for (const id of Object.keys(old)) if (!(id in objects)) delete table[id];
  }
}

function writeFields(object: Fields, before: Fields, after: Fields): void {
  for (const [field, value] of Object.entries(after))
    if (!equalData(before[field], value)) object[field] = encodeField(value);
  for (const field of Object.keys(before)) if (!(field in after)) delete object[field];
}
