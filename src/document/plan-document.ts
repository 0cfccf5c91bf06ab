import type { Heads, Patch } from '@automerge/automerge/slim';
import * as A from '@automerge/automerge/slim';
import { freeze } from 'immer';
import type { Action } from '../plan/actions/action.ts';
import { readSchemaVersion } from '../plan/check-plan.ts';
import { type CollectionName, collectionOf, emptyPlan, type ObjectRef, type Plan } from '../plan/plan.ts';
import type { PlanHeader } from '../plan/types/records.ts';
import { fail } from '../shared/problem.ts';
import {
  type ChangeChoice,
  type ChosenChanges,
  countChanges,
  isChangeFile,
  readChangeFile,
  withChangeFile,
  writeChangeFile,
} from './change-file.ts';
import {
  type ChangeInfo,
  type ChangeLabel,
  type ChangeMode,
  type Touched,
  touchedBy,
  writeNote,
} from './change-info.ts';
import { type Conflict, conflictKey, listConflicts } from './conflicts.ts';
import { type HistoryEntry, readHistory, readLastChange, touchedObjects } from './history.ts';
import { type OpenedFile, planOf, readPlanFile } from './plan-file.ts';
import { createMemoryPort, type DocPort, patchesBetween } from './port.ts';
import { type FieldRef, type RecordedChange, recordChange, withChanges } from './record-change.ts';
import { encodePlan, type PlanDoc, rereadObjects, type StoredPlan } from './stored-plan.ts';
import { createUndoStack, type Reversal } from './undo-stack.ts';
import { secondsOf, writeChanges } from './write-changes.ts';

/** Who signs a change that labels itself. */
export type Signer = Omit<ChangeInfo, 'label'>;

export interface UndoOutcome {
  readonly label: ChangeLabel;
  readonly changed: readonly Touched[];
  /** Fields that someone else changed since: left as they are. */
  readonly left: readonly FieldRef[];
}

/** What a merge brought. */
export interface MergeReport {
  /** State before: `copyAt` opens it again. */
  readonly before: Heads;
  /** Changes by others, oldest first. */
  readonly entries: readonly HistoryEntry[];
  /** Objects made or changed by them. */
  readonly touched: readonly Touched[];
  /** All that is now to be settled. */
  readonly conflicts: readonly Conflict[];
  /** Those of them that the file brought. */
  readonly newConflicts: readonly Conflict[];
}

/** A conflict and the value that settles it. */
export interface Choice {
  readonly conflict: Conflict;
  readonly value: unknown;
}

/** `outdated`: another tab with a newer program has taken the plan to its version; this one can only read what it has. */
export interface PlanEvent {
  readonly source: 'own' | 'foreign' | 'outdated';
}

/**
 * An open plan. It is read as `plan` (a snapshot that never changes; unchanged objects stay the same objects), changed through actions,
 * and knows its history. Every change is one operation, signed, and can be undone by the tab that made it.
 */
export class PlanDocument {
  readonly #port: DocPort;
  readonly #undo = createUndoStack();
  readonly #listeners = new Set<(event: PlanEvent) => void>();
  readonly #stop: () => void;
  #plan: Plan;

  /** `plan` is what the document holds, if that was read already. Throws what `checkPlan` throws. */
  constructor(port: DocPort, plan: Plan = planOf(port.doc())) {
    this.#port = port;
    this.#plan = freeze(plan, true);
    this.#stop = port.onForeign((patches) => this.#noteForeign(patches));
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** The version: hashes of the latest changes. */
  get heads(): Heads {
    return A.getHeads(this.#port.doc());
  }

  /** How many changes the history holds. */
  get changeCount(): number {
    return A.stats(this.#port.doc()).numChanges;
  }

  /** The latest change, by its time; `null` where there is none. Reads the heads alone. */
  get lastChange(): HistoryEntry | null {
    return readLastChange(this.#port.doc());
  }

  /** Throws `plan.version-newer` once another tab has taken the plan to a newer version. */
  checkVersion(): void {
    readSchemaVersion(this.#port.doc());
  }

  /** What undo and redo would do; `null` = nothing. */
  get undoLabel(): ChangeLabel | null {
    return this.#undo.undoLabel;
  }

  get redoLabel(): ChangeLabel | null {
    return this.#undo.redoLabel;
  }

  /**
   * Runs an action as one change. Returns whether it changed anything. What the action throws leaves the plan as it was. Throws
   * `plan.version-newer` once another tab has taken the plan to a newer version.
   */
  apply<Args>(action: Action<Args>, args: Args, info: ChangeInfo): boolean {
    readSchemaVersion(this.#port.doc());
    const { next, changes } = recordChange(this.#plan, action, args);
    if (changes.length === 0) return false;
    this.#port.update((doc) => writeChanges(doc, changes, info));
    this.#plan = next;
    this.#undo.push(info.label, changes);
    this.#tell('own');
    return true;
  }

  /** Takes this tab's latest change back, as a new change. `null` = there is none. */
  undo(signer: Signer): UndoOutcome | null {
    const reversal = this.#undo.planUndo({ at: signer.at, by: signer.author });
    if (reversal === null) return null;
    this.#write(reversal.changes, { ...signer, label: reversal.label }, 'undo');
    this.#undo.commitUndo(reversal);
    this.#tell('own');
    return outcomeOf(reversal);
  }

  redo(signer: Signer): UndoOutcome | null {
    const reversal = this.#undo.planRedo(this.plan);
    if (reversal === null) return null;
    this.#write(reversal.changes, { ...signer, label: reversal.label }, 'redo');
    this.#undo.commitRedo(reversal);
    this.#tell('own');
    return outcomeOf(reversal);
  }

  /** Changes since a version (default: all), oldest first. */
  history(since: Heads = []): HistoryEntry[] {
    return readHistory(this.#port.doc(), since);
  }

  /** What two people set without knowing of each other, in some objects or in all. */
  conflicts(objects?: readonly ObjectRef[]): Conflict[] {
    return listConflicts(this.#port.doc(), objects);
  }

  /**
   * Settles a conflict with a value: one of those set, or another. For a removal `null` restores the object and a removal keeps it
   * removed. The value is written even if it is the one shown: that is what settles it.
   */
  settle(conflict: Conflict, value: unknown, info: ChangeInfo): void {
    this.settleAll([{ conflict, value }], info);
  }

  /** Settles several conflicts as one change. */
  settleAll(choices: readonly Choice[], info: ChangeInfo): void {
    const changes = choices.map(({ conflict, value }) => settlingChange(this.#plan, conflict, value));
    if (changes.length === 0) return;
    this.#write(changes, info, 'do');
    this.#undo.push(info.label, changes);
    this.#tell('own');
  }

  /**
   * Brings the changes of a file of the same origin in: a whole plan, or some changes. Throws `plan.other-origin`,
   * `plan.changes-without-base`, and what reading a file throws.
   */
  merge(bytes: Uint8Array, opener: Signer): MergeReport {
    const other = isChangeFile(bytes) ? this.#withChanges(bytes) : this.#sameOrigin(readPlanFile(bytes, opener));
    const before = this.heads;
    const known = new Set(this.conflicts().map(conflictKey));
    this.#port.update((doc) => A.merge(doc, other));
    this.#noteForeign(patchesBetween(this.#port.doc(), before));
    const entries = this.history(before);
    const conflicts = this.conflicts();
    const newConflicts = conflicts.filter((conflict) => !known.has(conflictKey(conflict)));
    return { before, entries, touched: touchedObjects(entries), conflicts, newConflicts };
  }

  /** How many changes {@link saveChanges} would write. */
  countChanges(choice: ChangeChoice): ChosenChanges {
    return countChanges(this.#port.doc(), choice);
  }

  /** Some changes as a small file; whoever has the plan as it was before them can merge it. */
  saveChanges(choice: ChangeChoice): Uint8Array {
    const { planId, name, city } = this.#plan.header;
    const { schemaVersion } = this.#plan;
    const plan = { planId, planName: name, cityId: city.id, cityName: city.name, schemaVersion };
    return writeChangeFile(this.#port.doc(), plan, choice);
  }

  /** The plan file, with its history. */
  save(): Uint8Array {
    return A.save(this.#port.doc());
  }

  /** The plan as it was at a version. Throws `plan.version-unknown`. */
  planAt(heads: Heads): Plan {
    return planOf(this.#docAt(heads));
  }

  /** A plan of its own that begins as a copy of a version ("zurück zur Fassung davor"), history included. Throws `plan.version-unknown`. */
  copyAt(heads: Heads, planId: string, name: string, signer: Signer): PlanDocument {
    const copy = A.clone(this.#docAt(heads));
    const { header } = planOf(copy);
    const fields = { planId, name, copiedFrom: { planId: header.planId, at: signer.at } };
    const changes = (Object.keys(fields) as (keyof typeof fields)[]).map(
      (field): RecordedChange => ({
        kind: 'set',
        collection: 'header',
        id: '',
        field,
        before: header[field],
        after: fields[field],
      }),
    );
    const info: ChangeInfo = { ...signer, label: { code: 'change.created', params: { name } } };
    return new PlanDocument(createMemoryPort(writeChanges(copy, changes, info)));
  }

  /** Calls back after every change. Returns how to stop. */
  subscribe(listener: (event: PlanEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops listening to the place where the document lives. */
  close(): void {
    this.#stop();
    this.#listeners.clear();
  }

  #write(changes: readonly RecordedChange[], info: ChangeInfo, mode: ChangeMode): void {
    readSchemaVersion(this.#port.doc());
    if (changes.length === 0) return;
    this.#port.update((doc) => writeChanges(doc, changes, info, mode));
    this.#plan = withChanges(this.#plan, changes);
  }

  /** A copy of the document with the changes of a file, checked. */
  #withChanges(bytes: Uint8Array): PlanDoc {
    const file = readChangeFile(bytes);
    const { planId, planName } = file.header;
    if (planId !== this.#plan.header.planId)
      fail('plan.other-origin', { found: planName, expected: this.#plan.header.name });
    const doc = withChangeFile(this.#port.doc(), file);
    planOf(doc);
    return doc;
  }

  #sameOrigin({ doc, plan: { header } }: OpenedFile): PlanDoc {
    const { planId, name } = this.#plan.header;
    return header.planId === planId ? doc : fail('plan.other-origin', { found: header.name, expected: name });
  }

  #docAt(heads: Heads): PlanDoc {
    const doc = this.#port.doc();
    return A.hasHeads(doc, heads) ? A.view(doc, heads) : fail('plan.version-unknown', {});
  }

  #noteForeign(patches: readonly Patch[]): void {
    if (this.#port.doc().schemaVersion !== this.#plan.schemaVersion) {
      this.#tell('outdated');
      return;
    }
    const fields = patches.flatMap(fieldOfPatch);
    this.#undo.noteForeign(fields);
    this.#plan = freeze(rereadObjects(this.#plan, this.#port.doc(), fields), true);
    this.#tell('foreign');
  }

  #tell(source: PlanEvent['source']): void {
    for (const listener of this.#listeners) listener({ source });
  }
}

function fieldOfPatch({ path: [collection, second, third] }: Patch): FieldRef[] {
  if (second === undefined) return [];
  return collection === 'header'
    ? [{ collection: 'header', id: '', field: String(second) }]
    : [{ collection: String(collection) as CollectionName, id: String(second), field: String(third ?? 'id') }];
}

function outcomeOf({ label, changes, left }: Reversal): UndoOutcome {
  return { label, changed: touchedBy(changes), left };
}

function settlingChange(plan: Plan, conflict: Conflict, value: unknown): RecordedChange {
  if (conflict.kind === 'object') {
    const { collection, id, shown } = conflict;
    return { kind: 'create', collection, id, object: value as object, replaced: shown.value as object };
  }
  const field = conflict.kind === 'removal' ? 'removed' : conflict.field;
  const { collection, id } = conflict;
  const object = collection === 'header' ? plan.header : collectionOf(plan, collection)[id]!;
  return { kind: 'set', collection, id, field, before: (object as Record<string, unknown>)[field], after: value };
}

/**
 * A new plan with nothing in it, in memory. `actor` (hexadecimal) names the place where it is written; default: a chance one. Set it only
 * where the same plan is to come out byte by byte: two places that write under one name can never be merged.
 */
export function createDocument(header: PlanHeader, department: string | null, actor?: string): PlanDocument {
  const { name, createdBy, createdAt } = header;
  const message = writeNote({
    label: { code: 'change.created', params: { name } },
    author: createdBy,
    department,
    mode: 'do',
    touched: [],
  });
  const doc = A.change(A.init<StoredPlan>(actor), { message, time: secondsOf(createdAt) }, (draft) => {
    Object.assign(draft, encodePlan(emptyPlan(header)));
  });
  return new PlanDocument(createMemoryPort(doc));
}

/** Opens a plan file in memory. Throws what reading a file throws. */
export function openDocument(bytes: Uint8Array, opener: Signer): PlanDocument {
  const { doc, plan } = readPlanFile(bytes, opener);
  return new PlanDocument(createMemoryPort(doc), plan);
}
