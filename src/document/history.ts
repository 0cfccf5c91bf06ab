import type { ChangeMetadata, Heads } from '@automerge/automerge/slim';
import * as A from '@automerge/automerge/slim';
import type { CollectionName } from '../plan/plan.ts';
import type { Problem } from '../shared/problem.ts';
import { type ChangeMode, readNote, type Touched } from './change-info.ts';
import type { PlanDoc } from './stored-plan.ts';
import { momentOf } from './write-changes.ts';

/** A line of the history: who did what to which objects, when. */
export interface HistoryEntry {
  readonly hash: string;
  /** ISO, UTC, to the second. */
  readonly at: string;
  /** `null` where the change does not say (another program's). */
  readonly author: string | null;
  readonly department: string | null;
  readonly label: Problem | null;
  readonly mode: ChangeMode;
  readonly touched: readonly Touched[];
}

function entryOf({ hash, time, message }: Pick<ChangeMetadata, 'hash' | 'time' | 'message'>): HistoryEntry {
  const note = readNote(message);
  return {
    hash,
    at: momentOf(time),
    author: note?.author ?? null,
    department: note?.department ?? null,
    label: note?.label ?? null,
    mode: note?.mode ?? 'do',
    touched: note?.touched ?? [],
  };
}

/** The changes of a document since a version (default: all), oldest first; changes made at the same time in different places stand by turns. */
export function readHistory(doc: PlanDoc, since: Heads = []): HistoryEntry[] {
  return A.getChangesMetaSince(doc, since).map(entryOf);
}

/** The latest of the changes that no other follows; `null` for a document without any. */
export function readLastChange(doc: PlanDoc): HistoryEntry | null {
  const heads = A.getHeads(doc).flatMap((hash) => A.inspectChange(doc, hash) ?? []);
  const last = heads.sort((a, b) => a.time - b.time || (a.hash < b.hash ? -1 : 1)).at(-1);
  return last === undefined ? null : entryOf(last);
}

/** The lines that touched one of some objects: an object itself and, with them, its parts. */
export function historyOf(
  entries: readonly HistoryEntry[],
  objects: readonly { readonly collection: CollectionName | 'header'; readonly id: string }[],
): HistoryEntry[] {
  const keys = new Set(objects.map(({ collection, id }) => JSON.stringify([collection, id])));
  return entries.filter(({ touched }) =>
    touched.some(({ collection, id }) => keys.has(JSON.stringify([collection, id]))),
  );
}

/** What changed over some lines of history: per object its changed fields, or that it was made. */
export function touchedObjects(entries: readonly HistoryEntry[]): Touched[] {
  const found = new Map<string, { collection: Touched['collection']; id: string; fields: Set<string> | null }>();
  for (const { collection, id, fields } of entries.flatMap(({ touched }) => touched)) {
    const key = JSON.stringify([collection, id]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { collection, id, fields: fields === null ? null : new Set(fields) });
    else if (fields === null) known.fields = null;
    else for (const field of fields) known.fields?.add(field);
  }
  return [...found.values()].map(({ collection, id, fields }) => ({
    collection,
    id,
    fields: fields === null ? null : [...fields],
  }));
}
