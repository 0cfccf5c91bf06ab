import type { CollectionName, Plan } from '../../plan/plan.ts';
import { findObject } from '../../plan/require-object.ts';
import type { PlanChange } from '../../state/plan-store.ts';

/** What narrows the history down; empty = everything. */
export interface HistoryFilter {
  readonly author: string;
  /** All words by which a department signed (see {@link departmentSigners}). */
  readonly department: readonly string[];
  readonly collection: CollectionName | 'header' | '';
  /** Part of the name of an object, upper and lower case alike. */
  readonly object: string;
  /** First day, ISO, where the reader is. */
  readonly since: string;
}

export const NO_FILTER: HistoryFilter = { author: '', department: [], collection: '', object: '', since: '' };

/** The changes that a filter leaves, in their order. `nameOf` says what an object is called today. */
export function filterHistory(
  changes: readonly PlanChange[],
  filter: HistoryFilter,
  nameOf: (collection: CollectionName | 'header', id: string) => string,
): PlanChange[] {
  const { author, department, collection } = filter;
  const part = filter.object.trim().toLowerCase();
  const from = filter.since === '' ? null : new Date(`${filter.since}T00:00`).getTime();
  const says = (change: PlanChange) => {
    const said = (change.label?.params as { readonly name?: unknown } | undefined)?.name;
    return typeof said === 'string' && said.toLowerCase().includes(part);
  };
  return changes.filter(
    (change) =>
      (author === '' || change.author === author) &&
      (department.length === 0 || (change.department !== null && department.includes(change.department))) &&
      (collection === '' || change.touched.some((object) => object.collection === collection)) &&
      (from === null || Number.isNaN(from) || Date.parse(change.at) >= from) &&
      (part === '' ||
        says(change) ||
        change.touched.some((object) => nameOf(object.collection, object.id).toLowerCase().includes(part))),
  );
}

/** How many objects some changes made, changed and removed; each counts once, as the most that happened to it. */
export function sumHistory(changes: readonly PlanChange[]): { added: number; changed: number; removed: number } {
  const [added, changed, removed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { collection, id, fields } of changes.flatMap(({ touched }) => touched)) {
    const key = JSON.stringify([collection, id]);
    if (fields === null) added.add(key);
    else if (fields.includes('removed') && fields.length === 1) removed.add(key);
    else changed.add(key);
  }
  const rest = [...changed].filter((key) => !added.has(key) && !removed.has(key));
  return { added: [...added].filter((key) => !removed.has(key)).length, changed: rest.length, removed: removed.size };
}

/** The distinct values of a field over some changes, sorted. */
export function namesIn(changes: readonly PlanChange[], field: 'author' | 'department'): string[] {
  const found = new Set(changes.map((change) => change[field]));
  return [...found].filter((name): name is string => name !== null && name !== '').sort((a, b) => a.localeCompare(b));
}

/** By the name of a department, sorted: all words by which it signed. People write its name, plans know its id too. */
export function departmentSigners(
  changes: readonly PlanChange[],
  plan: Plan | null,
): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const signer of namesIn(changes, 'department')) {
    const name = (plan === null ? null : findObject(plan, 'departments', signer)?.name) ?? signer;
    byName.set(name, [...(byName.get(name) ?? []), signer]);
  }
  return new Map([...byName].sort(([a], [b]) => a.localeCompare(b)));
}
