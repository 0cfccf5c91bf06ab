import type { Plan } from '../plan/plan.ts';
import type { ChangeLabel } from './change-info.ts';
import type { FieldRef, RecordedChange } from './record-change.ts';

/** One of this tab's own changes, with the count of events after which it happened. */
interface Step {
  readonly label: ChangeLabel;
  readonly changes: readonly RecordedChange[];
  readonly at: number;
}

/** What an undo or redo comes to: the changes to write, and what someone else has changed since and is therefore left. */
export interface Reversal {
  readonly label: ChangeLabel;
  readonly changes: readonly RecordedChange[];
  readonly left: readonly FieldRef[];
  /** The original changes that are reversed; what is left is not among them. */
  readonly reversed: readonly RecordedChange[];
}

/** Removal of an object by taking its creation back. */
export interface TakenBack {
  readonly at: string;
  readonly by: string;
}

const fieldKey = ({ collection, id, field }: FieldRef) => JSON.stringify([collection, id, field]);
const objectKey = (collection: string, id: string) => JSON.stringify([collection, id]);

/**
 * Undo and redo over this tab's own changes. Not over documents: the inverse of a change is a new change, so that history stays whole and
 * others' work between stays. Knows which fields others touched since.
 */
export interface UndoStack {
  readonly undoLabel: ChangeLabel | null;
  readonly redoLabel: ChangeLabel | null;
  push(label: ChangeLabel, changes: readonly RecordedChange[]): void;
  /** Notes fields that someone else changed. */
  noteForeign(fields: readonly FieldRef[]): void;
  planUndo(by: TakenBack): Reversal | null;
  planRedo(plan: Plan): Reversal | null;
  /** Moves the top step to the other side, once its reversal is written. */
  commitUndo(reversal: Reversal): void;
  commitRedo(reversal: Reversal): void;
}

export function createUndoStack(): UndoStack {
  const done: Step[] = [];
  const undone: Step[] = [];
  const foreign = new Map<string, number>();
  let events = 0;

  const isForeignSince = (step: Step, change: RecordedChange) => {
    const key = change.kind === 'create' ? objectKey(change.collection, change.id) : fieldKey(change);
    return (foreign.get(key) ?? -1) > step.at;
  };
  const reversalOf = (step: Step, inverse: (change: RecordedChange) => RecordedChange): Reversal => {
    const reversed = step.changes.filter((change) => !isForeignSince(step, change));
    const left = step.changes.filter((change) => isForeignSince(step, change)).map(fieldOf);
    return { label: step.label, changes: reversed.map(inverse).reverse(), left, reversed };
  };
  const move = (from: Step[], to: Step[], { reversed }: Reversal) => {
    const step = from.pop();
    if (step !== undefined && reversed.length > 0) to.push({ label: step.label, changes: reversed, at: events++ });
  };
  return {
    get undoLabel() {
      return done.at(-1)?.label ?? null;
    },
    get redoLabel() {
      return undone.at(-1)?.label ?? null;
    },
    push: (label, changes) => {
      done.push({ label, changes, at: events++ });
      undone.length = 0;
    },
    noteForeign: (fields) => {
      const at = events++;
      for (const field of fields) {
        foreign.set(fieldKey(field), at);
        foreign.set(objectKey(field.collection, field.id), at);
      }
    },
    planUndo: (by) => {
      const step = done.at(-1);
      return step === undefined ? null : reversalOf(step, (change) => undoOf(change, by));
    },
    planRedo: (plan) => {
      const step = undone.at(-1);
      return step === undefined ? null : reversalOf(step, (change) => redoOf(change, plan));
    },
    commitUndo: (reversal) => move(done, undone, reversal),
    commitRedo: (reversal) => move(undone, done, reversal),
  };
}

function fieldOf(change: RecordedChange): FieldRef {
  return { collection: change.collection, id: change.id, field: change.kind === 'create' ? 'removed' : change.field };
}

/** Making an object is taken back by removing it: deleting would win over whatever others did to it meanwhile. */
function undoOf(change: RecordedChange, { at, by }: TakenBack): RecordedChange {
  if (change.kind === 'set') return { ...change, before: change.after, after: change.before };
  if (change.replaced !== null) return { ...change, object: change.replaced, replaced: change.object };
  return { kind: 'set', ...fieldOf(change), before: null, after: { at, by, why: null } };
}

function redoOf(change: RecordedChange, plan: Plan): RecordedChange {
  if (change.kind === 'set' || change.replaced !== null) return change;
  const object = change.collection in plan ? plan[change.collection][change.id] : undefined;
  return { kind: 'set', ...fieldOf(change), before: object?.removed ?? null, after: null };
}
