import * as A from '@automerge/automerge/slim';
import { type ChangeInfo, type ChangeMode, touchedBy, writeNote } from './change-info.ts';
import type { RecordedChange } from './record-change.ts';
import { encodeField, encodeObject, type PlanDoc } from './stored-plan.ts';

/** Writes recorded changes as one change of the document, signed. */
export function writeChanges(
  doc: PlanDoc,
  changes: readonly RecordedChange[],
  info: ChangeInfo,
  mode: ChangeMode = 'do',
): PlanDoc {
  const message = writeNote({ ...info, mode, touched: touchedBy(changes) });
  return A.change(doc, { message, time: secondsOf(info.at) }, (draft) => {
    for (const change of changes) {
      if (change.kind === 'create') draft[change.collection][change.id] = encodeObject(change.object);
      else {
        const object = change.collection === 'header' ? draft.header : draft[change.collection][change.id]!;
        object[change.field] = encodeField(change.after);
      }
    }
  });
}

/** ISO moment → whole seconds since 1970. */
export function secondsOf(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}

/** Whole seconds since 1970 → ISO moment. */
export function momentOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
