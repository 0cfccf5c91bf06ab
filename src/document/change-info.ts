import type { CollectionName } from '../plan/plan.ts';
import type { Problem, ProblemOf } from '../shared/problem.ts';
import type { PlanProblems } from '../shared/problems/plan.ts';
import type { RecordedChange } from './record-change.ts';

type LabelCode = Extract<keyof PlanProblems, `change.${string}`>;

/** What a change did, as a code with parameters that `i18n` turns into a line of the history. */
export type ChangeLabel = { [C in LabelCode]: ProblemOf<C> }[LabelCode];

/** Who changes the plan, when and what for; recorded with the change. */
export interface ChangeInfo {
  readonly label: ChangeLabel;
  readonly author: string;
  /** Id of the department; `null` = none chosen. */
  readonly department: string | null;
  /** Moment in UTC, ISO. Kept to the second. */
  readonly at: string;
}

export type ChangeMode = 'do' | 'undo' | 'redo';

/** An object that a change touched; `fields: null` = it was made. */
export interface Touched {
  readonly collection: CollectionName | 'header';
  readonly id: string;
  readonly fields: readonly string[] | null;
}

/** What a change says of itself. */
export interface ChangeNote {
  readonly label: Problem;
  readonly author: string;
  readonly department: string | null;
  readonly mode: ChangeMode;
  readonly touched: readonly Touched[];
}

export function touchedBy(changes: readonly RecordedChange[]): Touched[] {
  const touched = new Map<string, { collection: Touched['collection']; id: string; fields: string[] | null }>();
  for (const change of changes) {
    const key = `${change.collection} ${change.id}`;
    const found = touched.get(key);
    const { collection, id } = change;
    if (change.kind === 'create')
      touched.set(key, { collection, id, fields: change.replaced === null ? null : Object.keys(change.object) });
    else if (found === undefined) touched.set(key, { collection, id, fields: [change.field] });
    else found.fields?.push(change.field);
  }
  return [...touched.values()];
}

/** The note as the text that the document keeps with a change: short keys, for it is written thousands of times. */
export function writeNote({ label, author, department, mode, touched }: ChangeNote): string {
  const objects = touched.map(({ collection, id, fields }) => [collection, id, fields === null ? 0 : fields]);
  return JSON.stringify({ l: label.code, p: label.params, a: author, d: department, m: mode, o: objects });
}

/** Reads a note; `null` where a change carries none that can be read (another program's). */
export function readNote(message: string | null): ChangeNote | null {
  if (message === null) return null;
  try {
    const { l, p, a, d, m, o } = JSON.parse(message) as Record<string, unknown>;
    if (typeof l !== 'string' || typeof a !== 'string' || !Array.isArray(o)) return null;
    return {
      label: { code: l, params: p } as unknown as Problem,
      author: a,
      department: typeof d === 'string' ? d : null,
      mode: m === 'undo' || m === 'redo' ? m : 'do',
      touched: (o as [CollectionName, string, string[] | 0][]).map(([collection, id, fields]) => ({
        collection,
        id,
        fields: fields === 0 ? null : fields,
      })),
    };
  } catch {
    return null;
  }
}
